import { runtimeFault } from '../../values/fault';
import { compare, equals } from '../operators';
import { numberIn } from '../../values/numbers';
import { joined, textOf } from '../../values/text';
import { isNumeric, typeOf, type List, type Value } from '../../values/value';
import { AGGREGATES } from '../aggregates';
import { ELEMENTS } from '../collections';
import { mergeSorted } from '../mergeSort';
import { table, type Args, type Table } from './table';

/** Methods of lists. Those that change the list give it back, so that calls can be chained. */
export const LIST_METHODS: Table<List> = new Map([
	...AGGREGATES,
	...table<List>([
		['get', 1, 1, (list, args) => at(list, args.count(0))],
		['getJSON', 1, 1, entryOf],
		['add', 1, 2, add],
		['addAll insertAll', 1, 1, (list, args) => append(list, args.list(0), args)],
		['insert', 1, Infinity, (list, args) => append(list, args.all, args)],
		['remove', 1, 1, remove],
		['removeElement delete', 1, 1, removeElement],
		['removeAll deleteAll', 1, 1, removeAll],
		['clear', 0, 0, (list) => refill(list, [])],
		['size length len', 0, 0, (list) => BigInt(list.length)],
		['contains containsValue', 1, 1, (list, args) => holds(list, args.value(0), args)],
		['notContains', 1, 1, async (list, args) => !(await holds(list, args.value(0), args))],
		[
			'indexOf getKey',
			1,
			1,
			async (list, args) => BigInt(await indexOf(list, args.value(0), args)),
		],
		['lastIndexOf getLastKey', 1, 1, async (list, args) => BigInt(await lastIndexOf(list, args))],
		['sort', 0, 1, sort],
		['reverse', 0, 0, (list, args) => args.madeList([...list].reverse())],
		['subList', 1, 2, subList],
		['distinct', 0, 0, distinct],
		['intersect', 1, 1, intersect],
		['toString', 1, 1, (list, args) => joined(list, args.text(0), args.meter)],
		['toList toJSONList', 0, 0, (list) => list],
		['toListString', 0, 0, textsOf],
	]),
	...ELEMENTS,
]);

/** @throws Fault beyond the ends of the list (Zoho: get) */
export function at(list: List, index: number): Value {
	const value = list[index];
	if (value !== undefined) return value;
	throw runtimeFault(
		`The list has no item ${index}: its length is ${list.length}`,
		'Check size() or isEmpty() first; the first item is 0.',
	);
}

/**
 * The entry at a place, or for a name the value that the first entry has under it, which public
 * scripts rely on: `response.get("data").getJSON("id")`.
 */
export function entryOf(list: List, args: Args): Value {
	const name = args.text(0);
	const first = list[0];
	const isPlace = numberIn(name) !== undefined;
	return first instanceof Map && !isPlace ? (first.get(name) ?? null) : at(list, args.count(0));
}

/** With an index first, at that place. */
function add(list: List, args: Args): List {
	args.meter.collection(list.length + 1, 1);
	if (!args.has(1)) {
		list.push(args.value(0));
		return list;
	}
	const index = args.count(0);
	if (index < 0 || index > list.length) at(list, index);
	list.splice(index, 0, args.value(1));
	return list;
}

function append(list: List, items: readonly Value[], args: Args): List {
	args.meter.collection(list.length + items.length, items.length);
	// One by one: spread arguments have a limit, and a list can be added to itself.
	for (const item of [...items]) list.push(item);
	return list;
}

/** @returns the item that was there */
function remove(list: List, args: Args): Value {
	const index = args.count(0);
	const value = at(list, index);
	list.splice(index, 1);
	return value;
}

async function removeElement(list: List, args: Args): Promise<List> {
	const index = await indexOf(list, args.value(0), args);
	if (index !== -1) list.splice(index, 1);
	return list;
}

async function removeAll(list: List, args: Args): Promise<List> {
	const removed = args.list(0);
	return refill(list, await filtered(list, async (item) => !(await holds(removed, item, args))));
}

async function intersect(list: List, args: Args): Promise<List> {
	const other = args.list(0);
	return args.madeList(await filtered(list, async (item) => await holds(other, item, args)));
}

async function filtered(list: List, isKept: (item: Value) => Promise<boolean>): Promise<List> {
	const kept: List = [];
	for (const item of [...list]) if (await isKept(item)) kept.push(item);
	return kept;
}

function refill(list: List, items: List): List {
	list.length = 0;
	for (const item of items) list.push(item);
	return list;
}

async function indexOf(list: List, value: Value, args: Args): Promise<number> {
	for (const [index, item] of list.entries()) {
		await args.breathe();
		if (await equals(item, value, args.tools)) return index;
	}
	return -1;
}

async function lastIndexOf(list: List, args: Args): Promise<number> {
	const fromEnd = await indexOf([...list].reverse(), args.value(0), args);
	return fromEnd === -1 ? -1 : list.length - 1 - fromEnd;
}

async function holds(list: List, value: Value, args: Args): Promise<boolean> {
	args.meter.work(list.length);
	return (await indexOf(list, value, args)) !== -1;
}

async function distinct(list: List, args: Args): Promise<List> {
	const seen: List = [];
	const byKind = new Map<string, List>();
	for (const item of list) {
		const alike = byKind.get(kindOf(item)) ?? [];
		if (await holds(alike, item, args)) continue;
		seen.push(item);
		alike.push(item);
		byKind.set(kindOf(item), alike);
	}
	return args.madeList(seen);
}

/** A number and its text are distinct (Zoho: distinct). */
function kindOf(value: Value): string {
	return isNumeric(value) ? 'number' : typeOf(value);
}

/**
 * Ascending unless told otherwise, in place. Null, and no change, where types differ (Zoho: sort).
 */
async function sort(list: List, args: Args): Promise<List | null> {
	const sign = args.has(0) && args.value(0) === false ? -1 : 1;
	if (list.includes(null)) throw runtimeFault('A list that contains null cannot be sorted');
	if (new Set(list.map(kindOf)).size > 1) return null;
	const sorted = await mergeSorted(list, (a, b) => sign * compare(a, b, args.tools), args.meter);
	return refill(list, args.madeList(sorted));
}

/** Each item as text (Zoho: toListString). */
async function textsOf(list: List, args: Args): Promise<List> {
	const texts: List = [];
	for (const item of [...list]) {
		await args.breathe();
		texts.push(await textOf(item, args.meter));
	}
	return args.madeList(texts);
}

function subList(list: List, args: Args): List {
	const start = args.count(0);
	const end = args.has(1) ? args.count(1) : list.length;
	if (start < 0 || start > end || end > list.length) {
		throw runtimeFault(
			`The list has no part from ${start} to ${end}: its length is ${list.length}`,
		);
	}
	return args.madeList(list.slice(start, end));
}
