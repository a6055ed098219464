import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ZohoCrmOAuth2Api } from '../../../credentials/ZohoCrmOAuth2Api.credentials';
import { ZohoCrmRelatedRecords } from '../../../nodes/ZohoCrmRelatedRecords/ZohoCrmRelatedRecords.node';
import { ZohoCrmRelatedRecordsTrigger } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/ZohoCrmRelatedRecordsTrigger.node';
import { Engine, type WorkflowJson, type WorkflowRun } from '../../support/engine';
import { CORE_NODES } from '../../support/engine/coreNodes';
import { connectedCredential, known, type Sandbox, startSandbox } from '../../support/sandbox';
import {
	readTemplate,
	RUNS,
	templateNames,
	TEMPLATES,
	zohoNodes,
} from '../../support/templates/templates';
import { withCredential } from '../../tools/demo/exampleWorkflow';
import { CREDENTIAL_TYPE, NODE_TYPE } from '../operations/fixture';
import { TRIGGER_TYPE } from '../trigger/fixture';
import { STAND_INS } from './standIns';

const nodes = {
	...STAND_INS,
	[NODE_TYPE]: ZohoCrmRelatedRecords,
	[TRIGGER_TYPE]: ZohoCrmRelatedRecordsTrigger,
};

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.close());

async function run(template: WorkflowJson): Promise<WorkflowRun> {
	const credentialTypes = { [CREDENTIAL_TYPE]: ZohoCrmOAuth2Api };
	const engine = new Engine({ nodes, credentialTypes });
	const data = connectedCredential(sandbox, sandbox.tokens.issue());
	const id = engine.addCredential(CREDENTIAL_TYPE, data);
	return await engine.runWorkflow(withCredential(template, id));
}

it('every template has a run, and a picture of one', () => {
	expect(RUNS.map(({ template }) => template).sort()).toEqual(templateNames());
	const pictures = templateNames().map((name) => join(TEMPLATES, `${name}.png`));
	expect(pictures.filter((picture) => !existsSync(picture))).toEqual([]);
});

it.each(RUNS)(
	'$template gives what it promises',
	async ({ template, prepare, expected }) => {
		prepare?.(sandbox);
		const { status, error, output } = await finished(readTemplate(template));
		expect({ status, error }).toEqual({ status: 'success', error: undefined });
		for (const [node, items] of Object.entries(expected)) {
			const json = output(node);
			expect([node, typeof items === 'number' ? json.length : json]).toEqual([node, items]);
		}
	},
	120_000,
);

async function finished(template: WorkflowJson) {
	const done = await run(template);
	const output = (node: string) => done.output(node).map(({ json }) => json);
	return { status: done.status, error: done.error?.message, output };
}

it('notes of the week are one message', async () => {
	RUNS.find(({ template }) => template === 'notes-of-the-week')?.prepare?.(sandbox);
	const { output } = await finished(readTemplate('notes-of-the-week'));
	const lines = ['Erling Dach: Wants an offer (Ann Doe)', 'Terrill Mann: Call in June (Ann Doe)'];
	const text = ['Notes of the week', ...lines.map((line) => `• ${line}`)].join('\n');
	expect(output('Send Message')).toEqual([{ text }]);
});

it('a week without notes has no message', async () => {
	const { status, output } = await finished(readTemplate('notes-of-the-week'));
	expect([status, output('Send Message')]).toEqual(['success', []]);
});

it('the deal that somebody works on is not stale', async () => {
	RUNS.find(({ template }) => template === 'stale-deals')?.prepare?.(sandbox);
	const { output } = await finished(readTemplate('stale-deals'));
	const names = output('Stale Deals').map(({ deal }) => String(deal));
	expect(names.filter((name) => name.includes(known.deluge.account.name))).toEqual([]);
	expect(names).toHaveLength(28);
});

describe('the dependency check', () => {
	/** The template for another record. */
	function of(module: string, id: string, lists: string[]): WorkflowJson {
		const template = readTemplate('dependency-check');
		for (const { name, parameters } of template.nodes) {
			const record = { module, id, lists: lists.map((list) => ({ list })) };
			if (name === 'Record to Delete') parameters.jsonOutput = JSON.stringify(record);
		}
		return template;
	}

	it('calls a record safe that nothing hangs on', async () => {
		const { output } = await finished(of('Leads', known.bareLead.id, ['Notes', 'Attachments']));
		expect(output('Still in Use')).toEqual([]);
		expect(output('Safe to Delete')).toEqual([{ module: 'Leads', id: known.bareLead.id }]);
	});

	it('stops when a list cannot be read', async () => {
		const { status, output } = await finished(of('Leads', known.bareLead.id, ['Notes', 'Missing']));
		expect([status, output('Safe to Delete')]).toEqual(['error', []]);
	});
});

describe.each(templateNames())('%s', (name) => {
	const template = readTemplate(name);

	it('is imported without loose ends', () => {
		const names = template.nodes.map((node) => node.name);
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(template.nodes.map(({ id }) => id)).size).toBe(names.length);
		const targets = Object.values(template.connections).flatMap(({ main = [] }) => main.flat());
		expect(names).toEqual(expect.arrayContaining(targets.map((target) => target?.node)));
		const types = { ...CORE_NODES, ...nodes };
		expect(template.nodes.filter(({ type }) => !(type in types))).toEqual([]);
	});

	it('names its credential, and has none of its own', () => {
		const credentials = zohoNodes(template).map((node) => node.credentials);
		expect(credentials.length).toBeGreaterThan(0);
		for (const credential of credentials) {
			expect(credential).toEqual({ [CREDENTIAL_TYPE]: { id: null, name: 'Zoho CRM' } });
		}
		const others = template.nodes.filter((node) => !zohoNodes(template).includes(node));
		expect(others.filter((node) => node.credentials)).toEqual([]);
	});
});
