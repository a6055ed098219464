import { rowsOf } from './coverage';
import { emptyThoughMore } from './errors';
import type { Segment } from './page';
import type { PageWalk } from './pageWalk';

/** How often a page that is empty though Zoho announced it is asked for again. */
const MAX_DOUBTS = 3;

/**
 * Cuts pages off where the list ends. What follows a last page came after it was read.
 * @returns pages, of which the last one with rows may be a newer answer
 * @throws ZohoError INVALID_RESPONSE when Zoho goes on announcing what it does not give
 */
export async function cutAtEnd(walk: PageWalk, segments: readonly Segment[]): Promise<Segment[]> {
	const last = segments.findIndex(({ page }) => !page.moreRecords);
	if (last === -1) return [...segments];
	const kept = segments.slice(0, last + 1);
	return kept.at(-1)?.rows.length === 0 ? await settled(walk, kept) : kept;
}

/**
 * The last page came empty though the one before announced it: either rows were deleted meanwhile,
 * which the page before tells, or all its rows are hidden from the user, or an answer is wrong.
 */
async function settled(walk: PageWalk, segments: readonly Segment[]): Promise<Segment[]> {
	const before = segments.slice(0, -1);
	const announcer = before.at(-1);
	let empty = segments.at(-1);
	if (announcer === undefined || empty === undefined) return [...segments];
	if (announcer.page.isGuess === true) return [...before, { ...empty, isLinked: true }];
	for (let doubts = 0; doubts < MAX_DOUBTS; doubts += 1) {
		const again = { ...(await walk.again(announcer)), isLinked: announcer.isLinked };
		if (!again.page.moreRecords) {
			// The list ends before that page by now: what it had has left.
			const kept = again.rows.length === 0 ? before.slice(0, -1) : before;
			return await cutAtEnd(walk, [...kept, again]);
		}
		empty = { ...(await walk.again(empty)), isLinked: empty.isLinked };
		if (empty.rows.length > 0 || empty.page.moreRecords) return [...before, again, empty];
	}
	if (await isLastVisible(walk, before)) return [...before, { ...empty, isLinked: true }];
	throw emptyThoughMore();
}

/** Whether the list, seen from its other end, begins with the last row that was read. */
async function isLastVisible(walk: PageWalk, segments: readonly Segment[]): Promise<boolean> {
	const page = await walk.otherEnd();
	if (page === undefined) return false;
	const [last] = page.rows;
	if (last === undefined) return !page.moreRecords;
	return rowsOf(segments, walk.order).at(-1)?.id === last.id;
}
