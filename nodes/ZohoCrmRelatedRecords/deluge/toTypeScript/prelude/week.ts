import { dayOfWeek, shifted } from './calendar';
import { dateFrom, dateOf, dayOf, dayOfYear, partsOf, type ZonedDate } from './date';
import { checkList, countOf, fail, plainText, type Value } from './value';

/**
 * The first week is that of 1 January, with the days of December in it; weeks begin on Sunday, or on
 * the day named.
 */
export function weekOfYear(value: Value, firstDay: Value = null): number {
	const first = firstDay === null ? 0 : WEEKDAYS.indexOf(plainText(firstDay).toLowerCase());
	if (first === -1) fail(`'${plainText(firstDay)}' is not a day of the week`);
	const date = dateOf(value);
	const dayInWeek = (day: ZonedDate) => (dayOfWeek(day) - 1 - first + 7) % 7;
	const [year] = partsOf(date);
	const [endYear] = partsOf(shifted(date, 6 - dayInWeek(date), 'day'));
	if (endYear > year) return 1;
	const newYear = dateFrom([year, 1, 1, 0, 0, 0, 0], false, date.offset);
	return Math.floor((dayOfYear(date) - 1 + dayInWeek(newYear)) / 7) + 1;
}

/** The Sunday that a date's week begins with. */
export function startOfWeek(value: Value): ZonedDate {
	const day = dayOf(dateOf(value));
	return shifted(day, 1 - dayOfWeek(day), 'day');
}

/** The first day of a date's month. */
export function startOfMonth(value: Value): ZonedDate {
	const date = dateOf(value);
	const [year, month] = partsOf(date);
	return dateFrom([year, month, 1, 0, 0, 0, 0], false, date.offset);
}

/** The last day of the month so many months from a date. */
export function endOfMonth(value: Value, months: Value): ZonedDate {
	const date = shifted(value, months, 'month');
	const [year, month] = partsOf(date);
	return dateFrom([year, month + 1, 0, 0, 0, 0, 0], false, date.offset);
}

/** Days of the week, from Sunday. */
export const WEEKDAYS = [
	'sunday',
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
];

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
