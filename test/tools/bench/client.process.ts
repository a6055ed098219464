import { fieldsOf } from './dataset';
import type { Job } from './jobs';
import { PEERS, type PeerName } from './peers';
import type { Found, Reader, Task } from './peers/peer';
import { serve } from './processes/serve';

/** One measured reading of a job. */
export interface Reading {
	ms: number;
	/** IDs of the rows that came whole. */
	ids: string[];
	errors: string[];
	/** Most memory that the process has held until now, bytes. */
	peakMemory: number;
}

const KIB = 1024;

let reader: Reader | undefined;
let task: Task | undefined;

const handlers = {
	/** Loads the client, and has it read a little. @returns memory that it holds now, bytes */
	async open({ peer, ...given }: Task & { peer: PeerName }): Promise<number> {
		task = given;
		reader = await (await PEERS[peer].load())(given);
		await reader(warmUp(given));
		global.gc?.();
		return process.memoryUsage.rss();
	},
	async read(): Promise<Reading> {
		if (!reader || !task) throw new Error('open comes first');
		global.gc?.();
		const start = performance.now();
		const found = await reader(task);
		const ms = performance.now() - start;
		const peakMemory = process.resourceUsage().maxRSS * KIB;
		return { ms, peakMemory, ids: idsOf(found, task.job), errors: [...found.errors] };
	},
};
export type ClientHandlers = typeof handlers;

/** The first page of the first parent. */
function warmUp(given: Task): Task {
	const [rows = 0] = given.job.parents;
	const job: Job = { ...given.job, parents: [rows], limit: 50 };
	return { ...given, job, parents: given.parents.slice(0, 1) };
}

/** A row that lacks fields is no row. Activities differ in their fields. */
function idsOf({ rows }: Found, job: Job): string[] {
	const wanted = job.kind === 'list' ? fieldsOf(job) : ['id'];
	const whole = rows.filter((row) => wanted.every((name) => name in row));
	return whole.map(({ id }) => String(id));
}

serve(handlers);
