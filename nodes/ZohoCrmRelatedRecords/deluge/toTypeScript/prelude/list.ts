import { compare, equals } from './operators';
import { checkList, countOf, fail, isMap, kindOf, shown, textOf, type Value } from './value';

/** The items to walk through. Where Zoho refused, there is a map with its message instead. */
export function itemsOf(value: Value): Value[] {
	if (Array.isArray(value)) return [...value];
	if (value === '') return [];
	const refusal = isMap(value) && typeof value.message === 'string' ? `: ${value.message}` : '';
	return fail(`'for each' needs a list, not ${shown(value)}${refusal}`);
}

/** An item of a list. */
export function itemAt(list: Value[], index: Value): Value {
	return list[countOf(index)] ?? missingItem(list, countOf(index));
}

/** Null where the list holds it, else a failure. */
export function missingItem(list: Value[], index: number): null {
	if (index >= 0 && index < list.length) return null;
	return fail(`There is no item ${index} in a list of ${list.length}`);
}

/** Adds an item at the end, or the second at the place of the first; the list is given back. */
export function append(value: Value, first: Value, second?: Value): Value[] {
	const list = checkList(value);
	if (second === undefined || second === null) list.push(first);
	else {
		const index = countOf(first);
		if (index !== list.length) itemAt(list, index);
		list.splice(index, 0, second);
	}
	return list;
}

/** Adds all items of another list; the list is given back. */
export function appendAll(value: Value, others: Value): Value[] {
	const list = checkList(value);
	for (const item of [...checkList(others)]) list.push(item);
	return list;
}

/** Takes out the first item that equals a value; the list is given back. */
export function removeElement(value: Value, wanted: Value): Value[] {
	const list = checkList(value);
	const index = list.findIndex((item) => equals(item, wanted));
	if (index !== -1) list.splice(index, 1);
	return list;
}

/** Takes out the items that are in another list; the list is given back. */
export function removeAll(value: Value, others: Value): Value[] {
	const list = checkList(value);
	const kept = list.filter((item) => !holds(checkList(others), item));
	list.length = 0;
	return appendAll(list, kept);
}

/** The items that are in both of two lists. */
export function intersection(value: Value, others: Value): Value[] {
	return checkList(value).filter((item) => holds(checkList(others), item));
}

/** Whether a list holds an item. */
export function holds(list: Value[], wanted: Value): boolean {
	return list.some((item) => equals(item, wanted));
}

/** A list without doubles; a number and its text are no doubles. */
export function distinct(value: Value): Value[] {
	const seen: Value[] = [];
	for (const item of checkList(value)) {
		const alike = seen.filter((other) => kindOf(other) === kindOf(item));
		if (!holds(alike, item)) seen.push(item);
	}
	return seen;
}

/** Sorts a list in place and gives it back; null, and no change, where its items differ in type. */
export function sort(value: Value, ascending: Value = true): Value[] | null {
	const list = checkList(value);
	if (list.includes(null)) fail('A list with null cannot be sorted');
	if (new Set(list.map(kindOf)).size > 1) return null;
	const sign = ascending === false ? -1 : 1;
	return list.sort((a, b) => sign * compare(a, b));
}

/** A part of a list, from one position to another. */
export function subList(value: Value, from: Value, to?: Value): Value[] {
	const list = checkList(value);
	const start = countOf(from);
	const end = to === undefined || to === null ? list.length : countOf(to);
	const isWithin = start >= 0 && start <= end && end <= list.length;
	return isWithin
		? list.slice(start, end)
		: fail(`There is no part from ${start} to ${end} of a list of ${list.length}`);
}

/** Where a list holds an item; -1 where it does not. */
export function positionIn(list: Value[], wanted: Value): number {
	return list.findIndex((item) => equals(item, wanted));
}

/** Where a list holds an item for the last time; -1 where it does not. */
export function lastPositionIn(list: Value[], wanted: Value): number {
	return list.reduce<number>((last, item, index) => (equals(item, wanted) ? index : last), -1);
}

/** The items as text, with a separator between them. */
export function joined(list: Value[], separator: string): string {
	return list.map((item) => textOf(Array.isArray(item) ? [item] : item)).join(separator);
}
