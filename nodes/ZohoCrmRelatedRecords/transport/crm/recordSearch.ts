import { MAX_PAGE_SIZE } from '../../helpers/constants';
import type { ApiVersion, Row } from '../../helpers/types';
import type { ZohoClient } from '../client';
import { hasNextPage, pageOf } from './page';

/** What Zoho searches by (Zoho: Search Records). */
const SEARCH_KEYS = { text: 'word', email: 'email', phone: 'phone', criteria: 'criteria' };

export type SearchBy = keyof typeof SEARCH_KEYS;

/** Zoho gives no more records of one search. */
export const MOST_FOUND = 2000;

/** The records of a module to find. */
export interface RecordsSearch {
	version: ApiVersion;
	module: string;
	by: SearchBy;
	/** A word, an address, a number, or criteria such as `(Last_Name:equals:Dach)`. */
	text: string;
	/** API names; none where all fields are wanted. */
	fields: readonly string[];
	/** Records wanted at most. */
	limit: number;
}

export interface FoundRecords {
	/** Each record once, in the order of Zoho. */
	rows: Row[];
	/** Whether the limit left out records. */
	hasMore: boolean;
}

/**
 * Finds records of a module, page by page.
 * @throws ZohoError
 */
export async function findRows(client: ZohoClient, search: RecordsSearch): Promise<FoundRecords> {
	const { limit } = search;
	const perPage = Math.min(limit, MAX_PAGE_SIZE);
	const rows = new Map<string, Row>();
	let hasMore = true;
	for (let page = 1; hasMore && rows.size < limit && page * perPage <= MOST_FOUND; page += 1) {
		const found = await fetchPage(client, search, page, perPage);
		for (const row of found.rows) if (!rows.has(row.id)) rows.set(row.id, row);
		hasMore = hasNextPage(found);
	}
	return {
		rows: [...rows.values()].slice(0, limit),
		hasMore: hasMore || rows.size > limit,
	};
}

async function fetchPage(
	client: ZohoClient,
	{ version, module, by, text, fields }: RecordsSearch,
	page: number,
	perPage: number,
) {
	const subject = { module };
	const body = await client.get({
		path: [version, module, 'search'],
		query: {
			[SEARCH_KEYS[by]]: text,
			...(fields.length > 0 ? { fields: fields.join(',') } : {}),
			page: String(page),
			per_page: String(perPage),
		},
		subject,
		target: `a search of module '${module}'`,
		scope: 'ZohoCRM.modules.READ and ZohoSearch.securesearch.READ',
		kind: `${module}/search`,
	});
	return pageOf(body, subject, perPage);
}
