import { MAX_TOKEN_ROWS } from '../../helpers/constants';
import type { Row } from '../../helpers/types';
import { readBothEnds } from './bothEnds';
import { sortedById } from './coverage';
import { OrderIgnored } from './errors';
import { readInOrder } from './inOrder';
import type { PagedList, Reading } from './list';
import type { Segment } from './page';
import { PageWalk } from './pageWalk';
import { isFar } from './pagePlan';
import { readTwoEnds } from './twoEnds';

export { readChained, type ChainedRows } from './chained';
export type { Changes, PagedList, Reading } from './list';
export type { FetchPage, Page, PageRequest } from './page';

/**
 * Reads the rows of one list until the limit is met or Zoho has no more. What shows that the list
 * changed in a way that may have cost a row makes it be read once more.
 * @param limit rows wanted at most; Infinity for all
 * @returns each row once, in the order asked for
 * @throws ZohoError PAGE_TOKEN_MISSING, PAGE_TOKEN_REPEATED, INVALID_RESPONSE, and whatever
 * fetching a page throws
 */
export async function readPages(list: PagedList, limit: number): Promise<Reading> {
	return await readTwice(list, limit).catch(async (error: unknown) => {
		if (error instanceof OrderIgnored) return await readUnordered(list, limit);
		throw error;
	});
}

async function readTwice(list: PagedList, limit: number): Promise<Reading> {
	const { reading, count } = await readOnce(list, limit);
	if (reading.confidence !== 'changed') return reading;
	list.restart?.();
	const isTooLong = count !== undefined && count > MAX_TOKEN_ROWS;
	const again = isTooLong
		? await readOnce({ ...list, firstCount: list.count }, limit)
		: await readOnce({ ...list, firstCount: undefined }, limit);
	if (again.reading.confidence !== 'changed') return again.reading;
	const rows = united(list, again.reading.rows, reading.rows);
	const hasMore = rows.length > limit || again.reading.hasMore === true;
	return { rows: rows.slice(0, limit), confidence: 'changed', hasMore };
}

async function readOnce(
	list: PagedList,
	limit: number,
): Promise<{ reading: Reading; count?: number }> {
	if (list.idOrder === undefined || limit !== Infinity) {
		return { reading: await readInOrder(list, limit) };
	}
	const walk = new PageWalk(list, 'asc');
	const { first, count } = await readFirst(walk);
	const isLong = first.page.moreRecords && isFar(count, list.pageSize);
	const reading = isLong
		? await readTwoEnds(walk, first, count)
		: await readBothEnds(walk, first, count);
	const rows = list.idOrder === 'asc' ? reading.rows : [...reading.rows].reverse();
	return { reading: { ...reading, rows }, count };
}

/** The first page, and the count where it is asked for. */
async function readFirst(walk: PageWalk): Promise<{ first: Segment; count?: number }> {
	const { firstCount, isCountLate, pageSize } = walk.list;
	const page = walk.at({ page: 1, perPage: pageSize });
	if (isCountLate === true) {
		const first = await page;
		return { first, count: first.page.moreRecords ? await firstCount?.() : undefined };
	}
	const [first, count] = await Promise.all([page, firstCount?.()]);
	return { first, count };
}

/** A list that does not heed `sort_order` is read whole, in its own order, and sorted here. */
async function readUnordered(list: PagedList, limit: number): Promise<Reading> {
	const { idOrder = 'desc' } = list;
	const { rows, confidence } = await readTwice({ ...list, idOrder: undefined }, Infinity);
	const sorted = sortedById(rows, idOrder);
	return { rows: sorted.slice(0, limit), confidence, hasMore: sorted.length > limit };
}

/** Rows of two reads: what one missed, the other may have. */
function united({ idOrder }: PagedList, last: Row[], before: Row[]): Row[] {
	if (idOrder === undefined) return last;
	const rows = new Map([...before, ...last].map((row) => [row.id, row]));
	return sortedById([...rows.values()], idOrder);
}
