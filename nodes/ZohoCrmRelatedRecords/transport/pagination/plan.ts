import { MAX_COUNTED_ROWS, PAGE_WINDOW } from '../../helpers/constants';

/** Pages of which nobody knows whether they exist are asked for in threes: at most two in vain. */
export const GUESSES_UP = 3;

/** One less, as a page is read again in the end. */
export const GUESSES_DOWN = 2;

/** From here on, overlapped pages save more time than the page that is read again costs. */
const FEWEST_PAGES_DOWN = 5;

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

/** Pages that can be asked for by number. */
export function pagesInWindow(perPage: number): number {
	return Math.floor(PAGE_WINDOW / perPage);
}

export interface PagesWanted {
	/** Pages that are wanted at most. */
	last: number;
	/** Pages that are known to exist, 0 when nothing is known. */
	known: number;
	/** Pages to ask for at once where nothing is known. */
	guesses: number;
}

/**
 * How many pages to ask for at once.
 * @param done pages read so far
 * @param free requests that could start at once
 */
export function batchSize(
	done: number,
	{ last, known, guesses }: PagesWanted,
	free: number,
): number {
	const guessed = Math.min(guesses, Math.max(1, free));
	return Math.min(last - done, Math.max(known - done, guessed));
}

/**
 * Whether a limited read from the end of the list overlaps its pages.
 * @param pages pages that are wanted
 */
export function overlapsDown(pages: number, free: number): boolean {
	return pages >= FEWEST_PAGES_DOWN && free > 1;
}

/**
 * Whether a list is read from both of its ends, which have to meet.
 * @param count rows by Zoho's count, if known
 */
export function hasTwoEnds(count: number | undefined): count is number {
	return count !== undefined && count > PAGE_WINDOW && count < MAX_COUNTED_ROWS;
}

export interface TwoEndsPlan {
	/** Numbered pages from the smallest id on. */
	up: number;
	/** Numbered pages from the largest id on. */
	down: number;
	/** Pages between them, by token from either end. */
	between: number;
}

/** Pages that cover a list of more than 2,000 rows from both ends, without one too many. */
export function planTwoEnds(count: number, perPage: number): TwoEndsPlan {
	const pages = Math.ceil(count / perPage);
	const up = pagesInWindow(perPage);
	const down = Math.min(up, pages - up);
	return { up, down, between: pages - up - down };
}
