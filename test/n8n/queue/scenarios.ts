import { CREDENTIAL_NAME, CREDENTIAL_TYPE } from '../../tools/editor/credential';
import { step, type Server, until } from '../../support/n8n';
import { connectedCredential } from '../../support/sandbox';
import { holdAnswers } from '../../support/sandbox/testClient';
import type { Checks } from './checks';
import { CONCURRENCY_CAP, type Running } from './cluster';
import { isUnfinished, listExecutions, type Execution } from './executions';
import { callWebhook, finished, isComplete, startedBy } from './load';
import { errorWorkflow, notesWorkflow } from './workflow';

const CALLS = 60;
/** What a worker of n8n takes on at once, unless it is told otherwise. */
const WORKER_CONCURRENCY = 10;
/** Both workers' share, and some that are still in the queue. */
const CALLS_DURING_CRASH = 3 * WORKER_CONCURRENCY;

/** IDs of the workflows in n8n. */
export interface Workflows {
	notes: string;
	onError: string;
}

/** Puts the credential and the workflows into n8n, and publishes these. */
export async function storeWorkflows({ rest, sandbox }: Running): Promise<Workflows> {
	const data = connectedCredential(sandbox, sandbox.tokens.issue());
	const credential = await rest.addCredential(CREDENTIAL_NAME, CREDENTIAL_TYPE, data);
	const onError = await rest.addWorkflow(errorWorkflow());
	await rest.publish(onError);
	const notes = await rest.addWorkflow(notesWorkflow(credential.id, onError.id));
	await rest.publish(notes);
	// n8n answers before it has registered the webhook.
	await until('the webhook to be registered', 60, async () => {
		const { triggerCount } = await rest.get<{ triggerCount: number }>(`/workflows/${notes.id}`);
		return triggerCount > 0;
	});
	return { notes: notes.id, onError: onError.id };
}

/** More requests at once than Zoho takes: all executions are complete all the same. */
export async function crowd(running: Running, { notes }: Workflows, checks: Checks): Promise<void> {
	const { sandbox, origin, workers } = running;
	// Zoho is busy until it has refused a request, whatever the pace of this machine is.
	const { release } = holdAnswers(sandbox, CONCURRENCY_CAP);
	const executions = await step(`${CALLS} executions with 5 records each`, async () => {
		await callWebhook(origin, CALLS);
		await until('a request to be refused', 60, () => sandbox.counters.rejected429 > 0);
		release();
		return await finished(running, notes, CALLS);
	});
	const { counters, log } = sandbox;
	console.log(`  ${log.crm().length} requests, ${counters.rejected429} of them refused with 429`);
	checks.holds(`there are ${CALLS} executions`, executions.length === CALLS);
	checkComplete(checks, executions);
	const ids = new Set(executions.map(({ id }) => id));
	const shares = workers.map((worker) => startedBy(worker).filter((id) => ids.has(id)).length);
	checks.holds(`both workers took part: ${shares.join(' and ')}`, !shares.includes(0));
}

/** One worker ends in mid-run: what it was running fails, the rest is complete. */
export async function crash(running: Running, workflows: Workflows, checks: Checks): Promise<void> {
	const { sandbox, origin, rest, workers } = running;
	const [survivor, victim] = workers;
	const before = new Set((await listExecutions(rest, workflows.notes)).map(({ id }) => id));
	const started = (worker: Server) => startedBy(worker).filter((id) => !before.has(id));
	// No answer leaves Zoho while as many requests are held as it takes at once.
	const { release } = holdAnswers(sandbox, CONCURRENCY_CAP);
	const executions = await step(`${CALLS_DURING_CRASH} more, one worker killed`, async () => {
		await callWebhook(origin, CALLS_DURING_CRASH);
		await until('both workers to be busy', 60, () =>
			workers.every((worker) => started(worker).length === WORKER_CONCURRENCY),
		);
		victim.kill();
		release();
		const all = await finished(running, workflows.notes, before.size + CALLS_DURING_CRASH);
		return all.filter(({ id }) => !before.has(id));
	});
	const victims = started(victim);
	const lost = executions.filter(({ id }) => victims.includes(id));
	const others = executions.filter(({ id }) => !victims.includes(id));
	console.log(`  n8n's word for the lost ones: ${lost[0]?.status}, "${lost[0]?.error}"`);
	checks.holds(
		`the killed worker was running ${lost.length} of ${executions.length} executions`,
		lost.length === WORKER_CONCURRENCY && executions.length === CALLS_DURING_CRASH,
	);
	checks.noException(
		'every one of these failed or crashed',
		lost.filter(({ status }) => !['error', 'crashed'].includes(status)),
	);
	checks.noException(
		'none of these was run again',
		started(survivor).filter((id) => victims.includes(id)),
	);
	checkComplete(checks, others);
	await checkErrorWorkflow(running, workflows, checks, lost.length);
}

function checkComplete(checks: Checks, executions: readonly Execution[]): void {
	checks.noException(
		`${executions.length} executions are successful`,
		executions.filter(({ status }) => status !== 'success'),
	);
	checks.noException(
		'every one of these has all notes of all its leads',
		executions.filter((execution) => !isComplete(execution)),
	);
}

async function checkErrorWorkflow(
	{ rest }: Running,
	{ onError }: Workflows,
	checks: Checks,
	count: number,
): Promise<void> {
	await until('the error workflow', 60, async () => {
		const runs = await listExecutions(rest, onError);
		return runs.length >= count && !runs.some(isUnfinished);
	});
	const runs = await listExecutions(rest, onError);
	checks.holds(`the error workflow ran for each of them: ${runs.length}`, runs.length === count);
}
