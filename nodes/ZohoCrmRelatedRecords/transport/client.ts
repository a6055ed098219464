import type { IHttpRequestOptions } from 'n8n-workflow';
import { DEFAULT_REQUESTS_AT_ONCE } from '../helpers/constants';
import type { CrmAnswer } from '../helpers/crm';
import { ExecutionStopped } from '../helpers/executionStopped';
import type { JsonObject } from '../helpers/types';
import { Access, type AccessRequest, type Reader } from './auth/access';
import { decodeAny } from './responses/anyJson';
import { AdaptiveLimit } from './pacing/adaptiveLimit';
import { networkError, timeoutError } from './responses/errors';
import { creditsRemaining, decodeRows, type Decoded } from './responses/rows';
import { isBusy, retryDelay, RetryBudget, type FailedAttempt } from './pacing/retry';
import { Scheduler, type Lane } from './pacing/scheduler';
import {
	cancelSignal,
	REQUEST_TIMEOUT_MS,
	send,
	type SendOutcome,
	type ZohoContext,
} from './http/send';

export interface ZohoRequest extends AccessRequest {
	/** Segments after `/crm/`: version first. */
	path: readonly string[];
	query?: Record<string, string>;
	headers?: Record<string, string>;
	/** Longest wait for one answer, ms. Default 60,000. */
	timeout?: number;
}

/** How much of Zoho's API was used. */
export interface Usage {
	calls: number;
	/** API credits left, as Zoho told last; undefined while more than half are left. */
	creditsRemaining?: number;
}

/**
 * The only way out to Zoho: host, access token, concurrency, retries and errors of all requests of
 * one run meet here. One client for each execution, or for each drop-down.
 */
export class ZohoClient {
	readonly usage: Usage = { calls: 0 };
	private readonly limit: AdaptiveLimit;
	private readonly scheduler: Scheduler;
	private readonly access: Access;
	private readonly budget = new RetryBudget();
	private readonly lane: Lane;

	/** @param requestsAtOnce bound for requests under way at the same time */
	constructor(
		private readonly context: ZohoContext,
		requestsAtOnce: number = DEFAULT_REQUESTS_AT_ONCE,
	) {
		this.limit = new AdaptiveLimit(requestsAtOnce);
		this.scheduler = new Scheduler(this.limit, () => cancelSignal(context));
		this.lane = this.scheduler.open(-1);
		this.access = new Access(context);
	}

	/** Requests that could start at once and are not expected from anywhere yet. */
	get free(): number {
		return this.scheduler.free;
	}

	/** Requests expected from input items that have not started yet. */
	reserve(requests: number): void {
		this.scheduler.reserved = requests;
	}

	/**
	 * Runs a step of an input item with a client of its own: its requests go before those of later
	 * items, and when the step ends, however it ends, none of them starts any more.
	 */
	async forItem<T>(itemIndex: number, step: (client: ZohoClient) => Promise<T>): Promise<T> {
		const lane = this.scheduler.open(itemIndex);
		try {
			return await step(Object.create(this, { lane: { value: lane } }));
		} finally {
			this.scheduler.close(lane);
		}
	}

	/** Starts no further request; those under way go on. */
	stop(): void {
		this.scheduler.stop();
	}

	/** Resolves when no request is under way. */
	async settled(): Promise<void> {
		await this.scheduler.settled();
	}

	/**
	 * Reads one address.
	 * @returns the body, or undefined when Zoho has nothing to tell (204, 304)
	 * @throws ZohoError when Zoho refuses or cannot be reached, after the retries that make sense
	 * @throws ExecutionStopped when the execution was cancelled
	 */
	async get(request: ZohoRequest): Promise<JsonObject | undefined> {
		return await this.read(request, decodeRows);
	}

	/**
	 * Reads one address as scripts do: a refusal of what was asked is an answer, too.
	 * @throws ZohoError when Zoho cannot be reached, or refuses this connection, after the retries
	 * @throws ExecutionStopped when the execution was cancelled
	 */
	async ask(request: ZohoRequest): Promise<CrmAnswer> {
		return (await this.read(request, decodeAny)) ?? { kind: 'empty', status: 204 };
	}

