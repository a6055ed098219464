import { helper, text, word, type Code } from '../code';
import { table, type Definition } from './method';

const UNITS: readonly string[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'];

const shift = (names: string, unit: string, ...sign: Code[]): Definition => [
	names,
	1,
	1,
	'date',
	(target, [amount = word('0', 'count')], type) =>
		helper('shifted', type, target, amount, text(unit), ...sign),
];

const part = (names: string, name: string): Definition => [
	names,
	0,
	0,
	'count',
	(target, _args, type) => helper('datePart', type, target, text(name)),
];

const between = (names: string, unit: string): Definition => [
	names,
	1,
	1,
	'count',
	(target, args, type) => helper('unitsBetween', type, target, ...args, text(unit)),
];

const businessDay = (name: string, sign: Code): Definition => [
	name,
	1,
	3,
	'date',
	(target, [days = word('0', 'count'), ...off], type) =>
		helper('onBusinessDay', type, target, days, sign, ...off),
];

const weekday = (name: string, sign: Code): Definition => [
	name,
	1,
	1,
	'date',
	(target, args, type) => helper('weekdayFrom', type, target, ...args, sign),
];

/** Methods that only dates have. */
export const DATE_METHODS = table([
	...UNITS.flatMap((unit) => [
		shift(`add${unit} add${unit}s`, unit),
		shift(`sub${unit} sub${unit}s`, unit, word('-1', 'count')),
	]),
	part('getDay getDate day', 'day'),
	part('getMonth month', 'month'),
	part('getYear year', 'year'),
	part('getHour hour', 'hour'),
	part('getMinutes minute', 'minute'),
	part('getSeconds second', 'second'),
	['getDayOfWeek weekday', 0, 0, 'count', 'dayOfWeek'],
	['getDayOfYear', 0, 0, 'count', 'dayOfYear'],
	['getWeekOfYear', 0, 1, 'count', 'weekOfYear'],
	['toStartOfMonth', 0, 0, 'date', 'startOfMonth'],
	['toStartOfWeek', 0, 0, 'date', 'startOfWeek'],
	['eomonth', 1, 1, 'date', 'endOfMonth'],
	shift('edate', 'month'),
	businessDay('addBusinessDay', word('1', 'count')),
	businessDay('subBusinessDay', word('-1', 'count')),
	['workday', 1, 3, 'date', 'workday'],
	[
		'unixEpoch',
		0,
		1,
		'number',
		(target, args, type) =>
			helper(args.length === 0 ? 'milliseconds' : 'epochIn', type, target, ...args),
	],
	['workDaysList', 1, 3, 'list', 'workDays'],
	['addBusinessHour', 1, 4, 'date', 'addBusinessHours'],
	weekday('nextWeekDay', word('1', 'count')),
	weekday('previousWeekDay', word('-1', 'count')),
	['getDateTime', 0, 0, 'date', 'withTime'],
	['toDateTimeString', 1, 2, 'text', 'toTextWith'],
	['timeBetween', 1, 1, 'text', 'timeBetween'],
	['yearFraction', 1, 1, 'number', 'yearFraction'],
	between('daysBetween', 'day'),
	// A month counts as 30 days and a year as 365 (Zoho: monthsBetween, yearsBetween).
	['monthsBetween', 1, 1, 'count', 'monthsBetween'],
	['yearsBetween', 1, 1, 'count', 'yearsBetween'],
	between('monthsDiff totalMonths', 'month'),
	between('yearsDiff totalYears', 'year'),
	between('hoursBetween', 'hour'),
	['days360', 1, 1, 'count', 'days360'],
]);
