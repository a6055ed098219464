import { rowKey } from '../../helpers/ids';
import type { Row } from '../../helpers/types';

/** A row in the merged list, between its neighbours; the list is a ring with a start of no row. */
class Place {
	before: Place = this;
	after: Place = this;

	constructor(readonly row?: Row) {}
}

/**
 * Rows of several parts of one list, each once, as first seen. A row keeps the order that its own
 * part shows: one that appeared between two known rows meanwhile comes between them, although the
 * second of them was read before.
 */
export function mergedRows(parts: readonly (readonly Row[])[]): Row[] {
	const start = new Place();
	const places = new Map<string, Place>();
	for (const part of parts) addPart(part, start, places);
	const rows: Row[] = [];
	for (let place = start.after; place.row !== undefined; place = place.after) rows.push(place.row);
	return rows;
}

/** From its end, since a new row is put before the known one that follows it. */
function addPart(part: readonly Row[], start: Place, places: Map<string, Place>): void {
	let next = placeBehind(part, start, places);
	for (const row of eachOnce(part).reverse()) {
		const key = rowKey(row);
		next = places.get(key) ?? insertBefore(next, row);
		places.set(key, next);
	}
}

/** Where new rows go that no known row follows: behind the last known one, else at the end. */
function placeBehind(part: readonly Row[], start: Place, places: Map<string, Place>): Place {
	const last = [...part].reverse().find((row) => places.has(rowKey(row)));
	return (last && places.get(rowKey(last))?.after) ?? start;
}

/** Rows as first seen, where one comes twice. */
export function eachOnce(part: readonly Row[]): Row[] {
	const rows = new Map<string, Row>();
	for (const row of part) if (!rows.has(rowKey(row))) rows.set(rowKey(row), row);
	return [...rows.values()];
}

function insertBefore(next: Place, row: Row): Place {
	const place = new Place(row);
	place.before = next.before;
	place.after = next;
	next.before.after = place;
	next.before = place;
	return place;
}
