import { runtimeFault, type Fault } from './fault';
import { describe, isNumeric, type Value } from './value';

/** Zoho's numbers have up to 19 digits (64 bits). */
const LARGEST = 2n ** 63n - 1n;
const NUMERIC = /^[+-]?\d+(\.\d+)?$/;
const MAX_DIGITS = 400;
/** Blanks around them included. */
const MAX_NUMBER_TEXT = 1000;

/** A whole number that is not too long. */
export function whole(value: bigint): bigint {
	if (value > LARGEST || value < -LARGEST - 1n) {
		throw tooLarge();
	}
	return value;
}

function tooLarge(): Fault {
	return runtimeFault('A number is too large: whole numbers have up to 19 digits');
}

/** A decimal that is a number. */
export function decimal(value: number): number {
	if (Number.isFinite(value)) return value;
	throw runtimeFault('A number is too large or not defined');
}

/** A number as a script writes it: digits, perhaps with a point among them. */
export function numberOf(digits: string): bigint | number {
	if (digits.length > MAX_DIGITS) throw tooLarge();
	return digits.includes('.') ? decimal(Number(digits)) : whole(BigInt(digits));
}

/** The number in a text; undefined where there is none. */
export function numberIn(text: string): bigint | number | undefined {
	if (text.length > MAX_NUMBER_TEXT) return undefined;
	const trimmed = text.trim();
	if (trimmed.length > MAX_DIGITS || !NUMERIC.test(trimmed)) return undefined;
	return numberOf(trimmed.replace('+', ''));
}

/** A whole number from a number or a text; decimals lose their fraction. */
export function toWhole(value: Value): bigint {
	const number = typeof value === 'string' ? numberIn(value) : value;
	if (typeof number === 'bigint') return number;
	if (typeof number === 'number') return whole(BigInt(Math.trunc(number)));
	throw runtimeFault(`${shown(value)} is not a number`);
}

/** A decimal from a number or a text. */
export function toDecimal(value: Value): number {
	const number = typeof value === 'string' ? numberIn(value) : value;
	if (number === undefined || !isNumeric(number)) {
		throw runtimeFault(`${shown(value)} is not a number`);
	}
	return Number(number);
}

/** To so many digits after the point, halves away from zero. */
export function rounded(value: number, digits: number): number {
	const shifted = Number(`${Math.abs(value)}e${digits}`);
	if (!Number.isFinite(shifted) || shifted > Number.MAX_SAFE_INTEGER) return value;
	return Math.sign(value) * Number(`${Math.round(shifted)}e-${digits}`);
}

function shown(value: Value): string {
	return typeof value === 'string' && value.length <= 40 ? `'${value}'` : describe(value);
}
