import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const START_MS = 180_000;
const STOP_MS = 10_000;
const LOG_TAIL = 4_000;

export interface DaemonOptions extends Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> {
	/** What messages call it. */
	name: string;
	command: string;
	args: readonly string[];
	/** What it prints when it can be used. */
	sign: RegExp;
}

/** A process that runs until it is stopped, with those that it started. Always stop() it. */
export class Daemon {
	private readonly name: string;
	private readonly sign: RegExp;
	private readonly child: ChildProcess;
	private readonly output: string[] = [];

	/** Starts it, without waiting: call ready() next. */
	constructor({ name, command, args, sign, ...options }: DaemonOptions) {
		this.name = name;
		this.sign = sign;
		// A process group of its own, so that what it starts is stopped with it.
		this.child = spawn(command, args, {
			...options,
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		for (const stream of [this.child.stdout, this.child.stderr]) {
			stream?.on('data', (chunk: Buffer) => this.output.push(chunk.toString()));
		}
		process.once('exit', this.kill);
		this.child.once('exit', () => process.off('exit', this.kill));
	}

	/**
	 * Waits until it can be used.
	 * @throws Error with its last words when it ends instead, or is not ready in three minutes; then
	 * it has ended
	 */
	async ready(): Promise<void> {
		try {
			await this.givesSign();
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

	private async givesSign(): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			const fail = (what: string): void =>
				reject(new Error(`${this.name} ${what}. Its last words:\n${this.logs().slice(-LOG_TAIL)}`));
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
			const look = (): void => {
				if (this.sign.test(this.logs())) done(resolve)();
			};
			this.child.stdout?.on('data', look);
			this.child.stderr?.on('data', look);
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
