import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Installation } from './installation';
import { freePorts } from './ports';
import { settings } from './settings';

const START_MS = 180_000;
const STOP_MS = 10_000;
const READY = /Editor is now accessible via|worker is now ready/;
const LOG_TAIL = 4_000;

export interface ServerOptions {
	command?: 'start' | 'worker';
	/** Holds `.n8n` with settings, database and community packages (N8N_USER_FOLDER). */
	userFolder: string;
	/** Settings of n8n, on top of those in `settings.ts`. */
	env?: Record<string, string>;
}

/** A running n8n process, with those that it started. Always stop() it. */
export class Server {
	private readonly output: string[] = [];

	private constructor(
		private readonly child: ChildProcess,
		/** Of the editor and webhooks; of a worker, of its health checks. */
		readonly origin: string,
	) {
		child.stdout?.on('data', (chunk: Buffer) => this.output.push(chunk.toString()));
		child.stderr?.on('data', (chunk: Buffer) => this.output.push(chunk.toString()));
		process.once('exit', this.kill);
		child.once('exit', () => process.off('exit', this.kill));
	}

	/**
	 * Starts n8n on free ports of the loopback address, and waits until it is ready.
	 * @throws Error with n8n's last words when it ends instead, or is not ready in three minutes
	 */
	static async start(installation: Installation, options: ServerOptions): Promise<Server> {
		const server = await Server.launch(installation, options);
		await server.ready();
		return server;
	}

	/** Starts n8n, as start() does, without waiting: call ready() next. */
	static async launch({ node, script }: Installation, options: ServerOptions): Promise<Server> {
		const { command = 'start', userFolder, env } = options;
		const [port = 0, brokerPort = 0] = await freePorts(2);
		const origin = `http://127.0.0.1:${port}`;
		const child = spawn(node.executable, [script, command], {
			// A process group of its own, so that what n8n starts is stopped with it.
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
			cwd: userFolder,
			env: settings({
				N8N_USER_FOLDER: userFolder,
				N8N_PORT: String(port),
				N8N_EDITOR_BASE_URL: origin,
				N8N_WEBHOOK_URL: origin,
				QUEUE_HEALTH_CHECK_ACTIVE: 'true',
				QUEUE_HEALTH_CHECK_PORT: String(port),
				N8N_RUNNERS_BROKER_PORT: String(brokerPort),
				...env,
			}),
		});
		return new Server(child, origin);
	}

	/** @throws Error as start() says; then it has ended. */
	async ready(): Promise<void> {
		try {
			await this.saysReady();
		} catch (error) {
			this.kill();
			throw error;
		}
	}

	/** All that it printed. */
	logs(): string {
		return this.output.join('');
	}

	/** Lets it end by itself, for some seconds; then kills it. */
	async stop(): Promise<void> {
		if (this.hasEnded()) return;
		this.signal('SIGTERM');
		const limit = new AbortController();
		const timeout = pause(STOP_MS, undefined, { signal: limit.signal }).catch(() => undefined);
		await Promise.race([once(this.child, 'exit'), timeout]);
		limit.abort();
		this.kill();
	}

	/** Ends it at once, as a crash would. */
	readonly kill = (): void => this.signal('SIGKILL');

	private async saysReady(): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			const fail = (what: string): void =>
				reject(new Error(`n8n ${what}. Its last words:\n${this.logs().slice(-LOG_TAIL)}`));
			const timer = setTimeout(() => fail('was not ready in time'), START_MS);
			const done = (then: () => void) => (): void => {
				clearTimeout(timer);
				then();
			};
			this.child.once(
				'error',
				done(() => fail('could not be started')),
			);
			this.child.once(
				'exit',
				done(() => fail('ended while it was starting')),
			);
			this.child.stdout?.on('data', () => {
				if (READY.test(this.logs())) done(resolve)();
			});
		});
	}

	private signal(name: NodeJS.Signals): void {
		const { pid } = this.child;
		if (pid === undefined) return;
		try {
			process.kill(-pid, name);
		} catch {
			// The whole group has ended.
		}
	}

	private hasEnded(): boolean {
		return this.child.exitCode !== null || this.child.signalCode !== null;
	}
}
