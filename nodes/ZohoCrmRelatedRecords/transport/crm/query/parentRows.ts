import { compareIds } from '../../../helpers/ids';
import type { Row, SortOrder } from '../../../helpers/types';

/** Rows that may be read in vain for parents that want only some of theirs. */
export const MOST_SURPLUS = 10_000;

/** Sorts the pages of a query by parent, and says whose rows are still to come. */
export class ParentRows {
	readonly rows: ReadonlyMap<string, Row[]>;
	/** Rows beyond the limits of their parents. */
	private surplus = 0;

	/** @param limits rows wanted of each parent, by its ID; Infinity for all */
	constructor(private readonly limits: ReadonlyMap<string, number>) {
		this.rows = new Map([...limits.keys()].map((id) => [id, []]));
	}

	/** Parents that have fewer rows than wanted so far. */
	get open(): string[] {
		return [...this.limits.keys()].filter((id) => this.isOpen(id));
	}

	/** Whether too much was read of parents that wanted less, so that the others are better read apart. */
	get isWasteful(): boolean {
		return this.surplus > MOST_SURPLUS;
	}

	/** @returns false for a row of none of the parents */
	add(row: Row, parent: string): boolean {
		const rows = this.rows.get(parent);
		if (rows === undefined) return false;
		if (this.isOpen(parent)) rows.push(row);
		else this.surplus += 1;
		return true;
	}

	private isOpen(parent: string): boolean {
		return (this.rows.get(parent)?.length ?? 0) < (this.limits.get(parent) ?? 0);
	}
}

/** Whether the rows follow each other by ID, after those before. */
export function isAfter(order: SortOrder, last: string | undefined, rows: readonly Row[]): boolean {
	const direction = order === 'asc' ? 1 : -1;
	return rows.every(({ id }, index) => {
		const before = index === 0 ? last : rows[index - 1]?.id;
		return before === undefined || compareIds(id, before) * direction > 0;
	});
}
