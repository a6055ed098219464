import { dateAt, partsOf, type ZonedDate } from './date';
import { fail } from './value';

/** Minutes that a time zone such as Asia/Kolkata is ahead of UTC at a time. */
export function zoneOffset(time: number, zone: string): number {
	let format: Intl.DateTimeFormat;
	try {
		format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
	} catch {
		return fail(`'${zone}' is not a time zone`);
	}
	const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value;
	const [, sign, hours = '0', minutes = '0'] = /([+-])(\d+)(?::(\d+))?/.exec(name ?? '') ?? [];
	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The same moment in another zone. */
export function inZone(date: ZonedDate, zone: string): ZonedDate {
	return dateAt(date.getTime(), date.hasTime, zoneOffset(date.getTime(), zone));
}

/** The moment when the clocks of a zone show what a date does, unless the date has an offset. */
export function readInZone(date: ZonedDate, zone: string): ZonedDate {
	const [year, month, day, hour, minute, second, millisecond] = partsOf(date);
	const shown = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
	const near = shown - zoneOffset(shown, zone) * 60_000;
	const time = shown - zoneOffset(near, zone) * 60_000;
	return dateAt(date.offset === undefined ? time : date.getTime(), date.hasTime);
}
