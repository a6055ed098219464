import { dateAt, dateFrom, dateOf, partsOf, type ZonedDate } from './date';
import { fail, plainText, type Value } from './value';

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

/** Milliseconds since 1970 when the clocks of a zone show what a date does; unknown ones are GMT. */
export function epochIn(value: Value, zone: Value): number {
	const date = dateOf(value);
	if (zone === null) return date.getTime();
	const [year, month, day, hour, minute, second, millisecond] = partsOf(date);
	const shown = dateFrom([year, month, day, hour, minute, second, millisecond], true, 0).getTime();
	const near = shown - javaOffset(shown, plainText(zone)) * 60_000;
	return shown - javaOffset(near, plainText(zone)) * 60_000;
}

const JAVA_ZONES: Record<string, string> = {
	PST: 'America/Los_Angeles',
	CST: 'America/Chicago',
	IST: 'Asia/Kolkata',
	JST: 'Asia/Tokyo',
	SST: 'Pacific/Guadalcanal',
	AET: 'Australia/Sydney',
};

/** Minutes that a zone is ahead of UTC, by names as Java reads them. */
export function javaOffset(time: number, zone: string): number {
	const [, sign, hours, minutes = '0'] = /^GMT([+-])(\d{1,2})(?::(\d\d))?$/.exec(zone) ?? [];
	if (hours !== undefined) {
		return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
	}
	try {
		return zoneOffset(time, Object.hasOwn(JAVA_ZONES, zone) ? (JAVA_ZONES[zone] ?? zone) : zone);
	} catch {
		return 0;
	}
}
