import type { DateTime, DurationLike } from 'luxon';
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
		['getDayOfYear', 0, 0, ({ time }) => BigInt(time.ordinal)],
		['getWeekOfYear', 0, 0, ({ time }) => BigInt(weekOf(time))],
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
		['addBusinessDay', 1, 3, (date, args) => onWorkday(date, count(args), args)],
		['workday', 1, 3, workday],
		['subBusinessDay', 1, 3, (date, args) => onWorkday(date, -count(args), args)],
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

/** Weeks begin on Sunday; the first one is that of 1 January, with the days of December in it. */
function weekOf(time: DateTime): number {
	const first = time.startOf('year').weekday % 7;
	const isNextYears = time.plus({ days: 6 - (time.weekday % 7) }).year > time.year;
	return isNextYears ? 1 : Math.floor((time.ordinal - 1 + first) / 7) + 1;
}

function monthEnd(date: DelugeDate, months: number): DelugeDate {
	const { time } = shifted(date, { months }, 'months');
	return new DelugeDate(time.endOf('month').startOf('day'), false);
}

/**
 * So many business days on or back.
 * @param args the days; the names of days off, Saturday and Sunday by default; dates of holidays
 */
async function onWorkday(date: DelugeDate, days: number, args: Args): Promise<DelugeDate> {
	if (Math.abs(days) > MAX_WORKDAYS) {
		throw runtimeFault(`A date cannot be shifted by ${days} business days`);
	}
	const weekends = args.has(1) ? args.list(1).map((name) => String(name).toLowerCase()) : WEEKEND;
	if (new Set(weekends).size >= 7) throw runtimeFault('A week needs a business day');
	const holidays = new Set(args.has(2) ? args.dates(2).map(({ time }) => time.toISODate()) : []);
	let { time } = date;
	for (let left = Math.abs(days); left > 0;) {
		await args.breathe();
		time = time.plus({ days: Math.sign(days) });
		const day = time.setLocale('en').toFormat('EEEE').toLowerCase();
		if (!weekends.includes(day) && !holidays.has(time.toISODate())) left -= 1;
	}
	return new DelugeDate(time, date.hasTime);
}

/** Without its time, and not back (Zoho: workday). */
async function workday(date: DelugeDate, args: Args): Promise<DelugeDate> {
	return dayOf(await onWorkday(date, Math.max(0, count(args)), args));
}

const WEEKEND: readonly string[] = ['saturday', 'sunday'];
const MAX_WORKDAYS = 100_000;

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
