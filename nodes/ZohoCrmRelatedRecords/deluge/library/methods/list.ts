import { runtimeFault } from '../../values/fault';
import { compare, equals } from '../operators';
import { joined } from '../../values/text';
import { typeOf, type List, type Value } from '../../values/value';
import { table, type Args } from './table';

/** Methods of lists. Those that change the list give it back, so that calls can be chained. */
export const LIST_METHODS = table<List>([
	['get getJSON', 1, 1, (list, args) => at(list, args.count(0))],
	['add', 1, 2, add],
	['addAll', 1, 1, (list, args) => append(list, args.list(0), args)],
	['remove', 1, 1, remove],
	['removeElement', 1, 1, removeElement],
	['removeAll', 1, 1, (list, args) => keep(list, (item) => !holds(args.list(0), item, args))],
	['clear', 0, 0, (list) => keep(list, () => false)],
	['size length len', 0, 0, (list) => BigInt(list.length)],
	['contains', 1, 1, (list, args) => holds(list, args.value(0), args)],
	['notContains', 1, 1, (list, args) => !holds(list, args.value(0), args)],
	['indexOf', 1, 1, (list, args) => BigInt(list.findIndex((item) => same(item, args)))],
	['lastIndexOf', 1, 1, (list, args) => BigInt(lastIndexOf(list, args))],
	['sort', 0, 1, sort],
	['reverse', 0, 0, (list, args) => made([...list].reverse(), args)],
	['subList', 1, 2, subList],
	['distinct', 0, 0, (list, args) => made(distinct(list, args), args)],
	[
		'intersect',
		1,
		1,
		(list, args) =>
			made(
				list.filter((item) => holds(args.list(0), item, args)),
				args,
			),
	],
	['toString', 1, 1, (list, args) => joined(list, args.text(0), args.meter)],
	['toList toJSONList', 0, 0, (list) => list],
]);

/** @throws Fault beyond the ends of the list (Zoho: get) */
export function at(list: List, index: number): Value {
	const value = list[index];
	if (value !== undefined) return value;
	throw runtimeFault(
		`There is no item ${index} in a list of ${list.length}`,
		'Check size() or isEmpty() before; the first item is 0.',
	);
}

function made(list: List, args: Args): List {
	args.meter.collection(list.length);
	return list;
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

function append(list: List, items: List, args: Args): List {
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

function removeElement(list: List, args: Args): List {
	const index = list.findIndex((item) => same(item, args));
	if (index !== -1) list.splice(index, 1);
	return list;
}

function keep(list: List, isKept: (item: Value) => boolean): List {
	const kept = list.filter(isKept);
	list.length = 0;
	for (const item of kept) list.push(item);
	return list;
}

function same(item: Value, args: Args): boolean {
	return equals(item, args.value(0), args.tools);
}

function lastIndexOf(list: List, args: Args): number {
	const fromEnd = [...list].reverse().findIndex((item) => same(item, args));
	return fromEnd === -1 ? -1 : list.length - 1 - fromEnd;
}

function holds(list: List, value: Value, args: Args): boolean {
	args.meter.work(list.length);
	return list.some((item) => equals(item, value, args.tools));
}

function distinct(list: List, args: Args): List {
	const seen: List = [];
	for (const item of list) if (!holds(seen, item, args)) seen.push(item);
	return seen;
}

/** Ascending unless told otherwise (Zoho: sort). */
function sort(list: List, args: Args): List {
	const sign = args.has(0) && args.value(0) === false ? -1 : 1;
	if (new Set(list.map(typeOf)).has('null'))
		throw runtimeFault('A list with null cannot be sorted');
	return made(
		[...list].sort((a, b) => sign * compare(a, b, args.tools)),
		args,
	);
}

function subList(list: List, args: Args): List {
	const start = args.count(0);
	const end = args.has(1) ? args.count(1) : list.length;
	if (start < 0 || start > end || end > list.length) {
		throw runtimeFault(`There is no part from ${start} to ${end} of a list of ${list.length}`);
	}
	return made(list.slice(start, end), args);
}
