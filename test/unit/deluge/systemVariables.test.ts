import { ZohoError } from '../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
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

it('a missing scope says to add a variable', async () => {
	const answer = () => {
		throw new ZohoError({ code: 'OAUTH_SCOPE_MISMATCH', message: 'no', resolution: 'no' });
	};
	const error = await rejected(runPure('x = zoho.loginuserid;', { answer }));
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
