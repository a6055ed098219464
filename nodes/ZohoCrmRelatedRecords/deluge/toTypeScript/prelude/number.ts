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
	if (Math.abs(places) > 15) fail(`round takes -15 to 15 digits, not ${places}`);
	if (places < 0) return roundedToZeros(number, -places);
	if (typeof number === 'bigint') return number;
	const moved = Number(`${Math.abs(number)}e${places}`);
	if (!Number.isFinite(moved) || moved > Number.MAX_SAFE_INTEGER) return number;
	return Math.sign(number) * Number(`${Math.round(moved)}e-${places}`);
}

/** To tens, hundreds and so on, halves away from zero. */
export function roundedToZeros(value: Value, zeros: number): number | bigint {
	const unit = 10n ** BigInt(zeros);
	const number = BigInt(wholeOf(value));
	const half = number < 0n ? -unit / 2n : unit / 2n;
	return whole(((number + half) / unit) * unit);
}

/** Without the digits beyond so many behind the point. */
export function truncate(value: Value, digits: Value = 0): number | bigint {
	const number = checkNumber(value);
	const places = digits === null ? 0 : countOf(digits);
	if (Math.abs(places) > 15) fail(`truncate takes -15 to 15 digits, not ${places}`);
	if (places < 0)
		return whole((BigInt(wholeOf(number)) / 10n ** BigInt(-places)) * 10n ** BigInt(-places));
	if (typeof number === 'bigint') return number;
	const cut = Math.trunc(Number(`${number}e${places}`));
	if (!Number.isFinite(cut)) return number;
	return places === 0 ? wholeOf(cut) : Number(`${cut}e-${places}`);
}

/** What is behind the point. */
export function fraction(value: Value): number {
	const number = Number(checkNumber(value));
	return Number((number - Math.trunc(number)).toPrecision(12));
}

/** An angle in degrees. */
export function degrees(value: Value): number {
	return decimal((Number(checkNumber(value)) * 180) / Math.PI);
}

/** An angle in radians. */
export function radians(value: Value): number {
	return decimal((Number(checkNumber(value)) * Math.PI) / 180);
}

/** The angle of a point, in radians. */
export function angle(y: Value, x: Value): number {
	return Math.atan2(Number(checkNumber(y)), decimalOf(x));
}

/** Below zero -1, above it 1. */
export function signOf(value: Value): number {
	return Math.sign(Number(checkNumber(value)));
}

/** A whole number in hexadecimal digits. */
export function toHex(value: Value): string {
	return wholeOf(checkNumber(value)).toString(16);
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

/** A number from one on, below another; whole where both are. */
export function randomNumber(value: Value, end: Value): number | bigint {
	const [start, stop] = [decimalOf(value), decimalOf(end)];
	if (stop <= start) fail('The end of randomNumber must be above its start');
	const random = Math.random() * (stop - start);
	const isWhole = Number.isInteger(start) && Number.isInteger(stop);
	return isWhole ? wholeOf(start + Math.floor(random)) : start + random;
}
