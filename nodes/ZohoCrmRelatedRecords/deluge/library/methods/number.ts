import { DateTime } from 'luxon';
import { formatted } from '../../values/dates';
import { runtimeFault } from '../../values/fault';
import { formattedNumber, isNumberFormat } from '../../values/numberFormat';
import { decimal, rounded, toDecimal, toWhole, whole } from '../../values/numbers';
import { compare } from '../operators';
import { DelugeDate, type Value } from '../../values/value';
import { table, type Args } from './table';

type Numeric = bigint | number;

const MAX_DIGITS = 15;

/** Methods of numbers, whole or not. */
export const NUMBER_METHODS = table<Numeric>([
	['toLong toNumber', 0, 0, (number) => toWhole(number)],
	['toDecimal', 0, 0, (number) => toDecimal(number)],
	['toString text', 1, 2, numberText],
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
