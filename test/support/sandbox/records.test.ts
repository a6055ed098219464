import type { Sandbox } from './index';
import { known, startSandbox } from './index';
import type { Client, Query } from './testClient';
import { clientOf } from './testClient';

const LEADS = 'v6/Leads';

let sandbox: Sandbox;
let client: Client;

beforeAll(async () => {
	sandbox = await startSandbox();
	client = clientOf(sandbox);
});

afterAll(() => sandbox.close());

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
