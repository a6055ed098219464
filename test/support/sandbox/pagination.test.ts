import type { Dataset, Sandbox } from './index';
import { emptyDataset } from './index';
import type { Client, Query } from './testClient';
import { clientOf, sandboxesPerTest } from './testClient';

const builder = emptyDataset();
const lead = builder.withRelated('Leads', 'Tasks', 2001);
builder.withRelated('Leads', 'Notes', 450, { recordId: lead });
const big = builder.withRelated('Campaigns', 'Leads', 100_100);
const dataset: Dataset = builder.build();

const TASKS = `v6/Leads/${lead}/Tasks`;
const NOTES = `v6/Leads/${lead}/Notes`;

const open = sandboxesPerTest();
let sandbox: Sandbox;
let client: Client;
let clock: number;

beforeEach(async () => {
	clock = Date.UTC(2025, 5, 16);
	sandbox = await open({ dataset, now: () => clock, accessTokenSeconds: 1e6 });
	client = clientOf(sandbox);
});

const tokenOf = async (path: string, query: Query): Promise<string> =>
	String((await client.get(path, query)).body.info.next_page_token);

describe('page', () => {
	it('shows 200 rows and how it goes on', async () => {
		const { status, body } = await client.get(TASKS, { fields: 'Subject' });
		expect(status).toBe(200);
		expect(body.data).toHaveLength(200);
		expect(body.info).toEqual({
			per_page: 200,
			count: 200,
			page: 1,
			more_records: true,
			next_page_token: expect.stringMatching(/^\w+$/),
			previous_page_token: null,
			page_token_expiry: '2025-06-17T02:00:00+02:00',
		});
	});

	it('reaches 2,000 rows and not one more', async () => {
		const last = await client.get(TASKS, { fields: 'id', page: 10 });
		expect(last.body.info).toMatchObject({ page: 10, count: 200, more_records: true });
		for (const query of [{ page: 11 }, { page: 21, per_page: 100 }]) {
			const { status, body } = await client.get(TASKS, { fields: 'id', ...query });
			expect(status).toBe(400);
			expect(body.code).toBe('DISCRETE_PAGINATION_LIMIT_EXCEEDED');
			expect(body.details).toEqual({ limit: 2000 });
		}
		expect((await client.get(TASKS, { fields: 'id', page: 20, per_page: 100 })).status).toBe(200);
	});

	it('leads on to the rest with the token of the tenth', async () => {
		const token = await tokenOf(TASKS, { fields: 'id', page: 10 });
		const { body } = await client.get(TASKS, { fields: 'id', page_token: token });
		expect(body.info).toMatchObject({ page: 11, count: 1, more_records: false });
	});

	it('is empty behind the end', async () => {
		expect((await client.get(NOTES, { fields: 'id', page: 4 })).status).toBe(204);
	});

	it.each([
		['page', '0'],
		['page', 'x'],
		['per_page', '0'],
		['per_page', '-1'],
		['per_page', '201'],
		['sort_by', 'Subject'],
		['sort_order', 'up'],
		['converted', 'maybe'],
		['ids', '12,x'],
	])('refuses %s=%s', async (name, value) => {
		const { status, body } = await client.get(TASKS, { fields: 'id', [name]: value });
		expect(status).toBe(400);
		expect(body).toMatchObject({ code: 'INVALID_DATA', details: { param_name: name } });
	});

	it('can be told to clamp per_page', async () => {
		const clamping = await open({ dataset, perPageAbove200: 'clamp' });
		const { body } = await clientOf(clamping).get(TASKS, { fields: 'id', per_page: 500 });
		expect(body.info).toMatchObject({ per_page: 200, count: 200 });
	});
});

