import { DateTime } from 'luxon';

/**
 * The instant of a time as Zoho sends it, in ms since 1970: a date and time with its offset, or a
 * bare date, which counts as the start of that day in UTC.
 * @returns undefined when there is no time, or no readable one
 */
export function instantOf(time: string | null): number | undefined {
	if (time === null) return undefined;
	const read = DateTime.fromISO(time, { zone: 'utc' });
	return read.isValid ? read.toMillis() : undefined;
}
