import { DATA_CENTERS } from '../../helpers/dataCenters';

const HOSTS: ReadonlySet<string> = new Set(
	DATA_CENTERS.flatMap(({ crmDomains }) =>
		crmDomains.flatMap((domain) => [`crm.${domain}`, `crmsandbox.${domain}`]),
	),
);
const PATH = /^\/crm\/(?:[^/]+\/)?tab\/[^/]+\/([0-9]{1,20})(?:\/|$)/;

/**
 * The record id in the address of a Zoho CRM record, as copied from the browser.
 * The tab name is not a module's API name (custom modules are CustomModule3 there), so it is ignored.
 * @returns undefined when the text is no such address
 */
export function recordIdFromUrl(address: string): string | undefined {
	const url = URL.canParse(address.trim()) ? new URL(address.trim()) : undefined;
	if (url?.protocol !== 'https:' || !HOSTS.has(url.hostname)) return undefined;
	return PATH.exec(url.pathname)?.[1];
}
