export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** "Today" of the seeded records. */
export const REFERENCE_TIME = Date.UTC(2025, 5, 16, 12);

const pad = (value: number): string => String(value).padStart(2, '0');

/** ISO 8601 without milliseconds and with the offset written out, as Zoho sends date-times. */
export function isoAt(ms: number, offsetMinutes = 0): string {
	const local = new Date(ms + offsetMinutes * MINUTE).toISOString().slice(0, 19);
	const size = Math.abs(offsetMinutes);
	const sign = offsetMinutes < 0 ? '-' : '+';
	return `${local}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** The calendar day, YYYY-MM-DD, at the given offset. */
export function dateAt(ms: number, offsetMinutes = 0): string {
	return isoAt(ms, offsetMinutes).slice(0, 10);
}
