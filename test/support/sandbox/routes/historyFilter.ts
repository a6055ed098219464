import type { Value } from '../data/types';
import { errors } from '../errors';

/** Comparators by field (Zoho: Timeline of a Record v7, `filters`). */
const COMPARATORS: Record<string, readonly string[]> = {
	'record.module.api_name': ['equal', 'in'],
	source: ['equal', 'in'],
	'done_by.id': ['equal', 'in'],
	audited_time: ['between'],
};
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;

/** Whether an entry of a history passes the request parameter `filters`. */
export function passes(entry: Record<string, Value>, filters: string): boolean {
	return filters === '' || holds(entry, parsed(filters));
}

function parsed(filters: string): unknown {
	try {
		return JSON.parse(filters);
	} catch {
		throw errors.invalidParam('filters');
	}
}

function holds(entry: Record<string, Value>, filter: unknown): boolean {
	const group = at(filter, ['group']);
	if (Array.isArray(group)) {
		const operator = at(filter, ['group_operator']);
		if (operator !== 'and' || group.length < 2) throw errors.invalidParam('filters');
		return group.every((part) => holds(entry, part));
	}
	const field = String(at(filter, ['field', 'api_name']));
	const comparator = String(at(filter, ['comparator']));
	const value = at(filter, ['value']);
	if (!COMPARATORS[field]?.includes(comparator)) throw errors.invalidParam('filters');
	const actual = at(entry, field.split('.'));
	if (comparator === 'equal') return actual === value;
	if (!Array.isArray(value) || value.length === 0) throw errors.invalidParam('filters');
	return comparator === 'in' ? value.includes(actual) : isBetween(String(actual), value);
}

/** Both ends count. */
function isBetween(time: string, ends: readonly unknown[]): boolean {
	const isRange = ends.length === 2 && ends.every((end) => TIME.test(String(end)));
	const [from = NaN, to = NaN] = ends.map((end) => Date.parse(String(end)));
	if (!isRange || !(from <= to)) throw errors.invalidParam('filters');
	const instant = Date.parse(time);
	return instant >= from && instant <= to;
}

function at(value: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>(
		(found, key) =>
			typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined,
		value,
	);
}
