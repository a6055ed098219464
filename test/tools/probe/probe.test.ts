import {
	DatasetBuilder,
	DEFAULT_SCOPE,
	startSandbox,
	type SandboxOptions,
} from '../../support/sandbox';
import { askAll } from './questions';
import { settingsFrom, UsageError } from './settings';
import { ProbedZoho } from './zoho';

const VARIABLES = {
	ZOHO_CLIENT_ID: 'a',
	ZOHO_CLIENT_SECRET: 'b',
	ZOHO_REFRESH_TOKEN: 'c',
	ZOHO_DATA_CENTER: 'eu',
};

/** What the probe says of a sandbox, and all that it sent. */
async function probe(options: SandboxOptions) {
	const dataset = new DatasetBuilder();
	dataset.withRelated('Accounts', 'Contacts', 2100);
	const note = { Parent_Id: { id: dataset.add('Leads').id } };
	dataset.add('Notes', note);
	dataset.add('Notes', note);
	const sandbox = await startSandbox({ dataset: dataset.build(), ...options });
	try {
		const token = sandbox.tokens.issue({ scope: `${DEFAULT_SCOPE},ZohoCRM.coql.READ` });
		const zoho = await ProbedZoho.connect({
			accountsUrl: sandbox.origin,
			apiUrl: sandbox.origin,
			clientId: sandbox.client.id,
			clientSecret: sandbox.client.secret,
			refreshToken: token.refresh_token,
		});
		const answers = await askAll(zoho, 'Contacts');
		return {
			answers: answers.map(({ answer }) => answer),
			sent: sandbox.log.crm().map(({ method, path }) => `${method} ${path}`),
		};
	} finally {
		await sandbox.close();
	}
}

describe('the probe', () => {
	it('tells the limits that an account has', async () => {
		const { answers } = await probe({});
		expect(answers.slice(0, 5)).toEqual([
			'limit 200: 200 rows, more true; limit 2000: 2000 rows, more true',
			'50: taken; 51: taken; 100: taken; 101: LIMIT_EXCEEDED (400)',
			'cannot be seen: Zoho reports credits once half of them are used',
			'NOT_SUPPORTED (403)',
			'cannot be seen: NOT_SUPPORTED (403)',
		]);
	});

	it('tells smaller limits, and what an administrator may query', async () => {
		const unsettled = { queryRows: 200, queryValues: 50, queriesNotes: true } as const;
		const { answers } = await probe({ unsettled });
		expect(answers[0]).toContain('limit 2000: LIMIT_EXCEEDED (400)');
		expect(answers[1]).toContain('51: LIMIT_EXCEEDED (400)');
		expect(answers.slice(3, 5)).toEqual([
			'1 rows, more true',
			'in: 2 rows, more false; one by one: 2 rows',
		]);
	});

	it('counts credits where Zoho reports them', async () => {
		const { answers } = await probe({ credits: { total: 1000, used: 900 } });
		expect(answers[2]).toMatch(/^limit 200: \d+; limit 201: \d+;/);
	});

	it('only reads', async () => {
		const { sent } = await probe({});
		expect(sent.filter((line) => !/^(GET |POST \/crm\/v8\/coql$)/.test(line))).toEqual([]);
		expect(sent.length).toBeLessThan(50);
	});

	it.each([
		['no variables', [], {}, 'ZOHO_CLIENT_ID is not set'],
		['an unknown data center', [], { ...VARIABLES, ZOHO_DATA_CENTER: 'xx' }, "'xx'"],
		[
			'custom without addresses',
			[],
			{ ...VARIABLES, ZOHO_DATA_CENTER: 'custom' },
			'ZOHO_ACCOUNTS_URL',
		],
		['a module that is no name', ['--module', 'a b'], VARIABLES, "'a b'"],
		['an unknown option', ['--x'], VARIABLES, '--x'],
	])('says what is wrong with %s', (_, args, environment, message) => {
		expect(() => settingsFrom(args, environment)).toThrow(UsageError);
		expect(() => settingsFrom(args, environment)).toThrow(message);
	});

	it('asks the accounts server of the data center', () => {
		expect(settingsFrom([], VARIABLES)).toMatchObject({
			module: 'Contacts',
			account: { accountsUrl: 'https://accounts.zoho.eu' },
		});
		expect(settingsFrom(['--help'], {})).toBe('help');
	});
});
