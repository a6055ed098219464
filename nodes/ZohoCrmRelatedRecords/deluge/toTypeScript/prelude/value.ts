/** What a script works with. Whole numbers beyond 2^53, such as IDs, are bigints. */
export type Value = string | number | bigint | boolean | null | DelugeDate | Value[] | Row;

export interface Row {
	[key: string]: Value;
}

/** A date, or a date and time; JSON holds it as ISO text. */
export interface DelugeDate extends Date {
	/** Below, at or above zero; undefined where the other is neither a date nor the text of one. */
	compareTo(other: Value): number | undefined;
}

/** Ends the script, or the try block it is in. */
export function fail(message: string): never {
	throw new Error(message);
}

/** A value as messages show it. */
export function shown(value: Value): string {
	if (Array.isArray(value)) return 'a list';
	return isMap(value) ? 'a map' : String(value).slice(0, 60);
}

/** Whether a value is a map. */
export function isMap(value: Value): value is Row {
	return (
		typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
	);
}

/** What values have in common that can be sorted together. */
export function kindOf(value: Value): string {
	if (Array.isArray(value)) return 'list';
	if (value === null || value instanceof Date) return value === null ? 'null' : 'date';
	return isNumeric(value) ? 'number' : typeof value;
}

/** Whether a value is a number, whole or not. */
export function isNumeric(value: Value): value is number | bigint {
	return typeof value === 'number' || typeof value === 'bigint';
}

/** A value as text: maps as JSON, plain lists joined by commas. */
export function textOf(value: Value): string {
	return Array.isArray(value) && !value.some(isNested)
		? value.map(String).join(',')
		: itemText(value);
}

/** Whether a value is a list or a map. */
export function isNested(value: Value): boolean {
	return Array.isArray(value) || isMap(value);
}

/** An item of a list as text. */
export function itemText(value: Value): string {
	return isNested(value) ? jsonOf(value) : String(value);
}

/** A value as JSON; whole numbers in full, dates as people read them. */
export function jsonOf(value: Value): string {
	if (Array.isArray(value)) return `[${value.map((item) => jsonOf(item)).join(',')}]`;
	if (isMap(value)) {
		const entries = Object.entries(value).map(
			([key, item]) => `${JSON.stringify(key)}:${jsonOf(item)}`,
		);
		return `{${entries.join(',')}}`;
	}
	const isText = typeof value === 'string' || value instanceof Date;
	return isText ? JSON.stringify(String(value)) : String(value);
}

/** An argument that must be a text; numbers, dates and booleans count as theirs. */
export function plainText(value: Value): string {
	if (value === null || isNested(value)) return fail(`${shown(value)} is not a text`);
	return String(value);
}

/** The text itself, where only a text will do; a date counts as its text. */
export function checkText(value: Value): string {
	if (value instanceof Date) return String(value);
	return typeof value === 'string' ? value : fail(`${shown(value)} is not a text`);
}

/** The list itself, where only a list will do. */
export function checkList(value: Value): Value[] {
	return Array.isArray(value) ? value : fail(`${shown(value)} is not a list`);
}

/** The map itself, where only a map will do. */
export function checkMap(value: Value): Row {
	return isMap(value) ? value : fail(`${shown(value)} is not a map`);
}

/** The number itself, where only a number will do. */
export function checkNumber(value: Value): number | bigint {
	return isNumeric(value) ? value : fail(`${shown(value)} is not a number`);
}

/** A key as maps take it: one that reaches the prototype is refused. */
export function keyOf(key: string): string {
	return key === '__proto__' ? fail(`'${key}' cannot be a key`) : key;
}

/** A whole number of up to 64 bits: a number where JavaScript can count with it, else a bigint. */
export function whole(value: bigint): number | bigint {
	if (BigInt.asIntN(64, value) !== value) return fail('A whole number has more than 19 digits');
	const number = Number(value);
	return Number.isSafeInteger(number) ? number : value;
}

/** A decimal that is a number. */
export function decimal(value: number): number {
	return Number.isFinite(value) ? value : fail('A number is too large, or not defined');
}

/** The number in a text; undefined where there is none. */
export function numberIn(text: string): number | bigint | undefined {
	const digits = text.trim();
	if (digits.length > 400 || !/^[+-]?\d+(\.\d+)?$/.test(digits)) return undefined;
	return digits.includes('.') ? decimal(Number(digits)) : whole(BigInt(digits.replace('+', '')));
}

/** The number that a value is, or that its text holds. */
export function numeric(value: Value): number | bigint {
	const number = typeof value === 'string' ? numberIn(value) : value;
	return number === undefined ? fail(`'${shown(value)}' is not a number`) : checkNumber(number);
}

/** A whole number, also from its text; decimals lose their fraction. */
export function wholeOf(value: Value): number | bigint {
	const number = numeric(value);
	return typeof number === 'bigint' ? number : whole(BigInt(Math.trunc(number)));
}

/** A decimal, also from its text. */
export function decimalOf(value: Value): number {
	return Number(numeric(value));
}

/** A whole number to count or to shift by. */
export function countOf(value: Value): number {
	const count = wholeOf(value);
	return typeof count === 'number' ? count : fail(`${count} is too large here`);
}

/** The value of a JSON text; undefined where it is none. Numbers beyond 2^53 become text. */
export function parsed(json: string): Value | undefined {
	const exact = json.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (part) =>
		!part.startsWith('"') && Math.abs(Number(part)) > Number.MAX_SAFE_INTEGER ? `"${part}"` : part,
	);
	try {
		return JSON.parse(exact, (key, value) => (key === '__proto__' ? undefined : value)) as Value;
	} catch {
		return undefined;
	}
}
