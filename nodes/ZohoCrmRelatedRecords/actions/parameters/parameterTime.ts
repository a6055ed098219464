import { DateTime } from 'luxon';
import type { ParameterName } from '../../helpers/labels';
import { shown } from '../../helpers/shown';
import { invalidParameter } from '../../helpers/zohoError';

/** As Zoho's page shows it: offset always, never Z, no milliseconds. */
const IF_MODIFIED_SINCE = "yyyy-MM-dd'T'HH:mm:ssZZ";

/** Without one, luxon takes "10:00" for today, and "2026-W10" for a week. */
const DATE = /^\d{4}-?\d\d-?\d\d(?!\d)/;

/** Years that four digits can tell, as the header of Zoho takes them. */
const FIRST_YEAR = 1;
const LAST_YEAR = 9999;

/**
 * A date and time from a parameter: ISO text, a Date, or a luxon DateTime from an expression.
 * @param zone taken for texts without an offset: the workflow's time zone
 * @throws ZohoError INVALID_PARAMETER
 */
export function parameterTime(value: unknown, zone: string, parameter: ParameterName): DateTime {
	const time = readTime(value, zone);
	if (time?.isValid && time.year >= FIRST_YEAR && time.year <= LAST_YEAR) return time;
	throw invalidParameter(
		parameter,
		`is not a date and time: ${shown(value)}`,
		'Use a date and time such as 2026-01-31T09:00:00 or 2026-01-31T09:00:00+05:30.',
	);
}

/** Text of the If-Modified-Since header, for example `2019-07-25T15:26:49+05:30`. */
export function ifModifiedSince(time: DateTime): string {
	return time.toFormat(IF_MODIFIED_SINCE);
}

function readTime(value: unknown, zone: string): DateTime | undefined {
	if (typeof value === 'string') {
		const text = value.trim();
		if (!DATE.test(text)) return undefined;
		const iso = DateTime.fromISO(text, { zone, setZone: true });
		return iso.isValid ? iso : DateTime.fromSQL(text, { zone, setZone: true });
	}
	if (value instanceof Date) return DateTime.fromJSDate(value, { zone });
	return isDateTimeLike(value) ? DateTime.fromISO(value.toISO(), { setZone: true }) : undefined;
}

/** n8n's expressions make DateTimes of their own copy of luxon, so instanceof does not hold. */
function isDateTimeLike(value: unknown): value is { toISO(): string } {
	return (
		typeof value === 'object' &&
		value !== null &&
		'toISO' in value &&
		typeof value.toISO === 'function' &&
		typeof value.toISO() === 'string'
	);
}
