import { dayOfWeek, shifted } from './calendar';
import { dateAt, dateOf, dayOf, type ZonedDate } from './date';
import { checkList, checkMap, countOf, decimalOf, fail, type Value } from './value';
import { WEEKDAYS } from './week';

/** So many business days on; back with the sign -1. */
export function onBusinessDay(
	value: Value,
	days: Value,
	sign: number,
	weekends: Value = null,
	holidays: Value = null,
): ZonedDate {
	const count = sign * countOf(days);
	if (Math.abs(count) > 100_000) fail(`A date cannot be moved by ${count} business days`);
	const off = weekends === null ? ['saturday', 'sunday'] : checkList(weekends);
	const names = new Set(off.map((name) => String(name).toLowerCase()));
	if (WEEKDAYS.every((name) => names.has(name))) fail('A week needs a business day');
	const closed = holidays === null ? [] : checkList(holidays);
	const closedDays = new Set(closed.map((day) => JSON.stringify(dayOf(dateOf(day)))));
	let date = dateOf(value);
	for (let open = Math.abs(count); open > 0;) {
		date = shifted(date, Math.sign(count), 'day');
		const isOff = names.has(WEEKDAYS[dayOfWeek(date) - 1] ?? '');
		if (!isOff && !closedDays.has(JSON.stringify(dayOf(date)))) open -= 1;
	}
	return date;
}

/** The day so many business days on, never back. */
export function workday(
	value: Value,
	days: Value,
	weekends: Value = null,
	holidays: Value = null,
): ZonedDate {
	return dayOf(onBusinessDay(value, Math.max(0, countOf(days)), 1, weekends, holidays));
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
