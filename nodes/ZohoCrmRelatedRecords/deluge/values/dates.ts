import { DateTime } from 'luxon';
import { runtimeFault, unsupportedFault } from './fault';
import { DelugeDate } from './value';

/** As functions of Zoho CRM show dates. */
const DATE = 'dd-MMM-yyyy';
const DATE_TIME = 'dd-MMM-yyyy HH:mm:ss';

const DATE_FORMATS: readonly string[] = ['dd-MMM-yyyy', 'yyyy/MM/dd', 'MM/dd/yyyy', 'dd MMM yyyy'];
const TIME_SUFFIXES: readonly string[] = [' HH:mm:ss', ' HH:mm', ' hh:mm:ss a', ' hh:mm a'];

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
]);

/** Readable by people, as `+` and `info` show it. */
export function dateText({ time, hasTime }: DelugeDate): string {
	return time.setLocale('en').toFormat(hasTime ? DATE_TIME : DATE);
}

/** Readable by programs, as items hold it. */
export function isoText({ time, hasTime }: DelugeDate): string {
	return hasTime ? time.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ") : time.toFormat('yyyy-MM-dd');
}

/** @param pattern in Java's letters, such as `yyyy-MM-dd'T'HH:mm:ssXXX` */
export function formatted({ time }: DelugeDate, pattern: string): string {
	return time.setLocale('en').toFormat(luxonPattern(pattern));
}

/**
 * The date in a text.
 * @param zone of texts without an offset
 * @param pattern in Java's letters; without one, all formats Zoho uses are tried
 * @returns undefined where there is none
 */
export function dateIn(text: string, zone: string, pattern?: string): DelugeDate | undefined {
	const trimmed = text.trim();
	if (pattern !== undefined) {
		const format = luxonPattern(pattern);
		const time = DateTime.fromFormat(trimmed, format, { zone, locale: 'en', setZone: true });
		return time.isValid ? new DelugeDate(time, /[Hhms]/.test(format)) : undefined;
	}
	const iso = DateTime.fromISO(trimmed, { zone, setZone: true });
	if (iso.isValid && /^\d{4}-\d\d-\d\d/.test(trimmed)) {
		return new DelugeDate(iso, trimmed.includes('T'));
	}
	for (const date of ['yyyy-MM-dd', ...DATE_FORMATS]) {
		for (const suffix of ['', ...TIME_SUFFIXES]) {
			const time = DateTime.fromFormat(trimmed, date + suffix, { zone, locale: 'en' });
			if (time.isValid) return new DelugeDate(time, suffix !== '');
		}
	}
	return undefined;
}

/** The same, where a date is needed. */
export function dateOf(text: string, zone: string, pattern?: string): DelugeDate {
	const date = dateIn(text, zone, pattern);
	if (date !== undefined) return date;
	const shown = text.length > 40 ? `${text.slice(0, 40)}...` : text;
	throw runtimeFault(
		`'${shown}' is not a date`,
		'Use a date such as 2026-01-31, 31-Jan-2026 or 2026-01-31T09:00:00+05:30.',
	);
}

/** Only the day of it. */
export function dayOf({ time }: DelugeDate): DelugeDate {
	return new DelugeDate(time.startOf('day'), false);
}

function luxonPattern(pattern: string): string {
	return pattern.replace(/'[^']*'|([A-Za-z])\1*/g, (part) => {
		if (part.startsWith("'")) return part;
		const token = TOKENS.get(part);
		if (token !== undefined) return token;
		throw unsupportedFault(
			`'${part}' is not available in date formats`,
			`Use ${[...TOKENS.keys()].join(', ')}, and put other letters into single quotes.`,
		);
	});
}
