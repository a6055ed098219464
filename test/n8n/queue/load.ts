import { isDeepStrictEqual } from 'node:util';
import { until, type Server } from '../../support/n8n';
import { known } from '../../support/sandbox';
import type { Running } from './cluster';
import { isUnfinished, listExecutions, readExecution, type Execution } from './executions';
import { WEBHOOK } from './workflow';

const PARENTS = 5;
/** Far more than it takes: pauses after a 429 grow to 20 s. */
const PATIENCE_SECONDS = 240;

const NOTES = new Map(known.demoLeads.map(({ id, counts }) => [id, counts.Notes ?? 0]));

/** Calls the webhook so many times at once, each time with five other leads. */
export async function callWebhook(origin: string, times: number): Promise<void> {
	const leads = [...NOTES.keys()];
	const calls = Array.from({ length: times }, async (_, call) => {
		const ids = Array.from({ length: PARENTS }, (_, index) => leads[(call + index) % leads.length]);
		const response = await fetch(`${origin}${WEBHOOK}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ ids }),
		});
		const answer = await response.text();
		if (!response.ok) throw new Error(`The webhook answered ${response.status}: ${answer}`);
	});
	await Promise.all(calls);
}

/**
 * Waits until a workflow has so many executions, and none of them is unfinished.
 * @returns them, with what they gave out
 */
export async function finished(
	{ rest }: Running,
	workflowId: string,
	count: number,
): Promise<Execution[]> {
	await until(`${count} executions to end`, PATIENCE_SECONDS, async () => {
		const listed = await listExecutions(rest, workflowId);
		return listed.length >= count && !listed.some(isUnfinished);
	});
	const executions: Execution[] = [];
	for (const { id } of await listExecutions(rest, workflowId)) {
		executions.push(await readExecution(rest, id));
	}
	return executions;
}

/** Whether it gives out every note of every lead that it was asked for, and nothing else. */
export function isComplete({ ids, notes = {} }: Execution): boolean {
	const expected = ids.map((id) => [id, NOTES.get(id) ?? 0] as const);
	const filled = Object.fromEntries(expected.filter(([, count]) => count > 0));
	return ids.length === PARENTS && isDeepStrictEqual(notes, filled);
}

/** Executions that a worker took on, by its log. */
export function startedBy(worker: Server): string[] {
	return [...worker.logs().matchAll(/Worker started execution (\d+) /g)].map(([, id = '']) => id);
}
