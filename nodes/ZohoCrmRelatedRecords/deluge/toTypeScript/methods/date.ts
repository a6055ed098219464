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

const between = (name: string, unit: string): Definition => [
	name,
	1,
	1,
	'count',
	(target, args, type) => helper('unitsBetween', type, target, ...args, text(unit)),
];

/** Methods that only dates have. */
export const DATE_METHODS = table([
	...UNITS.flatMap((unit) => [
		shift(`add${unit} add${unit}s`, unit),
		shift(`sub${unit} sub${unit}s`, unit, word('-1', 'count')),
	]),
	part('getDay getDate day', 'day'),
	part('getMonth month', 'month'),
	part('getYear', 'year'),
	part('getHour hour', 'hour'),
	part('getMinutes minute', 'minute'),
	part('getSeconds second', 'second'),
	['getDayOfWeek weekday', 0, 0, 'count', 'dayOfWeek'],
	['unixEpoch', 0, 0, 'number', 'milliseconds'],
	between('daysBetween', 'day'),
	between('monthsBetween', 'month'),
	between('yearsBetween', 'year'),
	between('hoursBetween', 'hour'),
	[
		'days360',
		1,
		1,
		'count',
		(target, args, type) => helper('days360', type, helper('checkDate', 'date', target), ...args),
	],
]);
