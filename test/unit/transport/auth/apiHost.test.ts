import {
	apiBase,
	type ZohoCredential,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/auth/apiHost';
import { caught } from '../../../support/caught';

const DOMAINS = {
	us: 'com',
	eu: 'eu',
	in: 'in',
	au: 'com.au',
	jp: 'jp',
	cn: 'com.cn',
	ca: 'ca',
	sa: 'sa',
	uk: 'uk',
	ae: 'ae',
	sg: 'sg',
};
const HOSTS = { production: 'www', sandbox: 'sandbox', developer: 'developer' };

const CASES = Object.entries(DOMAINS).flatMap(([dataCenter, domain]) =>
	Object.entries(HOSTS).map(([environment, host]) => ({
		dataCenter,
		environment,
		base: `https://${host}.zohoapis.${domain}`,
	})),
);

const withToken = (api_domain: string, rest: Partial<ZohoCredential> = {}): ZohoCredential => ({
	dataCenter: 'us',
	environment: 'production',
	...rest,
	oauthTokenData: { access_token: '1000.secret.token', api_domain },
});

function refusedHost(credential: ZohoCredential, host: string): void {
	const error = caught(() => apiBase(credential));
	expect(error.code).toBe('HOST_NOT_ALLOWED');
	expect(error.message).toContain(host);
	expect(error.resolution).not.toBe('');
	expect(error.httpStatusCode).toBeNull();
	expect(JSON.stringify({ ...error, message: error.message })).not.toContain('secret');
}

describe('without an api_domain in the stored token', () => {
	it.each(CASES)('$dataCenter, $environment: $base', ({ dataCenter, environment, base }) => {
		expect(apiBase({ dataCenter, environment })).toBe(base);
		expect(apiBase({ dataCenter, environment, oauthTokenData: { access_token: 'x' } })).toBe(base);
		expect(apiBase({ dataCenter, environment, oauthTokenData: { api_domain: '' } })).toBe(base);
	});

	it('an untouched credential reads the production of the US', () => {
		expect(apiBase({})).toBe('https://www.zohoapis.com');
	});

	it.each(['xx', '', 'constructor', '__proto__', 'US'])('no data centre %p', (dataCenter) => {
		refusedHost({ dataCenter }, dataCenter);
	});

	it.each(['staging', 'constructor', '__proto__'])('no environment %p', (environment) => {
		refusedHost({ dataCenter: 'us', environment }, environment);
	});
});

describe('with an api_domain', () => {
	it.each(CASES)('$base is allowed', ({ dataCenter, environment, base }) => {
		expect(apiBase(withToken(base, { dataCenter, environment }))).toBe(base);
		expect(apiBase(withToken(`${base}/`, { dataCenter, environment }))).toBe(base);
	});

	it('wins over the data centre: the account lives there', () => {
		expect(apiBase(withToken('https://www.zohoapis.eu'))).toBe('https://www.zohoapis.eu');
	});

	it.each([
		['the usual port', 'https://www.zohoapis.com:443'],
		['capitals', 'HTTPS://WWW.ZohoApis.COM'],
		['a path', 'https://www.zohoapis.com/crm'],
		['a backslash that only looks like user info', 'https://www.zohoapis.com\\@evil.test'],
	])('gives the origin alone: %s', (_what, named) => {
		expect(apiBase(withToken(named))).toBe('https://www.zohoapis.com');
	});

	it.each([
		['http', 'http://www.zohoapis.com', 'www.zohoapis.com'],
		['another port', 'https://www.zohoapis.com:8443', 'www.zohoapis.com:8443'],
		[
			'a host that begins like one',
			'https://www.zohoapis.com.evil.test',
			'www.zohoapis.com.evil.test',
		],
		['a host that ends like one', 'https://evilwww.zohoapis.com', 'evilwww.zohoapis.com'],
		['a host below one', 'https://evil.www.zohoapis.com', 'evil.www.zohoapis.com'],
		['an unknown host below the domain', 'https://evil.zohoapis.com', 'evil.zohoapis.com'],
		['the domain alone', 'https://zohoapis.com', 'zohoapis.com'],
		['an unknown top-level domain', 'https://www.zohoapis.test', 'www.zohoapis.test'],
		['a dot taken for any character', 'https://wwwxzohoapis.com', 'wwwxzohoapis.com'],
		['a trailing dot', 'https://www.zohoapis.com.', 'www.zohoapis.com.'],
		['a look-alike letter', 'https://www.zohоapis.com', 'xn--'],
		['user info', 'https://www.zohoapis.com@evil.test', 'evil.test'],
		['a user name', 'https://user@www.zohoapis.com', 'www.zohoapis.com'],
		['an accounts server', 'https://accounts.zoho.com', 'accounts.zoho.com'],
		['this machine', 'http://127.0.0.1:8080', '127.0.0.1:8080'],
		['no scheme', 'www.zohoapis.com', 'www.zohoapis.com'],
		['no address', 'nonsense', 'nonsense'],
		['another scheme', 'ftp://www.zohoapis.com', 'www.zohoapis.com'],
	])('refuses %s', (_what, named, host) => {
		refusedHost(withToken(named), host);
		refusedHost(withToken(named, { dataCenter: 'eu', environment: 'sandbox' }), host);
	});
});

describe('a custom data centre', () => {
	const custom = (apiUrl: string): ZohoCredential => ({ dataCenter: 'custom', apiUrl });

	it.each([
		['https://api.zoho.test', 'https://api.zoho.test'],
		['https://api.zoho.test/', 'https://api.zoho.test'],
		['https://api.zoho.test///', 'https://api.zoho.test'],
		[' https://api.zoho.test ', 'https://api.zoho.test'],
		['https://api.zoho.test:8443/', 'https://api.zoho.test:8443'],
		['http://localhost:4000/', 'http://localhost:4000'],
		['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
		['http://[::1]:4000', 'http://[::1]:4000'],
	])('reads %p as %s', (apiUrl, base) => {
		expect(apiBase(custom(apiUrl))).toBe(base);
		expect(apiBase({ ...custom(apiUrl), environment: 'sandbox' })).toBe(base);
		expect(apiBase(withToken(base, custom(apiUrl)))).toBe(base);
		expect(apiBase(withToken(`${base}/`, custom(apiUrl)))).toBe(base);
	});

	it.each([
		['http elsewhere', 'http://api.zoho.test', 'api.zoho.test'],
		[
			'http on a host that begins like this machine',
			'http://localhost.evil.test',
			'localhost.evil.test',
		],
		['http on another address', 'http://192.168.1.10', '192.168.1.10'],
		['http on a name with digits', 'http://127.0.0.1.evil.test', '127.0.0.1.evil.test'],
		['another scheme', 'ftp://localhost', 'localhost'],
		['no scheme', 'api.zoho.test', 'api.zoho.test'],
		['nothing', '', 'has no API URL'],
		['spaces', '  ', 'has no API URL'],
	])('refuses %s', (_what, apiUrl, host) => {
		refusedHost(custom(apiUrl), host);
	});

	it.each([
		['another host', 'https://www.zohoapis.com', 'www.zohoapis.com'],
		['a host that begins alike', 'https://api.zoho.test.evil.test', 'api.zoho.test.evil.test'],
		['another port', 'https://api.zoho.test:8443', 'api.zoho.test:8443'],
		['http', 'http://api.zoho.test', 'api.zoho.test'],
		['this machine', 'http://localhost:4000', 'localhost:4000'],
		['no address', 'nonsense', 'nonsense'],
	])('refuses an api_domain that is not the origin of the API URL: %s', (_what, named, host) => {
		refusedHost(withToken(named, custom('https://api.zoho.test')), host);
	});

	it('on this machine the port counts too', () => {
		refusedHost(
			withToken('http://localhost:4001', custom('http://localhost:4000')),
			'localhost:4001',
		);
	});

	it('without an API URL an api_domain does not help', () => {
		refusedHost(withToken('https://www.zohoapis.com', { dataCenter: 'custom' }), 'no API URL');
	});
});
