import { compare } from './operators';
import {
	checkNumber,
	countOf,
	decimal,
	decimalOf,
	fail,
	whole,
	wholeOf,
	type Value,
} from './value';

/** The other sign. */
export function negative(value: Value): number | bigint {
	const number = checkNumber(value);
	return typeof number === 'bigint' ? whole(-number) : -number;
}

/** Without its sign. */
export function absolute(value: Value): number | bigint {
	const number = checkNumber(value);
	return number < 0 ? negative(number) : number;
}

/** To so many digits behind the point, halves away from zero. */
export function round(value: Value, digits: Value = 0): number | bigint {
	const number = checkNumber(value);
	const places = digits === null ? 0 : countOf(digits);
	if (places < 0 || places > 15) fail(`round takes 0 to 15 digits, not ${places}`);
	if (typeof number === 'bigint') return number;
	const moved = Number(`${Math.abs(number)}e${places}`);
	if (!Number.isFinite(moved) || moved > Number.MAX_SAFE_INTEGER) return number;
	return Math.sign(number) * Number(`${Math.round(moved)}e-${places}`);
}

/** The next whole number above. */
export function ceiling(value: Value): number | bigint {
	const number = checkNumber(value);
	return typeof number === 'bigint' ? number : wholeOf(Math.ceil(number));
}

/** The next whole number below. */
export function floor(value: Value): number | bigint {
	const number = checkNumber(value);
	return typeof number === 'bigint' ? number : wholeOf(Math.floor(number));
}

/** A power. */
export function power(value: Value, exponent: Value): number {
	return decimal(Number(checkNumber(value)) ** decimalOf(exponent));
}

/** The square root. */
export function squareRoot(value: Value): number {
	return decimal(Math.sqrt(Number(checkNumber(value))));
}

/** The smaller of two. */
export function smaller(value: Value, other: Value): Value {
	return compare(checkNumber(value), other) <= 0 ? value : other;
}

/** The larger of two. */
export function larger(value: Value, other: Value): Value {
	return compare(checkNumber(value), other) >= 0 ? value : other;
}

/** Whether a number can be halved. */
export function isEven(value: Value): boolean {
	return BigInt(wholeOf(checkNumber(value))) % 2n === 0n;
}
