import { dateAt, dateIn, dateOf, formatDate, ZonedDate } from './date';
import { holds, itemAt, joined, lastPositionIn, positionIn } from './list';
import { valueIn } from './map';
import { formatNumber, isNumberFormat } from './numberFormat';
import { equals } from './operators';
import {
	checkMap,
	checkText,
	countOf,
	decimalOf,
	fail,
	isMap,
	isNumeric,
	keyOf,
	numberIn,
	parsed,
	plainText,
	textOf,
	wholeOf,
	type Row,
	type Value,
} from './value';
import { inZone } from './zone';

/** A value that the script is given; it must be there, if only as null. */
export function given(input: Row, name: string): Value {
	return known(perhapsGiven(input, name), name);
}

/** A value that the script may be given. */
export function perhapsGiven(input: Row, name: string): Value | undefined {
	return Object.hasOwn(input, name) ? input[name] : undefined;
}

/** The value of a variable, which has to have one. */
export function known<T extends Value>(value: T | undefined, name: string): T {
	return value === undefined ? fail(`The variable '${name}' has no value`) : value;
}

/** A value for a parameter of the function around a script; null stays null. */
export function parameter(input: Row, name: string, type: string): Value {
	const value = given(input, name);
	if (value === null) return null;
	if (type === 'whole') return wholeOf(value);
	return type === 'decimal' ? decimalOf(value) : textOf(value);
}

/** The value, or another where it is null. */
export function ifNull(value: Value, otherwise: Value): Value {
	return value ?? otherwise;
}

/** Whether there is no value; an empty text counts as none. */
export function isNull(value: Value): boolean {
	return value === null || value === '';
}

/** Whether a value is a date, or the text of one. */
export function isDate(value: Value): boolean {
	if (value === null) return fail('null has no type');
	return value instanceof ZonedDate || (typeof value === 'string' && dateIn(value) !== undefined);
}

/** Whether a value, which must be there, is equal to another. */
export function isEqual(value: Value, other: Value): boolean {
	return value === null ? fail('null has nothing to compare') : equals(value, other);
}

/** Whether there is a value that is not empty. */
export function isValid(value: Value): boolean {
	return !isEmpty(value);
}

/** No value of a translation is a file. */
export function isFile(value: Value): boolean {
	return value === undefined;
}

/** Whether a value is a text. */
export function isText(value: Value): boolean {
	return typeof value === 'string';
}

