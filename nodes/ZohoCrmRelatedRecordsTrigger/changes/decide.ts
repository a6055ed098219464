import { KeyMemory } from './hashes';
import { CALL_MEMORY, type Change, type Sighting } from './sighting';
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
		const { position, change, closing } = sighting;
		if (change !== undefined) {
			const isOld = position < Math.max(this.start, this.window);
			if (isOld || this.changes.has(change.key)) return undefined;
			return this.newMoment(sighting)?.word ?? change.word;
		}
		if (closing !== undefined) return this.isNewClosing(sighting) ? 'closed' : undefined;
		return this.newMoment(sighting)?.word;
	}

	/** The creation or closing, where it is not known yet. */
	newMoment({ moment }: Sighting): Sighting['moment'] {
		const first = Math.max(this.start, this.state.horizon - OVERLAP);
		const isKnown = moment === undefined || moment.at < first || this.moments.has(moment.key);
		return isKnown ? undefined : moment;
	}

	/** Remembers a row that was delivered, or of which there is nothing to deliver. */
	add(sighting: Sighting): void {
		const { position, change, closing } = sighting;
		const moment = this.newMoment(sighting);
		if (change !== undefined) this.changes.add(change.key, position);
		if (moment !== undefined) this.moments.add(moment.key, moment.at);
		if (closing !== undefined) {
			this.moments.add(closing.key, Math.max(position, closing.at) + CALL_MEMORY);
		}
	}

	private isNewClosing({ position, closing }: Sighting): boolean {
		if (closing === undefined || position < this.start) return false;
		return position - closing.at <= CALL_MEMORY && !this.moments.has(closing.key);
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
	const found: Found<Row>[] = [];
	let taken = 0;
	for (const second of secondsOf(rows)) {
		const position = second[0]?.sighting.position ?? end;
		if (position > end) break;
		const fresh = second.filter(({ sighting }) => news.of(sighting) !== undefined).length;
		if (fresh > 0 && found.length > 0 && found.length + fresh > max) break;
		const done = take(second, news, found, max);
		taken += done;
		if (done < second.length) break;
	}
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
