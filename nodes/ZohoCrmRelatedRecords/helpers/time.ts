import { DateTime } from 'luxon';
import { textOf } from './guards';
import type { JsonValue } from './types';

/** Zoho's clock and the times of its records are in whole seconds. */
export const RESOLUTION_MS = 1000;

/** A bare date, as Zoho sends days. */
const DAY = /^\d{4}-\d\d-\d\d/;

/**
 * The instant of a time as Zoho sends it, in ms since 1970: a date and time with its offset, or a
 * bare date, which counts as the start of that day.
 * @param zone of bare dates, such as `America/New_York`
 * @returns undefined when there is no time, or no readable one
 */
export function instantOf(time: string | null, zone = 'utc'): number | undefined {
	if (time === null) return undefined;
	const read = DateTime.fromISO(time, { zone });
	return read.isValid ? read.toMillis() : undefined;
}

/** The day of a date and time, as it is written there; null when there is none. */
export function dayOf(time: JsonValue | undefined): string | null {
	return DAY.exec(textOf(time))?.[0] ?? null;
}

/** Of two times with offsets, the text of the later one. */
export function laterTime(one: string | undefined, other: string): string {
	return (instantOf(one ?? null) ?? -Infinity) > (instantOf(other) ?? -Infinity)
		? (one ?? other)
		: other;
}

/**
 * A time as Zoho takes it: whole seconds, and the offset written out.
 * @param ms since 1970
 */
export function zohoTimeText(ms: number): string {
	return new Date(ms).toISOString().replace(/\.\d+Z$/, '+00:00');
}
