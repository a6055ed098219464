import { coverageOf } from './coverage';
import { cutAtEnd } from './listEnd';
import type { Segment } from './page';
import type { PageWalk } from './pageWalk';
import { endOf, spanAround, startOf, type Span } from './pagePlan';

/** A chain of pages, and whether it leaves no gap. */
export interface Chain {
	segments: Segment[];
	/** Whether neighbouring pages touch, all of them. */
	isWhole: boolean;
	/** Whether the last page was the end of the list. */
	isEnd: boolean;
}

/**
 * Makes neighbouring pages touch: where two have no row in common, the rows around the border are
 * read as they are now, a bounded number of times.
 * @throws ZohoError
 */
export async function bridgeGaps(walk: PageWalk, given: readonly Segment[]): Promise<Chain> {
	const segments = [...given];
	let budget = 2 * segments.length + 8;
	for (;;) {
		const { proven, isEnd } = coverageOf(segments, walk.order);
		const isWhole = isEnd || proven === segments.length;
		if (isWhole) return { segments: segments.slice(0, proven), isWhole, isEnd };
		const bridge = budget > 0 ? await readBridge(walk, segments, proven) : undefined;
		budget -= 1;
		if (bridge === undefined) {
			const last = segments.at(-1);
			return { segments, isWhole: false, isEnd: last?.page.moreRecords === false };
		}
		segments.splice(proven, 0, ...bridge);
	}
}

/** Reads what stands between a page and the one before it. */
async function readBridge(
	walk: PageWalk,
	segments: Segment[],
	index: number,
): Promise<Segment[] | undefined> {
	const [left, right] = [segments[index - 1], segments[index]];
	if (left === undefined || right === undefined) return undefined;
	if (isThin(left) || isThin(right)) {
		// Rows that are hidden from the user cannot be seen on both pages.
		const again = await walk.again(left);
		if (hasSameRows(left, again)) {
			segments[index] = { ...right, isLinked: true };
			return [];
		}
	}
	const span = spanAround(borderOf(left, right), walk.list.pageSize);
	return span && (await cutAtEnd(walk, [await walk.at(span)]));
}

/** Where the newer of two answers had the border. */
function borderOf(left: Segment, right: Segment): number {
	const [before, after] = [spanOf(left), spanOf(right)];
	if (after !== undefined && (before === undefined || right.serial > left.serial)) {
		return startOf(after);
	}
	return before === undefined ? 0 : endOf(before);
}

function spanOf({ position, perPage }: Segment): Span | undefined {
	return 'page' in position ? { page: position.page, perPage } : undefined;
}

function isThin({ rows, page, perPage }: Segment): boolean {
	return rows.length < perPage && page.moreRecords;
}

function hasSameRows(a: Segment, b: Segment): boolean {
	return a.rows.map(({ id }) => id).join() === b.rows.map(({ id }) => id).join();
}
