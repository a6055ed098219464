import { DateTime } from 'luxon';
import { formatted } from '../../values/dates';
import { runtimeFault } from '../../values/fault';
import { formattedNumber, isNumberFormat } from '../../values/numberFormat';
import { decimal, rounded, toDecimal, toWhole, whole } from '../../values/numbers';
import { compare } from '../operators';
import { wordsOf } from '../numberWords';
import { DelugeDate, type Value } from '../../values/value';
import { table, type Args, type Definition } from './table';

type Numeric = bigint | number;

const MAX_DIGITS = 15;

/** Functions of one number in JavaScript's own meaning (Zoho: functions, number). */
const REAL_FUNCTIONS: readonly (readonly [string, (x: number) => number])[] = [
	['exp', Math.exp],
	['log', Math.log],
	['log10', Math.log10],
	['sin', Math.sin],
	['asin', Math.asin],
	['sinh', Math.sinh],
	['asinh', Math.asinh],
	['cos', Math.cos],
	['acos', Math.acos],
	['cosh', Math.cosh],
	['acosh', Math.acosh],
	['tan', Math.tan],
	['atan', Math.atan],
	['tanh', Math.tanh],
	['atanh', Math.atanh],
	['degrees', (x) => (x * 180) / Math.PI],
	['radians', (x) => (x * Math.PI) / 180],
	['frac', (x) => Number((x - Math.trunc(x)).toPrecision(12))],
];

const MATHS: readonly Definition<Numeric>[] = [
	['atan2', 1, 1, (number, args) => Math.atan2(Number(number), toDecimal(args.value(0)))],
	['signum', 0, 0, (number) => BigInt(Math.sign(Number(number)))],
	['truncate', 0, 1, truncate],
	['toHex', 0, 0, (number) => toWhole(number).toString(16)],
	['toWords', 0, 1, toWords],
	['randomNumber', 1, 1, randomNumber],
];

/** Methods of numbers, whole or not. */
export const NUMBER_METHODS = table<Numeric>([
	['toLong toNumber', 0, 0, (number) => toWhole(number)],
	['toDecimal', 0, 0, (number) => toDecimal(number)],
	['toString text toDateTimeString', 1, 2, numberText],
	...MATHS,
	...REAL_FUNCTIONS.map(
		([name, real]) => [name, 0, 0, (number: Numeric) => decimal(real(Number(number)))] as const,
	),
	['round', 0, 1, round],
	['abs', 0, 0, (number) => (number < 0 ? opposite(number) : number)],
	['ceil', 0, 0, (number) => toWhole(typeof number === 'bigint' ? number : Math.ceil(number))],
	['floor', 0, 0, (number) => toWhole(typeof number === 'bigint' ? number : Math.floor(number))],
	['power', 1, 1, power],
	['sqrt', 0, 0, (number) => decimal(Math.sqrt(Number(number)))],
	[
		'min',
		1,
		1,
		(number, args) => (compare(number, args.value(0), args.tools) <= 0 ? number : args.value(0)),
	],
	[
		'max',
		1,
		1,
		(number, args) => (compare(number, args.value(0), args.tools) >= 0 ? number : args.value(0)),
	],
	['isEven', 0, 0, (number) => toWhole(number) % 2n === 0n],
	['isOdd', 0, 0, (number) => toWhole(number) % 2n !== 0n],
]);

function opposite(number: Numeric): Numeric {
	return typeof number === 'bigint' ? whole(-number) : -number;
}

/** A number in a number format, or milliseconds in a date format (Zoho: text, toString). */
function numberText(number: Numeric, args: Args): string {
	const pattern = args.text(0);
	if (isNumberFormat(pattern)) return args.madeText(formattedNumber(number, pattern));
	const zone = args.zone(1) ?? args.tools.zone;
	const time = DateTime.fromMillis(Number(toWhole(number)), { zone });
	if (!time.isValid) throw runtimeFault(`${number} is no time in milliseconds`);
	return formatted(new DelugeDate(time, true), pattern);
}

/** To tens, hundreds and so on: 294.2 with 2 zeros is 300 (Zoho: round). */
function roundedToZeros(number: Numeric, zeros: number): bigint {
	const unit = 10n ** BigInt(zeros);
	const whole = toWhole(number);
	const half = whole < 0n ? -unit / 2n : unit / 2n;
	return ((whole + half) / unit) * unit;
}

/** Digits beyond so many are dropped. */
function truncate(number: Numeric, args: Args): Value {
	const digits = args.has(0) ? args.count(0) : 0;
	if (Math.abs(digits) > MAX_DIGITS) {
		throw runtimeFault(`truncate takes -${MAX_DIGITS} to ${MAX_DIGITS} digits, not ${digits}`);
	}
	if (digits < 0) return (toWhole(number) / 10n ** BigInt(-digits)) * 10n ** BigInt(-digits);
	if (typeof number === 'bigint') return number;
	const cut = Math.trunc(Number(`${number}e${digits}`));
	if (!Number.isFinite(cut)) return number;
	return digits === 0 ? toWhole(cut) : Number(`${cut}e-${digits}`);
}

/** In words, in English unless told otherwise (Zoho: toWords). */
function toWords(number: Numeric, args: Args): string {
	return args.madeText(wordsOf(number, args.has(0) ? args.text(0) : 'en-us'));
}

/** From the number on, below the argument; whole where both are (Zoho: randomNumber). */
function randomNumber(start: Numeric, args: Args): Value {
	const end = args.value(0);
	const range = toDecimal(end) - Number(start);
	if (range <= 0) throw runtimeFault('The end of randomNumber must be above its start');
	const isWhole = typeof start === 'bigint' && Number.isInteger(toDecimal(end));
	const random = Math.random() * range;
	return isWhole ? whole(start + BigInt(Math.floor(random))) : decimal(Number(start) + random);
}

/** Without digits, to a whole number. */
function round(number: Numeric, args: Args): Value {
	const digits = args.has(0) ? args.count(0) : 0;
	if (Math.abs(digits) > MAX_DIGITS) {
		throw runtimeFault(`round takes -${MAX_DIGITS} to ${MAX_DIGITS} digits, not ${digits}`);
	}
	if (digits < 0) return roundedToZeros(number, -digits);
	if (typeof number === 'bigint') return number;
	const result = rounded(number, digits);
	return digits === 0 ? toWhole(result) : result;
}

function power(number: Numeric, args: Args): Value {
	const exponent = args.value(0);
	const result = decimal(Number(number) ** toDecimal(exponent));
	const isWhole = typeof number === 'bigint' && Number.isSafeInteger(result);
	return isWhole ? BigInt(result) : result;
}
