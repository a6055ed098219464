import type { Row, SortOrder } from '../../helpers/types';
import { readOneByOne } from './oneByOne';
import { readDown, readUp } from './overlapped';
import type { FetchPage } from './page';
import { hasTwoEnds, planPageSize } from './plan';
import { readTwoEnds } from './twoEnds';
import { Walk } from './pageWalk';

export { readChained } from './chained';
export type { FetchPage, Page, PageRequest } from './page';

/** What to read of one list. */
export interface PagesRead {
	/** Rows wanted at most; Infinity for all. */
	limit: number;
	/** Rows of one page at most. */
	pageSize: number;
	/** Order by id; unset for any other order, whose rows can move while they are read. */
	idOrder?: SortOrder;
	/** Asks how many rows the list has, beside its first page. Resolves, whatever happens. */
	count?: () => Promise<number | undefined>;
	/** Requests that could start at once, now. */
	free: () => number;
}

/**
 * Reads the rows of one list until the limit is met or Zoho has no more, several pages at a time
 * where no row can be lost by it.
 * @returns each row once, in the order asked for
 * @throws ZohoError PAGE_TOKEN_MISSING, PAGE_TOKEN_REPEATED, INVALID_RESPONSE, and whatever
 * fetchPage throws
 */
export async function readPages(fetchPage: FetchPage, read: PagesRead): Promise<Row[]> {
	const { limit, pageSize, idOrder, free } = read;
	const perPage = planPageSize(limit, pageSize);
	if (idOrder === undefined) return await readOneByOne(new Walk(fetchPage, perPage), limit);
	if (idOrder === 'desc' && limit !== Infinity) {
		return await readDown(fetchPage, perPage, { limit, free });
	}
	const rows = await readFromBelow(fetchPage, read, perPage);
	return idOrder === 'asc' ? rows : rows.reverse();
}

async function readFromBelow(
	fetchPage: FetchPage,
	{ limit, count: ask, free }: PagesRead,
	perPage: number,
): Promise<Row[]> {
	const walk = new Walk(fetchPage, perPage, 'asc');
	const [first, count] = await Promise.all([walk.at({ page: 1 }), ask?.()]);
	if (limit === Infinity && first.page.moreRecords && hasTwoEnds(count)) {
		return await readTwoEnds(fetchPage, walk, first, count);
	}
	const known = Math.ceil((count ?? 0) / perPage);
	return await readUp(walk, first, { limit, known, free });
}