	/**
	 * Asks by POST, once: a failure is no reason to ask again.
	 * @throws ZohoError, ExecutionStopped
	 */
	async post(request: ZohoRequest, body: JsonObject): Promise<JsonObject | undefined> {
		const options = { ...(await this.optionsOf(request)), method: 'POST', body } as const;
		const { reading } = await this.inTurn(options, request, decodeRows);
		if (reading.kind === 'failure') throw reading.error.about(request.subject);
		return reading.kind === 'body' ? reading.body : undefined;
	}

	private async read<Body>(request: ZohoRequest, reader: Reader<Body>): Promise<Body | undefined> {
		const options = { ...(await this.optionsOf(request)), method: 'GET' } as const;
		const failures = { busy: 0, other: 0 };
		for (;;) {
			const { reading, isAtFloor } = await this.inTurn(options, request, reader);
			if (reading.kind === 'body') return reading.body;
			if (reading.kind === 'empty') return undefined;
			const { failed, error } = reading;
			const attempt = (failures[isBusy(failed) ? 'busy' : 'other'] += 1);
			const delay = retryDelay(failed, attempt, Math.random(), Date.now());
			if (delay === undefined || !this.budget.spend()) throw error.about(request.subject);
			await this.wait(delay, failed, isAtFloor);
		}
	}

	private async optionsOf({ path, query, headers }: ZohoRequest): Promise<IHttpRequestOptions> {
		const base = await this.access.base();
		return { url: `${base}/crm/${path.map(encodeURIComponent).join('/')}`, qs: query, headers };
	}

	/** One attempt, when its turn comes; the limit learns from how it went. */
	private async inTurn<Body>(
		options: IHttpRequestOptions,
		request: ZohoRequest,
		reader: Reader<Body>,
	): Promise<{ reading: Decoded<Body>; isAtFloor: boolean }> {
		return await this.scheduler.run(this.lane, async () => {
			const { epoch } = this.limit;
			const reading = await this.access.send(request, reader, async (renews) => {
				return await this.attempt(options, request, renews, reader);
			});
			const isCrowded = reading.kind === 'failure' && isBusy(reading.failed);
			if (isCrowded) return { reading, isAtFloor: this.limit.congested(epoch) === 'floor' };
			if (reading.kind !== 'failure') {
				this.limit.answered();
				this.budget.earn();
			}
			return { reading, isAtFloor: false };
		});
	}

	private async attempt<Body>(
		options: IHttpRequestOptions,
		request: ZohoRequest,
		renews: boolean,
		reader: Reader<Body>,
	): Promise<Decoded<Body>> {
		if (cancelSignal(this.context)?.aborted) throw new ExecutionStopped();
		this.usage.calls += 1;
		const { subject, timeout = REQUEST_TIMEOUT_MS } = request;
		const sent: SendOutcome = await send(this.context, options, renews, timeout);
		switch (sent.kind) {
			case 'cancelled':
				throw new ExecutionStopped();
			case 'timeout':
				return { kind: 'failure', error: timeoutError(timeout, subject), failed: {} };
			case 'broken':
				return { kind: 'failure', error: networkError(sent.reason, subject), failed: {} };
			case 'unauthorized':
				throw await this.access.lost(sent.word);
			case 'answer':
				this.usage.creditsRemaining = creditsRemaining(sent.headers) ?? this.usage.creditsRemaining;
				return await this.access.read(sent, request, renews, reader);
		}
	}

	/**
	 * A pause that Zoho asks for is for all requests. Else the lower limit is enough for the others,
	 * unless it cannot get lower.
	 */
	private async wait(ms: number, failed: FailedAttempt, isAtFloor: boolean): Promise<void> {
		const isForAll = failed.retryAfter !== undefined || isAtFloor;
		if (isForAll) await this.scheduler.hold(ms);
		else await this.scheduler.pause(ms, this.lane);
	}
}
