import { decidePoll, News, type Found, type Sighted } from './decide';
import { readFeed, type Feed } from './readFeed';
import { shrunk } from './shrink';
import { newFeed, windowStart, type FeedState, type Second, type TriggerState } from './state';

/** A feed, and how it begins. */
export interface NamedFeed<Row extends { id: string }> extends Feed<Row> {
	name: string;
	/** How far before the start rows are looked at, only to know them. */
	memory?: Second;
}

export interface PollBounds {
	/** Rows to deliver at most. */
	max: number;
	/** Whether there is no time for another request. */
	isOver(): boolean;
}

export interface FoundRow<Row> extends Found<Row> {
	/** Name of the feed. */
	feed: string;
}

export interface Poll<Row> {
	/** What is new, oldest first. */
	found: FoundRow<Row>[];
	next: TriggerState;
	/** Whether keys had to be forgotten. */
	isShrunk: boolean;
}

/**
 * Reads what is new in all feeds; what there is no room or no time for is left to the next poll.
 * @throws whatever fetching throws; the state stays as it was
 */
export async function pollFeeds<Row extends { id: string }>(
	state: TriggerState,
	feeds: readonly NamedFeed<Row>[],
	{ max, isOver }: PollBounds,
): Promise<Poll<Row>> {
	const { start } = state;
	const found: FoundRow<Row>[] = [];
	const states: Record<string, FeedState> = { ...state.feeds };
	const known = (feed: NamedFeed<Row>) => states[feed.name] ?? newFeed(start, feed.memory);
	const inOrder = [...feeds].sort((a, b) => known(a).cursor - known(b).cursor);
	for (const [index, feed] of inOrder.entries()) {
		const room = max - found.length;
		if (index > 0 && (room <= 0 || isOver())) break;
		const before = known(feed);
		const news = new News(before, start);
		const reading = await readFeed(feed, windowStart(before), {
			isOver,
			room,
			countNew: (rows) => rows.filter(isNewIn(news)).length,
		});
		const decision = decidePoll(before, reading, start, room);
		states[feed.name] = decision.next;
		for (const one of decision.found) found.push({ ...one, feed: feed.name });
	}
	const next = shrunk({ ...state, feeds: states });
	return {
		found: found.sort((a, b) => a.position - b.position),
		next: next.state,
		isShrunk: next.isShrunk,
	};
}

function isNewIn(news: News): (sighted: Sighted<unknown>) => boolean {
	return ({ sighting }) => news.of(sighting) !== undefined;
}
