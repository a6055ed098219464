import { PAGE_WINDOW } from '../../helpers/constants';
import type { Row } from '../../helpers/types';
import { readOneByOne } from './oneByOne';
import type { Page } from './page';
import { Walk } from './pageWalk';

/**
 * Reads the rows of a list whose pages have no numbers: each page but the first is found only by the
 * token that the one before it names.
 * @param fetchPage reads the page of a token; without one, the first page
 * @param limit rows wanted at most; Infinity for all
 * @returns each row once, in the order in which they came
 * @throws ZohoError PAGE_TOKEN_MISSING, PAGE_TOKEN_REPEATED, INVALID_RESPONSE, and whatever
 * fetchPage throws
 */
export async function readChained(
	fetchPage: (pageToken?: string) => Promise<Page>,
	limit: number,
): Promise<Row[]> {
	// As if the first page filled all that can be reached by number, so that tokens follow at once.
	const walk = new Walk(
		async (page) => await fetchPage('pageToken' in page ? page.pageToken : undefined),
		PAGE_WINDOW,
	);
	return await readOneByOne(walk, limit);
}
