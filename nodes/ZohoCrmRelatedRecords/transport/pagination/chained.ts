import { MAX_COUNTED_ROWS } from '../../helpers/constants';
import type { Row } from '../../helpers/types';
import { emptyThoughMore, endless, tokenMissing, tokenRepeated } from './errors';
import type { Page } from './page';
import { RowSet } from './rowSet';

/** Pages in a row without a single row that is new. */
const MAX_STALE_PAGES = 10;
/** How often a page that is empty though Zoho announced it is asked for again. */
const MAX_DOUBTS = 3;

export interface ChainedRows {
	/** Each row once, in the order in which they came. */
	rows: Row[];
	/** Whether the limit left out rows that the list has. */
	hasMore: boolean;
}

type FetchChained = (pageToken?: string) => Promise<Page>;

/**
 * Reads the rows of a list whose pages have no numbers: each page but the first is found only by the
 * token that the one before it names.
 * @param fetchPage reads the page of a token; without one, the first page
 * @param limit rows wanted at most; Infinity for all
 * @throws ZohoError PAGE_TOKEN_MISSING, PAGE_TOKEN_REPEATED, INVALID_RESPONSE, and whatever
 * fetchPage throws
 */
export async function readChained(fetchPage: FetchChained, limit: number): Promise<ChainedRows> {
	const rows = new RowSet(limit);
	const tokens = new Set<string>();
	let token: string | undefined;
	let page = await fetchPage();
	for (let stale = 0; ;) {
		const { size } = rows;
		rows.add(page.rows);
		stale = rows.size > size ? 0 : stale + 1;
		if (stale === MAX_STALE_PAGES || rows.size > MAX_COUNTED_ROWS) throw endless();
		if (rows.isFull || !page.moreRecords) {
			return { rows: rows.list, hasMore: rows.isCut || page.moreRecords };
		}
		const next = page.nextPageToken;
		if (next === undefined) throw tokenMissing();
		if (tokens.has(next)) throw tokenRepeated();
		tokens.add(next);
		page = await confirmed(fetchPage, token, next);
		token = next;
	}
}

/**
 * A page that Zoho announced and that comes empty: either rows were deleted meanwhile, which the
 * page before tells, or one of the answers is wrong.
 */
async function confirmed(
	fetchPage: FetchChained,
	before: string | undefined,
	token: string,
): Promise<Page> {
	let latest = await fetchPage(token);
	for (let doubts = 0; ; doubts += 1) {
		if (latest.rows.length > 0 || latest.moreRecords) return latest;
		if (doubts === MAX_DOUBTS) throw emptyThoughMore();
		const again = await fetchPage(before);
		if (!again.moreRecords) return latest;
		latest = await fetchPage(token);
	}
}