/** Null, an empty text, list or map. */
export function isEmpty(value: Value): boolean {
	if (isMap(value)) return Object.keys(value).length === 0;
	return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Empty, or nothing but blanks. */
export function isBlank(value: Value): boolean {
	return isEmpty(typeof value === 'string' ? value.trim() : value);
}

/** Whether a value is a number, or the text of one. */
export function isNumber(value: Value): boolean {
	const number = typeof value === 'string' ? numberIn(value) : value;
	return typeof number === 'number' || typeof number === 'bigint';
}

/** A value as text; null has none. */
export function toText(value: Value): string {
	return value === null ? fail('null has no text') : textOf(value);
}

/**
 * A list joined by a separator, a number in a pattern, or a date in a pattern, and in a time zone
 * perhaps; a number is milliseconds where the pattern is one of dates.
 */
export function toTextWith(value: Value, pattern: Value, zone: Value = null): string {
	if (Array.isArray(value)) return joined(value, plainText(pattern));
	const format = plainText(pattern);
	const number = typeof value === 'string' && isNumberFormat(format) ? numberIn(value) : value;
	if (number !== undefined && isNumeric(number) && isNumberFormat(format)) {
		return formatNumber(number, format);
	}
	const date = isNumeric(value) ? dateAt(Number(value), true) : dateOf(value);
	return formatDate(zone === null ? date : inZone(date, plainText(zone)), format);
}

/** A whole number, from a number, a text, or a date in milliseconds. */
export function toWhole(value: Value): number | bigint {
	return value instanceof ZonedDate ? value.getTime() : wholeOf(value);
}

/** A decimal, from a number or a text. */
export function toDecimal(value: Value): number {
	return decimalOf(value);
}

/** A value within maps and lists; null where a map lacks the key. */
export function get(value: Value, ...keys: Value[]): Value {
	return keys.reduce<Value>((inner, key) => part(inner, key), value);
}

function part(value: Value, key: Value): Value {
	if (Array.isArray(value)) return itemAt(value, key);
	if (isMap(value)) return valueIn(value, key);
	if (value === '') return null;
	const inner = parsed(checkText(value));
	if (Array.isArray(inner)) return inner[countOf(key)] ?? null;
	return inner !== undefined && isMap(inner) ? valueIn(inner, key) : fail('The text is not JSON');
}

/** As `get`; of a list whose first entry is a map, a name gives what that entry has under it. */
export function getJson(value: Value, key: Value): Value {
	const inner = typeof value === 'string' && value !== '' ? parsed(value) : value;
	const first = Array.isArray(inner) ? (inner[0] ?? null) : null;
	if (!isMap(first) || numberIn(plainText(key)) !== undefined) return get(value, key);
	return valueIn(first, key);
}

/** Whether a map, or the JSON of one, has a key; or a list a place. */
export function hasKey(value: Value, key: Value): boolean {
	if (Array.isArray(value)) return countOf(key) >= 0 && countOf(key) < value.length;
	if (isMap(value)) return Object.hasOwn(value, plainText(key));
	return value !== '' && Object.hasOwn(mapIn(checkText(value)), keyOf(plainText(key)));
}

function mapIn(text: string): Row {
	const value = parsed(text);
	return value !== undefined && isMap(value) ? value : fail('The text does not hold a map as JSON');
}

/** Characters of a text, items of a list. */
export function lengthOf(value: Value): number {
	return Array.isArray(value) ? value.length : checkText(value).length;
}

/** Characters of a text, entries of a list or map. */
export function size(value: Value): number {
	return isMap(value) ? Object.keys(value).length : lengthOf(value);
}

/** Whether a text holds a text, or a list an item. */
export function contains(value: Value, wanted: Value): boolean {
	return Array.isArray(value) ? holds(value, wanted) : checkText(value).includes(plainText(wanted));
}

/** Where a list holds an item, or a text a part; -1 where it does not. */
export function indexOf(value: Value, wanted: Value): number {
	return Array.isArray(value)
		? positionIn(value, wanted)
		: checkText(value).indexOf(plainText(wanted));
}

/** Where a list holds an item, or a text a part, for the last time. */
export function lastIndexOf(value: Value, wanted: Value): number {
	if (Array.isArray(value)) return lastPositionIn(value, wanted);
	return checkText(value).lastIndexOf(plainText(wanted));
}

/** Takes an item out of a list, a key out of a map, or a part out of a text. */
export function remove(value: Value, key: Value): Value {
	if (typeof value === 'string' || value instanceof Date) {
		return checkText(value).replaceAll(plainText(key), '');
	}
	const removed = get(value, key);
	if (Array.isArray(value)) value.splice(countOf(key), 1);
	else delete checkMap(value)[plainText(key)];
	return removed;
}

/** Back to front. */
export function reversed(value: Value): Value {
	return Array.isArray(value) ? [...value].reverse() : [...checkText(value)].reverse().join('');
}

/** Empties a list or map, which is given back. */
export function clear(value: Value): Value {
	if (Array.isArray(value)) value.length = 0;
	else for (const key of Object.keys(checkMap(value))) delete checkMap(value)[key];
	return value;
}

/** The map itself, or the one in a text of JSON. */
export function toMap(value: Value): Row {
	return isMap(value) ? value : mapIn(checkText(value));
}

/** The list in a text: JSON, or parts with a separator between them. */
export function toList(value: Value, separator?: Value): Value[] {
	if (separator === undefined && Array.isArray(value)) return value;
	if (separator === undefined && isMap(value)) return [value];
	const text = checkText(value);
	const isPlain = separator === undefined || separator === null;
	const list = isPlain && text.trimStart().startsWith('[') ? parsed(text) : undefined;
	if (Array.isArray(list)) return list;
	return text === '' ? [] : text.split(isPlain ? ',' : plainText(separator));
}

/** Each item of a list, or each part of a text between commas, as text. */
export function toTextList(value: Value): Value[] {
	return Array.isArray(value) ? value.map((item) => textOf(item)) : checkText(value).split(',');
}

/** The list in a text of JSON. */
export function toJsonList(value: Value): Value[] {
	const list = typeof value === 'string' ? parsed(value) : toList(value);
	return Array.isArray(list) ? list : fail('The text does not hold a list as JSON');
}

/** An error as scripts see it. */
export function caught(error: unknown): Row {
	return { message: error instanceof Error ? error.message : String(error) };
}
