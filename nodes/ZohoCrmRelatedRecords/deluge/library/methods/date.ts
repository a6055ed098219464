import type { DurationLike } from 'luxon';
import { dayOf, formatted } from '../../values/dates';
import { runtimeFault } from '../../values/fault';
import { DelugeDate } from '../../values/value';
import { table, type Args, type Table } from './table';

type Unit = 'seconds' | 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';

/** Names in Zoho's help, in the singular and in the plural that scripts use as well. */
const UNITS: readonly (readonly [name: string, unit: Unit])[] = [
	['Second', 'seconds'],
	['Minute', 'minutes'],
	['Hour', 'hours'],
	['Day', 'days'],
	['Week', 'weeks'],
	['Month', 'months'],
	['Year', 'years'],
];

const MAX_SHIFT = 1_000_000_000;

/** Methods of dates. */
export const DATE_METHODS: Table<DelugeDate> = new Map([
	...table<DelugeDate>([
		...UNITS.flatMap(([name, unit]) => [
			shifting(`add${name} add${name}s`, unit, 1),
			shifting(`sub${name} sub${name}s`, unit, -1),
		]),
		['getDay getDate day', 0, 0, ({ time }) => BigInt(time.day)],
		['getMonth month', 0, 0, ({ time }) => BigInt(time.month)],
		['getYear', 0, 0, ({ time }) => BigInt(time.year)],
		['getHour hour', 0, 0, ({ time }) => BigInt(time.hour)],
		['getMinutes minute', 0, 0, ({ time }) => BigInt(time.minute)],
		['getSeconds second', 0, 0, ({ time }) => BigInt(time.second)],
		// Zoho counts from Sunday.
		['getDayOfWeek weekday', 0, 0, ({ time }) => BigInt((time.weekday % 7) + 1)],
		['toString text', 1, 2, (date, args) => formatted(date, args.text(0), args.zone(1))],
		['toDate', 0, 1, (date) => dayOf(date)],
		['toDateTime toTime', 0, 2, ({ time }) => new DelugeDate(time, true)],
		['toLong unixEpoch', 0, 0, ({ time }) => BigInt(time.toMillis())],
		['daysBetween', 1, 1, (date, args) => between(date, args, 'days')],
		// A month counts as 30 days and a year as 365 (Zoho: monthsBetween, yearsBetween).
		['monthsBetween', 1, 1, (date, args) => between(date, args, 'days') / 30n],
		['yearsBetween', 1, 1, (date, args) => between(date, args, 'days') / 365n],
		['hoursBetween', 1, 1, (date, args) => between(date, args, 'hours')],
		['days360', 1, 1, (date, args) => days360(date, args.date(0))],
	]),
]);

function shifting(names: string, unit: Unit, sign: number) {
	const shift = (date: DelugeDate, args: Args) =>
		shifted(date, { [unit]: sign * count(args) }, unit);
	return [names, 1, 1, shift] as const;
}

function count(args: Args): number {
	const number = args.count(0);
	if (Math.abs(number) <= MAX_SHIFT) return number;
	throw runtimeFault(`A date cannot be shifted by ${number}`);
}

function shifted({ time, hasTime }: DelugeDate, by: DurationLike, unit: Unit): DelugeDate {
	const moved = time.plus(by);
	if (!moved.isValid) throw runtimeFault('The date would be out of range');
	return new DelugeDate(moved, hasTime || ['seconds', 'minutes', 'hours'].includes(unit));
}

/** Whole units from this date to the other, negative when that one is earlier. */
function between(date: DelugeDate, args: Args, unit: Unit): bigint {
	return BigInt(Math.trunc(args.date(0).time.diff(date.time, unit).as(unit)));
}

/** Days of a year of twelve months of 30 days, counted as spreadsheets do in the USA. */
export function days360(from: DelugeDate, to: DelugeDate): bigint {
	const start = Math.min(from.time.day, 30);
	const end = start === 30 && to.time.day === 31 ? 30 : to.time.day;
	const months = (to.time.year - from.time.year) * 12 + to.time.month - from.time.month;
	return BigInt(months * 30 + end - start);
}
