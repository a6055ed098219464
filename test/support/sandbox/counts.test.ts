import type { Sandbox } from './index';
import { known, startSandbox } from './index';
import type { Client } from './testClient';
import { clientOf } from './testClient';

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
