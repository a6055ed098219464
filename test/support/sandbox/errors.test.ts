import type { Sandbox } from './index';
import { known } from './index';
import type { Answer, Client } from './testClient';
import { clientOf, holdAnswers, sandboxesPerTest } from './testClient';

const LEAD = `v6/Leads/${known.lead.id}`;
const fields = 'id';

const open = sandboxesPerTest();
let sandbox: Sandbox;
let client: Client;

beforeEach(async () => {
	sandbox = await open();
	client = clientOf(sandbox);
});

describe('paths', () => {
	it.each<[string, number, string, Record<string, unknown>]>([
		['v1/Leads/1/Notes', 404, 'INVALID_URL_PATTERN', {}],
		['v9/Leads', 404, 'INVALID_URL_PATTERN', {}],
		['v6/Leads/1/2/3/4', 404, 'INVALID_URL_PATTERN', {}],
		['v6/settings/nothing', 404, 'INVALID_URL_PATTERN', {}],
		['v6/Nothing/1/Notes', 400, 'INVALID_MODULE', { resource_path_index: 0 }],
		[`v6/${known.hiddenModule}/1/Notes`, 400, 'INVALID_MODULE', { resource_path_index: 0 }],
		[`v6/${known.notSupportedModule}/1/Notes`, 400, 'NOT_SUPPORTED', { resource_path_index: 0 }],
		[`v6/${known.unauthorizedModule}/1/Notes`, 400, 'AUTHORIZATION_FAILED', {}],
		[
			`v6/${known.noPermissionModule}/1/Notes`,
			403,
			'NO_PERMISSION',
			{ permissions: ['Crm_Implied_View_Price_Books'] },
		],
		['v6/Leads/abc/Notes', 400, 'INVALID_DATA', { resource_path_index: 1 }],
		['v6/Leads/4876876000009999999/Notes', 400, 'INVALID_DATA', { resource_path_index: 1 }],
		[`v6/Deals/${known.deal.id}/Contacts`, 400, 'INVALID_DATA', { resource_path_index: 2 }],
		[`${LEAD}/Nothing`, 400, 'INVALID_DATA', { resource_path_index: 2 }],
		['v6/Notes', 403, 'NOT_SUPPORTED', {}],
	])('%s gives %i %s', async (path, status, code, details) => {
		const answer = await client.get(path, { fields });
		expect(answer.status).toBe(status);
		expect(answer.body).toMatchObject({ code, details, status: 'error' });
		expect(sandbox.log.crm().at(-1)).toMatchObject({ status, code });
	});

	it.each([
		'',
		'v6',
		'v6/',
		'v6//Notes',
		'v6/Leads/',
		'v6/Leads//Notes',
		'v6/%zz/1/Notes',
		'v6/Leads/%',
		'%zz/Leads',
		'v6/settings',
		'v6/settings/modules/',
		'v6/settings/fields/1/2',
		'v6/Leads/1/actions/nothing',
		'V6/Leads',
	])('not served: /crm/%s gives INVALID_URL_PATTERN as JSON', async (path) => {
		const { status, headers, body } = await client.get(path, { fields });
		expect(status).toBe(404);
		expect(body).toMatchObject({ code: 'INVALID_URL_PATTERN', details: {}, status: 'error' });
		expect(headers.get('server')).toBe('ZGS');
		expect(headers.get('x-powered-by')).toBeNull();
	});

	it('are decoded part by part', async () => {
		const slash = await client.get('v6/Leads%2f1/Notes', { fields });
		expect(slash.body).toMatchObject({ code: 'INVALID_MODULE' });
		const letter = await client.get(`v6/L%65ads/${known.lead.id}/N%6Ftes`, { fields });
		expect(letter.status).toBe(200);
	});

	it('of lists that are hidden later give INVALID_DATA, and metadata forgets them', async () => {
		sandbox.data.hideRelatedList('Leads', 'Notes');
		const { body } = await client.get(`${LEAD}/Notes`, { fields });
		expect(body.details).toEqual({ resource_path_index: 2 });
		const meta = await client.get('v6/settings/related_lists', { module: 'Leads' });
		expect(meta.text).not.toContain('"api_name":"Notes"');
	});

	it('may name a module in lower case', async () => {
		const answer = await client.get('v2/leads', { per_page: 2 });
		expect(answer.status).toBe(200);
		expect(answer.body.data).toHaveLength(2);
	});

	it('of unknown records may give 404 instead', async () => {
		const strict = await open({ unknownRecordStatus: 404 });
		const { status, body } = await clientOf(strict).get('v6/Leads/42/Notes', { fields });
		expect(status).toBe(404);
		expect(body).toMatchObject({ code: 'INVALID_DATA', details: {} });
	});

	it('refuse other methods with 400', async () => {
		const { status, body } = await client.post(`${LEAD}/Notes`, {});
		expect(status).toBe(400);
		expect(body.code).toBe('INVALID_REQUEST_METHOD');
		const path = `v8/Leads/${known.lead.id}/actions/get_related_records_count`;
		expect((await client.get(path)).body.code).toBe('INVALID_REQUEST_METHOD');
	});
});

