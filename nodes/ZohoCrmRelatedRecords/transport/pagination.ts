import { PAGE_WINDOW } from '../helpers/constants';
import type { Row } from '../helpers/types';
import { ZohoError } from '../helpers/zohoError';

/** Where a page begins: a page number within the first 2,000 rows, a token beyond. Never both. */
export type PagePosition = { page: number } | { pageToken: string };

export type PageRequest = PagePosition & { perPage: number };

export interface Page {
	rows: Row[];
	moreRecords: boolean;
	nextPageToken?: string;
}

export type FetchPage = (request: PageRequest) => Promise<Page>;

/**
 * Rows per page for a limit: as few requests as possible, of one constant size, since Zoho counts
 * pages by position and a changing size would shift them.
 * @param limit rows wanted; Infinity for all
 * @param pageSize rows of one page at most
 */
export function planPageSize(limit: number, pageSize: number): number {
	if (limit > PAGE_WINDOW) return pageSize;
	return Math.ceil(limit / Math.ceil(limit / pageSize));
}

/**
 * Reads rows page by page until the limit is met or Zoho has no more.
 * A row that moved to a later page while reading comes once.
 * @throws ZohoError PAGE_TOKEN_MISSING, PAGE_TOKEN_REPEATED, and whatever fetchPage throws
 */
export async function readPages(
	fetchPage: FetchPage,
	limit: number,
	pageSize: number,
): Promise<Row[]> {
	const perPage = planPageSize(limit, pageSize);
	const rows = new Map<string, Row>();
	const tokens = new Set<string>();
	let position: PagePosition | undefined = { page: 1 };
	while (position !== undefined) {
		const page: Page = await fetchPage({ ...position, perPage });
		for (const row of page.rows) {
			if (rows.size < limit && !rows.has(row.id)) rows.set(row.id, row);
		}
		position = rows.size < limit ? nextPosition(position, page, perPage, tokens) : undefined;
	}
	return [...rows.values()];
}

function nextPosition(
	position: PagePosition,
	page: Page,
	perPage: number,
	tokens: Set<string>,
): PagePosition | undefined {
	if (!page.moreRecords) return undefined;
	if ('page' in position && (position.page + 1) * perPage <= PAGE_WINDOW) {
		return { page: position.page + 1 };
	}
	if (page.nextPageToken === undefined) throw tokenMissing();
	if (tokens.has(page.nextPageToken)) throw tokenRepeated();
	tokens.add(page.nextPageToken);
	return { pageToken: page.nextPageToken };
}

function tokenMissing(): ZohoError {
	return new ZohoError({
		code: 'PAGE_TOKEN_MISSING',
		message: 'Zoho says there are more rows but gives no page token to reach them',
		resolution:
			'Read fewer rows with Limit, narrow the list with Modified Since or IDs, or try another API version under Options.',
	});
}

function tokenRepeated(): ZohoError {
	return new ZohoError({
		code: 'PAGE_TOKEN_REPEATED',
		message: 'Zoho gave the same page token twice, so reading on would never end',
		resolution: 'Run the node again. If it happens every time, report it to Zoho support.',
	});
}
