import { appendAll, distinct, holds, intersection, itemAt, missingItem, sort } from './list';
import { containsValue, put, putAll } from './map';
import { compare, equals } from './operators';
import {
	checkList,
	checkMap,
	checkText,
	countOf,
	fail,
	isMap,
	isNested,
	plainText,
	shown,
	textOf,
	type Row,
	type Value,
} from './value';

/** Adds elements to a list, or keys with values to a map; it is given back. */
export function insert(value: Value, ...items: Value[]): Value {
	if (!isMap(value)) return appendAll(value, items);
	return items.length === 1
		? putAll(value, items[0] ?? null)
		: fail('A map takes keys with values');
}

/** Adds all elements of a list, or all entries of a map. */
export function insertAll(value: Value, others: Value): Value {
	return isMap(value) ? putAll(value, others) : appendAll(value, others);
}

/** Takes out the first element, or entry, with a value. */
export function deleteValue(value: Value, wanted: Value): Value {
	if (isMap(value)) {
		const key = Object.keys(value).find((name) => equals(value[name] ?? null, wanted));
		if (key !== undefined) delete value[key];
		return value;
	}
	const list = checkList(value);
	const index = list.findIndex((item) => equals(item, wanted));
	if (index !== -1) list.splice(index, 1);
	return list;
}

/** Takes out all elements, or entries, with one of several values. */
export function deleteValues(value: Value, wanted: Value): Value {
	const values = checkList(wanted);
	if (isMap(value)) {
		for (const [key, entry] of Object.entries(value)) if (holds(values, entry)) delete value[key];
		return value;
	}
	const kept = checkList(value).filter((item) => !holds(values, item));
	checkList(value).length = 0;
	return appendAll(value, kept);
}

/** Takes out what is at a place, or under a key. */
export function deleteKey(value: Value, key: Value): Value {
	return deleteKeys(value, [key]);
}

/** Takes out what is at places, or under keys. */
export function deleteKeys(value: Value, keys: Value): Value {
	if (isMap(value)) {
		for (const key of checkList(keys)) delete value[plainText(key)];
		return value;
	}
	const list = checkList(value);
	const places = checkList(keys).map((key) => placeIn(list, key));
	const kept = list.filter((_item, index) => !places.includes(index));
	list.length = 0;
	return appendAll(list, kept);
}

function placeIn(list: Value[], key: Value): number {
	const index = countOf(key);
	missingItem(list, index);
	return index;
}

/** A copy, from one place to another perhaps. */
export function duplicate(value: Value, from: Value = null, to: Value = null): Value {
	const items = isMap(value) ? Object.entries(value) : checkList(value);
	const start = from === null ? 0 : countOf(from);
	const end = to === null ? items.length : countOf(to);
	if (start < 0 || start > end || end > items.length) fail(`There is no part to ${end}`);
	return isMap(value)
		? Object.fromEntries(Object.entries(value).slice(start, end))
		: checkList(value).slice(start, end);
}

/** The first place, or key, of a value; -1 or null where there is none. */
export function keyOfValue(value: Value, wanted: Value): Value {
	const keys = keysWith(value, wanted);
	return keys[0] ?? (isMap(value) ? null : -1);
}

/** The last place, or key, of a value. */
export function lastKeyOfValue(value: Value, wanted: Value): Value {
	const keys = keysWith(value, wanted);
	return keys[keys.length - 1] ?? (isMap(value) ? null : -1);
}

/** Places or keys of a value. */
export function keysWith(value: Value, wanted: Value): Value[] {
	if (isMap(value)) {
		return Object.keys(value).filter((key) => equals(value[key] ?? null, wanted));
	}
	return [...checkList(value).keys()].filter((index) =>
		equals(checkList(value)[index] ?? null, wanted),
	);
}

/** An element or a value as text; a text has its elements between commas. */
export function elementText(value: Value, key: Value): string | null {
	const found = isMap(value)
		? Object.hasOwn(value, plainText(key)) && value[plainText(key)]
		: itemAt(Array.isArray(value) ? value : checkText(value).split(','), key);
	return found === false || found === undefined || found === null ? null : textOf(found);
}

/** Replaces what is at a place, or under a key. */
export function update(value: Value, key: Value, entry: Value): Value {
	if (isMap(value)) return put(value, key, entry);
	checkList(value)[placeIn(checkList(value), key)] = entry;
	return value;
}

/** Whether a map, a list or a text holds no such value. */
export function lacks(value: Value, wanted: Value): boolean {
	if (isMap(value)) return !containsValue(value, wanted);
	if (Array.isArray(value)) return !holds(value, wanted);
	return !checkText(value).includes(plainText(wanted));
}

/** Entries of a map without doubles among their values. */
export function distinctEntries(map: Row): Row {
	const kept: Row = {};
	for (const [key, entry] of Object.entries(map)) {
		if (!holds(Object.values(kept), entry)) kept[key] = entry;
	}
	return kept;
}

/** A list or a map without doubles. */
export function distinctIn(value: Value): Value {
	return isMap(value) ? distinctEntries(value) : distinct(value);
}

/** What is in both of two lists, or of two maps. */
export function sharedIn(value: Value, others: Value): Value {
	return isMap(value) ? sharedEntries(value, others) : intersection(value, others);
}

/** Entries that are in both of two maps. */
export function sharedEntries(map: Row, others: Value): Row {
	const other = checkMap(others);
	const shared = Object.entries(map).filter(
		([key, entry]) => Object.hasOwn(other, key) && equals(entry, other[key] ?? null),
	);
	return Object.fromEntries(shared);
}

/** Sorts a list, or the entries of a map by their values, in place. */
export function sorted(value: Value, ascending: Value = true): Value {
	return isMap(value)
		? sortEntries(value, ([, entry]) => entry, ascending)
		: sort(value, ascending);
}

/** Sorts the entries of a map by their keys, in place. */
export function sortKeys(value: Value, ascending: Value = true): Row {
	return sortEntries(checkMap(value), ([key]) => key, ascending);
}

/** Sorts the entries of a map, in place. */
export function sortEntries(map: Row, by: (entry: [string, Value]) => Value, order: Value): Row {
	const sign = order === false ? -1 : 1;
	const entries = Object.entries(map);
	for (const entry of entries) {
		const value = by(entry);
		if (value === null || isNested(value) || value instanceof Date) {
			fail(`A map with ${shown(value)} cannot be sorted`);
		}
	}
	entries.sort((a, b) => sign * compare(by(a), by(b)));
	for (const [key] of entries) delete map[key];
	return Object.assign(map, Object.fromEntries(entries));
}
