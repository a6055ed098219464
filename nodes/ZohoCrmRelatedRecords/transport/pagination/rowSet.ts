import type { Row } from '../../helpers/types';

/** Rows in the order in which they came, each once, up to a limit. */
export class RowSet {
	private readonly rows = new Map<string, Row>();
	/** Whether a row came that the limit left out. */
	isCut = false;

	/** @param limit Infinity for all */
	constructor(private readonly limit: number) {}

	/** A row that moved to a later page while reading comes once, as it came first. */
	add(rows: readonly Row[]): void {
		for (const row of rows) {
			if (this.rows.has(row.id)) continue;
			if (this.isFull) this.isCut = true;
			else this.rows.set(row.id, row);
		}
	}

	get isFull(): boolean {
		return this.rows.size >= this.limit;
	}

	get size(): number {
		return this.rows.size;
	}

	get list(): Row[] {
		return [...this.rows.values()];
	}
}
