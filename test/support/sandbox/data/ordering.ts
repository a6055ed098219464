import { compareIds } from './ids';
import type { Row } from './types';

export type SortField = 'id' | 'Created_Time' | 'Modified_Time' | 'activity';

export interface Ordering {
	readonly by: SortField;
	readonly descending: boolean;
}

/** A row's place in an ordering. Rows without a time have the key null and come last. */
export interface Place {
	readonly id: string;
	readonly key: number | null;
}

const ACTIVITY_TIMES = ['Call_Start_Time', 'Start_DateTime', 'Closed_Time', 'Due_Date'] as const;

/** ms of an ISO date or date-time; null if there is none. */
export function timeOf(value: unknown): number | null {
	if (typeof value !== 'string') return null;
	const ms = Date.parse(value);
	return Number.isNaN(ms) ? null : ms;
}

/** The key by which a row is sorted; ids need none, they sort by themselves. */
export function sortKey(row: Row, by: SortField): number | null {
	if (by === 'id') return null;
	if (by !== 'activity') return timeOf(row[by]);
	for (const name of ACTIVITY_TIMES) {
		const ms = timeOf(row[name]);
		if (ms !== null) return ms;
	}
	return null;
}

/** Order of two rows: by key, equal keys by id. */
export function comparePlaces(a: Place, b: Place, descending: boolean): number {
	const direction = descending ? -1 : 1;
	if (a.key !== b.key) {
		if (a.key === null) return 1;
		if (b.key === null) return -1;
		return (a.key - b.key) * direction;
	}
	return compareIds(a.id, b.id) * direction;
}

/** Index of the first row that comes after the given place. */
export function firstAfter(rows: readonly Place[], place: Place, descending: boolean): number {
	let low = 0;
	let high = rows.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const row = rows[middle];
		if (row && comparePlaces(row, place, descending) <= 0) low = middle + 1;
		else high = middle;
	}
	return low;
}
