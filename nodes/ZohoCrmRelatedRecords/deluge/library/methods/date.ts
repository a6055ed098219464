import type { DateTime, DurationLike } from 'luxon';
import { dayOf, formatted, javaZone } from '../../values/dates';
import { runtimeFault } from '../../values/fault';
import { DelugeDate } from '../../values/value';
import { BUSINESS_TIME, weekdayOf } from '../businessTime';
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
	...BUSINESS_TIME,
	...table<DelugeDate>([
		...UNITS.flatMap(([name, unit]) => [
			shifting(`add${name} add${name}s`, unit, 1),
			shifting(`sub${name} sub${name}s`, unit, -1),
		]),
		['getDay getDate day', 0, 0, ({ time }) => BigInt(time.day)],
		['getMonth month', 0, 0, ({ time }) => BigInt(time.month)],
		['getYear year', 0, 0, ({ time }) => BigInt(time.year)],
		['getHour hour', 0, 0, ({ time }) => BigInt(time.hour)],
		['getMinutes minute', 0, 0, ({ time }) => BigInt(time.minute)],
		['getSeconds second', 0, 0, ({ time }) => BigInt(time.second)],
		// Zoho counts from Sunday.
		['getDayOfWeek weekday', 0, 0, ({ time }) => BigInt((time.weekday % 7) + 1)],
		[
			'toString text toDateTimeString',
			1,
			2,
			(date, args) => formatted(date, args.text(0), args.zone(1)),
		],
		['toDate', 0, 1, (date) => dayOf(date)],
		['toDateTime toTime', 0, 2, ({ time }) => new DelugeDate(time, true)],
		['toLong', 0, 0, ({ time }) => BigInt(time.toMillis())],
		['unixEpoch', 0, 1, (date, args) => BigInt(epochIn(date, args).toMillis())],
		['daysBetween', 1, 1, (date, args) => between(date, args, 'days')],
		// A month counts as 30 days and a year as 365 (Zoho: monthsBetween, yearsBetween).
		['monthsBetween', 1, 1, (date, args) => between(date, args, 'days') / 30n],
		['yearsBetween', 1, 1, (date, args) => between(date, args, 'days') / 365n],
		['hoursBetween', 1, 1, (date, args) => between(date, args, 'hours')],
		['getDayOfYear', 0, 0, ({ time }) => BigInt(time.ordinal)],
		['getWeekOfYear', 0, 1, ({ time }, args) => BigInt(weekOf(time, firstWeekday(args)))],
		['toStartOfMonth', 0, 0, ({ time }) => new DelugeDate(time.startOf('month'), false)],
		// Weeks begin on Sunday.
		[
			'toStartOfWeek',
			0,
			0,
			({ time }) => new DelugeDate(time.startOf('day').minus({ days: time.weekday % 7 }), false),
		],
		['eomonth', 1, 1, (date, args) => monthEnd(date, count(args))],
		['edate', 1, 1, (date, args) => shifted(date, { months: count(args) }, 'months')],
		['getDateTime', 0, 0, ({ time }) => new DelugeDate(time, true)],
		['timeBetween', 1, 1, (date, args) => clockBetween(date, args.date(0))],
		['yearFraction', 1, 1, (date, args) => yearFraction(date, args.date(0))],
		['monthsDiff totalMonths', 1, 1, (date, args) => between(date, args, 'months')],
		['yearsDiff totalYears', 1, 1, (date, args) => between(date, args, 'years')],
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

/**
 * The first week is that of 1 January, with the days of December in it.
 * @param first the day that weeks begin with, from 1 for Monday
 */
function weekOf(time: DateTime, first: number): number {
	const dayInWeek = (day: DateTime) => (day.weekday - first + 7) % 7;
	const isNextYears = time.plus({ days: 6 - dayInWeek(time) }).year > time.year;
	if (isNextYears) return 1;
	return Math.floor((time.ordinal - 1 + dayInWeek(time.startOf('year'))) / 7) + 1;
}

/** Sunday, unless told otherwise (Zoho: getWeekOfYear). */
function firstWeekday(args: Args): number {
	return args.has(0) ? weekdayOf(args.text(0)) : 7;
}

/** Hours, minutes and seconds from a date to a later one (Zoho: timeBetween). */
function clockBetween(from: DelugeDate, to: DelugeDate): string {
	const seconds = Math.trunc((+to.time - +from.time) / 1000);
	if (seconds < 0) throw runtimeFault('timeBetween needs an end that is not before its start');
	const parts = [Math.trunc(seconds / 3600), Math.trunc(seconds / 60) % 60, seconds % 60];
	return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Years of 365 days (Zoho: yearFraction). */
function yearFraction(from: DelugeDate, to: DelugeDate): number {
	return (+to.time - +from.time) / 86_400_000 / 365;
}

/** What calendar and clock show, as a time of another zone (Zoho: unixEpoch). */
function epochIn({ time }: DelugeDate, args: Args): DateTime {
	return args.has(0) ? time.setZone(javaZone(args.text(0)), { keepLocalTime: true }) : time;
}

function monthEnd(date: DelugeDate, months: number): DelugeDate {
	const { time } = shifted(date, { months }, 'months');
	return new DelugeDate(time.endOf('month').startOf('day'), false);
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
