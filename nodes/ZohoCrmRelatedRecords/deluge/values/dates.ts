import { DateTime } from 'luxon';
import { shown } from '../../helpers/shown';
import { limitFault, runtimeFault, unsupportedFault } from './fault';
import { DelugeDate } from './value';

/** As functions of Zoho CRM show dates. */
const DATE = 'dd-MMM-yyyy';
const DATE_TIME = 'dd-MMM-yyyy HH:mm:ss';

/** How Zoho writes dates, by what they look like. */
const DATE_FORMATS: readonly (readonly [RegExp, string])[] = [
	[/^\d{4}-\d\d-\d\d(?= |$)/, 'yyyy-MM-dd'],
	[/^\d\d-[A-Z]{3}-\d{4}(?= |$)/i, 'dd-MMM-yyyy'],
	[/^\d{4}\/\d\d\/\d\d(?= |$)/, 'yyyy/MM/dd'],
	[/^\d\d\/\d\d\/\d{4}(?= |$)/, 'MM/dd/yyyy'],
	[/^\d\d [A-Z]{3} \d{4}(?= |$)/i, 'dd MMM yyyy'],
];
const TIME_FORMATS: readonly (readonly [RegExp, string])[] = [
	[/^$/, ''],
	[/^ \d\d:\d\d:\d\d$/, ' HH:mm:ss'],
	[/^ \d\d:\d\d$/, ' HH:mm'],
	[/^ \d\d:\d\d:\d\d [AP]M$/i, ' hh:mm:ss a'],
	[/^ \d\d:\d\d [AP]M$/i, ' hh:mm a'],
];

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
	const format = pattern === undefined ? undefined : readingPattern(pattern);
	if (text.length > MAX_DATE_TEXT) return undefined;
	const trimmed = text.trim();
	if (format !== undefined) {
		const time = DateTime.fromFormat(trimmed, format, { zone, locale: 'en', setZone: true });
		return time.isValid ? new DelugeDate(time, /[Hhms]/.test(format)) : undefined;
	}
	if (/^\d{4}-\d\d-\d\d/.test(trimmed)) {
		const iso = DateTime.fromISO(trimmed, { zone, setZone: true });
		if (iso.isValid) return new DelugeDate(iso, trimmed.includes('T'));
	}
	const known = formatOf(trimmed);
	if (known === undefined) return undefined;
	const time = DateTime.fromFormat(trimmed, known, { zone, locale: 'en' });
	return time.isValid ? new DelugeDate(time, known.includes('mm')) : undefined;
}

/** The one of the formats Zoho uses that a text can have. */
function formatOf(text: string): string | undefined {
	for (const [look, date] of DATE_FORMATS) {
		const [day] = look.exec(text) ?? [];
		if (day === undefined) continue;
		const suffix = TIME_FORMATS.find(([time]) => time.test(text.slice(day.length)));
		return suffix === undefined ? undefined : date + suffix[1];
	}
	return undefined;
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
