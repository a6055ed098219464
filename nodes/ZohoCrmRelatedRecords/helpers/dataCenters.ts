/** One of the places where Zoho keeps accounts; each has hosts of its own. */
export interface DataCenter {
	code: string;
	name: string;
	/** What users sign in at, and what issues access tokens. */
	accountsServer: string;
	/** The API hosts are below it: `www`, `sandbox` and `developer`. */
	apiDomain: string;
	/** Zoho CRM is used in the browser below these: at `crm` and `crmsandbox`. */
	crmDomains: readonly string[];
}

/** By code (Zoho: multi DC). Canada's accounts server does not follow the pattern of the others. */
export const DATA_CENTERS: readonly DataCenter[] = [
	dataCenter('au', 'Australia', 'com.au'),
	{
		code: 'ca',
		name: 'Canada',
		accountsServer: 'https://accounts.zohocloud.ca',
		apiDomain: 'zohoapis.ca',
		crmDomains: ['zohocloud.ca', 'zoho.ca'],
	},
	dataCenter('cn', 'China', 'com.cn'),
	dataCenter('eu', 'Europe', 'eu'),
	dataCenter('in', 'India', 'in'),
	dataCenter('jp', 'Japan', 'jp'),
	dataCenter('sa', 'Saudi Arabia', 'sa'),
	dataCenter('sg', 'Singapore', 'sg'),
	dataCenter('ae', 'United Arab Emirates', 'ae'),
	dataCenter('uk', 'United Kingdom', 'uk'),
	dataCenter('us', 'United States', 'com'),
];

/** The data centre of an untouched credential. */
export const DEFAULT_DATA_CENTER = 'us';

function dataCenter(code: string, name: string, ending: string): DataCenter {
	return {
		code,
		name,
		accountsServer: `https://accounts.zoho.${ending}`,
		apiDomain: `zohoapis.${ending}`,
		crmDomains: [`zoho.${ending}`],
	};
}

/** As the credential's form names a data centre, for example `Europe (zoho.eu)`. */
export function dataCenterLabel({ name, accountsServer }: DataCenter): string {
	return `${name} (${accountsServer.replace('https://accounts.', '')})`;
}

/** @returns undefined for a code that no data centre has */
export function dataCenterOf(code: string): DataCenter | undefined {
	return DATA_CENTERS.find((candidate) => candidate.code === code);
}
