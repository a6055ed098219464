import { MAX_TOKEN_ROWS, PAGE_WINDOW } from '../../helpers/constants';

/** Speculative page requests per batch while the length of a list is unknown; wastes at most two. */
export const GUESSES = 3;

/** From here on, a limited read sends speculative requests. */
const FEWEST_GUESSED_PAGES = 5;

/** Pages of fewer rows cannot always overlap: up to 2,000, each number has no divisor among 1 to 9. */
const SMALLEST_OVERLAPPING = 9;

/**
 * A numbered page: rows `(page - 1) * perPage + 1` to `page * perPage` of the list as it is then.
 * The size may differ from page to page, since Zoho counts positions (Zoho: Get Records, `page`).
 */
export interface Span {
	page: number;
	perPage: number;
}

/** Rows of the list before a span. */
export function startOf({ page, perPage }: Span): number {
	return (page - 1) * perPage;
}

/** Rows of the list up to the end of a span. */
export function endOf({ page, perPage }: Span): number {
	return page * perPage;
}

/**
 * The page that continues where others end: it also holds the row at that place, and of all such
 * pages reaches furthest.
 * @param end rows of the list that were asked for so far
 * @param pageSize rows of one page at most
 * @returns undefined where page numbers reach no further
 */
export function nextSpan(end: number, pageSize: number): Span | undefined {
	return furthestFrom(end, pageSize) ?? furthestFrom(end, SMALLEST_OVERLAPPING);
}

function furthestFrom(end: number, pageSize: number): Span | undefined {
	let best: Span | undefined;
	for (let perPage = pageSize; perPage > 0; perPage -= 1) {
		const reach = best === undefined ? end : endOf(best);
		// It ends less than its own rows behind the place: smaller ones do not reach further.
		if (end + perPage <= reach + 1) break;
		const span = { page: Math.ceil(end / perPage), perPage };
		if (endOf(span) > reach && endOf(span) <= PAGE_WINDOW) best = span;
	}
	return best;
}

/** Overlapping pages that cover so many rows, or as many as page numbers reach. */
export function spansUpTo(rows: number, pageSize: number): Span[] {
	const spans: Span[] = [{ page: 1, perPage: pageSize }];
	for (let span = nextSpan(pageSize, pageSize); span !== undefined;) {
		const last = spans.at(-1);
		if (last === undefined || endOf(last) >= rows) break;
		spans.push(span);
		span = nextSpan(endOf(span), pageSize);
	}
	return spans;
}

/**
 * Rows of the first page for a limit: as few requests as possible, and no more rows than they need.
 * @param limit rows wanted; Infinity for all
 * @param pageSize rows of one page at most
 */
export function planPageSize(limit: number, pageSize: number): number {
	if (limit > PAGE_WINDOW) return pageSize;
	const pages = spansUpTo(limit, pageSize).length;
	let size = Math.min(pageSize, Math.ceil(limit / pages));
	while (size < pageSize && !fits(limit, size, pages)) size += 1;
	return size;
}

function fits(limit: number, size: number, pages: number): boolean {
	const spans = spansUpTo(limit, size);
	const last = spans.at(-1);
	return spans.length <= pages && last !== undefined && endOf(last) >= limit;
}

/**
 * A page with a place in its middle, to see what stands on both sides of it.
 * @param place rows of the list before the border
 */
export function spanAround(place: number, pageSize: number): Span | undefined {
	let [best, width]: [Span | undefined, number] = [undefined, 0];
	for (let perPage = Math.max(pageSize, SMALLEST_OVERLAPPING); perPage > 1; perPage -= 1) {
		const span = { page: Math.ceil(place / perPage), perPage };
		const margin = Math.min(place - startOf(span), endOf(span) - place);
		if (margin > width && endOf(span) <= PAGE_WINDOW) [best, width] = [span, margin];
	}
	return best;
}

/**
 * How many pages to ask for at once.
 * @param known further pages that are known to exist, 0 when nothing is known
 * @param free requests that could start at once
 */
export function batchSize(known: number, guesses: number, free: number): number {
	return known > 0 ? known : Math.min(guesses, Math.max(1, free));
}

/** Speculative requests of a read with a limit. */
export function guessesFor(limit: number, pageSize: number): number {
	if (limit === Infinity) return GUESSES;
	return spansUpTo(limit, pageSize).length < FEWEST_GUESSED_PAGES ? 1 : GUESSES;
}

export interface EndsPlan {
	/** Pages from the smallest ID on. */
	up: number;
	/** Pages from the largest ID on. */
	down: number;
}

/**
 * Numbered pages from both ends of a list that have a row in common, as few as possible.
 * @returns undefined where page numbers do not reach so far
 */
export function planEnds(count: number, pageSize: number): EndsPlan | undefined {
	const ends = spansUpTo(Infinity, pageSize).map(endOf);
	const reach = (pages: number) => (pages === 0 ? 0 : (ends[pages - 1] ?? Infinity));
	for (let pages = 1; pages <= 2 * ends.length; pages += 1) {
		const up = Math.ceil(pages / 2);
		if (reach(pages) >= count && pages <= ends.length) return { up: pages, down: 0 };
		if (reach(up) + reach(pages - up) > count) return { up, down: pages - up };
	}
	return undefined;
}

/** Whether the tokens of two ends of a list, but not its numbered pages, reach and meet. */
export function isFar(count: number | undefined, pageSize: number): count is number {
	if (count === undefined || count >= 2 * MAX_TOKEN_ROWS) return false;
	return planEnds(count, pageSize) === undefined;
}

export interface TwoEndsPlan {
	/** Numbered pages from the smallest ID on, behind the first page, with which the first of them shares a row. */
	up: Span[];
	/** Numbered pages from the largest ID on. */
	down: Span[];
	/** Rows between the numbered pages, and one more, so that a count that is too low shows. */
	between: number;
}

/**
 * Pages that cover a long list from both ends, as few as possible.
 * @param count rows of the list
 * @param perPage rows of the first page, and of one page at most
 */
export function planTwoEnds(count: number, perPage: number): TwoEndsPlan {
	const size = Math.max(perPage - 1, SMALLEST_OVERLAPPING);
	const up = numberedFrom(Math.ceil(perPage / size), size);
	const down = numberedFrom(1, perPage);
	return { up, down, between: count + 1 - lastEndOf(up) - lastEndOf(down) };
}

/** All pages of one size from a number on that can be asked for by number. */
function numberedFrom(first: number, perPage: number): Span[] {
	const last = Math.floor(PAGE_WINDOW / perPage);
	return Array.from({ length: last - first + 1 }, (_, index) => ({ page: first + index, perPage }));
}

/** Rows of the list up to the end of the furthest span. */
export function lastEndOf(spans: readonly Span[]): number {
	return Math.max(0, ...spans.map(endOf));
}
