import { parseArgs } from 'node:util';
import { dataCenterOf } from '../../../nodes/ZohoCrmRelatedRecords/helpers/dataCenters';
import type { ProbedAccount } from './zoho';

const MODULE = 'Contacts';

export const HELP = `Usage: npm run probe [-- --module ${MODULE}]

Asks a real Zoho CRM account the questions that Zoho's documentation leaves open: limits of queries,
their API credits, queries of notes, page tokens. It only reads, takes about 40 API calls, and prints
numbers and codes, nothing of your records. Please report what it prints. It needs these variables:

  ZOHO_CLIENT_ID, ZOHO_CLIENT_SECRET   of a Self Client in Zoho's API console
  ZOHO_REFRESH_TOKEN                   with the scopes ZohoCRM.modules.READ and ZohoCRM.coql.READ
  ZOHO_DATA_CENTER                     such as us, eu or in; default us

For ZOHO_DATA_CENTER=custom also ZOHO_ACCOUNTS_URL and ZOHO_API_URL. A module with more than 2,000
records tells most.
`;

export interface ProbeSettings {
	account: ProbedAccount;
	module: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The command was called wrongly; the message says how to call it. */
export class UsageError extends Error {}

/** @throws UsageError */
export function settingsFrom(
	args: readonly string[],
	environment: Environment,
): ProbeSettings | 'help' {
	const { help, module = MODULE } = optionsIn(args);
	if (help === true) return 'help';
	if (!/^\w+$/.test(module)) throw new UsageError(`--module is no API name: '${module}'`);
	const value = (name: string): string => {
		const text = environment[name]?.trim() ?? '';
		if (text === '') throw new UsageError(`${name} is not set. See npm run probe -- --help`);
		return text;
	};
	const code = environment.ZOHO_DATA_CENTER?.trim() || 'us';
	const center = dataCenterOf(code);
	if (center === undefined && code !== 'custom') {
		throw new UsageError(`ZOHO_DATA_CENTER is no data center: '${code}'`);
	}
	const hosts =
		center === undefined
			? { accountsUrl: value('ZOHO_ACCOUNTS_URL'), apiUrl: value('ZOHO_API_URL') }
			: { accountsUrl: center.accountsServer };
	return {
		module,
		account: {
			...hosts,
			clientId: value('ZOHO_CLIENT_ID'),
			clientSecret: value('ZOHO_CLIENT_SECRET'),
			refreshToken: value('ZOHO_REFRESH_TOKEN'),
		},
	};
}

function optionsIn(args: readonly string[]) {
	const options = { help: { type: 'boolean' }, module: { type: 'string' } } as const;
	try {
		return parseArgs({ args: [...args], options }).values;
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}
