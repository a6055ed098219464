import { equals } from './operators';
import { checkMap, isMap, keyOf, plainText, type Row, type Value } from './value';

/** A value of a map; null where it lacks the key. */
export function valueIn(map: Row, key: Value): Value {
	const name = plainText(key);
	return Object.hasOwn(map, name) ? (map[name] ?? null) : null;
}

/** A member of a map, by the name behind a point. */
export function member(value: Value, name: string): Value {
	return valueIn(checkMap(value), name);
}

/** Sets a key of a map, which is given back. */
export function put(value: Value, key: Value, entry: Value): Row {
	const map = checkMap(value);
	map[keyOf(plainText(key))] = entry;
	return map;
}

/** Sets all keys of another map; the map is given back. */
export function putAll(value: Value, others: Value): Row {
	return Object.assign(checkMap(value), checkMap(others));
}

/** Whether a map or a list holds a value. */
export function containsValue(value: Value, wanted: Value): boolean {
	return Object.values(Array.isArray(value) ? value : checkMap(value)).some((entry) =>
		equals(entry, wanted),
	);
}

/** The keys of a map, or the elements of a list. */
export function keysOf(value: Value): Value[] {
	return Array.isArray(value) ? [...value] : Object.keys(checkMap(value));
}

/** The values of a map, or the elements of a list. */
export function valuesOf(value: Value): Value[] {
	return Array.isArray(value) ? [...value] : Object.values(checkMap(value));
}

/** A copy of a map; an empty one for null. */
export function mapOf(value: Value): Row {
	return value === null ? {} : { ...checkMap(value) };
}

/** A map stays one, any other value is the only item of a list. */
export function collectionOf(value: Value): Value {
	return isMap(value) ? value : [value];
}
