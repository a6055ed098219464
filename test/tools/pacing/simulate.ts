import {
	AdaptiveLimit,
	type Start,
} from '../../../nodes/ZohoCrmRelatedRecords/transport/pacing/adaptiveLimit';
import { retryDelay } from '../../../nodes/ZohoCrmRelatedRecords/transport/pacing/retryRules';
import { EventQueue } from './eventQueue';

/** A link to Zoho, and who reads over it at the same time. */
export interface Scenario {
	/** Round trip of the link, ms; a request takes three, as n8n opens a connection for each. */
	roundTripMs: number;
	/** Time that Zoho works on a request, ms, give or take a fifth. */
	serverTimeMs: number;
	/** Requests that Zoho works on at once; it refuses more with 429. */
	cap: number;
	/** Runs that know nothing of each other. */
	runs: number;
	/** Requests of each run, all of them waiting from the start. */
	requests: number;
	/** Requests under way at most, for each run. */
	max: number;
	/** Source of chance, 0..1. */
	random: () => number;
}

export interface Outcome {
	/** ms until the first and the last run had all their answers. */
	firstMs: number;
	lastMs: number;
	/** Requests sent, refused ones included. */
	sent: number;
	refused: number;
	/** Requests that were answered: all of them, or something was lost. */
	answered: number;
}

/** Plays a scenario on a virtual clock. */
export function simulate(scenario: Scenario): Outcome {
	const queue = new EventQueue();
	const zoho = new Zoho(scenario, queue);
	const ends: number[] = [];
	for (let run = 0; run < scenario.runs; run += 1) {
		new Run(scenario, queue, zoho, () => ends.push(queue.now)).advance();
	}
	queue.play();
	const { sent, refused, answered } = zoho;
	return { firstMs: Math.min(...ends), lastMs: Math.max(...ends), sent, refused, answered };
}

/** Zoho's side: takes up to its cap at once. */
class Zoho {
	sent = 0;
	refused = 0;
	answered = 0;
	private working = 0;

	constructor(
		private readonly scenario: Scenario,
		private readonly queue: EventQueue,
	) {}

	ask(done: (isRefused: boolean) => void): void {
		const { roundTripMs, serverTimeMs, cap, random } = this.scenario;
		const reply = (isRefused: boolean) => this.queue.after(roundTripMs / 2, () => done(isRefused));
		this.sent += 1;
		this.queue.after(roundTripMs * 2.5, () => {
			if (this.working >= cap) {
				this.refused += 1;
				reply(true);
				return;
			}
			this.working += 1;
			this.queue.after(serverTimeMs * (0.8 + 0.4 * random()), () => {
				this.working -= 1;
				this.answered += 1;
				reply(false);
			});
		});
	}
}

/** One execution of the node: what the queue does, without what it is done for. */
class Run {
	private readonly limit: AdaptiveLimit;
	private readonly waiting: { attempts: number }[];
	private left: number;
	private heldUntil = 0;
	private isWaking = false;

	constructor(
		private readonly scenario: Scenario,
		private readonly queue: EventQueue,
		private readonly zoho: Zoho,
		private readonly end: () => void,
	) {
		this.limit = new AdaptiveLimit(scenario.max);
		this.left = scenario.requests;
		this.waiting = Array.from({ length: this.left }, () => ({ attempts: 0 }));
	}

	advance(): void {
		while (this.waiting.length > 0 && this.limit.hasRoom) {
			const { now } = this.queue;
			const delay = Math.max(this.limit.delay(now), this.heldUntil - now);
			if (delay > 0) {
				this.wake(delay);
				return;
			}
			const start = this.limit.start(now, this.waiting.length);
			const request = this.waiting.shift();
			if (request) this.send(request, start);
		}
	}

	private wake(delay: number): void {
		if (this.isWaking) return;
		this.isWaking = true;
		this.queue.after(delay, () => {
			this.isWaking = false;
			this.advance();
		});
	}

	private send(request: { attempts: number }, start: Start): void {
		this.zoho.ask((isRefused) => {
			if (isRefused) {
				this.retry(request, start);
			} else {
				this.limit.answered(start, this.queue.now);
				this.left -= 1;
				if (this.left === 0) this.end();
			}
			this.limit.end();
			this.advance();
		});
	}

	private retry(request: { attempts: number }, start: Start): void {
		const congestion = this.limit.refused(start);
		request.attempts += 1;
		const delay = this.pauseBefore(request.attempts);
		if (congestion === 'floor') this.heldUntil = this.queue.now + delay;
		this.queue.after(delay, () => {
			this.waiting.unshift(request);
			this.advance();
		});
	}

	private pauseBefore(attempt: number): number {
		const delay = retryDelay({ status: 429 }, attempt, this.scenario.random(), 0);
		if (delay === undefined) throw new Error('A request was given up');
		return delay;
	}
}
