/** What a 429 changed: fewer requests, none fewer possible, or nothing, as it was known already. */
export type Congestion = 'lowered' | 'floor' | 'known';

/** A request that was let go; handed back when it ended. */
export interface Start {
	/** ms on the caller's clock. */
	readonly at: number;
	/** Whether it followed the one before as closely as requests ever do. */
	readonly isBurst: boolean;
	/** Whether others waited behind it. */
	readonly isFull: boolean;
	/** How often the window had been lowered by then. */
	readonly lowerings: number;
}

/** Requests under way at first. */
export const FIRST_WINDOW = 10;

/** Up to this window, each answer adds two: it grows threefold in the time that an answer takes. */
const SLOW_START_END = 30;
const SLOW_START_GROWTH = 2;

/** Growth for each answer once a ceiling was passed, or slow start is over. */
const PASSED_GROWTH = 0.1;

/** Space between starts, ms, until the first answer shows how long an answer takes. */
const FIRST_GAP_MS = 25;

/** Space between starts where all that wait fit the first window, ms. */
const BURST_GAP_MS = 5;

/** What is left of the window after a 429. */
const DECREASE = 0.7;

/** Rounds of answers in which the window comes back to just below the ceiling. */
const RECOVERY_ROUNDS = 3;

/** Rounds of answers before the ceiling is tried again, at first and at most. */
const FIRST_PATIENCE = 8;
const MOST_PATIENCE = 16;

/** Weight of a new measurement in the mean time of an answer. */
const SMOOTHING = 0.25;

/**
 * How many requests may be under way (the window), and when the next one may start. Zoho counts
 * the requests that it works on, not those on the wire, so starts are spread evenly over the time
 * that an answer takes. The window grows threefold in that time at first (slow start). A 429 lowers it and
 * sets a ceiling, which is tried again ever more rarely, and forgotten once it was passed.
 * Pure: the caller brings the clock, in ms. test/tools/pacing simulates it over many links.
 */
export class AdaptiveLimit {
	private window: number;
	private ceiling = Infinity;
	private patience = FIRST_PATIENCE;
	private lowerings = 0;
	private underWay = 0;
	private nextStart = 0;
	/** Whether others waited when the last request was let go. */
	private isFull = false;
	private answerMs?: number;
	/** Requests that may start closely together after a rest, and how many of them still may. */
	private burstSize: number;
	private burst: number;

	/** @param max requests under way at most, from 1 */
	constructor(private readonly max: number) {
		this.window = Math.min(FIRST_WINDOW, max);
		this.burstSize = this.window;
		this.burst = this.window;
	}

	/** Requests that may be under way at once, at least 1. */
	get slots(): number {
		return Math.floor(this.window);
	}

	/** Requests that were let go and have not ended. */
	get inFlight(): number {
		return this.underWay;
	}

	/** Whether one more may be under way. */
	get hasRoom(): boolean {
		return this.underWay < this.slots;
	}

	/** ms from now until the next may start; 0 for at once. */
	delay(now: number): number {
		return Math.max(0, this.nextStart - now);
	}

	/** Lets a request go. @param waiting how many wait, this one included */
	start(now: number, waiting: number): Start {
		if (this.underWay === 0) {
			this.burst = this.burstSize;
			this.isFull = false;
		}
		const isBurst = waiting <= this.burst;
		this.burst = isBurst ? this.burst - 1 : 0;
		const gap = isBurst ? Math.min(BURST_GAP_MS, this.gap) : this.gap;
		// A timer that fired late is caught up with, by one request at most.
		this.nextStart = this.isFull ? Math.max(this.nextStart, now - gap) + gap : now + gap;
		this.isFull = waiting > 1;
		this.underWay += 1;
		return { at: now, isBurst, isFull: this.isFull, lowerings: this.lowerings };
	}

	/** A request is no longer under way, whatever came of it. */
	end(): void {
		this.underWay -= 1;
	}

	/** A request got an answer other than 429. */
	answered({ at, isFull }: Start, now: number): void {
		const took = Math.max(0, now - at);
		this.answerMs ??= took;
		this.answerMs += SMOOTHING * (took - this.answerMs);
		if (isFull) this.window = Math.min(this.max, this.window + this.growth());
	}

	/**
	 * A request met a 429. Several of one burst count once: only one that started after the last
	 * lowering tells something new.
	 */
	refused({ isBurst, lowerings }: Start): Congestion {
		if (lowerings !== this.lowerings) return 'known';
		this.lowerings += 1;
		const isFloor = this.slots === 1;
		const reached = Math.min(this.window, this.underWay);
		// What was too close together would perhaps not have been too much.
		if (isBurst) this.burstSize = Math.floor(this.burstSize / 2);
		const isRetried = !isBurst && Math.abs(reached - this.ceiling) < 1;
		if (!isBurst) {
			this.patience = isRetried ? Math.min(MOST_PATIENCE, this.patience * 2) : FIRST_PATIENCE;
			this.ceiling = reached;
		}
		this.window = Math.max(1, isRetried ? reached - 1 : reached * DECREASE);
		return isFloor ? 'floor' : 'lowered';
	}

	private get gap(): number {
		return this.answerMs === undefined ? FIRST_GAP_MS : this.answerMs / this.window;
	}

	/** By how much one answer widens the window. */
	private growth(): number {
		if (this.window > this.ceiling + 1) this.ceiling = Infinity;
		if (this.ceiling === Infinity) {
			const isSlowStart = this.lowerings === 0 && this.window < SLOW_START_END;
			return isSlowStart ? SLOW_START_GROWTH : Math.max(PASSED_GROWTH, 2 / this.window);
		}
		const missing = this.ceiling - 1 - this.window;
		const inRound = missing > 0 ? Math.max(1, missing / RECOVERY_ROUNDS) : 1 / this.patience;
		return inRound / this.window;
	}
}
