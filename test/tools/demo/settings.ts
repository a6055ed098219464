import { parseArgs } from 'node:util';

const VARIABLES = {
	clientId: 'ZOHO_CLIENT_ID',
	clientSecret: 'ZOHO_CLIENT_SECRET',
	refreshToken: 'ZOHO_REFRESH_TOKEN',
	dataCenter: 'ZOHO_DATA_CENTER',
} as const;
const CUSTOM_VARIABLES = { accountsUrl: 'ZOHO_ACCOUNTS_URL', apiUrl: 'ZOHO_API_URL' } as const;
const FLAGS = ['module', 'record', 'list'] as const;
const EXAMPLE = 'npm run demo -- --module Leads --record 4876876000000376008 --list Notes';

export const HELP = `Usage: npm run demo [-- --module <module> --record <id> --list <related list>]

Runs the example workflow in n8n's own engine, against the sandbox of this package. With these
variables set, and a record named by the flags, it reads a real account instead, and writes nothing:

  ${Object.values(VARIABLES).join(', ')}

For ZOHO_DATA_CENTER=custom also ${Object.values(CUSTOM_VARIABLES).join(' and ')}. For example:

  ${EXAMPLE}
`;

/** Where to read; the two addresses only for the data centre `custom`. */
export type Account = Record<keyof typeof VARIABLES, string> &
	Partial<Record<keyof typeof CUSTOM_VARIABLES, string>>;

/** The record to read, and which of its lists, by API names. */
export interface RecordChoice {
	module: string;
	id: string;
	list: string;
}

export type Settings =
	| { kind: 'help' }
	| { kind: 'sandbox' }
	| { kind: 'account'; account: Account; record: RecordChoice };

type Environment = Readonly<Record<string, string | undefined>>;

/** The command was called wrongly; the message says how to call it. */
export class UsageError extends Error {}

/**
 * What the command line and the environment ask for. A variable set to nothing counts as not set.
 * @param dataCenters the values that ZOHO_DATA_CENTER may have
 * @throws UsageError
 */
export function settingsFrom(
	args: readonly string[],
	environment: Environment,
	dataCenters: readonly string[],
): Settings {
	const flags = flagsIn(args);
	if (flags.help === true) return { kind: 'help' };
	const values = valuesOf(environment, VARIABLES);
	const unset = missing(values, VARIABLES);
	const absent = FLAGS.filter((flag) => !flags[flag]).map((flag) => `--${flag}`);
	const isUnset = unset.length === Object.keys(VARIABLES).length;
	if (isUnset && absent.length === FLAGS.length) return { kind: 'sandbox' };
	if (unset.length > 0) {
		throw new UsageError(
			`To read a real account, set ${unset.join(', ')} too. Without any of the variables and flags, the demo reads its sandbox.`,
		);
	}
	if (absent.length > 0) {
		throw new UsageError(`Say what to read, with ${absent.join(' and ')} too. Example: ${EXAMPLE}`);
	}
	const { module = '', record: id = '', list = '' } = flags;
	const account = accountFrom(values as Account, environment, dataCenters);
	return { kind: 'account', account, record: { module, id, list } };
}

function flagsIn(args: readonly string[]) {
	try {
		const { values } = parseArgs({
			args: [...args],
			options: {
				module: { type: 'string' },
				record: { type: 'string' },
				list: { type: 'string' },
				help: { type: 'boolean', short: 'h' },
			},
		});
		return values;
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

function accountFrom(
	account: Account,
	environment: Environment,
	dataCenters: readonly string[],
): Account {
	if (!dataCenters.includes(account.dataCenter)) {
		throw new UsageError(
			`${VARIABLES.dataCenter} cannot be '${account.dataCenter}'. Use one of: ${dataCenters.join(', ')}.`,
		);
	}
	if (account.dataCenter !== 'custom') return account;
	const urls = valuesOf(environment, CUSTOM_VARIABLES);
	const unset = missing(urls, CUSTOM_VARIABLES);
	if (unset.length > 0) {
		throw new UsageError(`${VARIABLES.dataCenter}=custom wants ${unset.join(' and ')} too.`);
	}
	for (const [key, variable] of Object.entries(CUSTOM_VARIABLES)) {
		const url = urls[key as keyof typeof urls];
		if (!/^https?:\/\/./.test(url) || !URL.canParse(url)) {
			throw new UsageError(`${variable} is no address such as https://www.zohoapis.com: '${url}'.`);
		}
	}
	return { ...account, ...urls };
}

function valuesOf<Key extends string>(
	environment: Environment,
	variables: Readonly<Record<Key, string>>,
): Record<Key, string> {
	const entries = Object.entries<string>(variables);
	const values = entries.map(([key, variable]) => [key, environment[variable]?.trim() ?? '']);
	return Object.fromEntries(values) as Record<Key, string>;
}

function missing<Key extends string>(
	values: Readonly<Record<Key, string>>,
	variables: Readonly<Record<Key, string>>,
): string[] {
	return (Object.keys(variables) as Key[])
		.filter((key) => values[key] === '')
		.map((key) => variables[key]);
}
