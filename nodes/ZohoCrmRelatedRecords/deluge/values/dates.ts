import { DateTime, IANAZone } from 'luxon';
import { shown } from '../../helpers/shown';
import { limitFault, runtimeFault, unsupportedFault } from './fault';
import { DelugeDate } from './value';

/** As functions of Zoho CRM show dates. */
const DATE = 'dd-MMM-yyyy';
const DATE_TIME = 'dd-MMM-yyyy HH:mm:ss';

/** How Zoho writes dates, by what they look like. */
const DATE_FORMATS: readonly (readonly [RegExp, string])[] = [
	[/^\d{4}-\d\d?-\d\d?(?= |$)/, 'yyyy-M-d'],
	[/^\d\d?-[A-Z]{3}-\d{4}(?= |$)/i, 'd-MMM-yyyy'],
	[/^\d{4}\/\d\d?\/\d\d?(?= |$)/, 'yyyy/M/d'],
	[/^\d\d?\/\d\d?\/\d{4}(?= |$)/, 'M/d/yyyy'],
	[/^\d\d? [A-Z]{3} \d{4}(?= |$)/i, 'd MMM yyyy'],
];
const TIME_FORMATS: readonly (readonly [RegExp, string])[] = [
	[/^$/, ''],
	[/^ \d\d:\d\d:\d\d$/, ' HH:mm:ss'],
	[/^ \d\d:\d\d$/, ' HH:mm'],
	[/^ \d\d:\d\d:\d\d [AP]M$/i, ' hh:mm:ss a'],
	[/^ \d\d:\d\d [AP]M$/i, ' hh:mm a'],
];
/** As ISO 8601 has it, but for the blank between day and time. */
const ISO_WITH_BLANK =
	/^(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)$/;
/** Day and month that could change places. */
const AMBIGUOUS = /^\s*(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])\/\d{4}/;

/** Characters of a text that can be a date, blanks around it included. */
const MAX_DATE_TEXT = 1000;
const MAX_PATTERN = 100;
/** More make luxon try very many ways of dividing the digits among them. */
const MAX_PATTERN_FIELDS = 12;

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

/** Whether day and month of a text could change places, as in 02/04/2026. */
export function isAmbiguous(text: string): boolean {
	return AMBIGUOUS.test(text);
}

/**
 * The date in a text.
 * @param zone of texts without an offset
 * @param pattern in Java's letters; without one, all formats Zoho uses are tried
 * @returns undefined where there is none
 */
export function dateIn(text: string, zone: string, pattern?: string): DelugeDate | undefined {
	const format = pattern === undefined ? undefined : readingPattern(pattern);
	if (text.length > MAX_DATE_TEXT) return undefined;
	const trimmed = text.trim();
	if (format !== undefined) {
		return dateInFormat(trimmed, zone, format);
	}
	const isoLike = trimmed.replace(ISO_WITH_BLANK, '$1T$2$3');
	if (/^\d{4}-\d\d-\d\d/.test(isoLike)) {
		const iso = DateTime.fromISO(isoLike, { zone, setZone: true });
		if (iso.isValid) return new DelugeDate(iso, isoLike.includes('T'));
	}
	const known = formatOf(trimmed);
	if (known === undefined) return undefined;
	const time = DateTime.fromFormat(trimmed, known, { zone, locale: 'en' });
	return time.isValid ? new DelugeDate(time, known.includes('mm')) : undefined;
}

/**
 * A format covers the beginning of a text, or all of it (Zoho: toDate). A time behind a date is read
 * where the format ends before it (Zoho: the example of toDateTime).
 */
function dateInFormat(text: string, zone: string, format: string): DelugeDate | undefined {
	const options = { zone, locale: 'en', setZone: true };
	const hasTime = /[Hhms]/.test(format.replace(/'[^']*'/g, ''));
	const whole = DateTime.fromFormat(text, format, options);
	if (whole.isValid) return new DelugeDate(whole, hasTime);
	const start = beginning(text, format);
	const clock = hasTime ? '' : (timeFormat(text.slice(start.length)) ?? '');
	const read = clock === '' ? start : text;
	const time = DateTime.fromFormat(read, format + clock, options);
	return time.isValid ? new DelugeDate(time, hasTime || clock !== '') : undefined;
}

/** As much of a text as a format covers; empty where it does not. */
function beginning(text: string, format: string): string {
	const { regex } = DateTime.fromFormatExplain('', format, { locale: 'en' });
	if (regex === undefined) return '';
	const [found = ''] = new RegExp(regex.source.replace(/\$$/, ''), 'i').exec(text) ?? [];
	return found;
}

/** The one of the formats Zoho uses that a text can have. */
function formatOf(text: string): string | undefined {
	for (const [look, date] of DATE_FORMATS) {
		const [day] = look.exec(text) ?? [];
		if (day === undefined) continue;
		const suffix = timeFormat(text.slice(day.length));
		return suffix === undefined ? undefined : date + suffix;
	}
	return undefined;
}

/** The format of what comes after a date; empty for nothing. */
function timeFormat(text: string): string | undefined {
	return TIME_FORMATS.find(([look]) => look.test(text))?.[1];
}

/** The same, where a date is needed. */
export function dateOf(text: string, zone: string, pattern?: string): DelugeDate {
	const date = dateIn(text, zone, pattern);
	if (date !== undefined) return date;
	throw runtimeFault(
		`'${shown(text)}' is not a date`,
		'Use a date such as 2026-01-31, 31-Jan-2026 or 2026-01-31T09:00:00+05:30.',
	);
}

/** Only the day of it. */
export function dayOf({ time }: DelugeDate): DelugeDate {
	return new DelugeDate(time.startOf('day'), false);
}

function readingPattern(pattern: string): string {
	const format = luxonPattern(pattern);
	const fields = format.replace(/'[^']*'/g, '').match(/([A-Za-z])\1*/g) ?? [];
	if (fields.length <= MAX_PATTERN_FIELDS) return format;
	throw limitFault(
		`A date format has more than ${MAX_PATTERN_FIELDS} fields`,
		'Use a shorter format, and give each part of the date once.',
	);
}

function luxonPattern(pattern: string): string {
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
