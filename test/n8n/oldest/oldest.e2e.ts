import { type Sandbox, connectedCredential, known, startSandbox } from '../../support/sandbox';
import { until } from '../../support/n8n';
import { CREDENTIAL_NAME, CREDENTIAL_TYPE } from '../../tools/editor/credential';
import { exampleWorkflow, withCredential } from '../../tools/editor/workflows';
import { addNote, newNotesWorkflow, triggeredNotes, untilPolled } from '../newNotes';
import { callLeadSummary, countLines, EXPECTED_COUNTS, EXPECTED_LINES } from '../leadSummary';
import { OldestN8n } from './oldestN8n';

let n8n: OldestN8n;
let sandbox: Sandbox;
let credentialId: string;
let workflowId: string;

beforeAll(async () => {
	n8n = await OldestN8n.start();
	sandbox = await startSandbox();
	const { rest } = n8n;
	const data = connectedCredential(sandbox, sandbox.tokens.issue());
	({ id: credentialId } = await rest.addCredential(CREDENTIAL_NAME, CREDENTIAL_TYPE, data));
	const summary = await exampleWorkflow('leadSummary');
	const workflow = await rest.addWorkflow(withCredential(summary, credentialId));
	workflowId = workflow.id;
	await rest.activate(workflow);
});
afterAll(async () => {
	await sandbox?.close();
	await n8n?.stop();
});

const summarize = async () => {
	const lines = await callLeadSummary(n8n.server.origin);
	expect(countLines(lines)).toEqual(EXPECTED_COUNTS);
	expect(lines).toHaveLength(EXPECTED_LINES);
};

/** What n8n saved of the newest execution, when it has ended. */
const savedExecution = async () => {
	const path = `/executions?filter=${encodeURIComponent(JSON.stringify({ workflowId }))}&limit=1`;
	const newest = async () =>
		(await n8n.rest.get<{ results: { id: string; status: string }[] }>(path)).results[0];
	await until('the execution to be saved', 60, async () => (await newest())?.status === 'success');
	return JSON.stringify(await n8n.rest.get(`/executions/${(await newest())?.id}`));
};

it('the example workflow answers its webhook', async () => {
	await summarize();
	expect(sandbox.log.token()).toEqual([]);
});

it('an access token that expires in mid-run is refreshed once, and shown nowhere', async () => {
	const tokens: string[] = [];
	sandbox.log.clear();
	sandbox.faults.add({
		match: { path: '/Notes' },
		skip: 1,
		then: (crm) => crm.tokens.expireAccessTokens(),
	});
	await summarize();
	expect(sandbox.log.token()).toHaveLength(1);
	for (const { headers } of sandbox.log.crm()) {
		tokens.push(String(headers.authorization).replace(/^\S+ /, ''));
	}
	expect(new Set(tokens).size).toBe(2);
	const saved = await savedExecution();
	const logs = n8n.server.logs();
	for (const token of tokens) {
		expect(saved).not.toContain(token);
		expect(logs).not.toContain(token);
	}
});

it('the trigger starts its workflow when a note is added, and only once', async () => {
	const { rest } = n8n;
	const { id } = await rest.addWorkflow(newNotesWorkflow(credentialId));
	await rest.activate({ id });
	// The second of the first poll is not watched: a row of it may be older than the workflow.
	await untilPolled(sandbox, 2);
	const note = addNote(sandbox, 'Written in the sandbox');
	await triggeredNotes(rest, id, 1);
	// What was delivered is read again by the next polls.
	await untilPolled(sandbox, 2);
	expect(await triggeredNotes(rest, id, 1)).toEqual([
		[
			expect.objectContaining({
				id: note,
				Note_Title: 'Written in the sandbox',
				event: 'created',
				parent: { module: 'Leads', id: known.lead.id, name: null, relatedList: 'Notes' },
			}),
		],
	]);
	await rest.deactivate({ id });
});