describe('scopes', () => {
	const statusWith = async (scope: string, path: string): Promise<number> => {
		const { status, body } = await clientOf(sandbox, { scope }).get(path, {
			fields,
			module: 'Leads',
			word: 'xyzxyz',
		});
		if (status === 401) expect(body.code).toBe('OAUTH_SCOPE_MISMATCH');
		return status;
	};

	it.each([
		['ZohoCRM.modules.ALL', `${LEAD}/Notes`, 200],
		['ZohoCRM.modules.READ', `${LEAD}/Notes`, 401],
		['ZohoCRM.modules.READ,ZohoCRM.modules.notes.READ', `${LEAD}/Notes`, 200],
		['ZohoCRM.modules.notes.READ', `${LEAD}/Notes`, 401],
		['ZohoCRM.modules.READ', `${LEAD}/Attachments`, 401],
		['zohocrm.MODULES.leads.read', `${LEAD}/Tasks`, 200],
		['ZohoCRM.modules.Leads.ALL', `${LEAD}/Tasks`, 200],
		['ZohoCRM.modules.Leads.CREATE', `${LEAD}/Tasks`, 401],
		['ZohoCRM.modules.contacts.READ', `${LEAD}/Tasks`, 401],
		['ZohoCRM.modules.deals.READ', `v6/Deals/${known.deal.id}/Contact_Roles`, 401],
		[
			'ZohoCRM.modules.deals.READ,ZohoCRM.modules.contacts.READ',
			`v6/Deals/${known.deal.id}/Contact_Roles`,
			200,
		],
		['ZohoCRM.modules.READ', `${LEAD}/Emails`, 401],
		['ZohoCRM.modules.READ,ZohoCRM.modules.emails.READ', `${LEAD}/Emails`, 200],
		['ZohoCRM.modules.custom.READ', 'v6/Vehicles', 200],
		['ZohoCRM.modules.READ', 'v6/settings/modules', 401],
		['ZohoCRM.settings.modules.READ', 'v6/settings/modules', 200],
		['ZohoCRM.settings.modules.READ', 'v6/settings/fields', 401],
		['ZohoCRM.settings.all', 'v6/settings/fields', 200],
		['ZohoCRM.settings.related_lists.READ', 'v6/settings/related_lists', 200],
		['ZohoCRM.modules.READ', 'v6/Leads/search', 401],
		['ZohoCRM.modules.READ,ZohoSearch.securesearch.READ', 'v6/Leads/search', 204],
	])('%s on %s gives %i', async (scope, path, status) => {
		expect(await statusWith(scope, path)).toBe(status);
	});
});

describe('limits', () => {
	it('refuse more requests at once than the cap', async () => {
		const small = await open({ concurrencyCap: 3 });
		const reader = clientOf(small);
		const send = async (count: number): Promise<Answer[]> =>
			await Promise.all(
				Array.from({ length: count }, async () => await reader.get(`${LEAD}/Notes`, { fields })),
			);
		const { arrived, release } = holdAnswers(small, 3);
		const held = send(3);
		await arrived;
		const refused = [...(await send(1)), ...(await send(1))];
		release();
		expect((await held).map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(refused.map(({ status }) => status)).toEqual([429, 429]);
		expect(refused[0]?.body).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: 'error' });
		expect(refused[0]?.headers.get('retry-after')).toBeNull();
		expect(small.counters).toMatchObject({ peakConcurrency: 4, rejected429: 2 });
		expect((await reader.get(`${LEAD}/Notes`, { fields })).status).toBe(200);
	});

	it('do not hold a request against the next one', async () => {
		const single = await open({ concurrencyCap: 1 });
		const reader = clientOf(single);
		for (let count = 0; count < 20; count++) {
			expect((await reader.get(`${LEAD}/Notes`, { fields })).status).toBe(200);
		}
		expect(single.counters.peakConcurrency).toBe(1);
	});

	it('say when to come back, if told to', async () => {
		const polite = await open({ concurrencyCap: 0, retryAfterSeconds: 3 });
		const { status, headers } = await clientOf(polite).get(`${LEAD}/Notes`, { fields });
		expect(status).toBe(429);
		expect(headers.get('retry-after')).toBe('3');
	});

	it('count credits and name them from half on', async () => {
		const poor = await open({ credits: { total: 4, used: 0 } });
		const reader = clientOf(poor);
		const remaining: (string | null)[] = [];
		const statuses: number[] = [];
		for (let count = 0; count < 5; count++) {
			const { status, headers } = await reader.get(`${LEAD}/Notes`, { fields });
			remaining.push(headers.get('x-api-credits-remaining'));
			statuses.push(status);
		}
		expect(remaining).toEqual([null, '2', '1', '0', '0']);
		expect(statuses).toEqual([200, 200, 200, 200, 429]);
		expect(poor.credits).toEqual({ total: 4, used: 4 });
	});
});
