import {
	checkNumber,
	decimal,
	fail,
	isNumeric,
	jsonOf,
	numberIn,
	shown,
	textOf,
	whole,
	type Value,
} from './value';

/** Whether a condition holds. */
export function truthy(value: Value): boolean {
	if (value === null || typeof value === 'boolean') return value === true;
	const word = typeof value === 'string' ? value.toLowerCase() : '';
	if (word === 'true') return true;
	return word === 'false' ? false : fail(`A condition must be true or false, not ${shown(value)}`);
}

/** Equal by content; a number or a date equals its text. */
export function equals(a: Value, b: Value): boolean {
	if (a === null || b === null) return a === b;
	if (typeof a === 'string' && typeof b === 'string') return a === b;
	const order = dateOrder(a, b) ?? numberOrder(a, b);
	if (order !== undefined) return order === 0;
	const isSameType = typeof a === typeof b && Array.isArray(a) === Array.isArray(b);
	return isSameType ? jsonOf(a) === jsonOf(b) : textOf(a) === textOf(b);
}

/** Below, at or above zero. */
export function compare(a: Value, b: Value): number {
	const order = dateOrder(a, b) ?? numberOrder(a, b);
	if (order !== undefined) return order;
	if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a === b ? 0 : 1;
	return fail(`${shown(a)} and ${shown(b)} cannot be ordered`);
}

/** Order of two dates, of which one may be a text; undefined for other values. */
export function dateOrder(a: Value, b: Value): number | undefined {
	if (a instanceof Date) return a.compareTo(b);
	const order = b instanceof Date ? b.compareTo(a) : undefined;
	return order === undefined ? undefined : -order;
}

/** Order of two numbers, of which one may be a text; undefined for other values. */
export function numberOrder(a: Value, b: Value): number | undefined {
	if (!isNumeric(a) && !isNumeric(b)) return undefined;
	const [left, right] = [a, b].map((value) =>
		typeof value === 'string' ? numberIn(value) : value,
	);
	if (left === undefined || right === undefined) return undefined;
	if (!isNumeric(left) || !isNumeric(right)) return undefined;
	return left < right ? -1 : left > right ? 1 : 0;
}

/** Adds numbers, joins texts. */
export function add(a: Value, b: Value): Value {
	return typeof a === 'string' || typeof b === 'string' ? textOf(a) + textOf(b) : sum(a, b);
}

/** The sum of two numbers. */
export function sum(a: Value, b: Value): number | bigint {
	return calculated(
		a,
		b,
		(x, y) => x + y,
		(x, y) => x + y,
	);
}

/** The difference of two numbers, or of two dates in milliseconds. */
export function difference(a: Value, b: Value): number | bigint {
	if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
	return calculated(
		a,
		b,
		(x, y) => x - y,
		(x, y) => x - y,
	);
}

/** The product of two numbers. */
export function product(a: Value, b: Value): number | bigint {
	return calculated(
		a,
		b,
		(x, y) => x * y,
		(x, y) => x * y,
	);
}

/** A division, which fails by zero; without a remainder it stays whole. */
export function quotient(a: Value, b: Value): number | bigint {
	const [x, y] = [checkNumber(a), notZero(b)];
	const isWhole = remainder(a, b) === 0 && (typeof x === 'bigint' || typeof y === 'bigint');
	return isWhole ? whole(BigInt(x) / BigInt(y)) : decimal(Number(x) / Number(y));
}

/** What a division leaves; it fails by zero. */
export function remainder(a: Value, b: Value): number | bigint {
	return calculated(
		a,
		notZero(b),
		(x, y) => x % y,
		(x, y) => x % y,
	);
}

/** A divisor. */
export function notZero(value: Value): number | bigint {
	const divisor = checkNumber(value);
	return Number(divisor) === 0 ? fail('Division by zero') : divisor;
}

/** Whole numbers are calculated exactly, others as decimals. */
export function calculated(
	a: Value,
	b: Value,
	numbers: (x: number, y: number) => number,
	bigints: (x: bigint, y: bigint) => bigint,
): number | bigint {
	const [x, y] = [checkNumber(a), checkNumber(b)];
	const isWhole = [x, y].every((value) => typeof value === 'bigint' || Number.isSafeInteger(value));
	const result = numbers(Number(x), Number(y));
	const isExact = typeof x === 'number' && typeof y === 'number' && Number.isSafeInteger(result);
	return isWhole && !isExact ? whole(bigints(BigInt(x), BigInt(y))) : decimal(result);
}
