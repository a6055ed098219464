import { DateTime } from 'luxon';
import { VersionedNodeType } from 'n8n-workflow';
import { Engine, type NodeOptions, type WorkflowJson } from '.';
import { EchoNode, FailingNode, WaitingNode } from './fixtures';

/** Echoes in version 1, fails in version 2. */
class ChangedNode extends VersionedNodeType {
	constructor() {
		const { displayName, name, group, description } = new EchoNode().description;
		const base = { displayName, name, group, description, defaultVersion: 2 };
		super({ 1: new EchoNode(), 2: new FailingNode() }, base);
	}
}

const engine = new Engine({
	nodes: { echo: EchoNode, failing: FailingNode, waiting: WaitingNode, changed: ChangedNode },
	credentialTypes: {},
});
const node = (name: string, type: string, parameters = {}): WorkflowJson['nodes'][number] => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters,
});
const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });

describe('a node run', () => {
	const echo = async (value: string, more: Partial<NodeOptions> = {}) =>
		await engine.runNode({ type: 'echo', parameters: { value }, ...more });

	it('evaluates expressions for each item', async () => {
		const { json, status } = await echo('={{ $json.a + 1 }}', { input: [{ a: 1 }, { a: 2 }] });
		expect(json.map(({ value }) => value)).toEqual([2, 3]);
		expect(status).toBe('success');
	});

	it('takes complete items and bare JSON', async () => {
		const { json } = await echo('={{ $json.a }}', { input: [{ json: { a: 1 } }] });
		expect(json).toEqual([{ value: 1, cloned: { a: 1 } }]);
	});

	it('starts with one empty item', async () => {
		expect((await echo('x')).json).toEqual([{ value: 'x', cloned: {} }]);
	});

	it('tells from which item each came', async () => {
		const { output } = await echo('x', { input: [{ twice: true }, {}] });
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
			{ item: 1 },
		]);
	});

	it('uses the version of the node that is asked for', async () => {
		const changed = { type: 'changed', parameters: { value: 'x' }, input: [{ throws: true }] };
		expect((await engine.runNode({ ...changed, typeVersion: 1 })).status).toBe('success');
		expect((await engine.runNode({ ...changed, typeVersion: 2 })).status).toBe('error');
	});

	it('tells the hints', async () => {
		expect((await echo('x')).hints).toEqual(['One hint']);
	});

	it.each(['Asia/Tokyo', 'America/Los_Angeles'])('runs in the time zone %s', async (timezone) => {
		const { json } = await echo('={{ $now.toISO() }}', { timezone });
		const { offset } = DateTime.fromISO(String(json[0]?.value), { setZone: true });
		expect(offset).toBe(DateTime.now().setZone(timezone).offset);
	});

	it('leaves the caller its items and parameters', async () => {
		const input = [{ a: { b: 1 } }];
		await echo('={{ $json.a.b }}', { input });
		expect(input).toEqual([{ a: { b: 1 } }]);
	});
});

