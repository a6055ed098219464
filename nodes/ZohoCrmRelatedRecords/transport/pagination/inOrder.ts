import { PAGE_WINDOW } from '../../helpers/constants';
import type { Confidence } from '../../helpers/types';
import { bridgeGaps, type Chain } from './bridges';
import { askAfterwards, confidenceOf } from './confidence';
import { coverageOf, rowsOf } from './coverage';
import type { Changes, PagedList, Reading } from './list';
import type { Segment } from './page';
import { endOfNumbered, PageWalk } from './pageWalk';
import { guessesFor, nextSpan, planPageSize, spansUpTo } from './pagePlan';
import { goesOn, readTokens, readWindow } from './window';

/**
 * Reads the first rows of a list, in its order: numbered pages, then page tokens.
 * @throws ZohoError
 */
export async function readInOrder(list: PagedList, limit: number): Promise<Reading> {
	const perPage = planPageSize(limit, list.pageSize);
	const walk = new PageWalk({ ...list, pageSize: perPage }, list.idOrder);
	const isLong = limit > PAGE_WINDOW;
	const guesses = list.idOrder === undefined ? 1 : guessesFor(limit, list.pageSize);
	// The last numbered page gives the token: it is read when what came before is counted.
	const most = isLong ? spansUpTo(limit, perPage).length - 1 : undefined;
	const first = await walk.at({ page: 1, perPage });
	const window = await readWindow(walk, [first], { limit, known: 0, guesses, most });
	const isDone = !isLong || window.isEnd || !goesOn(window.segments, limit);
	const read = isDone ? { chain: window } : await readOn(walk, window, limit);
	const confidence = await confidenceIn(list, read);
	const rows = rowsOf(read.chain.segments, list.idOrder);
	const hasMore = isCut(rows.length, read.chain.segments, limit);
	return { rows: rows.slice(0, limit), confidence, hasMore };
}

/** Whether rows were left out: those read beyond the limit, or those that Zoho announced. */
function isCut(count: number, segments: readonly Segment[], limit: number): boolean {
	if (count !== limit) return count > limit;
	const page = segments.at(-1)?.page;
	return page?.moreRecords === true && page.isGuess !== true;
}

/** What was read, and what is known of it. */
interface Read {
	chain: Chain;
	confidence?: Confidence;
	/** What changed since reading began, where it was asked. */
	changes?: Changes;
}

/** Goes on behind numbered pages; the list is counted before and after. */
async function readOn(walk: PageWalk, window: Chain, limit: number): Promise<Read> {
	const { list } = walk;
	const before = await list.count?.();
	const span = nextSpan(endOfNumbered(window.segments), list.pageSize);
	const last = span === undefined ? [] : [await walk.at(span)];
	const chain = await bridgeGaps(walk, [...window.segments, ...last]);
	if (chain.isEnd || !goesOn(chain.segments, limit)) return { chain };
	const segments = await readTokens(walk, chain.segments, (_, rows) => rows >= limit);
	const { after, changes } = await askAfterwards(list, before);
	const confidence = confidenceOf(before, after, changes);
	return { chain: { ...chain, segments }, confidence, changes };
}

/** Where editing a row moves it, it can go from a page that is still to be read to one that was. */
async function confidenceIn(
	list: PagedList,
	{ chain: { segments, isWhole }, confidence: known = 'whole', changes: asked }: Read,
): Promise<Confidence> {
	if (!isWhole) return 'changed';
	if (list.isMovable !== true || segments.length === 1 || known === 'changed') return known;
	const changes = asked ?? (await list.changes?.());
	if (changes === undefined) return 'unchecked';
	return changes.ids.length === 0 || isWholeBut(changes, segments) ? known : 'changed';
}

/** Whether segments leave no gap though rows moved, and hold all of those. */
function isWholeBut(changes: Changes, segments: readonly Segment[]): boolean {
	// A row that moves shifts those between its places, which nothing shows where pages only follow.
	if (segments.some(({ isLinked }) => isLinked === true)) return false;
	const moved = new Set(changes.ids);
	const { proven, isEnd } = coverageOf(segments, undefined, moved);
	const ids = new Set(rowsOf(segments).map(({ id }) => id));
	const isWhole = isEnd || proven === segments.length;
	return isWhole && changes.ids.every((id) => ids.has(id));
}
