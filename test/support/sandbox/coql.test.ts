import type { Sandbox } from './index';
import { DEFAULT_SCOPE, startSandbox } from './index';
import type { Client } from './testClient';
import { clientOf } from './testClient';
import type { NewRow } from './index';

const SCOPE = `${DEFAULT_SCOPE},ZohoCRM.coql.READ`;

describe('POST /coql', () => {
	let sandbox: Sandbox;
	let client: Client;

	const ask = async (select_query: string, version = 'v8') =>
		await client.post(`${version}/coql`, { select_query });
	const names = async (where: string) => {
		const { body } = await ask(`select Last_Name from Contacts where ${where}`);
		return (body?.data ?? []).map((row) => row.Last_Name);
	};

	beforeAll(async () => {
		sandbox = await startSandbox();
		client = clientOf(sandbox, { scope: SCOPE });
		const account = sandbox.data.addRecord('Accounts', { Account_Name: 'Quarry', Phone: '12' });
		const contacts: NewRow[] = [
			{ Last_Name: 'QzAlpha', Email: 'alpha@q.example' },
			{ Last_Name: 'QzBeta', Email: null },
			{ Last_Name: 'QzGamma', Email: 'gamma@q.example' },
		];
		for (const values of contacts) {
			sandbox.data.addRecord('Contacts', {
				...values,
				Account_Name: { id: account, name: 'Quarry' },
			});
		}
	});
	afterAll(async () => await sandbox.close());

	const OURS = "Last_Name like 'Qz%'";

	it.each([
		["Last_Name = 'qzalpha'", ['QzAlpha']],
		["Last_Name != 'QzAlpha' and Last_Name like 'Qz%'", ['QzBeta', 'QzGamma']],
		["Last_Name in ('QzAlpha','QzGamma')", ['QzAlpha', 'QzGamma']],
		["Last_Name not in ('QzAlpha') and Last_Name like 'Qz%'", ['QzBeta', 'QzGamma']],
		["Last_Name between 'QzAlpha' and 'QzBeta'", ['QzAlpha', 'QzBeta']],
		[`Email is null and ${OURS}`, ['QzBeta']],
		[`(Email is not null and ${OURS}) and Last_Name > 'QzB'`, ['QzGamma']],
		["Last_Name = 'QzAlpha' or Last_Name = 'QzBeta'", ['QzAlpha', 'QzBeta']],
		["Account_Name.Account_Name = 'Quarry' and Last_Name >= 'QzB'", ['QzBeta', 'QzGamma']],
		[`${OURS} order by Last_Name desc`, ['QzGamma', 'QzBeta', 'QzAlpha']],
		[`${OURS} order by Last_Name desc limit 1`, ['QzGamma']],
		[`${OURS} limit 1 offset 1`, ['QzBeta']],
		[`${OURS} limit 1,2`, ['QzBeta', 'QzGamma']],
	])('where %s', async (where, expected) => {
		expect(await names(where)).toEqual(expected);
	});

	it('joins lookups by points, and names them as asked', async () => {
		const { body } = await ask(
			`select Account_Name.Phone, Account_Name from Contacts where ${OURS} limit 1`,
		);
		expect(body.data).toEqual([
			{
				'Account_Name.Phone': '12',
				Account_Name: { id: expect.any(String), name: 'Quarry' },
				id: expect.any(String),
			},
		]);
		expect(body.info).toEqual({ count: 1, more_records: true });
		const old = await ask(`select Account_Name from Contacts where ${OURS} limit 1`, 'v6');
		expect(old.body.data[0]?.Account_Name).toEqual({ id: expect.any(String) });
	});

	it('counts and groups', async () => {
		const { body } = await ask(
			`select Account_Name.Phone, count(id) as total from Contacts where ${OURS} group by Account_Name.Phone`,
		);
		expect(body.data).toEqual([{ 'Account_Name.Phone': '12', total: 3 }]);
		const bare = await ask(`select COUNT(id) from Contacts where ${OURS}`);
		expect(bare.body.data).toEqual([{ 'COUNT(id)': 3 }]);
	});

	it('answers 204 for nothing', async () => {
		const { status, text } = await ask("select id from Contacts where Last_Name = 'Nobody at all'");
		expect([status, text]).toEqual([204, '']);
	});

	it.each([
		['select id from Contacts', 'SYNTAX_ERROR'],
		['delete from Contacts where id is not null', 'SYNTAX_ERROR'],
		['select id from Contacts where id', 'SYNTAX_ERROR'],
		["select id from Contacts where a = '1' and b = '2' and c = '3'", 'SYNTAX_ERROR'],
		['select Nothing from Contacts where id is not null', 'INVALID_QUERY'],
		['select id from Nothing where id is not null', 'INVALID_QUERY'],
		['select id from Attachments where id is not null', 'INVALID_QUERY'],
		['select id from Contacts where id is not null limit 2001', 'LIMIT_EXCEEDED'],
		['select id from Contacts where id is not null limit 100000,1', 'LIMIT_EXCEEDED'],
		[`select id from Contacts where id in (${'1,'.repeat(100)}1)`, 'LIMIT_EXCEEDED'],
		['select id from Notes where id is not null', 'NOT_SUPPORTED'],
	])('%s is %s', async (query, code) => {
		expect((await ask(query)).body.code).toBe(code);
	});

	it('has smaller limits in older versions', async () => {
		const query = 'select id from Contacts where id is not null limit 201';
		expect((await ask(query, 'v3')).body.code).toBe('LIMIT_EXCEEDED');
		expect((await ask(query, 'v4')).status).toBe(200);
		const ids = `select id from Contacts where id in (${'1,'.repeat(50)}1)`;
		expect((await ask(ids, 'v6')).body.code).toBe('LIMIT_EXCEEDED');
	});

	it('needs a scope of its own, and that of the module', async () => {
		for (const scope of [DEFAULT_SCOPE, 'ZohoCRM.coql.READ,ZohoCRM.modules.leads.READ']) {
			const other = clientOf(sandbox, { scope });
			const { status, body } = await other.post('v8/coql', {
				select_query: 'select id from Contacts where id is not null',
			});
			expect([status, body.code]).toEqual([401, 'OAUTH_SCOPE_MISMATCH']);
		}
	});

	it('needs a query', async () => {
		expect((await client.post('v8/coql', { query: 'x' })).body.code).toBe('MANDATORY_NOT_FOUND');
		expect((await client.post('v8/coql', 'x')).body.code).toBe('INVALID_REQUEST');
		expect((await client.get('v8/coql')).body.code).toBe('INVALID_REQUEST_METHOD');
	});
});
