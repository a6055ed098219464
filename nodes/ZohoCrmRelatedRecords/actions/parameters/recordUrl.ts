import { DATA_CENTERS } from '../../helpers/dataCenters';

const RECORD = /^\/crm\/(?:[^/]+\/)?tab\/[^/]+\/([0-9]{1,20})(?:\/|$)/;
const ENTITY_INFO = /^\/crm\/(?:[^/]+\/)?EntityInfo\.do$/;

/** What stands before the CRM's own path, by the first part of the host: Zoho One and CRM Plus. */
const WRAPPERS: ReadonlyMap<string, RegExp> = new Map([
	['crm', /^/],
	['crmsandbox', /^/],
	['one', /^\/zohoone\/[^/]+\/(?:[^/]+\/)?cxapp(?=\/crm\/)/],
	['crmplus', /^\/[^/]+\/index\.do\/cxapp(?=\/crm\/)/],
]);

/** By host, what stands before the CRM's own path there. */
const HOSTS: ReadonlyMap<string, RegExp> = new Map(
	DATA_CENTERS.flatMap(({ crmDomains }) => crmDomains).flatMap((domain) =>
		[...WRAPPERS].map(([name, wrapper]) => [`${name}.${domain}`, wrapper] as const),
	),
);

/** Zoho's own modules by the names of their tabs; those of custom modules are numbered. */
const MODULES_BY_TAB: ReadonlyMap<string, string> = new Map([
	['Leads', 'Leads'],
	['Contacts', 'Contacts'],
	['Accounts', 'Accounts'],
	['Potentials', 'Deals'],
	['Campaigns', 'Campaigns'],
	['Products', 'Products'],
	['Vendors', 'Vendors'],
	['Cases', 'Cases'],
	['Solutions', 'Solutions'],
	['Quotes', 'Quotes'],
	['SalesOrders', 'Sales_Orders'],
	['PurchaseOrders', 'Purchase_Orders'],
	['Invoices', 'Invoices'],
	['PriceBooks', 'Price_Books'],
]);
const MODULES = [...MODULES_BY_TAB.values()];

/** The tab of one of Zoho's own modules; undefined for others. */
export function tabOf(module: string): string | undefined {
	return [...MODULES_BY_TAB].find(([, name]) => name === module)?.[0];
}

/**
 * The module of a record's address, where that is certainly another than the one given.
 * @param module API name
 */
export function otherModuleIn(address: string, module: string): string | undefined {
	if (recordIdFromUrl(address) === undefined || !MODULES.includes(module)) return undefined;
	const [, tab = ''] = /\/tab\/([^/]+)\//.exec(address) ?? [];
	const named = MODULES_BY_TAB.get(tab);
	return named === module ? undefined : named;
}

/**
 * The record ID in the address of a Zoho CRM record, as copied from the browser: in Zoho CRM, Zoho One
 * or CRM Plus. The tab name is not a module's API name (custom modules are CustomModule3 there), so it
 * does not matter here.
 * @returns undefined when the text is no such address
 */
export function recordIdFromUrl(address: string): string | undefined {
	const url = URL.canParse(address.trim()) ? new URL(address.trim()) : undefined;
	const wrapper = url?.protocol === 'https:' ? HOSTS.get(url.hostname) : undefined;
	if (url === undefined || wrapper?.test(url.pathname) !== true) return undefined;
	const path = url.pathname.replace(wrapper, '');
	const id = ENTITY_INFO.test(path) ? url.searchParams.get('id') : RECORD.exec(path)?.[1];
	return /^[0-9]{1,20}$/.test(id ?? '') ? (id ?? undefined) : undefined;
}
