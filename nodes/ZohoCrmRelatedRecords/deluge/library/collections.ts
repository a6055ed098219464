import { runtimeFault } from '../values/fault';
import { textOf } from '../values/text';
import { describe, type DelugeMap, type List, type Value } from '../values/value';
import { mergeSorted } from './mergeSort';
import { table, type Args } from './methods/table';
import { compare, equals } from './operators';

/** Methods of collections of elements, which are lists (Zoho: functions, collection). */
export const ELEMENTS = table<List>([
	['deleteKey', 1, 1, (list, args) => withoutPlaces(list, [placeIn(list, args.count(0))])],
	['deleteKeys', 1, 1, (list, args) => withoutPlaces(list, placesOf(list, args))],
	['duplicate', 0, 2, (list, args) => args.madeList(part(list, args))],
	['getAsString', 1, 1, (list, args) => asText(list[placeIn(list, args.count(0))], args)],
	['update', 2, 2, updated],
	['containsKey', 1, 1, (list, args) => isPlace(list, args.count(0))],
	// The elements, also for `keys` (Zoho: keys of collections).
	['keys values', 0, 0, (list, args) => args.madeList([...list])],
]);

/** Methods of collections of keys with values, which are maps. */
export const ENTRIES = table<DelugeMap>([
	['delete', 1, 1, async (map, args) => await withoutValues(map, [args.value(0)], true, args)],
	['deleteAll', 1, 1, async (map, args) => await withoutValues(map, args.list(0), false, args)],
	['deleteKey', 1, 1, (map, args) => withoutKeys(map, [args.text(0)])],
	['deleteKeys', 1, 1, async (map, args) => withoutKeys(map, await args.texts(0))],
	['duplicate', 0, 2, (map, args) => madeMap(part([...map], args), args)],
	['getKey', 1, 1, async (map, args) => (await keysOf(map, args))[0] ?? null],
	['getLastKey', 1, 1, async (map, args) => (await keysOf(map, args)).at(-1) ?? null],
	['getAsString', 1, 1, (map, args) => asText(map.get(args.text(0)), args)],
	['distinct', 0, 0, async (map, args) => madeMap(await distinctEntries(map, args), args)],
	['intersect', 1, 1, async (map, args) => madeMap(await sharedEntries(map, args), args)],
	['sort', 0, 1, async (map, args) => await sorted(map, 1, args)],
	['sortKey', 0, 1, async (map, args) => await sorted(map, 0, args)],
]);

type Entry = [string, Value];

function isPlace(list: readonly unknown[], index: number): boolean {
	return index >= 0 && index < list.length;
}

function placeIn(list: readonly unknown[], index: number): number {
	if (isPlace(list, index)) return index;
	throw runtimeFault(`The collection has no element ${index}: its size is ${list.length}`);
}

function placesOf(list: List, args: Args): number[] {
	return args.counts(0).map((index) => placeIn(list, index));
}

function withoutPlaces(list: List, places: readonly number[]): List {
	const removed = new Set(places);
	const kept = list.filter((_item, index) => !removed.has(index));
	list.length = 0;
	for (const item of kept) list.push(item);
	return list;
}

/** From one place to another, that one not included; all of it without places. */
function part<T>(items: readonly T[], args: Args): T[] {
	const start = args.has(0) ? args.count(0) : 0;
	const end = args.has(1) ? args.count(1) : items.length;
	if (start >= 0 && start <= end && end <= items.length) return items.slice(start, end);
	throw runtimeFault(
		`The collection has no part from ${start} to ${end}: its size is ${items.length}`,
	);
}

async function asText(value: Value | undefined, { meter }: Args): Promise<string | null> {
	return value === undefined || value === null ? null : await textOf(value, meter);
}

function updated(list: List, args: Args): List {
	list[placeIn(list, args.count(0))] = args.value(1);
	return list;
}

/** Gives a map its entries in another order; it stays the same map. */
function refilled(map: DelugeMap, entries: readonly Entry[]): DelugeMap {
	map.clear();
	for (const [key, value] of entries) map.set(key, value);
	return map;
}

function madeMap(entries: readonly Entry[], args: Args): DelugeMap {
	args.meter.map();
	args.meter.collection(entries.length);
	return new Map(entries);
}

function withoutKeys(map: DelugeMap, keys: readonly string[]): DelugeMap {
	for (const key of keys) map.delete(key);
	return map;
}

/** @param isFirst whether only the first entry that has one of the values goes */
async function withoutValues(
	map: DelugeMap,
	values: readonly Value[],
	isFirst: boolean,
	args: Args,
): Promise<DelugeMap> {
	for (const [key, value] of [...map]) {
		if (!(await isAmong(value, values, args))) continue;
		map.delete(key);
		if (isFirst) break;
	}
	return map;
}

async function isAmong(value: Value, others: Iterable<Value>, args: Args): Promise<boolean> {
	for (const other of others) {
		await args.breathe();
		args.meter.work(1);
		if (await equals(value, other, args.tools)) return true;
	}
	return false;
}

/** The keys under which a map holds the first argument. */
async function keysOf(map: DelugeMap, args: Args): Promise<string[]> {
	const keys: string[] = [];
	for (const [key, value] of map) {
		if (await isAmong(value, [args.value(0)], args)) keys.push(key);
	}
	return keys;
}

async function distinctEntries(map: DelugeMap, args: Args): Promise<Entry[]> {
	const kept: Entry[] = [];
	const values: List = [];
	for (const entry of map) {
		if (await isAmong(entry[1], values, args)) continue;
		kept.push(entry);
		values.push(entry[1]);
	}
	return kept;
}

/** Entries that another map has with the same key and value. */
async function sharedEntries(map: DelugeMap, args: Args): Promise<Entry[]> {
	const other = args.map(0);
	const kept: Entry[] = [];
	for (const entry of map) {
		const found = other.get(entry[0]);
		if (found !== undefined && (await isAmong(entry[1], [found], args))) kept.push(entry);
	}
	return kept;
}

/** In place, by keys (0) or values (1); ascending unless told otherwise. */
async function sorted(map: DelugeMap, by: 0 | 1, args: Args): Promise<DelugeMap> {
	const sign = args.has(0) && args.value(0) === false ? -1 : 1;
	for (const value of map.values()) {
		if (by === 1 && (value === null || typeof value === 'object')) {
			throw runtimeFault(`A collection that contains ${describe(value)} cannot be sorted`);
		}
	}
	const entries = await mergeSorted(
		[...map],
		(a, b) => sign * compare(a[by], b[by], args.tools),
		args.meter,
	);
	return refilled(map, entries);
}
