import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Accounts } from './accounts';
import type { Sandbox, SandboxOptions } from './contract';
import { Crm } from './crm';
import { CrmData } from './data/crm-data';
import { seededDataset } from './data/seeded';
import { deliver, faultReply } from './delivery';
import { errors } from './errors';
import type { Fault } from './faults';
import { FaultPlan } from './faults';
import type { Incoming } from './incoming';
import { formOf, readBody, requestHead } from './incoming';
import { PageTokens } from './page-tokens';
import type { Reply } from './reply';
import { errorReply } from './reply';
import type { LoggedRequest } from './request-log';
import { RequestLog, isCrmPath } from './request-log';
import { TokenStore } from './tokens';

const HOST = '127.0.0.1';
const CLIENT = {
	id: '1000.SANDBOXCLIENT0000000000000000',
	secret: 'sandbox-client-secret',
};

/** Starts a Zoho Accounts and Zoho CRM of its own. Always close() it. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const running = new RunningSandbox(options);
	await running.listen();
	return running;
}

class RunningSandbox implements Sandbox {
	origin = '';
	readonly client = CLIENT;
	readonly log: RequestLog;
	readonly faults = new FaultPlan();
	readonly tokens: TokenStore;
	readonly data: CrmData;
	readonly counters = { peakConcurrency: 0, connections: 0, rejected429: 0 };
	readonly credits;

	private readonly server: Server;
	private readonly sockets = new Set<Socket>();
	private readonly closing = new AbortController();
	private readonly accounts: Accounts;
	private readonly crm: Crm;
	private inFlight = 0;

	constructor(private readonly options: SandboxOptions) {
		const now = options.now ?? Date.now;
		this.log = new RequestLog(now);
		this.data = new CrmData(options.dataset ?? seededDataset(), now);
		this.credits = options.credits && { ...options.credits };
		this.tokens = new TokenStore({
			now,
			accessTokenSeconds: options.accessTokenSeconds ?? 3600,
			refreshLimit: options.refreshLimit ?? 10,
			apiDomain: () => options.apiDomain ?? this.origin,
		});
		this.accounts = new Accounts({
			client: this.client,
			tokens: this.tokens,
			dataCenter: options.dataCenter ?? 'us',
			origin: () => this.origin,
		});
		this.crm = new Crm(
			{
				data: this.data,
				pageTokens: new PageTokens(now),
				perPageAbove200: options.perPageAbove200 ?? 'reject',
				unknownRecordStatus: options.unknownRecordStatus ?? 400,
			},
			this.tokens,
			this.credits,
		);
		const listener: RequestListener = (message, response) => {
			// Rejects only where the client or close() ended the exchange: nobody is left to tell.
			this.serve(message, response).catch(() => response.destroy());
		};
		this.server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener);
		this.server.on('connection', (socket: Socket) => {
			this.counters.connections++;
			this.sockets.add(socket);
			socket.once('close', () => this.sockets.delete(socket));
		});
	}

	async listen(): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			this.server.once('error', reject);
			this.server.listen(this.options.port ?? 0, HOST, resolve);
		});
		const { port } = this.server.address() as AddressInfo;
		this.origin = `${this.options.tls ? 'https' : 'http'}://${HOST}:${port}`;
	}

	async close(): Promise<void> {
		this.closing.abort();
		const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
		for (const socket of this.sockets) socket.destroy();
		await closed;
	}

	private async serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
		const head = requestHead(message);
		const entry = this.log.begin(head);
		const isCrm = isCrmPath(head.path);
		const crowded = isCrm && this.enter(response);
		entry.body = await readBody(message);
		const request = { ...head, body: entry.body, form: formOf(head.headers, entry.body) };
		if (crowded) {
			await this.finish(response, entry, errorReply(errors.tooManyRequests()), undefined);
			return;
		}
		const serverTimeMs = isCrm ? (this.options.serverTimeMs ?? 0) : 0;
		const fault = this.faults.take(request);
		if (fault) await this.misbehave(response, entry, request, fault, serverTimeMs);
		else {
			await this.wait(serverTimeMs);
			await this.finish(response, entry, this.answer(request), undefined);
		}
	}

	private async misbehave(
		response: ServerResponse,
		entry: LoggedRequest,
		request: Incoming,
		fault: Fault,
		serverTimeMs: number,
	): Promise<void> {
		fault.then?.(this);
		if (fault.hang) return;
		await fault.hold;
		await this.wait((fault.delayMs ?? 0) + serverTimeMs);
		if (fault.reset === 'before') {
			entry.status = 'reset';
			reset(response.socket);
			return;
		}
		const reply = fault.reply ? faultReply(fault.reply) : this.answer(request);
		await this.finish(response, entry, reply, fault);
	}

	/** Counts a request in, and out again when its answer is done; true if there are too many. */
	private enter(response: ServerResponse): boolean {
		this.inFlight++;
		this.counters.peakConcurrency = Math.max(this.counters.peakConcurrency, this.inFlight);
		const crowded = this.inFlight > (this.options.concurrencyCap ?? 10);
		let inside = true;
		const leave = (): void => {
			if (inside) this.inFlight--;
			inside = false;
		};
		response.once('finish', leave);
		response.once('close', leave);
		return crowded;
	}

	private answer(request: Incoming): Reply {
		const part = isCrmPath(request.path) ? this.crm : this.accounts;
		return part.handle(request);
	}

	private async finish(
		response: ServerResponse,
		entry: LoggedRequest,
		reply: Reply,
		fault: Fault | undefined,
	): Promise<void> {
		if (reply.code !== undefined) entry.code = reply.code;
		if (reply.status === 429 && !fault?.reply) this.counters.rejected429++;
		entry.status = fault?.reset ? 'reset' : reply.status;
		await deliver(response, reply, fault, this.closing.signal);
	}

	private async wait(ms: number): Promise<void> {
		if (ms > 0) await sleep(ms, undefined, { signal: this.closing.signal });
	}
}

/** A connection reset where the platform can send one, else simply the end of the connection. */
function reset(socket: Socket | null): void {
	if (!socket) return;
	if ('encrypted' in socket) socket.destroy();
	else socket.resetAndDestroy();
}
