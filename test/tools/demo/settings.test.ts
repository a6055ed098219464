import { settingsFrom, UsageError } from './settings';

const DATA_CENTERS = ['us', 'eu', 'custom'];
const VARIABLES = {
	ZOHO_CLIENT_ID: 'an id',
	ZOHO_CLIENT_SECRET: 'a secret',
	ZOHO_REFRESH_TOKEN: 'a token',
	ZOHO_DATA_CENTER: 'eu',
};
const FLAGS = ['--module', 'Leads', '--record', '4876876000000376008', '--list', 'Notes'];
const CUSTOM = {
	...VARIABLES,
	ZOHO_DATA_CENTER: 'custom',
	ZOHO_ACCOUNTS_URL: 'https://accounts.example',
	ZOHO_API_URL: 'https://api.example',
};

const settings = (args: string[], environment: Record<string, string>) =>
	settingsFrom(args, environment, DATA_CENTERS);

function complaint(args: string[], environment: Record<string, string>): string {
	try {
		settings(args, environment);
	} catch (error) {
		expect(error).toBeInstanceOf(UsageError);
		return (error as UsageError).message;
	}
	throw new Error('There was nothing to complain of');
}

it('reads the sandbox when nothing is set', () => {
	expect(settings([], {})).toEqual({ kind: 'sandbox' });
	expect(settings([], { ZOHO_CLIENT_ID: '', ZOHO_DATA_CENTER: ' ' })).toEqual({ kind: 'sandbox' });
});

it.each(['--help', '-h'])('gives help on %s', (flag) => {
	expect(settings([flag], VARIABLES)).toEqual({ kind: 'help' });
});

it('reads a record of an account when all is set', () => {
	expect(settings(FLAGS, VARIABLES)).toEqual({
		kind: 'account',
		account: {
			clientId: 'an id',
			clientSecret: 'a secret',
			refreshToken: 'a token',
			dataCenter: 'eu',
		},
		record: { module: 'Leads', id: '4876876000000376008', list: 'Notes' },
	});
});

it('takes the addresses of a custom data center, and only then', () => {
	const urls = { accountsUrl: 'https://accounts.example', apiUrl: 'https://api.example' };
	expect(settings(FLAGS, CUSTOM)).toMatchObject({ account: urls });
	expect(settings(FLAGS, { ...CUSTOM, ZOHO_DATA_CENTER: 'us' })).not.toMatchObject({
		account: urls,
	});
});

it.each(Object.keys(VARIABLES))('misses %s', (variable) => {
	expect(complaint(FLAGS, { ...VARIABLES, [variable]: '' })).toContain(`set ${variable} too`);
});

it('names all variables when flags come alone', () => {
	const message = complaint(FLAGS, {});
	for (const variable of Object.keys(VARIABLES)) expect(message).toContain(variable);
});

it.each([0, 2, 4])('misses the flag at %d', (index) => {
	const args = FLAGS.filter((_, at) => at !== index && at !== index + 1);
	expect(complaint(args, VARIABLES)).toContain(`with ${FLAGS[index]} too`);
});

it('misses all flags', () => {
	expect(complaint([], VARIABLES)).toContain('with --module and --record and --list too');
});

it('tells which data centers there are', () => {
	const message = complaint(FLAGS, { ...VARIABLES, ZOHO_DATA_CENTER: 'com' });
	expect(message).toContain("ZOHO_DATA_CENTER cannot be 'com'");
	expect(message).toContain('us, eu, custom');
});

it.each(['ZOHO_ACCOUNTS_URL', 'ZOHO_API_URL'])('wants %s for a custom one', (variable) => {
	expect(complaint(FLAGS, { ...CUSTOM, [variable]: '' })).toContain(`wants ${variable} too`);
	expect(complaint(FLAGS, { ...CUSTOM, [variable]: 'accounts.example' })).toContain(
		`${variable} is no address`,
	);
});

it.each([['--limit', '5'], ['Leads'], ['--module']])('does not know %s', (...args) => {
	expect(complaint(args, {})).toContain(args[0]);
});
