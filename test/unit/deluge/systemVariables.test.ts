import { ZohoError } from '../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import type { CrmRequest } from '../../../nodes/ZohoCrmRelatedRecords/helpers/crmRequest';
import { rejected } from '../../support/caught';
import { json, runPure } from './pure';

const user = () => json({ users: [{ email: 'ada@x.example', full_name: 'Ada' }] });

it('the user is looked up once', async () => {
	const { returned, requests } = await runPure(
		'return {zoho.loginuserid,zoho.loginuser,zoho.loginuserid.toUpperCase()};',
		{ answer: user },
	);
	expect(returned).toEqual(['ada@x.example', 'Ada', 'ADA@X.EXAMPLE']);
	expect(requests).toEqual([{ path: ['v8', 'users'], query: { type: 'CurrentUser' } }]);
});

it('a variable comes first, in functions as well', async () => {
	const { returned, requests } = await runPure(
		'return {zoho.adminuserid,f()}; string f() { return zoho.adminuserid; }',
		{ variables: { 'zoho.adminuserid': 'boss@x.example' } },
	);
	expect(returned).toEqual(['boss@x.example', 'boss@x.example']);
	expect(requests).toEqual([]);
});

describe('the administrator', () => {
	const admins = (...ids: string[]) =>
		json({ users: ids.map((id) => ({ id, email: `u${id}@x.example`, full_name: `U ${id}` })) });
	const text = 'return {zoho.adminuserid,zoho.adminuser,zoho.AdminUserId.length()};';
	const requests = [{ path: ['v8', 'users'], query: { type: 'ActiveConfirmedAdmins' } }];

	it('is looked up once', async () => {
		const run = await runPure(text, { answer: () => admins('7') });
		expect(run).toMatchObject({ returned: ['u7@x.example', 'U 7', 12], requests, hints: [] });
	});

	it('is the first of several, which a hint says', async () => {
		const answer = () => admins('200', '1000', '90', '91');
		const run = await runPure('return zoho.adminuserid;', { answer });
		expect(run).toMatchObject({ returned: 'u90@x.example', requests });
		expect(run.hints).toEqual([
			"'zoho.adminuserid' is that of the first of 4 administrators, u90@x.example. If Zoho means another, add a variable with the name zoho.adminuserid under 'Variables'.",
		]);
	});

	it('is asked for beside the user', async () => {
		const answer = ({ query }: CrmRequest) => (query.type === 'CurrentUser' ? user() : admins('7'));
		const run = await runPure('return zoho.loginuser + zoho.adminuser;', { answer });
		expect([run.returned, run.requests.length]).toEqual(['AdaU 7', 2]);
	});
});

it.each(['zoho.adminuserid', 'zoho.appname', 'zoho.ipaddress', 'zoho.device.type'])(
	'%s is refused by name where it is used, and not before',
	async (name) => {
		expect((await runPure(`if(false) { x = ${name}; } return 1;`)).returned).toBe(1);
		const error = await rejected(runPure(`x = ${name};`));
		expect(error.code).toBe('DELUGE_UNSUPPORTED');
		expect(error.message).toContain(`The value of '${name}' is not known here`);
		expect(error.resolution).toContain(`Add a variable with the name ${name}`);
	},
);

it.each(['zoho.loginuserid', 'zoho.adminuser'])('%s without its scope', async (name) => {
	const answer = () => {
		throw new ZohoError({ code: 'OAUTH_SCOPE_MISMATCH', message: 'no', resolution: 'no' });
	};
	const error = await rejected(runPure(`x = ${name};`, { answer }));
	expect([error.code, error.resolution]).toEqual([
		'DELUGE_UNSUPPORTED',
		expect.stringContaining('ZohoCRM.users.READ'),
	]);
});

it('is no reason to refuse a task that is skipped', async () => {
	const { returned, requests } = await runPure(
		'sendmail [ from: zoho.adminuserid to: "a@x.example" message: "m" ] return 1;',
		{ writeTasks: 'skip' },
	);
	expect([returned, requests]).toEqual([1, []]);
});

it.each([
	'sendmail [ from: zoho.adminuserid to: "a@x.example" message: "From " + zoho.appname.trim() ]',
	'zoho.crm.updateRecord("Leads","1",{"By":zoho.loginuser,"Rate":zoho.crm.getOrgVariable("R")});',
	'zoho.crm.createRecord("Leads",f()); map f() { return {"Owner":zoho.loginuserid.toLong()}; }',
])('nor is it within what a skipped task is given: %s', async (task) => {
	const [first = '', own = ''] = task.split(/(?=map f)/);
	const run = await runPure(`${first} info "on"; return 1; ${own}`, { writeTasks: 'skip' });
	expect([run.returned, run.log]).toEqual([1, ['on']]);
});

