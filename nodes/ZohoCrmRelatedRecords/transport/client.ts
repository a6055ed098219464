import { sleep } from 'n8n-workflow';
import { CREDENTIAL } from '../helpers/constants';
import { ExecutionStopped } from '../helpers/executionStopped';
import type { JsonObject } from '../helpers/types';
import type { ZohoError } from '../helpers/zohoError';
import { readAnswer, type Answer } from './answer';
import { apiBase, type ZohoCredential } from './apiBase';
import { notConnected, reconnectRequired, refreshThrottled } from './connection';
import { networkError, timeoutError, type Asked } from './errors';
import { creditsRemaining, readResponse, type HttpAnswer, type Reading } from './response';
import { retryDelay } from './retry';
import { cancelSignal, REQUEST_TIMEOUT_MS, send, type Sent, type ZohoContext } from './send';

export interface ZohoRequest extends Asked {
	/** Segments after `/crm/`: version first. */
	path: readonly string[];
	query?: Record<string, string>;
	headers?: Record<string, string>;
	/** Requests of one kind need the same scopes: after one refusal the others are not sent. */
	kind: string;
	/** Whether n8n may renew the token after a 401. Default true. */
	refresh?: boolean;
}

/** How much of Zoho's API was used. */
export interface Usage {
	calls: number;
	/** API credits left, as Zoho told last; undefined while more than half are left. */
	creditsRemaining?: number;
}

type Reader<Body> = (answer: HttpAnswer, asked: Asked) => Reading<Body>;

/**
 * The only way out to Zoho: host, access token, retries and errors of all requests of one run
 * meet here. One client for each execution, or for each drop-down.
 */
export class ZohoClient {
	readonly usage: Usage = { calls: 0 };
	private readonly scopeRefusals = new Map<string, HttpAnswer>();
	/** After this no request can succeed in this run. */
	private dead?: ZohoError;
	private base?: Promise<string>;

	constructor(private readonly context: ZohoContext) {}

	/**
	 * Reads one address.
	 * @returns the body, or undefined when Zoho has nothing to tell (204, 304)
	 * @throws ZohoError when Zoho refuses or cannot be reached, after the retries that make sense
	 * @throws ExecutionStopped when the execution was cancelled
	 */
	async get(request: ZohoRequest): Promise<JsonObject | undefined> {
		return await this.read(request, readResponse);
	}

	/**
	 * Reads one address as scripts do: a refusal of what was asked is an answer, too.
	 * @throws ZohoError when Zoho cannot be reached, or refuses this connection, after the retries
	 * @throws ExecutionStopped when the execution was cancelled
	 */
	async ask(request: ZohoRequest): Promise<Answer> {
		return (await this.read(request, readAnswer)) ?? { kind: 'empty', status: 204 };
	}

	private async read<Body>(request: ZohoRequest, reader: Reader<Body>): Promise<Body | undefined> {
		this.base ??= this.openBase();
		const url = `${await this.base}/crm/${request.path.map(encodeURIComponent).join('/')}`;
		for (let attempt = 1; ; attempt += 1) {
			const reading = await this.attempt(url, request, reader);
			if (reading.kind === 'body') return reading.body;
			if (reading.kind === 'empty') return undefined;
			const delay = retryDelay(reading.failed, attempt, Math.random(), Date.now());
			if (delay === undefined) throw reading.error.about(request.subject);
			await this.wait(delay);
		}
	}

	private async attempt<Body>(
		url: string,
		request: ZohoRequest,
		reader: Reader<Body>,
	): Promise<Reading<Body>> {
		if (this.dead !== undefined) throw this.dead.about(request.subject);
		const refused = this.scopeRefusals.get(request.kind);
		if (refused !== undefined) return reader(refused, request);
		if (cancelSignal(this.context)?.aborted) throw new ExecutionStopped();
		this.usage.calls += 1;
		const refresh = request.refresh ?? true;
		const options = { method: 'GET', url, qs: request.query, headers: request.headers } as const;
		return await this.outcome(await send(this.context, options, refresh), request, reader);
	}

	private async outcome<Body>(
		sent: Sent,
		request: ZohoRequest,
		reader: Reader<Body>,
	): Promise<Reading<Body>> {
		switch (sent.kind) {
			case 'cancelled':
				throw new ExecutionStopped();
			case 'timeout':
				return failure(timeoutError(REQUEST_TIMEOUT_MS, request.subject));
			case 'broken':
				return failure(networkError(sent.reason, request.subject));
			case 'unauthorized':
				throw await this.connectionLost(sent.word);
			case 'answer': {
				this.usage.creditsRemaining = creditsRemaining(sent.headers) ?? this.usage.creditsRemaining;
				const reading = reader(sent, request);
				if (isFailure(reading, 'CREDITS_SPENT')) this.dead = reading.error;
				if (sent.status === 401 && (request.refresh ?? true)) {
					await this.remember(sent, reading, request);
				}
				return reading;
			}
		}
	}

	/** A scope error looks like an expired token: n8n would renew it again for every item. */
	private async remember(
		sent: HttpAnswer,
		reading: Reading<unknown>,
		request: ZohoRequest,
	): Promise<void> {
		if (!isFailure(reading, 'OAUTH_SCOPE_MISMATCH')) throw await this.connectionLost();
		this.scopeRefusals.set(request.kind, sent);
	}

	private async connectionLost(word?: string): Promise<ZohoError> {
		const error =
			word === 'Access Denied'
				? refreshThrottled()
				: reconnectRequired(await this.readCredential(), word);
		this.dead = error;
		return error;
	}

	private async openBase(): Promise<string> {
		const credential = await this.readCredential();
		const problem = notConnected(credential);
		if (problem !== undefined) throw problem;
		return apiBase(credential);
	}

	private async readCredential(): Promise<ZohoCredential> {
		return await this.context.getCredentials<ZohoCredential>(CREDENTIAL);
	}

	private async wait(ms: number): Promise<void> {
		try {
			await sleep(ms, cancelSignal(this.context));
		} catch {
			throw stopped();
		}
	}
}

function isFailure(
	reading: Reading<unknown>,
	code: string,
): reading is Extract<Reading, { kind: 'failure' }> {
	return reading.kind === 'failure' && reading.error.code === code;
}

/** Without an answer there is no status, and a read may be repeated. */
function failure(error: ZohoError): Reading<never> {
	return { kind: 'failure', error, failed: {} };
}

function stopped(): ExecutionStopped {
	return new ExecutionStopped();
}
