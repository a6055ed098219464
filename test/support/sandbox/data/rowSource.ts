import { compareIds, recordId, sequenceOf } from './ids';
import type { Row, RowSource } from './types';

/** Rows of longer blocks are made anew for every reader rather than kept. */
const KEPT_ROWS = 10_000;

/** Rows that exist already. */
export function arraySource(given: readonly Row[]): RowSource {
	const rows = [...given].sort((a, b) => compareIds(a.id, b.id));
	let places: Map<string, number> | undefined;
	return {
		count: rows.length,
		idAt: (index) => at(rows, index).id,
		rowAt: (index) => at(rows, index),
		hasConverted: rows.some((row) => row.$converted === true),
		indexOf: (id) => {
			places ??= new Map(rows.map((row, index) => [row.id, index]));
			return places.get(id) ?? -1;
		},
	};
}

/** Sequence numbers of a block of rows. */
export interface Block {
	first: number;
	count: number;
	/** From one to the next. */
	step: number;
}

/** Rows with ids at equal distances, made on demand. `make` must give the same row every time. */
export function blockSource(
	{ first, count, step }: Block,
	make: (index: number, id: string) => Row,
): RowSource {
	const idAt = (index: number): string => recordId(first + index * step);
	const made = new Map<number, Row>();
	return {
		count,
		idAt,
		rowAt: (index) => {
			const row = made.get(index) ?? make(index, idAt(index));
			if (count <= KEPT_ROWS) made.set(index, row);
			return row;
		},
		hasConverted: false,
		indexOf: (id) => {
			const index = (sequenceOf(id) - first) / step;
			return Number.isInteger(index) && index >= 0 && index < count ? index : -1;
		},
	};
}

/** The rows of another source with values that belong to the relation, not to the record. */
export function decoratedSource(
	source: RowSource,
	decorate: (row: Row, index: number) => Row,
): RowSource {
	return { ...source, rowAt: (index) => decorate(source.rowAt(index), index) };
}

function at(rows: readonly Row[], index: number): Row {
	const row = rows[index];
	if (!row) throw new RangeError(`no row at ${index}`);
	return row;
}
