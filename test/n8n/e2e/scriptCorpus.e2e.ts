import type { IConnections, INode } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../../tools/editor/credential';
import type { ExampleWorkflow } from '../../tools/editor/workflows';
import type { Stored } from '../../support/n8n';
import { inputOf, itemsOf, type ReadRows } from '../../support/corpus/case';
import { cases } from '../../support/corpus/cases';
import { suggestionOf } from '../../support/corpus/reads';
import { corpus } from '../../support/corpus/scripts';
import { addWorld, IDS } from '../../support/corpus/world';
import { connectedCredential, SCRIPT_SCOPE } from '../../support/sandbox';
import { clientOf } from '../../support/sandbox/testClient';
import { useBench } from './bench';

const bench = useBench();
const scope = SCRIPT_SCOPE;

type Parameters = Record<string, unknown>;
type Item = Record<string, unknown>;

/** Cases that end without an error where tasks that write are skipped. */
const running = Object.entries(cases).flatMap(([name, { skipped, ...outcome }]) => {
	const { returned, info, error } = skipped ?? outcome;
	return error === undefined ? [{ name, returned, info }] : [];
});

let credential: Stored;

beforeAll(async () => {
	const { sandbox, rest } = bench();
	addWorld(sandbox.data);
	const data = connectedCredential(sandbox, sandbox.tokens.issue({ scope }));
	credential = await rest.addCredential('Zoho CRM with queries', CREDENTIAL_TYPE, data);
});

it('scripts of the corpus give in n8n what is expected of them', async () => {
	const sent = running.map(({ name }) => ({
		corpusName: name,
		corpusScript: corpus.get(name),
		...inputOf(cases[name] ?? { input: {} }),
	}));
	const { lines } = (await answerOf(corpusWorkflow(), 'corpus', { sent })) as {
		lines: { name: string; output: string; json: Item }[];
	};
	const client = clientOf(bench().sandbox, { scope });
	const rows: ReadRows = async ({ module, id }, list) => {
		const { status, body } = await client.get(`v2.1/${module}/${id}/${list}`);
		return status === 204 ? [] : body.data;
	};
	expect(running.length).toBeGreaterThanOrEqual(100);
	for (const { name, returned, info } of running) {
		const items = (output: string) =>
			lines.filter((line) => line.name === name && line.output === output).map(({ json }) => json);
		const actual = {
			name,
			...(returned && { returned: items('returnValue') }),
			...(info && { info: items('info') }),
		};
		expect(actual).toEqual({
			name,
			...(returned && { returned: await itemsOf(returned, rows) }),
			...(info && { info: await itemsOf(info, rows) }),
		});
	}
});

it.each([
	['165-contacts-without-mail', { start: 'Ortega P' }, { Full_Name: 'Ines Ortega' }],
	[
		'073-query-and-then-the-record',
		{ mail: 'maja@lindqvist.example' },
		{ Subject: 'No answer' },
		{ Subject: 'First call' },
	],
	[
		'094-lookup-then-its-record',
		{ dealId: IDS.contract },
		{ data: [{ Billing_City: 'Stockholm' }] },
	],
])('the nodes for %s run as pasted', async (name, input, ...expected) => {
	const answer = await answerOf(pastedWorkflow(name), name, input);
	expect(answer).toMatchObject(expected);
});

/** Runs a workflow by its webhook, and gives what it answers. */
async function answerOf(workflow: ExampleWorkflow, path: string, body: object): Promise<unknown> {
	const { rest, origin } = bench();
	const stored = await rest.addWorkflow(workflow);
	await rest.publish(stored);
	const response = await fetch(`${origin}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	const text = await response.text();
	await rest.unpublish(stored);
	if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
	return JSON.parse(text);
}

/** All scripts in one run: each item is a script with its fields, and each line names its script. */
function corpusWorkflow(): ExampleWorkflow {
	const run = (name: string, scriptOutput: string) =>
		node(name, 'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecords', 1, {
			operation: 'runDelugeScript',
			script: '={{ $json.corpusScript }}',
			scriptOutput,
			options: { writeTasks: 'skip' },
		});
	const line = (name: string, output: string) =>
		node(name, 'n8n-nodes-base.set', 3.4, {
			mode: 'raw',
			jsonOutput: `={{ { name: $('Scripts').item.json.corpusName, output: '${output}', json: $json } }}`,
			options: {},
		});
	return workflowOf(
		[
			webhook('corpus', {}),
			node('Scripts', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.sent', options: {} }),
			run('Returned', 'returnValue'),
			run('Logged', 'info'),
			line('Returned Line', 'returnValue'),
			line('Logged Line', 'info'),
			node('Merge', 'n8n-nodes-base.merge', 3.2, {}),
			node('Aggregate', 'n8n-nodes-base.aggregate', 1, {
				aggregate: 'aggregateAllItemData',
				destinationFieldName: 'lines',
				options: {},
			}),
		],
		[
			['Webhook', 'Scripts'],
			['Scripts', 'Returned'],
			['Scripts', 'Logged'],
			['Returned', 'Returned Line'],
			['Logged', 'Logged Line'],
			['Returned Line', 'Merge'],
			['Logged Line', 'Merge', 1],
			['Merge', 'Aggregate'],
		],
	);
}

/** The nodes of a script behind a webhook whose body has its values; Zoho's host is the sandbox's. */
function pastedWorkflow(name: string): ExampleWorkflow {
	const { workflow } = suggestionOf(corpus.get(name) ?? '');
	const text = JSON.stringify(workflow).replaceAll(
		'https://www.zohoapis.com',
		bench().sandbox.origin,
	);
	const { nodes, connections } = JSON.parse(text) as { nodes: INode[]; connections: IConnections };
	const values = node('Values', 'n8n-nodes-base.set', 3.4, {
		mode: 'raw',
		jsonOutput: '={{ $json.body }}',
		options: {},
	});
	const whole = workflowOf(
		[webhook(name, { responseData: 'allEntries' }), values, ...nodes.map(withOwnCredential)],
		[
			['Webhook', 'Values'],
			['Values', 'Input'],
		],
	);
	return { ...whole, connections: { ...(whole.connections as object), ...connections } };
}

function workflowOf(
	nodes: ReturnType<typeof node>[],
	links: readonly (readonly [from: string, to: string, index?: number])[],
): ExampleWorkflow {
	const connections: IConnections = {};
	for (const [from, to, index = 0] of links) {
		const outputs = (connections[from] ??= { main: [[]] });
		outputs.main?.[0]?.push({ node: to, type: 'main', index });
	}
	return {
		name: 'Scripts of the corpus',
		nodes,
		connections,
		settings: { executionOrder: 'v1', timezone: 'UTC' },
	};
}

function webhook(path: string, more: Parameters) {
	const parameters = { httpMethod: 'POST', path, responseMode: 'lastNode', options: {}, ...more };
	return { ...node('Webhook', 'n8n-nodes-base.webhook', 2.1, parameters), webhookId: path };
}

function node(name: string, type: string, typeVersion: number, parameters: Parameters) {
	return withOwnCredential({ id: name, name, type, typeVersion, position: [0, 0], parameters });
}

/** With the credential where a node may send it. */
function withOwnCredential(
	own: Omit<INode, 'parameters' | 'credentials'> & { parameters: Parameters },
) {
	const isSending = /zohoCrmRelatedRecords$|httpRequest$/.test(own.type);
	const { id, name } = credential;
	return { ...own, ...(isSending && { credentials: { [CREDENTIAL_TYPE]: { id, name } } }) };
}