describe('in a POST whose address only the run shows', () => {
	const post = (path: string) =>
		`u = "https://www.zohoapis.com/crm/v8/${path}"; x = invokeurl [ url: u type: POST parameters: {"By":zoho.adminuserid} ]; return 1;`;

	it('is no reason to refuse it when it is skipped', async () => {
		const { returned, hints } = await runPure(post('Leads'), { writeTasks: 'skip' });
		expect(returned).toBe(1);
		expect(hints).toContain("invokeurl POST was skipped because 'Write Tasks' is set to Skip.");
	});

	it('is named where the address is that of queries, and where it has none', async () => {
		for (const source of [post('coql'), post('coql').replace('url: u', '')]) {
			const error = await rejected(runPure(source, { writeTasks: 'skip' }));
			expect(error.code).toBe('DELUGE_UNSUPPORTED');
			expect(error.message).toContain('zoho.adminuserid');
		}
	});

	it('is named where writing is refused', async () => {
		const error = await rejected(runPure(post('Leads')));
		expect(error.message).toContain('zoho.adminuserid');
	});
});

it('other failures in what a skipped task is given are failures', async () => {
	const task = 'zoho.crm.updateRecord("Leads","1",{"a":1 / 0});';
	const error = await rejected(runPure(task, { writeTasks: 'skip' }));
	expect(error.code).toBe('DELUGE_RUNTIME');
});

describe('variables of the organization', () => {
	const variables = () => json({ variables: [{ api_name: 'Limit', value: '15' }] });

	it('are read once, by their API names', async () => {
		const { returned, requests } = await runPure(
			'return {zoho.crm.getOrgVariable("Limit"),zoho.crm.getOrgVariable("Limit").toLong()};',
			{ answer: variables },
		);
		expect(returned).toEqual(['15', 15]);
		expect(requests).toEqual([{ path: ['v8', 'settings', 'variables'], query: {} }]);
	});

	it('come from Variables first', async () => {
		const { returned, requests } = await runPure('return zoho.crm.getOrgVariable("Limit");', {
			variables: { Limit: 20 },
		});
		expect([returned, requests]).toEqual([20, []]);
	});

	it.each([
		['unknown ones', variables],
		[
			'those that the credential may not read',
			() => {
				throw new ZohoError({ code: 'OAUTH_SCOPE_MISMATCH', message: 'no', resolution: 'no' });
			},
		],
	])('%s are refused by name where they are used', async (_name, answer) => {
		const use = 'x = zoho.crm.getOrgVariable("Rate");';
		expect((await runPure(`if(false) { ${use} } return 1;`)).returned).toBe(1);
		const error = await rejected(runPure(use, { answer }));
		expect([error.code, error.message, error.resolution]).toEqual([
			'DELUGE_UNSUPPORTED',
			expect.stringContaining("variable 'Rate' is not known here"),
			expect.stringContaining('ZohoCRM.settings.variables.READ'),
		]);
	});
});

describe('what other services do is refused by their names', () => {
	it.each([
		['zoho.books.getRecords("Contacts","1")', 'Zoho Books (zoho.books.getRecords)', 'HTTP Request'],
		['zoho.desk.searchRecords("1","tickets",{"a":1})', 'Zoho Desk', 'Zoho OAuth2 API'],
		['zoho.billing.retrieve("a","b","c")', 'Zoho Billing', 'HTTP Request'],
		['salesforce.sales.getRecordById("a","b","c")', 'Salesforce', 'Salesforce node'],
		['intuit.quickbooks.getRecords("a","b","c")', 'QuickBooks', 'QuickBooks Online node'],
		['zoho.file.convertToPDF("a")', 'files', 'Convert to File'],
	])('%s', async (call, message, resolution) => {
		const error = await rejected(runPure(`x = ${call};`, { writeTasks: 'skip' }));
		expect(error).toMatchObject({ code: 'DELUGE_UNSUPPORTED' });
		expect(error.message).toContain(message);
		expect(error.resolution).toContain(resolution);
	});

	it.each([
		['sendmail [ from: "a@x.example" to: "b@x.example" message: "m" ]', 'Send Email'],
		['zoho.cliq.postToChannel("a","b");', 'HTTP Request'],
		['zoho.crm.updateRecord("Leads","1",{"a":1});', "n8n's Zoho CRM node"],
	])('%s names a node that writes', async (task, node) => {
		const error = await rejected(runPure(task));
		expect(error.message).toContain('The script writes');
		expect(error.resolution).toContain(node);
	});

	it.each([
		'x = Orders[ID != 0].count(Total);',
		'insert into Orders [ Total = 1 ];',
		'alert "no";',
		'input.Total = 5;',
	])('%s is told to be of Zoho Creator', async (statement) => {
		const error = await rejected(runPure(statement));
		expect([error.code, error.message]).toEqual([
			'DELUGE_SYNTAX',
			expect.stringContaining('Zoho Creator'),
		]);
	});
});
