import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { sandboxApp } from './app';
import type { Sandbox, SandboxOptions } from './contract';
import { applyChange, type ChangeCommand } from './data/changeCommand';
import { CrmData } from './data/crmData';
import { seededDataset } from './data/seeded';
import { FaultPlan } from './faults';
import { RequestLog } from './requestLog';
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

	private timer: NodeJS.Timeout | undefined;
	private readonly server: Server;
	private readonly sockets = new Set<Socket>();
	private readonly closing = new AbortController();

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
		const app = sandboxApp(this, options, this.closing.signal);
		this.server = options.tls ? createTlsServer(options.tls, app) : createServer(app);
		this.server.on('connection', (socket: Socket) => {
			this.counters.connections++;
			this.sockets.add(socket);
			socket.once('close', () => this.sockets.delete(socket));
		});
	}

	async listen(): Promise<void> {
		this.startTimer();
		await new Promise<void>((resolve, reject) => {
			this.server.once('error', reject);
			this.server.listen(this.options.port ?? 0, HOST, resolve);
		});
		const { port } = this.server.address() as AddressInfo;
		this.origin = `${this.options.tls ? 'https' : 'http'}://${HOST}:${port}`;
	}

	private startTimer(): void {
		const { everyMs, commands } = this.options.timer ?? { everyMs: 0, commands: [] };
		if (commands.length === 0) return;
		let next = 0;
		this.timer = setInterval(() => {
			const command = commands[next++ % commands.length];
			if (command) this.change(command);
		}, everyMs);
		this.timer.unref();
	}

	change(command: ChangeCommand): string {
		return applyChange(this.data, command);
	}

	async close(): Promise<void> {
		clearInterval(this.timer);
		this.closing.abort();
		const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
		for (const socket of this.sockets) socket.destroy();
		await closed;
	}
}
