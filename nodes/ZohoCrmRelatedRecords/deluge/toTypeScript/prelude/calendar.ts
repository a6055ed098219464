import { dateAt, dateFrom, dateOf, partsOf, type ZonedDate } from './date';
import { countOf, fail, type Value } from './value';

/** A date moved by seconds, minutes, hours, days, weeks, months or years; back with the sign -1. */
export function shifted(value: Value, amount: Value, unit: string, sign = 1): ZonedDate {
	const date = dateOf(value);
	const by = sign * countOf(amount);
	if (Math.abs(by) > 1_000_000_000) fail(`A date cannot be moved by ${by}`);
	const milliseconds = { hour: 3_600_000, minute: 60_000, second: 1000 }[unit];
	if (milliseconds !== undefined) {
		return dateAt(date.getTime() + by * milliseconds, true, date.offset);
	}
	const [year, month, day, ...clock] = partsOf(date);
	const days = by * ({ day: 1, week: 7 }[unit] ?? 0);
	const months = month + by * ({ month: 1, year: 12 }[unit] ?? 0);
	const lastDay = partsOf(dateFrom([year, months + 1, 0, 0, 0, 0, 0], false, 0))[2];
	return dateFrom(
		[year, months, Math.min(day, lastDay) + days, ...clock],
		date.hasTime,
		date.offset,
	);
}

/** Whole days, months or years from one date to another, or hours. */
export function unitsBetween(value: Value, other: Value, unit: string): number {
	const [start, end] = [dateOf(value), dateOf(other)];
	const [from, to] = start.getTime() <= end.getTime() ? [start, end] : [end, start];
	if (unit === 'hour') return Math.trunc((end.getTime() - start.getTime()) / 3_600_000);
	const [first, last] = [partsOf(from), partsOf(to)];
	const months = (last[0] - first[0]) * 12 + last[1] - first[1];
	const days =
		(Date.UTC(last[0], last[1] - 1, last[2]) - Date.UTC(first[0], first[1] - 1, first[2])) /
		86_400_000;
	let count = { day: days, month: months, year: last[0] - first[0] }[unit] ?? 0;
	while (count > 0 && shifted(from, count, unit).getTime() > to.getTime()) count -= 1;
	return from === start ? count : 0 - count;
}

/** Months of 30 days from one date to another. */
export function monthsBetween(value: Value, other: Value): number {
	return Math.trunc(unitsBetween(value, other, 'day') / 30) + 0;
}

/** Years of 365 days from one date to another. */
export function yearsBetween(value: Value, other: Value): number {
	return Math.trunc(unitsBetween(value, other, 'day') / 365) + 0;
}

/** Days of a year of twelve months of 30 days. */
export function days360(value: Value, other: Value): number {
	const [start, end] = [partsOf(dateOf(value)), partsOf(dateOf(other))];
	const first = Math.min(start[2], 30);
	const last = first === 30 && end[2] === 31 ? 30 : end[2];
	return ((end[0] - start[0]) * 12 + end[1] - start[1]) * 30 + last - first;
}

/** Year, month, day, hour, minute or second of a date. */
export function datePart(value: Value, part: string): number {
	const parts = partsOf(dateOf(value));
	return parts[['year', 'month', 'day', 'hour', 'minute', 'second'].indexOf(part)] ?? 0;
}

/** Day of the week, from 1 for Sunday. */
export function dayOfWeek(value: Value): number {
	const [year, month, day] = partsOf(dateOf(value));
	return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

/** A date in milliseconds since 1970. */
export function milliseconds(value: Value): number {
	return dateOf(value).getTime();
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
