import type { Sandbox } from './index';
import { known, startSandbox } from './index';
import type { Client, Query } from './test-client';
import { clientOf } from './test-client';

const LEADS = 'v6/Leads';
const COUNT = `v8/Leads/${known.lead.id}/actions/get_related_records_count`;

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
			display_label: 'OpenActivities',
		});
		expect(byName('Events_History')).toMatchObject({ module: { api_name: 'Events' } });
	});

	it.each<[string, string | undefined, number, string | undefined]>([
		['v4', 'Leads', 200, undefined],
		['v6', undefined, 400, 'REQUIRED_PARAM_MISSING'],
		['v6', 'None', 400, 'INVALID_MODULE'],
		['v6', 'Documents', 400, 'NOT_SUPPORTED'],
		['v6', 'Notes', 204, undefined],
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
		expect(visible).toEqual(all);
		expect((await ask('user_hidden,scheduled_for_deletion')).status).toBe(204);
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

describe('records', () => {
	it('are listed, sorted and paged', async () => {
		const query = { fields: 'Full_Name', per_page: 3, sort_by: 'Modified_Time' };
		const { body } = await client.get(LEADS, query);
		expect(body.data).toHaveLength(3);
		expect(body.info).toMatchObject({ sort_by: 'Modified_Time', sort_order: 'desc', page: 1 });
		const page_token = String(body.info.next_page_token);
		expect((await client.get(LEADS, { ...query, page_token })).body.info.page).toBe(2);
		expect((await client.get(LEADS)).body.code).toBe('REQUIRED_PARAM_MISSING');
	});

	it('leave converted leads out, unless they are asked for', async () => {
		const all = await client.walk(LEADS, { fields: 'id', converted: 'both' });
		const converted = await client.walk(LEADS, { fields: 'id', converted: 'true' });
		expect(converted).toHaveLength(known.campaign.convertedMembers);
		const open = await client.walk(LEADS, { fields: 'id' });
		expect(open).toHaveLength(all.length - converted.length);
		const lead = sandbox.data.record('Leads', String(converted[0]?.id));
		const query = { fields: 'id', email: String(lead?.Email) };
		expect((await client.get(`${LEADS}/search`, query)).status).toBe(204);
		const found = await client.get(`${LEADS}/search`, { ...query, converted: 'true' });
		expect(found.body.data).toContainEqual(converted[0]);
	});

	it('come one by one', async () => {
		const { body } = await client.get(`${LEADS}/${known.lead.id}`, { fields: 'Full_Name' });
		expect(body).toEqual({ data: [{ Full_Name: known.lead.name, id: known.lead.id }] });
		expect((await client.get(`${LEADS}/42`)).status).toBe(204);
	});

	it.each([
		['word', known.lead.name.toLowerCase()],
		['criteria', `(Full_Name:equals:${known.lead.name})`],
		['criteria', `(Full_Name:starts_with:${known.lead.name.slice(0, -1)})`],
		['criteria', `Full_Name:equals:${known.lead.name}`],
		['criteria', `((Full_Name:equals:${known.lead.name})and(Company:starts_with:))`],
		['criteria', `(((id:equals:1) or (id:equals:${known.lead.id})) and (Full_Name:starts_with:))`],
	])('are found by %s=%s', async (name, value) => {
		const { body } = await client.get(`${LEADS}/search`, { fields: 'Full_Name', [name]: value });
		expect(body.data).toContainEqual({ Full_Name: known.lead.name, id: known.lead.id });
		expect(body.data.length).toBeLessThan(5);
	});

	it.each(['email', 'phone'])('are found by %s', async (name) => {
		const record = sandbox.data.record('Leads', known.lead.id);
		const value = String(record?.[name === 'email' ? 'Email' : 'Phone']);
		const { body } = await client.get(`${LEADS}/search`, { [name]: value });
		expect(body.data.map(({ id }) => id)).toContain(known.lead.id);
	});

	it('are found by numbers, lookups and escaped brackets', async () => {
		const { account, deal } = known.deluge;
		const find = async (module: string, criteria: string): Promise<unknown[]> => {
			const answer = await client.get(`v8/${module}/search`, { fields: 'id', criteria });
			return answer.body?.data.map(({ id }) => id) ?? [];
		};
		const byAccount = `(Account_Name:equals:${account.id})`;
		expect(await find('Deals', byAccount)).toHaveLength(account.counts.Deals ?? NaN);
		expect(await find('Deals', `(${byAccount}and(Amount:equals:12000))`)).toEqual([deal.id]);
		sandbox.data.updateRecord('Deals', deal.id, { Next_Step: 'Call (again)' });
		expect(await find('Deals', '(Next_Step:equals:Call \\(again\\))')).toEqual([deal.id]);
	});

	it.each([
		'(Nothing:equals:x)',
		'(City:contains:x)',
		'((City:equals:x)and)',
		'(City:equals:x)(City:equals:y)',
		'((City:equals:x)',
		'__proto__',
		Array.from({ length: 11 }, () => '(City:equals:x)').join('or'),
	])('are not searched for with %s', async (criteria) => {
		const { status, body } = await client.get(`${LEADS}/search`, { criteria });
		expect(status).toBe(400);
		expect(body.code).toBe('INVALID_QUERY');
	});

	it('are not found with 204, or searched in vain with 400', async () => {
		expect((await client.get(`${LEADS}/search`, { word: 'qqqqq' })).status).toBe(204);
		expect((await client.get(`${LEADS}/search`, { word: 'q' })).body.code).toBe('INVALID_QUERY');
		expect((await client.get(`${LEADS}/search`)).body.code).toBe('REQUIRED_PARAM_MISSING');
	});
});

describe('record counts', () => {
	const scope = 'ZohoCRM.modules.READ,ZohoSearch.securesearch.READ,ZohoCRM.settings.layouts.READ';
	const count = async (query: Query): Promise<unknown> =>
		(await clientOf(sandbox, { scope }).get(`${LEADS}/actions/count`, query)).body;

	it('are bare numbers, of all records or of those found', async () => {
		const all = sandbox.data.records('Leads', undefined, 'false').length;
		expect(await count({})).toEqual({ count: all });
		const { convertedMembers } = known.campaign;
		expect(await count({ converted: 'both' })).toEqual({ count: all + convertedMembers });
		const criteria = `(id:equals:${known.lead.id})`;
		expect(await count({ criteria })).toEqual({ count: 1 });
		expect(await count({ word: 'qqqqq' })).toEqual({ count: 0 });
	});

	it.each([
		'ZohoCRM.modules.READ,ZohoSearch.securesearch.READ',
		'ZohoCRM.modules.READ,ZohoCRM.settings.layouts.READ',
		'ZohoSearch.securesearch.READ,ZohoCRM.settings.ALL',
	])('are refused to %s', async (part) => {
		const { body } = await clientOf(sandbox, { scope: part }).get(`${LEADS}/actions/count`);
		expect(body.code).toBe('OAUTH_SCOPE_MISMATCH');
	});
});

describe('related counts', () => {
	const KEY = 'get_related_records_count';
	const wanted = (...lists: string[]): unknown => ({
		[KEY]: lists.map((name) => ({ related_list: { api_name: name } })),
	});

	it('are given together', async () => {
		const { status, body } = await client.post(COUNT, wanted('Notes', 'Tasks'));
		expect(status).toBe(200);
		expect(body[KEY]).toEqual([
			{ count: 6, related_list: { api_name: 'Notes', id: expect.stringMatching(/^\d{19}$/) } },
			{ count: 6, related_list: { api_name: 'Tasks', id: expect.stringMatching(/^\d{19}$/) } },
		]);
	});

	it('are given in part with 207, in place', async () => {
		const { status, body } = await client.post(COUNT, wanted('Nothing', 'Notes', 'Emails'));
		expect(status).toBe(207);
		expect(items(body[KEY])).toMatchObject([
			{ code: 'INVALID_DATA', status: 'error', details: { api_name: 'api_name' } },
			{ count: 6 },
			{ code: 'NOT_SUPPORTED', status: 'error' },
		]);
	});

	it('are refused with 400 if none can be given', async () => {
		const { status, body } = await client.post(COUNT, wanted('Nothing'));
		expect(status).toBe(400);
		expect(items(body[KEY])).toMatchObject([{ code: 'INVALID_DATA' }]);
	});

	it('can be of one category of attachments', async () => {
		const { deal } = known.deluge;
		const path = `v8/Deals/${deal.id}/actions/get_related_records_count`;
		const asked = ['files', 'link'].map((category) => ({
			related_list: { api_name: 'Attachments' },
			params: { category },
		}));
		const { body } = await client.post(path, { [KEY]: asked });
		expect(items(body[KEY])).toMatchObject([{ count: 2 }, { count: 1 }]);
	});

	it('need to be told which list, and a scope', async () => {
		const { status, body } = await client.post(COUNT, { [KEY]: [{ related_list: {} }, {}] });
		expect(status).toBe(400);
		expect(items(body[KEY])).toMatchObject([
			{ code: 'EXPECTED_FIELD_MISSING', details: { expected_fields: expect.any(Array) } },
			{ code: 'MANDATORY_NOT_FOUND', details: { api_name: 'related_list' } },
		]);
		const reader = clientOf(sandbox, { scope: 'ZohoCRM.settings.ALL' });
		const refused = await reader.post(COUNT, wanted('Notes'));
		expect(refused.status).toBe(401);
		expect(refused.body.code).toBe('OAUTH_SCOPE_MISMATCH');
	});

	it('are 20 at most', async () => {
		const lists = Array.from({ length: 21 }, () => 'Notes');
		expect((await client.post(COUNT, wanted(...lists.slice(1)))).status).toBe(200);
		const { status, body } = await client.post(COUNT, wanted(...lists));
		expect(status).toBe(400);
		expect(body).toMatchObject({ code: 'LIMIT_EXCEEDED', details: { limit: 20 } });
	});

	it('need a body and v8', async () => {
		expect((await client.post(COUNT, '{')).body.code).toBe('INVALID_REQUEST');
		expect((await client.post(COUNT, {})).body.code).toBe('MANDATORY_NOT_FOUND');
		const older = await client.post(COUNT.replace('v8', 'v7'), wanted('Notes'));
		expect(older.status).toBe(404);
	});
});
