import type { DateTime } from 'luxon';

/**
 * What a script works with. Whole numbers are bigints, so that IDs beyond 2^53 survive; decimals are
 * numbers. Maps are JavaScript Maps, so that no key reaches a prototype.
 */
export type Value = null | boolean | bigint | number | string | DelugeDate | List | DelugeMap;
export type List = Value[];
export type DelugeMap = Map<string, Value>;

/** A date, or a date and time. */
export class DelugeDate {
	constructor(
		readonly time: DateTime,
		readonly hasTime: boolean,
	) {}
}

type TypeName = 'null' | 'boolean' | 'number' | 'decimal' | 'text' | 'date' | 'list' | 'map';

export function typeOf(value: Value): TypeName {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'list';
	if (value instanceof Map) return 'map';
	if (value instanceof DelugeDate) return 'date';
	switch (typeof value) {
		case 'boolean':
			return 'boolean';
		case 'bigint':
			return 'number';
		case 'number':
			return 'decimal';
		default:
			return 'text';
	}
}

/** A type as messages name it. */
export function describe(value: Value): string {
	const type = typeOf(value);
	return type === 'null' ? 'null' : `a ${type}`;
}

export function isNumeric(value: Value): value is bigint | number {
	return typeof value === 'bigint' || typeof value === 'number';
}
