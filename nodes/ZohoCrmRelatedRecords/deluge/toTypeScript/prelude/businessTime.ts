import { dayOfWeek, shifted } from './calendar';
import { dateAt, dateFrom, dateOf, dayOf, partsOf, type ZonedDate } from './date';
import { onBusinessDay, WEEKDAYS } from './week';
import { checkMap, decimalOf, fail, plainText, wholeOf, type Value } from './value';
import { zoneOffset } from './zone';

/** The first such day of the week after a date; before it with the sign -1. */
export function weekdayFrom(value: Value, name: Value, sign: number): ZonedDate {
	const date = dateOf(value);
	const wanted = weekdayNumber(name);
	const days = (sign * (wanted - dayOfWeek(date)) + 13) % 7;
	return shifted(date, days + 1, 'day', sign);
}

/** A day of the week, from 1 for Sunday. */
export function weekdayNumber(name: Value): number {
	const index = WEEKDAYS.indexOf(plainText(name).toLowerCase());
	return index === -1 ? fail(`'${plainText(name)}' is not a day of the week`) : index + 1;
}

/** All business days from a date to another, both included. */
export function workDays(
	value: Value,
	end: Value,
	weekends: Value = null,
	holidays: Value = null,
): ZonedDate[] {
	const last = dayOf(dateOf(end)).getTime();
	const days: ZonedDate[] = [];
	let day = shifted(dayOf(dateOf(value)), 1, 'day', -1);
	for (;;) {
		day = onBusinessDay(day, 1, 1, weekends, holidays);
		if (day.getTime() > last) return days;
		if (days.length > 100_000) fail('There are too many business days');
		days.push(day);
	}
}

const HOUR = 3_600_000;

/** So many hours on or back, of which only those of business days between two hours count. */
export function addBusinessHours(
	value: Value,
	hours: Value,
	weekends: Value = null,
	holidays: Value = null,
	business: Value = null,
): ZonedDate {
	const count = decimalOf(hours);
	if (!Number.isInteger(count)) fail('addBusinessHour takes whole hours here');
	if (Math.abs(count) > 100_000) fail(`A date cannot be moved by ${count} hours`);
	const [start, end] = businessHours(business);
	const sign = Math.sign(count);
	let date = dateOf(value);
	if (count === 0) onBusinessDay(date, 0, 1, weekends, holidays);
	for (let left = Math.abs(count) * HOUR; left > 0;) {
		const day = dayOf(date);
		const [opens, closes] = [shifted(day, start, 'hour'), shifted(day, end, 'hour')];
		const now = Math.min(Math.max(date.getTime(), opens.getTime()), closes.getTime());
		const next = onBusinessDay(shifted(day, 1, 'day', -1), 1, 1, weekends, holidays);
		const isOpen = next.getTime() === day.getTime();
		const room = isOpen ? (sign > 0 ? closes.getTime() - now : now - opens.getTime()) : 0;
		const step = Math.min(room, left);
		left -= step;
		date =
			left > 0
				? shifted(shifted(day, 1, 'day', sign), sign > 0 ? start : end, 'hour')
				: dateAt(now + sign * step, true, date.offset);
	}
	return dateAt(date.getTime(), true, date.offset);
}

/** The hour when business begins, and the one when it ends; 9 and 17 unless told otherwise. */
export function businessHours(business: Value): [number, number] {
	if (business === null) return [9, 17];
	const map = checkMap(business);
	const [start = NaN, end = NaN] = ['start', 'end'].map((name) => Number(map[name] ?? NaN));
	const isRange = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= 24;
	return isRange && start < end ? [start, end] : fail('Business hours have a start and an end');
}

/** Hours, minutes and seconds from a date to a later one. */
export function timeBetween(value: Value, other: Value): string {
	const seconds = Math.trunc((dateOf(other).getTime() - dateOf(value).getTime()) / 1000);
	if (seconds < 0) fail('timeBetween needs an end that is not before its start');
	const parts = [Math.trunc(seconds / 3600), Math.trunc(seconds / 60) % 60, seconds % 60];
	return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Years of 365 days from one date to another. */
export function yearFraction(value: Value, other: Value): number {
	return (dateOf(other).getTime() - dateOf(value).getTime()) / 86_400_000 / 365;
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

/** A number from one on, below another; whole where both are. */
export function randomNumber(value: Value, end: Value): number | bigint {
	const [start, stop] = [decimalOf(value), decimalOf(end)];
	if (stop <= start) fail('The end of randomNumber must be above its start');
	const random = Math.random() * (stop - start);
	const isWhole = Number.isInteger(start) && Number.isInteger(stop);
	return isWhole ? wholeOf(start + Math.floor(random)) : start + random;
}

/** A date with its time, which is midnight where there is none. */
export function withTime(value: Value): ZonedDate {
	const date = dateOf(value);
	return dateAt(date.getTime(), true, date.offset);
}
