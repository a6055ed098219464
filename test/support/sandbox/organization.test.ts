import type { Sandbox } from './index';
import { DEFAULT_SCOPE, startSandbox } from './index';
import { clientOf } from './testClient';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

describe('users and variables', () => {
	it('are refused without their scopes', async () => {
		const client = clientOf(sandbox, { scope: DEFAULT_SCOPE });
		for (const path of ['v8/users', 'v8/settings/variables']) {
			expect(await client.get(path, { type: 'CurrentUser' })).toMatchObject({
				status: 401,
				body: { code: 'OAUTH_SCOPE_MISMATCH' },
			});
		}
	});

	it('are what Zoho documents', async () => {
		const scope = `${DEFAULT_SCOPE},ZohoCRM.users.READ,ZohoCRM.settings.variables.READ`;
		const client = clientOf(sandbox, { scope });
		const current = await client.get('v8/users', { type: 'CurrentUser' });
		expect(current.body).toMatchObject({ users: [{ email: 'ann.doe@northwind.example' }] });
		const all = await client.get('v8/users', { type: 'AllUsers' });
		expect(all.body).toMatchObject({ info: { count: 5, more_records: false } });
		const admins = await client.get('v8/users', { type: 'ActiveConfirmedAdmins' });
		expect(admins.body).toMatchObject({
			users: [{ full_name: 'Ann Doe' }, { full_name: 'Leilani Kane' }],
		});
		expect((await client.get('v8/users', { type: 'Nobody' })).status).toBe(400);
		const { body } = await client.get('v8/settings/variables');
		expect(body).toMatchObject({
			variables: [
				{ api_name: 'Discount_Limit', type: 'integer', value: '15' },
				{ api_name: 'Support_Mail' },
			],
		});
	});
});
