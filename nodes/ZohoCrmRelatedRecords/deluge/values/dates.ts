import { IANAZone } from 'luxon';
import { shown } from '../../helpers/shown';
import { limitFault, runtimeFault, unsupportedFault } from './fault';
import { DelugeDate } from './value';

/** As functions of Zoho CRM show dates. */
const DATE = 'dd-MMM-yyyy';
const DATE_TIME = 'dd-MMM-yyyy HH:mm:ss';

const MAX_PATTERN = 100;
/** Java's pattern letters, which Deluge takes, as luxon's. */
const TOKENS: ReadonlyMap<string, string> = new Map([
	['y', 'y'],
	['yy', 'yy'],
	['yyyy', 'yyyy'],
	['M', 'M'],
	['MM', 'MM'],
	['MMM', 'MMM'],
	['MMMM', 'MMMM'],
	['d', 'd'],
	['dd', 'dd'],
	['H', 'H'],
	['HH', 'HH'],
	['h', 'h'],
	['hh', 'hh'],
	['m', 'm'],
	['mm', 'mm'],
	['s', 's'],
	['ss', 'ss'],
	['S', 'S'],
	['SSS', 'SSS'],
	['a', 'a'],
	['E', 'EEE'],
	['EE', 'EEE'],
	['EEE', 'EEE'],
	['EEEE', 'EEEE'],
	['X', 'ZZZ'],
	['XX', 'ZZZ'],
	['XXX', 'ZZ'],
	['Z', 'ZZZ'],
	['D', 'o'],
	['DDD', 'ooo'],
]);

/** Readable by people, as `+` and `info` show it. */
export function dateText({ time, hasTime }: DelugeDate): string {
	return time.setLocale('en').toFormat(hasTime ? DATE_TIME : DATE);
}

/** Readable by programs, as items hold it. */
export function isoText({ time, hasTime }: DelugeDate): string {
	return hasTime ? time.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ") : time.toFormat('yyyy-MM-dd');
}

/**
 * @param pattern in Java's letters, such as `yyyy-MM-dd'T'HH:mm:ssXXX`
 * @param zone in which the time is shown; its own by default (Zoho: toString)
 */
export function formatted(date: DelugeDate, pattern: string, zone?: string): string {
	const { time } = zone === undefined ? date : inZone(date, zone);
	return time.setLocale('en').toFormat(luxonPattern(pattern));
}

/**
 * The same moment in another zone.
 * @param zone as `Asia/Kolkata`
 */
export function inZone({ time, hasTime }: DelugeDate, zone: string): DelugeDate {
	return new DelugeDate(time.setZone(knownZone(zone)), hasTime);
}

/** @throws Fault where there is no such time zone */
export function knownZone(zone: string): string {
	if (IANAZone.isValidZone(zone)) return zone;
	throw runtimeFault(
		`'${shown(zone)}' is not a time zone`,
		'Use a name such as Asia/Kolkata, Europe/Berlin or UTC.',
	);
}

/**
 * A zone as Java reads it, whose unknown names are GMT (Zoho: unixEpoch).
 * @returns a zone as luxon reads it
 */
export function javaZone(name: string): string {
	const [, offset] = /^GMT([+-]\d{1,2}(?::\d\d)?)$/.exec(name) ?? [];
	if (offset !== undefined) return `UTC${offset}`;
	const known = JAVA_ZONES.get(name) ?? name;
	return IANAZone.isValidZone(known) ? known : 'UTC';
}

const JAVA_ZONES: ReadonlyMap<string, string> = new Map([
	['PST', 'America/Los_Angeles'],
	['CST', 'America/Chicago'],
	['IST', 'Asia/Kolkata'],
	['JST', 'Asia/Tokyo'],
	['SST', 'Pacific/Guadalcanal'],
	['AET', 'Australia/Sydney'],
]);

/** Only the day of it. */
export function dayOf({ time }: DelugeDate): DelugeDate {
	return new DelugeDate(time.startOf('day'), false);
}

/** @throws Fault where it is too long, or has letters that are not known */
export function luxonPattern(pattern: string): string {
	if (pattern.length > MAX_PATTERN) {
		throw limitFault(
			`A date format has more than ${MAX_PATTERN} characters`,
			'Use a shorter format, such as yyyy-MM-dd HH:mm:ss.',
		);
	}
	return pattern.replace(/'[^']*'|([A-Za-z])\1*/g, (part) => {
		if (part.startsWith("'")) return part;
		const token = TOKENS.get(part);
		if (token !== undefined) return token;
		throw unsupportedFault(
			`'${part}' is not available in date formats`,
			`Use ${[...TOKENS.keys()].join(', ')}, and put other letters in single quotes.`,
		);
	});
}
