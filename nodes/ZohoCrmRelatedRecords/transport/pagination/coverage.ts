import { compareIds } from '../../helpers/ids';
import type { Row, SortOrder } from '../../helpers/types';
import { eachOnce, mergedRows } from './mergedRows';
import type { Segment } from './page';

/** What a chain of segments proves. */
export interface Coverage {
	/** Segments that touch, from the beginning of the list on. */
	proven: number;
	/** Whether the last of them was the end of the list. */
	isEnd: boolean;
}

/**
 * How far segments leave no gap. Each is a part of the list as it stood at one moment. Rows that
 * stay keep their order, so when two parts have a row in common, nothing that stayed is between
 * them, whatever came and went meanwhile.
 * @param order order by ID; unset for any other
 * @param moved IDs of rows that may have changed their places, so that they prove nothing
 */
export function coverageOf(
	segments: readonly Segment[],
	order?: SortOrder,
	moved?: ReadonlySet<string>,
): Coverage {
	const reach = order === undefined ? new SeenRows(moved) : new IdReach(order);
	for (const [index, segment] of segments.entries()) {
		const { rows, page, isLinked } = segment;
		if (!isFirstPage(segment) && isLinked !== true && !reach.touches(rows)) {
			return { proven: index, isEnd: false };
		}
		reach.add(rows);
		if (!page.moreRecords) return { proven: index + 1, isEnd: true };
	}
	return { proven: segments.length, isEnd: false };
}

/** Whether the rows of a page come in the order of their IDs. */
export function isInOrder(rows: readonly Row[], order: SortOrder): boolean {
	const sign = order === 'asc' ? 1 : -1;
	return rows.every(
		(row, index) => index === 0 || sign * compareIds(rows[index - 1]?.id ?? '', row.id) <= 0,
	);
}

/** IDs of each row once, in the order of the list. */
export function rowsOf(segments: readonly Segment[], order?: SortOrder): Row[] {
	const parts = segments.map((segment) => segment.rows);
	return order === undefined ? mergedRows(parts) : sortedById(eachOnce(parts.flat()), order);
}

export function sortedById(rows: Row[], order: SortOrder): Row[] {
	const sign = order === 'asc' ? 1 : -1;
	return rows.sort((a, b) => sign * compareIds(a.id, b.id));
}

/** Nothing stands before the first page. */
function isFirstPage({ position }: Segment): boolean {
	return 'page' in position && position.page === 1;
}

/** Where order tells whether parts touch. */
class IdReach {
	private last: string | undefined;
	private readonly sign: number;

	constructor(order: SortOrder) {
		this.sign = order === 'asc' ? 1 : -1;
	}

	touches([first]: readonly Row[]): boolean {
		const { last, sign } = this;
		return first !== undefined && last !== undefined && sign * compareIds(first.id, last) <= 0;
	}

	add(rows: readonly Row[]): void {
		const id = rows.at(-1)?.id;
		if (id === undefined) return;
		if (this.last === undefined || this.sign * compareIds(id, this.last) > 0) this.last = id;
	}
}

/** Where only a row in common tells it. */
class SeenRows {
	private readonly ids = new Set<string>();

	constructor(private readonly moved?: ReadonlySet<string>) {}

	touches(rows: readonly Row[]): boolean {
		return rows.some(({ id }) => this.ids.has(id) && this.moved?.has(id) !== true);
	}

	add(rows: readonly Row[]): void {
		for (const { id } of rows) this.ids.add(id);
	}
}
