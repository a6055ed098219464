import type { RelatedListRead } from '../fieldGroups';
import { MAX_PARENTS } from './queryLimits';

/** An input item and what it reads. */
export interface QueriedItem {
	item: number;
	/** With the fields that were chosen by name; none for all. */
	read: RelatedListRead;
}

/** Input items that one query can read together. */
export interface Batch {
	items: [QueriedItem, ...QueriedItem[]];
	/** Rows to read of each parent, by its ID: one more than wanted, which tells of others. */
	limits: Map<string, number>;
}

/** What may differ within a group. */
const OWN: readonly string[] = ['recordId', 'limit', 'pageSize'];

/** Groups items by all that one query has in common, in the order of their first items. */
export function groupItems(items: readonly QueriedItem[]): QueriedItem[][] {
	const groups = new Map<string, QueriedItem[]>();
	for (const item of items) {
		const key = groupKey(item.read);
		groups.set(key, [...(groups.get(key) ?? []), item]);
	}
	return [...groups.values()];
}

/** Equal for reads that differ in their parent, their limit, and what a query has no use for. */
export function groupKey(read: RelatedListRead): string {
	const common = Object.entries(read).filter(([name]) => !OWN.includes(name));
	return JSON.stringify(common.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Splits a group into batches of up to 100 parents; items of one parent share a batch. */
export function batchesOf(group: readonly QueriedItem[]): Batch[] {
	const batches: Batch[] = [];
	const placed = new Map<string, Batch>();
	for (const entry of group) {
		const { recordId, limit } = entry.read;
		let batch = placed.get(recordId) ?? batches.at(-1);
		if (batch === undefined || (!placed.has(recordId) && batch.limits.size >= MAX_PARENTS)) {
			batch = { items: [entry], limits: new Map() };
			batches.push(batch);
		} else {
			batch.items.push(entry);
		}
		placed.set(recordId, batch);
		batch.limits.set(recordId, Math.max(limit + 1, batch.limits.get(recordId) ?? 0));
	}
	return batches;
}
