import { ENTRIES } from '../collections';
import { equals } from '../operators';
import type { DelugeMap, Value } from '../../values/value';
import { XML_OF_MAP } from '../xml';
import { table, type Args, type Table } from './table';

/** Methods of maps. Those that change the map give it back, so that calls can be chained. */
export const MAP_METHODS: Table<DelugeMap> = new Map([
	...ENTRIES,
	...XML_OF_MAP,
	...table<DelugeMap>([
		['get getJSON', 1, 1, (map, args) => map.get(args.text(0)) ?? null],
		['put update', 2, 2, (map, args) => put(map, args.key(0), args.value(1), args)],
		['putAll insert insertAll', 1, 1, putAll],
		['remove', 1, 1, remove],
		['clear', 0, 0, clear],
		['containsKey containKey', 1, 1, (map, args) => map.has(args.text(0))],
		['notContainsKey', 1, 1, (map, args) => !map.has(args.text(0))],
		['containsValue containValue', 1, 1, containsValue],
		['notContains', 1, 1, async (map, args) => !(await containsValue(map, args))],
		['keys', 0, 0, (map, args) => args.madeList([...map.keys()])],
		['values', 0, 0, (map, args) => args.madeList([...map.values()])],
		['size', 0, 0, (map) => BigInt(map.size)],
		['toMap', 0, 0, (map) => map],
		['toList toJSONList', 0, 0, (map, args) => args.madeList([map])],
	]),
]);

export function put(map: DelugeMap, key: string, value: Value, args: Args): DelugeMap {
	if (!map.has(key)) args.meter.collection(map.size + 1, 1);
	return map.set(key, value);
}

function putAll(map: DelugeMap, args: Args): DelugeMap {
	const other = args.map(0);
	args.meter.work(other.size);
	for (const [key, value] of [...other]) put(map, key, value, args);
	return map;
}

/** @returns the value that was there */
function remove(map: DelugeMap, args: Args): Value {
	const key = args.text(0);
	const value = map.get(key) ?? null;
	map.delete(key);
	return value;
}

function clear(map: DelugeMap): DelugeMap {
	map.clear();
	return map;
}

async function containsValue(map: DelugeMap, args: Args): Promise<boolean> {
	args.meter.work(map.size);
	for (const value of map.values()) {
		await args.breathe();
		if (await equals(value, args.value(0), args.tools)) return true;
	}
	return false;
}
