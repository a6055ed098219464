import { compareIds } from '../../ZohoCrmRelatedRecords/helpers/ids';
import type { Reading, Sighted } from './decide';
import { SETTLING, type Second } from './state';

export interface FeedPage<Row> {
	/** By position. */
	rows: readonly Sighted<Row>[];
	hasMore: boolean;
	nextToken?: string;
	/** Zoho's time at the answer. */
	zohoTime: Second;
}

/** A list of rows by the second of what happened to them, oldest first. */
export interface Feed<Row extends { id: string }> {
	/**
	 * @param since first second that is wanted; rows before it may come as well
	 * @param page 1-based
	 * @param token what the page before gave
	 */
	fetch(since: Second, page: number, token?: string): Promise<FeedPage<Row>>;
}

/** When reading ends before the feed does. */
export interface Bounds<Row> {
	/** Whether there is no time for another page. */
	isOver(): boolean;
	/** How many rows are there to deliver. */
	countNew(rows: readonly Sighted<Row>[]): number;
	/** More rows than this are not needed. */
	room: number;
}

/** How often a second with several pages is read, until nothing left it meanwhile. */
const MAX_WALKS = 4;

/**
 * Reads a feed from a second on. Each request begins at a time, not at a place: so what is changed or
 * deleted meanwhile shifts nothing. Only rows of one second that fill pages are read by page numbers,
 * and again until none of them left.
 */
export async function readFeed<Row extends { id: string }>(
	feed: Feed<Row>,
	from: Second,
	bounds: Bounds<Row>,
): Promise<Reading<Row>> {
	const rows = new Map<string, Sighted<Row>>();
	let since = from;
	let readAt: Second | undefined;
	let fresh = 0;
	for (;;) {
		const step = await readStep(feed, since, bounds);
		readAt ??= step.zohoTime;
		// A step begins with rows of the one before, may read some twice, and ends within a second.
		const added = step.rows.filter(
			({ sighting: { position } }) => position >= since && position <= step.covered,
		);
		const once = new Map(added.map((sighted) => [keyOf(sighted), sighted]));
		fresh += bounds.countNew([...once.values()]);
		for (const sighted of step.rows) rows.set(keyOf(sighted), sighted);
		const end = readAt - SETTLING;
		const isOut = bounds.isOver() || step.covered < since || step.covered >= end;
		if (step.isLast || isOut || fresh >= bounds.room) {
			const sorted = [...rows.values()].sort(compareSighted);
			return { rows: sorted, readAt, end, covered: step.covered, isWhole: step.isLast };
		}
		since = step.covered + 1;
	}
}

interface Step<Row> {
	rows: Sighted<Row>[];
	zohoTime: Second;
	/** All up to this second is read; less than what was asked for when the time was over. */
	covered: Second;
	/** Whether the feed ends here. */
	isLast: boolean;
}

/** One page; more where it is full of one second. */
async function readStep<Row extends { id: string }>(
	feed: Feed<Row>,
	since: Second,
	bounds: Bounds<Row>,
): Promise<Step<Row>> {
	const first = await walk(feed, since, bounds);
	if (!first.isDeep || first.covered < since) return first;
	let before = first;
	const rows = [...first.rows];
	for (let walks = 1; walks < MAX_WALKS && !bounds.isOver(); walks += 1) {
		const again = await walk(feed, since, bounds);
		rows.push(...again.rows);
		if (again.covered < since) break;
		const known = new Set(again.rows.map(keyOf));
		const isStable = before.rows.every(
			(sighted) => sighted.sighting.position > since || known.has(keyOf(sighted)),
		);
		if (isStable) return { ...again, rows, zohoTime: first.zohoTime };
		before = again;
	}
	return { ...first, rows, covered: since - 1, isLast: false };
}

async function walk<Row extends { id: string }>(
	feed: Feed<Row>,
	since: Second,
	bounds: Bounds<Row>,
): Promise<Step<Row> & { isDeep: boolean }> {
	const rows: Sighted<Row>[] = [];
	let token: string | undefined;
	let zohoTime: Second | undefined;
	let fresh = 0;
	for (let number = 1; ; number += 1) {
		const page = await feed.fetch(since, number, token);
		zohoTime ??= page.zohoTime;
		rows.push(...page.rows);
		fresh += bounds.countNew(page.rows.filter(({ sighting }) => sighting.position >= since));
		const step = { rows, zohoTime, isDeep: number > 1 };
		const last = page.rows.at(-1)?.sighting.position ?? since;
		if (!page.hasMore) return { ...step, covered: Infinity, isLast: true };
		if (last > since) return { ...step, covered: last - 1, isLast: false };
		if (bounds.isOver() || fresh >= bounds.room) {
			return { ...step, covered: since - 1, isLast: false };
		}
		token = page.nextToken;
	}
}

function keyOf<Row extends { id: string }>({ row, sighting }: Sighted<Row>): string {
	return `${row.id}@${sighting.position}`;
}

function compareSighted<Row extends { id: string }>(a: Sighted<Row>, b: Sighted<Row>): number {
	return a.sighting.position - b.sighting.position || compareIds(a.row.id, b.row.id);
}
