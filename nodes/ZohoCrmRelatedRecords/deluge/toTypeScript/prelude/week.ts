import { dayOfWeek, shifted } from './calendar';
import { dateFrom, dateOf, dayOf, dayOfYear, partsOf, type ZonedDate } from './date';
import { fail, plainText, type Value } from './value';

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
