import { MAX_COUNTED_ROWS } from '../../helpers/constants';
import { bridgeGaps, type Chain } from './bridges';
import { rowsOf } from './coverage';
import { endless } from './errors';
import { cutAtEnd } from './listEnd';
import type { Segment } from './page';
import { endOfNumbered, type PageWalk } from './pageWalk';
import { batchSize, nextSpan, type Span } from './pagePlan';

/** Pages in a row without a single row that is new. */
const MAX_STALE_PAGES = 10;

export interface Wanted {
	/** Rows wanted at most; Infinity for all. */
	limit: number;
	/** Pages that are known to exist, 0 when nothing is known. */
	known: number;
	/** Pages to ask for at once where nothing is known. */
	guesses: number;
	/** Pages to read at most. */
	most?: number;
}

/**
 * Reads numbered pages, several at the same time, each of which holds the last row of the one before:
 * so pages can be answered in any order, while rows come and go.
 * @param read pages that were read already, from the first one on
 * @throws ZohoError
 */
export async function readWindow(
	walk: PageWalk,
	read: readonly Segment[],
	wanted: Wanted,
): Promise<Chain> {
	let segments = await cutAtEnd(walk, read);
	while (segments.length < (wanted.most ?? Infinity) && goesOn(segments, wanted.limit)) {
		const isGuess = segments.at(-1)?.page.isGuess === true;
		const spans = spansAfter(
			walk,
			segments,
			isGuess ? { ...wanted, known: 0, guesses: 1 } : wanted,
		);
		if (spans.length === 0) break;
		const { length } = rowsOf(segments);
		const next = await Promise.all(spans.map(async (span) => await walk.at(span)));
		const read = await cutAtEnd(walk, [...segments, ...next]);
		segments = isGuess && rowsOf(read).length === length ? ended(segments) : read;
		refuseEndless(segments);
	}
	return await bridgeGaps(walk, segments);
}

/** A list whose last page did not say whether there is more, and was followed by nothing new. */
function ended(segments: readonly Segment[]): Segment[] {
	return segments.map((segment, index) =>
		index < segments.length - 1
			? segment
			: { ...segment, page: { ...segment.page, moreRecords: false } },
	);
}

function spansAfter(walk: PageWalk, segments: readonly Segment[], wanted: Wanted): Span[] {
	const { limit, known, guesses, most = Infinity } = wanted;
	const room = most - segments.length;
	const size = Math.min(room, batchSize(known - segments.length, guesses, walk.list.free()));
	const spans: Span[] = [];
	let end = endOfNumbered(segments);
	while (spans.length < size && (spans.length === 0 || end < limit)) {
		const span = nextSpan(end, walk.list.pageSize);
		if (span === undefined) break;
		spans.push(span);
		end = span.page * span.perPage;
	}
	return spans;
}

/** Whether more rows are wanted, and announced. */
export function goesOn(segments: readonly Segment[], limit: number): boolean {
	return segments.at(-1)?.page.moreRecords !== false && rowsOf(segments).length < limit;
}

/**
 * Goes on by token, one page after the other.
 * @param isDone whether to stop, by the last page and the number of rows so far
 * @throws ZohoError
 */
export async function readTokens(
	walk: PageWalk,
	read: readonly Segment[],
	isDone: (last: Segment, rows: number) => boolean,
): Promise<Segment[]> {
	let segments = [...read];
	const seen = new Set(rowsOf(segments).map(({ id }) => id));
	let stale = 0;
	for (let last = segments.at(-1); last?.page.moreRecords === true; last = segments.at(-1)) {
		if (isDone(last, seen.size)) break;
		const next = await walk.follow(last);
		segments.push(next);
		if (!next.page.moreRecords) segments = await cutAtEnd(walk, segments);
		const { size } = seen;
		for (const { id } of segments.at(-1)?.rows ?? []) seen.add(id);
		stale = seen.size > size ? 0 : stale + 1;
		if (stale === MAX_STALE_PAGES || seen.size > MAX_COUNTED_ROWS) throw endless();
	}
	return segments;
}

/** @throws ZohoError INVALID_RESPONSE when page after page brings nothing new */
function refuseEndless(segments: readonly Segment[]): void {
	if (segments.length <= MAX_STALE_PAGES) return;
	const before = rowsOf(segments.slice(0, -MAX_STALE_PAGES)).length;
	if (rowsOf(segments).length === before) throw endless();
}
