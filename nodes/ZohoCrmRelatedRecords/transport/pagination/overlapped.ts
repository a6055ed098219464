import type { Row } from '../../helpers/types';
import { readOneByOne } from './oneByOne';
import type { FetchPage, Step } from './page';
import {
	batchSize,
	GUESSES_DOWN,
	GUESSES_UP,
	overlapsDown,
	pagesInWindow,
	type PagesWanted,
} from './plan';
import { Walk } from './pageWalk';

/** Number of requests that could start at once, now. */
type Free = () => number;

/**
 * Reads rows from the smallest id on, numbered pages at the same time. Rows that are added meanwhile
 * have larger ids, so they move none of those that were there.
 * @param first page 1, read already
 * @throws ZohoError
 */
export async function readUp(
	walk: Walk,
	first: Step,
	wanted: { limit: number; known: number; free: Free },
): Promise<Row[]> {
	const { limit, known, free } = wanted;
	const last = pagesWanted(walk, limit);
	const pages = await numberedPages(walk, first, { last, known, guesses: GUESSES_UP }, free);
	return await readOneByOne(walk, limit, pages);
}

/**
 * Reads the rows with the largest ids. A row that is added meanwhile moves all others by one, and a
 * row can slip from a page that is still to be read to one that was: so page 1 is looked at again in
 * the end, and if it begins with another row, all is read again, one page after the other.
 * @throws ZohoError
 */
export async function readDown(
	fetchPage: FetchPage,
	perPage: number,
	{ limit, free }: { limit: number; free: Free },
): Promise<Row[]> {
	const walk = new Walk(fetchPage, perPage, 'desc');
	const first = await walk.at({ page: 1 });
	const last = pagesWanted(walk, limit);
	if (!overlapsDown(last, free())) return await readOneByOne(walk, limit, [first]);
	const wanted: PagesWanted = { last, known: 0, guesses: GUESSES_DOWN };
	const pages = await numberedPages(walk, first, wanted, free);
	// Two pages were read one after the other.
	const isAsRead = pages.length <= 2 || (await isStillFirst(fetchPage, first.page.rows[0]));
	if (isAsRead) return await readOneByOne(walk, limit, pages);
	return await readOneByOne(new Walk(fetchPage, perPage, 'desc'), limit);
}

/** Whether the list, from its largest id on, still begins with a row. */
export async function isStillFirst(fetchPage: FetchPage, row: Row | undefined): Promise<boolean> {
	const { rows } = await fetchPage({ page: 1, perPage: 1, sortOrder: 'desc' });
	return rows[0]?.id === row?.id;
}

/** The numbered pages that are wanted and exist, in order; page 1 is read already. */
async function numberedPages(
	walk: Walk,
	first: Step,
	wanted: PagesWanted,
	free: Free,
): Promise<Step[]> {
	let pages = [first];
	while (pages.length < wanted.last && pages.at(-1)?.page.moreRecords) {
		const size = batchSize(pages.length, wanted, free());
		const numbers = Array.from({ length: size }, (_, index) => pages.length + 1 + index);
		const read = await Promise.all(numbers.map(async (page) => await walk.at({ page })));
		pages = await inOrder(walk, [...pages, ...read]);
	}
	return pages;
}

/**
 * Pages as far as each announces the next. What follows a last page came after it was read.
 * @throws ZohoError INVALID_RESPONSE when an announced page stays empty
 */
export async function inOrder(walk: Walk, read: readonly Step[]): Promise<Step[]> {
	const pages: Step[] = [];
	for (const step of read) {
		const before = pages.at(-1);
		if (before !== undefined && !before.page.moreRecords) break;
		pages.push(before === undefined ? step : await walk.confirmed(before, step));
	}
	return pages;
}

function pagesWanted({ perPage }: Walk, limit: number): number {
	return Math.min(pagesInWindow(perPage), Math.ceil(limit / perPage));
}
