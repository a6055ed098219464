import { recordIdFromUrl } from '../../../../nodes/ZohoCrmRelatedRecords/actions/parameters/recordUrl';

const ID = '4876876000000376008';
const TLDS = ['com', 'eu', 'in', 'com.au', 'jp', 'com.cn', 'ca', 'sa', 'uk', 'ae', 'sg'];
const HOSTS = [
	...TLDS.map((tld) => `crm.zoho.${tld}`),
	...TLDS.map((tld) => `crmsandbox.zoho.${tld}`),
	'crm.zohocloud.ca',
];

describe('recordIdFromUrl', () => {
	it.each(HOSTS)('reads the address of a record on %s', (host) => {
		expect(recordIdFromUrl(`https://${host}/crm/org20091/tab/Leads/${ID}`)).toBe(ID);
		expect(recordIdFromUrl(`https://${host}/crm/tab/Leads/${ID}`)).toBe(ID);
	});

	it.each([
		['a trailing slash', `https://crm.zoho.com/crm/org1/tab/Leads/${ID}/`],
		['a query', `https://crm.zoho.com/crm/org1/tab/Leads/${ID}?sub_module=Notes&id=999`],
		['a fragment', `https://crm.zoho.com/crm/org1/tab/Leads/${ID}#Notes/999`],
		['a longer path', `https://crm.zoho.com/crm/org1/tab/Leads/${ID}/edit/999`],
		['a custom module', `https://crm.zoho.com/crm/org1/tab/CustomModule3/${ID}`],
		['an escaped tab name', `https://crm.zoho.com/crm/org1/tab/Sales%20Orders/${ID}`],
		['capitals in the host', `HTTPS://CRM.Zoho.COM/crm/org1/tab/Leads/${ID}`],
		['Zoho One', `https://one.zoho.com/zohoone/acme/home/cxapp/crm/org7/tab/Leads/${ID}`],
		['CRM Plus', `https://crmplus.zoho.eu/acme/index.do/cxapp/crm/org7/tab/Leads/${ID}`],
		['EntityInfo', `https://crm.zoho.com/crm/EntityInfo.do?module=Leads&id=${ID}`],
		['a part of it', `https://crm.zoho.in/crm/EntityInfo.do?id=${ID}&submodule=Contacts`],
		['spaces around it', `  https://crm.zoho.com/crm/org1/tab/Leads/${ID}\n`],
	])('ignores the rest: %s', (_what, address) => {
		expect(recordIdFromUrl(address)).toBe(ID);
	});

	it('takes ids of 1 to 20 digits', () => {
		const address = (id: string) => `https://crm.zoho.com/crm/org1/tab/Leads/${id}`;
		expect(recordIdFromUrl(address('7'))).toBe('7');
		expect(recordIdFromUrl(address('9'.repeat(20)))).toBe('9'.repeat(20));
		expect(recordIdFromUrl(address('9'.repeat(21)))).toBeUndefined();
	});

	it.each([
		['nothing', ''],
		['words', 'the lead from yesterday'],
		['an id, which is no address', ID],
		['another host', `https://crm.example.test/crm/org1/tab/Leads/${ID}`],
		['a host that begins like one', `https://crm.zoho.com.evil.test/crm/org1/tab/Leads/${ID}`],
		['a host that ends like one', `https://evilcrm.zoho.com/crm/org1/tab/Leads/${ID}`],
		['a host below one', `https://a.crm.zoho.com/crm/org1/tab/Leads/${ID}`],
		['a dot taken for any character', `https://crmxzoho.com/crm/org1/tab/Leads/${ID}`],
		['an unknown top-level domain', `https://crm.zoho.test/crm/org1/tab/Leads/${ID}`],
		['a host as user name', `https://crm.zoho.com@evil.test/crm/org1/tab/Leads/${ID}`],
		['the API', `https://www.zohoapis.com/crm/v8/Leads/${ID}`],
		['a list of records', 'https://crm.zoho.com/crm/org1/tab/Leads/custom-view/1/list'],
		['no tab', `https://crm.zoho.com/crm/org1/Leads/${ID}`],
		['no tab name', `https://crm.zoho.com/crm/org1/tab/${ID}`],
		['an id with letters', 'https://crm.zoho.com/crm/org1/tab/Leads/123abc'],
		['an id that is a query', `https://crm.zoho.com/crm/org1/tab/Leads/?id=${ID}`],
		['a path elsewhere', `https://crm.zoho.com/x/crm/org1/tab/Leads/${ID}`],
		['EntityInfo elsewhere', `https://crm.zoho.com.evil.test/crm/EntityInfo.do?id=${ID}`],
		['EntityInfo without an id', 'https://crm.zoho.com/crm/EntityInfo.do?module=Leads'],
		['EntityInfo with words', 'https://crm.zoho.com/crm/EntityInfo.do?id=12a'],
		['Zoho One outside the CRM', `https://one.zoho.com/zohoone/acme/home/cxapp/desk/tab/A/${ID}`],
		['a Zoho One path in the CRM', `https://crm.zoho.com/zohoone/a/home/cxapp/crm/tab/A/${ID}`],
		['a host like Zoho One', `https://one.zoho.com.evil.test/zohoone/a/home/cxapp/crm/tab/A/${ID}`],
		['a script', `javascript://crm.zoho.com/crm/org1/tab/Leads/${ID}`],
	])('finds no id in %s', (_what, address) => {
		expect(recordIdFromUrl(address)).toBeUndefined();
	});
});
