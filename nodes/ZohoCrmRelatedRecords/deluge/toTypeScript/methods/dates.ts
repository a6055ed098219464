import { code, literal, PRECEDENCE, within } from '../code';
import { asNumber, byHelper, named, type Translate } from './method';

const UNITS: readonly string[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'];

const shift =
	(unit: string, sign: '' | '-'): Translate =>
	(target, [amount], translation) => {
		const by = amount === undefined ? '0' : within(asNumber(amount, translation), PRECEDENCE.unary);
		const isDay = target.type === 'date' && !['second', 'minute', 'hour'].includes(unit);
		const moved = translation.help('shifted', target.text, `${sign}${by}`, literal(unit));
		return code(moved, isDay ? 'date' : 'dateTime');
	};

const datePart =
	(part: string): Translate =>
	(target, _args, translation) =>
		code(`${translation.help('partsOf', target.text)}.${part}`, 'number');

/** Whole hours or years, from a helper that counts smaller units. */
const unitsBetween =
	(count: (from: string, to: string) => string): Translate =>
	(target, [other], translation) => {
		translation.help('instant');
		translation.help('monthsBetween');
		return code(`Math.trunc(${count(target.text, other?.text ?? 'null')})`, 'number');
	};

/** Methods of dates. */
export const DATE_METHODS: readonly [string, Translate][] = [
	...named('getDayOfWeek weekday', byHelper('dayOfWeek', 'number')),
	...named('unixEpoch', byHelper('instant', 'number')),
	...named('monthsBetween', byHelper('monthsBetween', 'number')),
	...named(
		'yearsBetween',
		unitsBetween((from, to) => `monthsBetween(${from}, ${to}) / 12`),
	),
	...named(
		'hoursBetween',
		unitsBetween((from, to) => `(instant(${to}) - instant(${from})) / 3_600_000`),
	),
	...named('toDate', byHelper('toDate', 'date')),
	...named('toDateTime toTime', (target, _args, translation) =>
		code(target.type === 'text' ? target.text : translation.help('text', target.text), 'dateTime'),
	),
	...named('daysBetween', byHelper('daysBetween', 'number')),
	...named('days360', byHelper('days360', 'number')),
	...named('getDay getDate day', datePart('day')),
	...named('getMonth month', datePart('month')),
	...named('getYear', datePart('year')),
	...named('getHour hour', datePart('hour')),
	...named('getMinutes minute', datePart('minute')),
	...named('getSeconds second', datePart('second')),
	...UNITS.flatMap((unit) => [
		...named(`add${unit} add${unit}s`, shift(unit, '')),
		...named(`sub${unit} sub${unit}s`, shift(unit, '-')),
	]),
];
