import { KeyMemory } from './hashes';
import type { Change, Moment, Sighting } from './sighting';
import { OVERLAP, windowStart, type FeedState, type Second } from './state';

/** A row that was read, and how it was seen. */
export interface Sighted<Row> {
	row: Row;
	sighting: Sighting;
}

/** What was read of a feed. */
export interface Reading<Row> {
	/** By position, those of one second by ID. */
	rows: readonly Sighted<Row>[];
	/** Zoho's time at the first answer. */
	readAt: Second;
	/** The last second that is over: later rows may still change within theirs. */
	end: Second;
	/** All rows up to this second were read. */
	covered: Second;
	/** Whether all rows were read that there are. */
	isWhole: boolean;
}

export interface Found<Row> {
	row: Row;
	change: Change;
	position: Second;
}

export interface Decision<Row> {
	found: Found<Row>[];
	next: FeedState;
}

/** Tells what is new in a feed: what is not known yet, and not older than the start. */
export class News {
	readonly changes: KeyMemory;
	readonly moments: KeyMemory;
	private readonly window: Second;

	constructor(
		private readonly state: FeedState,
		private readonly start: Second,
	) {
		this.changes = new KeyMemory(state.changes);
		this.moments = new KeyMemory(state.moments);
		this.window = windowStart(state);
	}

	/** What there is to deliver of a row; undefined when nothing. */
	of(sighting: Sighting): Change | undefined {
		const { position, change } = sighting;
		const moment = this.newMoment(sighting);
		if (change === undefined) return moment?.word;
		const isOld = position < Math.max(this.start, this.window);
		return isOld || this.changes.has(change.key) ? undefined : (moment?.word ?? change.word);
	}

	/** The creation or closing, where it is not known yet. */
	newMoment({ position, moment }: Sighting): Moment | undefined {
		if (moment === undefined) return undefined;
		const { key, at, delay = 0 } = moment;
		const isOld = (delay > 0 ? position : at) < this.start || position < this.window;
		const isForgotten = at + delay < this.state.horizon - OVERLAP;
		return isOld || isForgotten || this.moments.has(key) ? undefined : moment;
	}

	/** Remembers a row that was delivered, or of which there is nothing to deliver. */
	add({ position, change, moment }: Sighting): void {
		if (change !== undefined) this.changes.add(change.key, position);
		if (moment !== undefined) this.moments.add(moment.key, moment.at + (moment.delay ?? 0));
	}
}

/**
 * Decides what of a feed is delivered, and what is known of it then.
 * @param start what is older is not delivered
 * @param max rows to deliver at most: whole seconds, unless a single one has more
 */
export function decidePoll<Row>(
	state: FeedState,
	reading: Reading<Row>,
	start: Second,
	max: number,
): Decision<Row> {
	const news = new News(state, start);
	const { rows, end, covered, readAt } = reading;
	const { found, taken } = takeSeconds(reading, news, max);
	const left = rows.slice(taken);
	const firstLeft = left[0]?.sighting.position ?? Infinity;
	// Back to before the last cursor, where what may have become visible late was not looked at again.
	const cursor = Math.max(windowStart(state) - 1, Math.min(covered, end, firstLeft - 1));
	const horizon = reading.isWhole
		? Math.max(state.horizon, Math.min(readAt, firstMoment(left, news)))
		: state.horizon;
	const next = { ...state, cursor, horizon, readAt: Math.max(state.readAt, readAt) };
	return {
		found,
		next: {
			...next,
			changes: news.changes.since(windowStart(next)),
			moments: news.moments.since(horizon - OVERLAP),
		},
	};
}

/** Takes whole seconds that are over, as long as they fit. */
function takeSeconds<Row>(
	{ rows, end, covered }: Reading<Row>,
	news: News,
	max: number,
): { found: Found<Row>[]; taken: number } {
	const found: Found<Row>[] = [];
	let taken = 0;
	for (const second of secondsOf(rows)) {
		const position = second[0]?.sighting.position ?? end;
		// Of a second that was not read to its end, a part is taken only when there is nothing else.
		if (position > end || (position > covered && found.length > 0)) break;
		const fresh = second.filter(({ sighting }) => news.of(sighting) !== undefined).length;
		if (fresh > 0 && found.length > 0 && found.length + fresh > max) break;
		const done = take(second, news, found, max);
		taken += done;
		if (done < second.length) break;
	}
	return { found, taken };
}

/** Takes the rows of one second, as long as there is room. @returns how many were taken */
function take<Row>(
	second: readonly Sighted<Row>[],
	news: News,
	found: Found<Row>[],
	max: number,
): number {
	for (const [index, { row, sighting }] of second.entries()) {
		const change = news.of(sighting);
		if (change !== undefined && found.length >= max) return index;
		if (change !== undefined) found.push({ row, change, position: sighting.position });
		news.add(sighting);
	}
	return second.length;
}

/** Of rows that were left for later, the first time of a creation or closing that is not known yet. */
function firstMoment<Row>(left: readonly Sighted<Row>[], news: News): Second {
	const times = left.map(({ sighting }) => news.newMoment(sighting)?.at ?? Infinity);
	return times.reduce((first, time) => Math.min(first, time), Infinity);
}

function* secondsOf<Row>(rows: readonly Sighted<Row>[]): Generator<readonly Sighted<Row>[]> {
	let from = 0;
	for (let at = 1; at <= rows.length; at += 1) {
		if (rows[at]?.sighting.position === rows[from]?.sighting.position && at < rows.length) continue;
		yield rows.slice(from, at);
		from = at;
	}
}
