import { CREDENTIAL, MAX_REQUESTS_AT_ONCE } from '../helpers/constants';
import type { CrmAnswer, FileRequest } from '../helpers/crmRequest';
import type { JsonObject } from '../helpers/types';
import { Account } from './auth/account';
import type { ZohoCredential } from './auth/apiHost';
import { withAccess } from './auth/withAccess';
import { TokenRenewal } from './auth/tokenRenewal';
import { cancelSignal, type ZohoContext } from './http/context';
import type { StoredFile } from './http/file';
import { tokenRenewer } from './http/renewToken';
import { sender } from './http/send';
import { inTurn } from './pacing/inTurn';
import { AdaptiveLimit } from './pacing/adaptiveLimit';
import { RequestQueue, type Lane } from './pacing/requestQueue';
import { withRetries, type AskUntilAnswered } from './pacing/withRetries';
import type { ZohoRequest } from './request';
import { decodeAny } from './responses/anyJson';
import type { Decoder } from './responses/decoded';
import { entriesDecoder } from './responses/entries';
import { fileDecoder } from './responses/file';
import { decodeRows } from './responses/rows';
import { withDecoding } from './responses/withDecoding';
import { withUsage, type Usage } from './responses/withUsage';

export type { StoredFile } from './http/file';

/** Reads from Zoho, for one input item or for the whole run. */
export interface ZohoClient {
	/** Requests that could start at once and are not expected from anywhere yet. */
	readonly free: number;
	/** Zoho's own clock when it answered last, ms since 1970; undefined before the first answer. */
	readonly zohoTime: number | undefined;
	/**
	 * Reads one address.
	 * @returns the body, or undefined when Zoho has nothing to tell (204, 304)
	 * @throws ZohoError when Zoho refuses or cannot be reached, after the retries that make sense
	 * @throws ExecutionStopped when the execution was cancelled
	 */
	get(request: ZohoRequest): Promise<JsonObject | undefined>;
	/**
	 * Reads one address as scripts do: a refusal of what was asked is an answer as well.
	 * @throws ZohoError when Zoho cannot be reached, or refuses this connection, after the retries
	 * @throws ExecutionStopped when the execution was cancelled
	 */
	ask(request: ZohoRequest): Promise<CrmAnswer>;
	/**
	 * Downloads a file into n8n's store, whole or not at all. Repeated as a read is.
	 * @returns undefined when Zoho has no content (204)
	 * @throws ZohoError, ExecutionStopped
	 */
	download(request: ZohoRequest, file: FileRequest): Promise<StoredFile | undefined>;
	/**
	 * Asks by POST, once: a failure is no reason to ask again.
	 * @throws ZohoError, ExecutionStopped
	 */
	post(request: ZohoRequest, body: JsonObject): Promise<JsonObject | undefined>;
	/**
	 * Reads by a query in COQL; repeated as a GET is.
	 * @returns the body, or undefined when nothing matches
	 * @throws ZohoError, ExecutionStopped
	 */
	query(request: ZohoRequest, text: string): Promise<JsonObject | undefined>;
	/**
	 * Reads by POST what Zoho answers entry by entry, below the key of the question: a refused entry is
	 * an answer as well. Repeated as a GET is.
	 * @returns the entries, in the order of those asked for
	 * @throws ZohoError, ExecutionStopped
	 */
	postEntries(request: ZohoRequest, key: string, entries: JsonObject[]): Promise<JsonObject[]>;
}

/**
 * The only way out to Zoho: host, access token, concurrency, retries and errors of all requests of
 * one run meet here. One session for each execution, or for each drop-down.
 */
export class ZohoSession {
	readonly usage: Usage = { calls: 0 };
	/** For requests that no single input item makes. */
	readonly client: ZohoClient;
	private readonly account: Account;
	private readonly queue: RequestQueue;
	private readonly askZoho: AskUntilAnswered;

	/**
	 * @param requestsAtOnce bound for requests under way at the same time
	 * @param timeLeft ms until a retry would come too late
	 */
	constructor(
		context: ZohoContext,
		requestsAtOnce: number = MAX_REQUESTS_AT_ONCE,
		timeLeft: () => number = () => Infinity,
	) {
		const limit = new AdaptiveLimit(requestsAtOnce);
		const queue = new RequestQueue(limit, () => cancelSignal(context));
		this.account = new Account(
			async () => await context.getCredentials<ZohoCredential>(CREDENTIAL),
		);
		const renewal = new TokenRenewal(this.account, tokenRenewer(context));
		const send = withDecoding(withUsage(sender(context), this.usage));
		const ask = inTurn(withAccess(send, this.account, renewal), queue, limit);
		this.askZoho = withRetries(ask, queue, timeLeft);
		this.queue = queue;
		this.client = this.clientOf(queue.open(-1));
	}

	/** Requests expected from input items that have not started yet. */
	reserve(requests: number): void {
		this.queue.reserved = requests;
	}

	/**
	 * Runs a step of an input item with a client of its own: its requests go before those of later
	 * items, and when the step ends, however it ends, none of them starts any more.
	 */
	async forItem<T>(itemIndex: number, step: (client: ZohoClient) => Promise<T>): Promise<T> {
		const lane = this.queue.open(itemIndex);
		try {
			return await step(this.clientOf(lane));
		} finally {
			this.queue.close(lane);
		}
	}

	/** Starts no further request of later input items; those under way go on. */
	stopAfter(itemIndex: number): void {
		this.queue.stopAfter(itemIndex);
	}

	/** Starts no further request; those under way go on. */
	stop(): void {
		this.queue.stop();
	}

	/** Resolves when no request is under way. */
	async settled(): Promise<void> {
		await this.queue.settled();
	}

	private clientOf(lane: Lane): ZohoClient {
		const { account, askZoho, queue, usage } = this;
		// The address comes first: a request that has got its turn waits for nothing but Zoho.
		const read = async <Body>(request: ZohoRequest, decode: Decoder<Body>) =>
			await askZoho(await account.addressed(request), decode, lane);
		return {
			get free() {
				return queue.freeFor(lane);
			},
			get zohoTime() {
				return usage.zohoTime;
			},
			get: async (request) => await read(request, decodeRows),
			ask: async (request) => (await read(request, decodeAny)) ?? { kind: 'empty', status: 204 },
			download: async (request, file) => await read({ ...request, file }, fileDecoder(file)),
			post: async (request, body) => await read({ ...request, body }, decodeRows),
			query: async (request, text) => {
				const body = { select_query: text };
				return await read({ ...request, body, isRead: true }, decodeRows);
			},
			postEntries: async (request, key, entries) => {
				const asked = { ...request, body: { [key]: entries }, isRead: true };
				return (await read(asked, entriesDecoder(key, entries.length))) ?? [];
			},
		};
	}
}
