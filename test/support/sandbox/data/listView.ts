import type { Ordering, Place } from './ordering';
import { comparePlaces, sortKey } from './ordering';
import type { Row, RowSource } from './types';

/** A row in a sorted list; its values are read when they are wanted. */
export interface Entry extends Place {
	readonly module: string;
	row(): Row;
}

export interface ListPart {
	readonly module: string;
	readonly sources: readonly RowSource[];
	/** Which ids of the sources do not count any more. */
	isGone(id: string): boolean;
	/** Applies later changes of the record. */
	current(row: Row): Row;
}

/** All rows of the parts that pass the filter, sorted. */
export function sortedEntries(
	parts: readonly ListPart[],
	ordering: Ordering,
	converted: 'true' | 'false' | 'both',
): Entry[] {
	const entries = parts.flatMap((part) => partEntries(part, ordering, converted));
	return entries.sort((a, b) => comparePlaces(a, b, ordering.descending));
}

function partEntries(
	part: ListPart,
	ordering: Ordering,
	converted: 'true' | 'false' | 'both',
): Entry[] {
	const entries: Entry[] = [];
	for (const source of part.sources) {
		for (let index = 0; index < source.count; index++) {
			const id = source.idAt(index);
			if (part.isGone(id)) continue;
			const row = (): Row => part.current(source.rowAt(index));
			if (!passes(converted, source.hasConverted && row().$converted === true)) continue;
			const key = ordering.by === 'id' ? null : sortKey(row(), ordering.by);
			entries.push({ id, key, module: part.module, row });
		}
	}
	return entries;
}

function passes(wanted: 'true' | 'false' | 'both', converted: boolean): boolean {
	return wanted === 'both' || converted === (wanted === 'true');
}
