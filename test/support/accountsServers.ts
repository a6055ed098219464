/** Accounts servers by data centre, as Zoho's documentation lists them (Zoho: multi DC). */
export const SERVERS = {
	us: 'https://accounts.zoho.com',
	eu: 'https://accounts.zoho.eu',
	in: 'https://accounts.zoho.in',
	au: 'https://accounts.zoho.com.au',
	jp: 'https://accounts.zoho.jp',
	cn: 'https://accounts.zoho.com.cn',
	ca: 'https://accounts.zohocloud.ca',
	sa: 'https://accounts.zoho.sa',
	uk: 'https://accounts.zoho.uk',
	ae: 'https://accounts.zoho.ae',
	sg: 'https://accounts.zoho.sg',
};
