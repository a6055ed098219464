import { sleep } from 'n8n-workflow';
import { ExecutionStopped } from '../../helpers/executionStopped';
import { FIRST_WINDOW, type AdaptiveLimit, type Start } from './adaptiveLimit';
import type { Share } from './share';

/** Requests that end together: those of one input item, or those that the whole run shares. */
export interface Lane {
	/** Place among the waiting: lower ones start first. */
	readonly turn: number;
	/** Aborted when no further request of the lane may start. */
	readonly end: AbortController;
}

/** How one request waits. */
export interface Waits {
	/** Of requests that Zoho counts by themselves as well; those behind may pass them. */
	share?: Share;
	/** Whether it goes before the others of its turn. */
	isLeading?: boolean;
}

interface Waiting {
	lane: Lane;
	/** Lower ones start first. */
	place: number;
	share?: Share;
	start: (start: Start) => void;
	refuse: () => void;
}

/**
 * Lets the requests of one run start when the limit allows it, those of earlier input items first.
 * It knows nothing of what they ask.
 */
export class RequestQueue {
	/** Requests that are still to come from input items that have not started. */
	reserved = 0;
	private readonly lanes = new Set<Lane>();
	/** Lanes of input items that have not asked for anything yet. */
	private readonly silent = new Set<Lane>();
	private readonly waiting: Waiting[] = [];
	private readonly idle: (() => void)[] = [];
	private holds = 0;
	/** Whether a timer will let the next request start. */
	private isWaking = false;
	/** The latest time for which such a timer was set: timers may fire a little early. */
	private latestWake = 0;
	private readonly end = new AbortController();
	/** Lanes of later turns start nothing more. */
	private lastTurn = Infinity;

	constructor(
		private readonly limit: AdaptiveLimit,
		private readonly cancelSignal: () => AbortSignal | undefined,
		private readonly clock: () => number = () => performance.now(),
	) {}

	/**
	 * Requests of a lane that could start at once and are not expected from anywhere yet: each input
	 * item is going to ask at least once. What the window has grown by is left to requests that are
	 * needed for sure: others cost API credits.
	 */
	freeFor(lane: Lane): number {
		const expected = this.reserved + this.silent.size - (this.silent.has(lane) ? 1 : 0);
		const taken = this.limit.inFlight + this.waiting.length + expected;
		return Math.max(0, Math.min(this.limit.slots, FIRST_WINDOW) - taken);
	}

	/** ms on a clock that never goes back. */
	get now(): number {
		return Math.max(this.clock(), this.latestWake);
	}

	open(turn: number): Lane {
		const lane: Lane = { turn, end: new AbortController() };
		if (this.end.signal.aborted || turn > this.lastTurn) lane.end.abort();
		else this.lanes.add(lane);
		if (turn >= 0 && !lane.end.signal.aborted) this.silent.add(lane);
		return lane;
	}

	/** Starts no further request of a lane; those under way go on. */
	close(lane: Lane): void {
		this.lanes.delete(lane);
		this.silent.delete(lane);
		lane.end.abort();
		this.advance();
	}

	/** Closes all lanes of later turns, those to come too. */
	stopAfter(turn: number): void {
		this.lastTurn = Math.min(this.lastTurn, turn);
		for (const lane of this.lanes) if (lane.turn > this.lastTurn) this.close(lane);
	}

	/** Closes all lanes, those to come too. */
	stop(): void {
		this.end.abort();
		for (const lane of this.lanes) this.close(lane);
	}

	/**
	 * Runs one request when its turn comes.
	 * @throws ExecutionStopped when the lane or the execution ended before
	 */
	async run<T>(lane: Lane, request: (start: Start) => Promise<T>, waits: Waits = {}): Promise<T> {
		this.silent.delete(lane);
		const start = await this.admission(lane, waits);
		try {
			return await request(start);
		} finally {
			waits.share?.leave();
			this.limit.end();
			this.advance();
		}
	}

	/**
	 * Lets one request wait, and others go on.
	 * @throws ExecutionStopped when the lane or the execution ended meanwhile
	 */
	async pause(ms: number, lane: Lane): Promise<void> {
		await this.wait(ms, lane.end.signal);
	}

	/**
	 * Lets no request at all start for a time.
	 * @throws ExecutionStopped when all lanes or the execution ended meanwhile
	 */
	async hold(ms: number): Promise<void> {
		this.holds += 1;
		try {
			await this.wait(ms, this.end.signal);
		} finally {
			this.holds -= 1;
			this.advance();
		}
	}

	/** Resolves when no request is under way. */
	async settled(): Promise<void> {
		if (this.limit.inFlight > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
	}

	/** Starts what may start, and sends away what may not any more. */
	private advance(): void {
		const isCancelled = this.cancelSignal()?.aborted === true;
		const ended = this.waiting.filter(({ lane }) => isCancelled || lane.end.signal.aborted);
		for (const request of ended) {
			this.waiting.splice(this.waiting.indexOf(request), 1);
			request.refuse();
		}
		const { now } = this;
		for (;;) {
			const next = this.waiting.findIndex(({ share }) => share?.isFull !== true);
			if (next === -1 || !this.mayStart(now)) break;
			const start = this.limit.start(now, this.startable());
			const [request] = this.waiting.splice(next, 1);
			request?.share?.enter();
			request?.start(start);
		}
		if (this.limit.inFlight === 0) for (const tell of this.idle.splice(0)) tell();
	}

	private mayStart(now: number): boolean {
		const isBlocked = this.holds > 0 || this.isWaking || !this.limit.hasRoom;
		if (isBlocked) return false;
		const delay = this.limit.delay(now);
		if (delay > 0) void this.wake(now, delay);
		return delay === 0;
	}

	/** Requests that could start if the limit let all of them go. */
	private startable(): number {
		const inShares = new Map<Share, number>();
		let count = 0;
		for (const { share } of this.waiting) {
			if (share === undefined) count += 1;
			else inShares.set(share, (inShares.get(share) ?? 0) + 1);
		}
		for (const [share, waiting] of inShares) count += Math.min(waiting, share.room);
		return count;
	}

	private async wake(now: number, delay: number): Promise<void> {
		this.isWaking = true;
		await this.wait(delay, this.end.signal).catch(() => undefined);
		this.latestWake = now + delay;
		this.isWaking = false;
		this.advance();
	}

	private async admission(lane: Lane, { share, isLeading = false }: Waits): Promise<Start> {
		return await new Promise<Start>((start, fail) => {
			const refuse = () => fail(stopped());
			const place = lane.turn - (isLeading ? 0.5 : 0);
			const later = this.waiting.findIndex((other) => other.place > place);
			const index = later === -1 ? this.waiting.length : later;
			this.waiting.splice(index, 0, { lane, place, share, start, refuse });
			this.advance();
		});
	}

	private async wait(ms: number, end: AbortSignal): Promise<void> {
		const cancel = this.cancelSignal();
		try {
			await sleep(ms, cancel === undefined ? end : AbortSignal.any([cancel, end]));
		} catch {
			throw stopped();
		}
	}
}

function stopped(): ExecutionStopped {
	return new ExecutionStopped();
}
