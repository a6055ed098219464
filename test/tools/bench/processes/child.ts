import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Answer, Argument, Handlers, Message, Question } from './contract';

interface Pending {
	resolve: (value: never) => void;
	reject: (error: Error) => void;
}

/** A program of ours in a process of its own, so that neither its work nor its memory is shared. */
export class Child<H extends Handlers> {
	private readonly pending = new Map<number, Pending>();
	private asked = 0;

	private constructor(
		private readonly file: string,
		private readonly process: ChildProcess,
	) {
		process.on('message', (message: Message) => this.take(message));
		process.once('exit', (code) => this.fail(new Error(`${file} ended with code ${code}`)));
	}

	/** @param env added to that of this process */
	static async start<H extends Handlers>(
		file: string,
		env: Record<string, string> = {},
	): Promise<Child<H>> {
		const child = fork(file, {
			env: { ...process.env, ...env },
			// What this process was started with holds what it takes to run TypeScript.
			execArgv: [...process.execArgv, '--expose-gc'],
		});
		const started = new Child<H>(file, child);
		const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [
			unknown,
		];
		if (typeof message !== 'object') throw new Error(`${file} ended before it was ready`);
		return started;
	}

	async ask<K extends keyof H & string>(name: K, argument: Argument<H, K>): Promise<Answer<H, K>> {
		const id = this.asked++;
		return await new Promise<Answer<H, K>>((resolve, reject) => {
			this.pending.set(id, { resolve, reject });
			const question: Question = { id, name, argument };
			this.process.send(question, (error) => {
				if (error) reject(error);
			});
		});
	}

	async stop(): Promise<void> {
		if (this.process.exitCode !== null || this.process.signalCode !== null) return;
		const exited = once(this.process, 'exit');
		this.process.kill('SIGKILL');
		await exited;
	}

	private take(message: Message): void {
		if (!('id' in message)) return;
		const pending = this.pending.get(message.id);
		this.pending.delete(message.id);
		if (message.error === undefined) pending?.resolve(message.value as never);
		else pending?.reject(new Error(`${this.file}: ${message.error}`));
	}

	private fail(error: Error): void {
		for (const { reject } of this.pending.values()) reject(error);
		this.pending.clear();
	}
}