describe('a failing node', () => {
	const fail = async (input: NodeOptions['input'], onError?: NodeOptions['onError']) =>
		await engine.runNode({ type: 'failing', parameters: {}, input, onError });

	it('has its error items moved to the second output, with the JSON of their input', async () => {
		const input = [{ a: 1 }, { a: 2, fails: true }];
		const { json, errorOutput } = await fail(input, 'continueErrorOutput');
		expect(json).toEqual([{ fine: true }]);
		const error = { code: 'NOPE', message: 'Failed' };
		expect(errorOutput.map((item) => item.json)).toEqual([{ a: 2, fails: true, error }]);
	});

	it('keeps error items in the first output otherwise', async () => {
		const { json, errorOutput } = await fail([{ fails: true }], 'continueRegularOutput');
		expect(json).toEqual([{ error: { code: 'NOPE', message: 'Failed' } }]);
		expect(errorOutput).toEqual([]);
	});

	it('stops the run when it throws', async () => {
		const { status, error, output } = await fail([{ throws: true }]);
		expect(status).toBe('error');
		expect(error).toMatchObject({ message: 'Thrown' });
		expect(output).toEqual([]);
	});

	it.each(['continueErrorOutput', 'continueRegularOutput'] as const)(
		'that throws lets its input through to the first output with %s',
		async (onError) => {
			const { json, errorOutput } = await fail([{ throws: true }, {}], onError);
			expect(json).toEqual([{ throws: true }, {}]);
			expect(errorOutput).toEqual([]);
		},
	);

	it('that throws and goes on fails the run only when it is the last node', async () => {
		const failing = { ...node('Fail', 'failing'), onError: 'continueErrorOutput' as const };
		const nodes = [node('Begin', 'n8n-nodes-base.manualTrigger'), failing];
		const input = [{ throws: true }];
		const connections = { Begin: to('Fail') };
		const last = await engine.runWorkflow({ name: 'Last', nodes, connections }, { input });
		expect(last.status).toBe('error');

		const followed = {
			name: 'Followed',
			nodes: [...nodes, node('End', 'n8n-nodes-base.noOp')],
			connections: { ...connections, Fail: to('End') },
		};
		expect((await engine.runWorkflow(followed, { input })).status).toBe('success');
	});
});

describe('a cancelled run', () => {
	const options = { type: 'waiting', parameters: {} };

	it('tells the node by its signal', async () => {
		const controller = new AbortController();
		setTimeout(() => controller.abort(), 20);
		const { status, json } = await engine.runNode({ ...options, signal: controller.signal });
		expect(status).toBe('canceled');
		expect(json).toEqual([{ aborted: true }]);
	});

	it('does not start when it is cancelled already', async () => {
		const { status, output } = await engine.runNode({ ...options, signal: AbortSignal.abort() });
		expect(status).toBe('canceled');
		expect(output).toEqual([]);
	});
});

describe('an exported workflow', () => {
	const workflow: WorkflowJson = {
		name: 'Exported',
		nodes: [
			node('Note', 'n8n-nodes-base.stickyNote', { content: 'Read me' }),
			node('End', 'n8n-nodes-base.noOp'),
			node('Echo', 'echo', { value: '={{ $json.id }}' }),
			node('Split', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'list' }),
			node('Set', 'n8n-nodes-base.set', {
				mode: 'raw',
				jsonOutput: '={{ { list: [{ id: 7 }] } }}',
			}),
			node('Begin', 'n8n-nodes-base.manualTrigger'),
		],
		connections: { Begin: to('Set'), Set: to('Split'), Split: to('Echo'), Echo: to('End') },
	};

	it('runs from its trigger to its end, telling of each node', async () => {
		const told: [string, number][] = [];
		const run = await engine.runWorkflow(workflow, {
			onNode: (name, output, ms) => {
				told.push([name, output]);
				expect(ms).toBeGreaterThanOrEqual(0);
			},
		});
		expect(run.status).toBe('success');
		expect(run.output('End').map(({ json }) => json.value)).toEqual([7]);
		expect(told).toEqual(['Begin', 'Set', 'Split', 'Echo', 'End'].map((name) => [name, 1]));
		expect(run.output('Note')).toEqual([]);
		expect(run.hints('Echo')).toEqual(['One hint']);
	});

	it('uses pinned data', async () => {
		const pinData = { Split: [{ json: { id: 8 } }] };
		const run = await engine.runWorkflow({ ...workflow, pinData });
		expect(run.output('End').map(({ json }) => json.value)).toEqual([8]);
	});

	it('is refused with a node that the engine does not know', async () => {
		const nodes = [node('What', 'unknown')];
		const run = engine.runWorkflow({ name: 'Unknown', nodes, connections: {} });
		await expect(run).rejects.toThrow("No node type 'unknown' in this engine");
	});
});
