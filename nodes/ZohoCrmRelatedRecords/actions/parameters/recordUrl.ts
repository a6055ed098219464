const HOST =
	/^(?:crm|crmsandbox)\.(?:zoho\.(?:com|eu|in|com\.au|jp|com\.cn|sa|uk|ae|sg|ca)|zohocloud\.ca)$/;
const PATH = /^\/crm\/(?:[^/]+\/)?tab\/[^/]+\/([0-9]{1,20})(?:\/|$)/;

/**
 * The record id in the address of a Zoho CRM record, as copied from the browser.
 * The tab name is not a module's API name (custom modules are CustomModule3 there), so it is ignored.
 * @returns undefined when the text is no such address
 */
export function recordIdFromUrl(address: string): string | undefined {
	const url = URL.canParse(address.trim()) ? new URL(address.trim()) : undefined;
	if (url?.protocol !== 'https:' || !HOST.test(url.hostname)) return undefined;
	return PATH.exec(url.pathname)?.[1];
}
