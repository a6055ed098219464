import type { Sandbox } from './index';
import { known, startSandbox } from './index';
import type { Client } from './testClient';
import { clientOf } from './testClient';

let sandbox: Sandbox;
let client: Client;

beforeAll(async () => {
	sandbox = await startSandbox();
	client = clientOf(sandbox);
});

afterAll(() => sandbox.close());

const items = (value: unknown): Record<string, unknown>[] => {
	if (!Array.isArray(value)) throw new Error('no list');
	return value;
};

describe('modules', () => {
	it('are listed with what a reader needs to choose among them', async () => {
		const { body } = await client.get('v6/settings/modules');
		const modules = items(body.modules);
		expect(modules.find(({ api_name: name }) => name === 'Vehicles')).toMatchObject({
			generated_type: 'custom',
			module_name: 'CustomModule3',
			api_supported: true,
			status: 'visible',
		});
		expect(modules.find(({ api_name: name }) => name === 'Documents')).toMatchObject({
			api_supported: false,
		});
		const hidden = modules.find(({ api_name: name }) => name === known.hiddenModule);
		expect(hidden).toMatchObject({ status: 'user_hidden' });
		expect(hidden).not.toHaveProperty('sequence_number');
	});

	it('can be filtered by status and fetched one by one', async () => {
		const { body } = await client.get('v6/settings/modules', { status: 'user_hidden' });
		expect(items(body.modules)).toHaveLength(1);
		const one = await client.get('v6/settings/modules/Events');
		expect(items(one.body.modules)).toMatchObject([
			{ api_name: 'Events', module_name: 'Meetings' },
		]);
		const none = await client.get('v6/settings/modules/None');
		expect(none.body).toMatchObject({
			code: 'INVALID_MODULE',
			details: { resource_path_index: 2 },
		});
	});
});

describe('related lists', () => {
	it('name path, row module and kind', async () => {
		const { body } = await client.get('v6/settings/related_lists', { module: 'Accounts' });
		const lists = items(body.related_lists);
		const byName = (name: string): unknown => lists.find((list) => list.api_name === name);
		expect(byName('Vehicles5')).toMatchObject({
			href: 'Accounts/{ENTITYID}/Vehicles5',
			module: { api_name: 'Vehicles' },
			type: 'custom_lookup',
			sequence_number: expect.stringMatching(/^\d+$/),
		});
		expect(byName('Activities_Chronological_View')).toMatchObject({
			href: null,
			module: null,
			type: 'grouped',
			display_label: 'ChronologicalView',
		});
		expect(byName('Events_History')).toMatchObject({ module: { api_name: 'Events' } });
	});

	it.each<[string, string | undefined, number, string | undefined]>([
		['v4', 'Leads', 200, undefined],
		['v6', undefined, 400, 'REQUIRED_PARAM_MISSING'],
		['v6', 'None', 400, 'INVALID_MODULE'],
		['v6', 'Documents', 400, 'NOT_SUPPORTED'],
		['v6', 'DealHistory', 204, undefined],
	])('in %s of %s: %i %s', async (version, module, status, code) => {
		const answer = await client.get(`${version}/settings/related_lists`, { module });
		expect(answer.status).toBe(status);
		expect(answer.body?.code).toBe(code);
		if (version === 'v4') expect(answer.text).not.toContain('Chronological');
	});
});

describe('metadata of one kind', () => {
	it.each([
		['related_lists', 'Accounts'],
		['fields', 'Leads'],
	])('%s can be fetched one by one', async (kind, module) => {
		const all = items((await client.get(`v8/settings/${kind}`, { module })).body[kind]);
		const [, second] = all;
		const one = await client.get(`v8/settings/${kind}/${String(second?.id)}`, { module });
		expect(one.body[kind]).toEqual([second]);
		expect((await client.get(`v8/settings/${kind}/1`, { module })).status).toBe(204);
	});

	it('related lists can be filtered by status', async () => {
		const path = 'v8/settings/related_lists';
		const ask = async (status: string): ReturnType<Client['get']> =>
			await client.get(path, { module: 'Leads', status });
		const all = items((await client.get(path, { module: 'Leads' })).body.related_lists);
		const visible = items((await ask('visible')).body.related_lists);
		const hidden = items((await ask('user_hidden,scheduled_for_deletion')).body.related_lists);
		expect([...visible, ...hidden]).toEqual(all);
		expect(
			hidden.map(({ api_name: name, status, visibility }) => [name, status, visibility]),
		).toEqual([
			['Leavers', 'scheduled_for_deletion', false],
			['Machinery', 'user_hidden', false],
		]);
		expect((await ask('system_hidden')).status).toBe(204);
		expect((await ask('shown')).body).toMatchObject({
			code: 'INVALID_DATA',
			details: { param_name: 'status', supported_values: expect.arrayContaining(['visible']) },
		});
	});
});

describe('fields', () => {
	it('can be more than a request may name', async () => {
		const { body } = await client.get('v6/settings/fields', { module: 'Vehicles' });
		expect(items(body.fields)).toHaveLength(known.customModule.fieldCount);
		expect(known.customModule.fieldCount).toBeGreaterThan(120);
	});

	it('tell type, label and choices', async () => {
		const { body } = await client.get('v6/settings/fields', { module: 'Events' });
		const fields = items(body.fields);
		expect(fields[0]).toMatchObject({ api_name: 'Event_Title', field_label: 'Title' });
		expect(fields.map(({ api_name: name }) => name)).not.toContain('Subject');
		expect((await client.get('v6/settings/fields')).body.code).toBe('REQUIRED_PARAM_MISSING');
		const unknown = await client.get('v6/settings/fields', { module: 'None' });
		expect(unknown.body).toMatchObject({ code: 'INVALID_MODULE', details: {} });
	});
});
