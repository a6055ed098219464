import type { DateTime } from 'luxon';
import { dayOf } from '../values/dates';
import { runtimeFault } from '../values/fault';
import { toDecimal } from '../values/numbers';
import { DelugeDate, isNumeric, type List } from '../values/value';
import { table, type Args } from './methods/table';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const LONGEST_DAY = Math.max(...WEEKDAYS.map(({ length }) => length));
const WEEKEND: readonly string[] = ['saturday', 'sunday'];
const MAX_WORKDAYS = 100_000;
const HOUR = 3_600_000;

/** Methods of dates that know weekends and holidays (Zoho: functions, date-time). */
export const BUSINESS_TIME = table<DelugeDate>([
	['addBusinessDay', 1, 3, async (date, args) => await onWorkday(date, args.count(0), args)],
	['subBusinessDay', 1, 3, async (date, args) => await onWorkday(date, -args.count(0), args)],
	['workday', 1, 3, workday],
	['workDaysList', 1, 3, workDaysList],
	['addBusinessHour', 1, 4, addBusinessHour],
	['nextWeekDay', 1, 1, (date, args) => weekdayFrom(date, args.text(0), 1)],
	['previousWeekDay', 1, 1, (date, args) => weekdayFrom(date, args.text(0), -1)],
]);

/** @returns the number of a day of the week, from 1 for Monday */
export function weekdayOf(name: string): number {
	const index = WEEKDAYS.indexOf(name.toLowerCase());
	if (index !== -1) return index + 1;
	throw runtimeFault(
		`'${name.slice(0, 60)}' is not a day of the week`,
		'Use a name such as Monday.',
	);
}

/**
 * Says of days whether they are business days.
 * @param args names of days off at a place, Saturday and Sunday by default; then holidays
 */
async function businessDays(args: Args, place: number): Promise<(time: DateTime) => boolean> {
	const days = new Set(args.has(place) ? await daysOff(args, place) : WEEKEND);
	if (WEEKDAYS.every((name) => days.has(name))) throw runtimeFault('A week needs a business day');
	const holidays = args.has(place + 1) ? await args.dates(place + 1) : [];
	const closed = new Set(holidays.map(({ time }) => time.toISODate()));
	return (time) => !days.has(WEEKDAYS[time.weekday - 1] ?? '') && !closed.has(time.toISODate());
}

/** Names of days, in lower case; a longer text is none. */
async function daysOff(args: Args, place: number): Promise<string[]> {
	const names: string[] = [];
	for (const name of await args.texts(place)) {
		await args.breathe();
		if (name.length <= LONGEST_DAY) names.push(name.toLowerCase());
	}
	return names;
}

function checkCount(days: number): void {
	if (Math.abs(days) <= MAX_WORKDAYS) return;
	throw runtimeFault(`A date cannot be shifted by ${days} business days`);
}

/** So many business days on or back. */
async function onWorkday(date: DelugeDate, days: number, args: Args): Promise<DelugeDate> {
	checkCount(days);
	const isOpen = await businessDays(args, 1);
	let { time } = date;
	for (let left = Math.abs(days); left > 0;) {
		await args.breathe();
		time = time.plus({ days: Math.sign(days) });
		if (isOpen(time)) left -= 1;
	}
	return new DelugeDate(time, date.hasTime);
}

/** Without its time, and not back (Zoho: workday). */
async function workday(date: DelugeDate, args: Args): Promise<DelugeDate> {
	return dayOf(await onWorkday(date, Math.max(0, args.count(0)), args));
}

/** All business days from a date to another, both included. */
async function workDaysList(date: DelugeDate, args: Args): Promise<List> {
	const [start, end] = [dayOf(date).time, dayOf(args.date(0)).time];
	const count = Math.floor(end.diff(start, 'days').days);
	checkCount(count);
	const isOpen = await businessDays(args, 1);
	const days: List = [];
	for (let index = 0; index <= count; index += 1) {
		await args.breathe();
		const time = start.plus({ days: index });
		if (!isOpen(time)) continue;
		args.meter.date();
		days.push(new DelugeDate(time, false));
	}
	return args.madeList(days);
}

/** So many hours on or back, of which only those of business days between two hours count. */
async function addBusinessHour(date: DelugeDate, args: Args): Promise<DelugeDate> {
	const hours = wholeHours(args);
	checkCount(hours);
	const isOpen = await businessDays(args, 1);
	const [start, end] = businessHours(args);
	const sign = Math.sign(hours);
	let { time } = date;
	for (let left = Math.abs(hours) * HOUR; left > 0;) {
		await args.breathe();
		const day = time.startOf('day');
		const [opens, closes] = [day.set({ hour: start }), day.set({ hour: end })];
		const now = Math.min(Math.max(+time, +opens), +closes);
		const room = isOpen(day) ? (sign > 0 ? +closes - now : now - +opens) : 0;
		const step = Math.min(room, left);
		left -= step;
		time =
			left > 0 ? nextDay(day, sign, sign > 0 ? start : end) : day.plus(now + sign * step - +day);
	}
	return new DelugeDate(time, true);
}

function nextDay(day: DateTime, sign: number, hour: number): DateTime {
	return day.plus({ days: sign }).set({ hour });
}

/** Zoho's help reads 0.1 hours as one minute, so parts of hours are refused. */
function wholeHours(args: Args): number {
	const hours = toDecimal(args.value(0));
	if (Number.isInteger(hours)) return hours;
	throw runtimeFault(
		'addBusinessHour takes whole hours here: Zoho reads 0.1 as one minute',
		'Add the minutes with addMinutes().',
	);
}

/**
 * @returns the hour when business begins, and the one when it ends; 9 and 17 where the script does
 * not say (Zoho: addBusinessHour)
 */
function businessHours(args: Args): [number, number] {
	if (!args.has(3)) return [9, 17];
	const map = args.map(3);
	const [start, end] = ['start', 'end'].map((name) => {
		const value = map.get(name) ?? null;
		return isNumeric(value) || typeof value === 'string' ? toDecimal(value) : NaN;
	});
	const isRange = start !== undefined && end !== undefined && start >= 0 && start < end;
	if (isRange && end <= 24 && Number.isInteger(start) && Number.isInteger(end)) return [start, end];
	throw runtimeFault(
		'Business hours go from a whole hour to a later one, such as {"start":"10","end":"17"}',
	);
}

/** The first such day of the week after a date, or before it. */
function weekdayFrom(date: DelugeDate, name: string, sign: 1 | -1): DelugeDate {
	const wanted = weekdayOf(name);
	const days = (sign * (wanted - date.time.weekday) + 6) % 7;
	return new DelugeDate(date.time.plus({ days: sign * (((days + 7) % 7) + 1) }), date.hasTime);
}
