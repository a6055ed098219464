import { DateTime } from 'luxon';
import { shown } from '../../helpers/shown';
import { luxonPattern } from './dates';
import { limitFault, runtimeFault } from './fault';
import { DelugeDate } from './value';

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
	[/^ \d\d?:\d\d:\d\d$/, ' H:mm:ss'],
	[/^ \d\d?:\d\d$/, ' H:mm'],
	[/^ \d\d?:\d\d:\d\d [AP]M$/i, ' h:mm:ss a'],
	[/^ \d\d?:\d\d [AP]M$/i, ' h:mm a'],
];
/** A time as ISO 8601 has it, perhaps with a blank in the place of T. */
const ISO_TIME = /^[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)?$/i;
/** As ISO 8601 has it, but for the blank between day and time. */
const ISO_WITH_BLANK =
	/^(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)$/;
/** Day and month that could change places. */
const AMBIGUOUS = /^\s*(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])\/\d{4}/;

/** Characters of a text that can be a date, blanks around it included. */
const MAX_DATE_TEXT = 1000;
/** More make luxon try very many ways of dividing the digits among them. */
const MAX_PATTERN_FIELDS = 12;

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
	const behind = text.slice(start.length);
	if (!hasTime && ISO_TIME.test(behind)) {
		const day = DateTime.fromFormat(start, format, options);
		const moment = DateTime.fromISO(day.toISODate() + isoTime(behind), options);
		return moment.isValid ? new DelugeDate(moment, true) : undefined;
	}
	const clock = hasTime ? '' : (timeFormat(behind) ?? '');
	const time = DateTime.fromFormat(clock === '' ? start : text, format + clock, options);
	return time.isValid ? new DelugeDate(time, hasTime || clock !== '') : undefined;
}

/** A time behind a date as ISO 8601 has it. */
function isoTime(behind: string): string {
	return behind.toUpperCase().replace(ISO_TIME, 'T$1$2');
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

function readingPattern(pattern: string): string {
	const format = luxonPattern(pattern);
	const fields = format.replace(/'[^']*'/g, '').match(/([A-Za-z])\1*/g) ?? [];
	if (fields.length <= MAX_PATTERN_FIELDS) return format;
	throw limitFault(
		`A date format has more than ${MAX_PATTERN_FIELDS} fields`,
		'Use a shorter format, and give each part of the date once.',
	);
}