describe('page_token', () => {
	it('walks through all rows', async () => {
		const rows = await client.walk(TASKS, { fields: 'Subject' });
		const ids = rows.map(({ id }) => String(id));
		expect(ids).toHaveLength(2001);
		expect(ids).toEqual([...ids].sort().reverse());
		expect(new Set(ids).size).toBe(2001);
		expect(sandbox.log.crm()).toHaveLength(11);
	});

	it('counts pages and leads back', async () => {
		const token = await tokenOf(NOTES, { fields: 'id' });
		const second = await client.get(NOTES, { fields: 'id', page_token: token });
		expect(second.body.info).toMatchObject({ page: 2, count: 200, more_records: true });
		const back = String(second.body.info.previous_page_token);
		const first = await client.get(NOTES, { fields: 'id', page_token: back });
		expect(first.body.info).toMatchObject({ page: 1, previous_page_token: null });
		expect(first.body.data).toEqual((await client.get(NOTES, { fields: 'id' })).body.data);
	});

	it('does not go together with page', async () => {
		const page_token = await tokenOf(TASKS, { fields: 'id' });
		const { status, body } = await client.get(TASKS, { fields: 'id', page: 2, page_token });
		expect(status).toBe(400);
		expect(body.code).toBe('AMBIGUITY_DURING_PROCESSING');
	});

	it.each<[string, Query]>([
		['other fields', { fields: 'id,Subject' }],
		['a new parameter', { fields: 'id', per_page: 200 }],
		['a new order', { fields: 'id', sort_order: 'asc' }],
	])('does not go together with %s', async (_what, query) => {
		const page_token = await tokenOf(TASKS, { fields: 'id' });
		const { status, body } = await client.get(TASKS, { ...query, page_token });
		expect(status).toBe(400);
		expect(body.code).toBe('TOKEN_BOUND_DATA_MISMATCH');
	});

	it('belongs to one list', async () => {
		const page_token = await tokenOf(TASKS, { fields: 'id' });
		const { body } = await client.get(NOTES, { fields: 'id', page_token });
		expect(body.code).toBe('TOKEN_BOUND_DATA_MISMATCH');
	});

	it('belongs to one user', async () => {
		const page_token = await tokenOf(TASKS, { fields: 'id' });
		const other = clientOf(sandbox, { userId: '77' });
		for (const answer of [
			await other.get(TASKS, { fields: 'id', page_token }),
			await client.get(TASKS, { fields: 'id', page_token: 'made up' }),
		]) {
			expect(answer.body).toMatchObject({
				code: 'INVALID_DATA',
				details: { param_name: 'page_token' },
			});
		}
	});

	it('expires after a day', async () => {
		const page_token = await tokenOf(TASKS, { fields: 'id' });
		clock += 24 * 3_600_000 - 1;
		expect((await client.get(TASKS, { fields: 'id', page_token })).status).toBe(200);
		clock += 1;
		const { status, body } = await client.get(TASKS, { fields: 'id', page_token });
		expect(status).toBe(400);
		expect(body.code).toBe('EXPIRED_VALUE');
	});

	it('ends at 100,000 rows', async () => {
		const path = `v6/Campaigns/${big}/Leads`;
		let token = await tokenOf(path, { fields: 'id' });
		for (let page = 2; page <= 500; page++) {
			token = await tokenOf(path, { fields: 'id', page_token: token });
		}
		const { status, body } = await client.get(path, { fields: 'id', page_token: token });
		expect(status).toBe(400);
		expect(body.code).toBe('PAGINATION_LIMIT_EXCEEDED');
	});
});

describe('rows that come and go during a walk', () => {
	const secondPage = async (query: Query): Promise<string[]> => {
		const { body } = await client.get(TASKS, { fields: 'id', ...query });
		return body.data.map(({ id }) => String(id));
	};

	it('do not shift pages by token', async () => {
		const before = await secondPage({ page: 2 });
		const page_token = await tokenOf(TASKS, { fields: 'id' });
		const [newest] = sandbox.data.relatedRows('Leads', lead, 'Tasks');
		sandbox.data.addRelated('Leads', lead, 'Tasks', { Subject: 'New' });
		sandbox.data.addRelated('Leads', lead, 'Tasks', { Subject: 'Newer' });
		sandbox.data.removeRecord('Tasks', String(newest?.id));
		expect(await secondPage({ page_token })).toEqual(before);
	});

	it('shift pages by number', async () => {
		const before = await secondPage({ page: 2 });
		sandbox.data.addRelated('Leads', lead, 'Tasks', { Subject: 'New' });
		const after = await secondPage({ page: 2 });
		expect(after).not.toEqual(before);
		expect(after.slice(1)).toEqual(before.slice(0, -1));
	});

	it('repeat a row or lose one, if they do so between two pages by number', async () => {
		const read = async (change: (data: Sandbox['data']) => void): Promise<string[]> => {
			const match = { path: '/Tasks', query: { page: '2' } };
			sandbox.faults.add({ match, then: ({ data }) => change(data) });
			return [...(await secondPage({ page: 1 })), ...(await secondPage({ page: 2 }))];
		};
		const idOf = (place: number): string =>
			String(sandbox.data.relatedRows('Leads', lead, 'Tasks')[place]?.id);
		const [newest, next] = [idOf(0), idOf(200)];
		const grown = await read((data) => void data.addRelated('Leads', lead, 'Tasks'));
		expect(grown).toHaveLength(400);
		expect(new Set(grown).size).toBe(399);
		expect(grown[199]).toBe(grown[200]);
		sandbox.data.removeRecord('Tasks', idOf(0));
		const shrunk = await read((data) => data.removeRecord('Tasks', newest));
		expect(new Set(shrunk).size).toBe(400);
		expect(shrunk).not.toContain(next);
	});

	it('may take the row away after which the token goes on', async () => {
		const first = await client.get(TASKS, { fields: 'id' });
		const expected = await secondPage({ page: 2 });
		sandbox.data.removeRelated('Leads', lead, 'Tasks', String(first.body.data.at(-1)?.id));
		const page_token = String(first.body.info.next_page_token);
		expect(await secondPage({ page_token })).toEqual(expected);
	});
});
