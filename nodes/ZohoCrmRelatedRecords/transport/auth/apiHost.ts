import { DATA_CENTERS, dataCenterOf, DEFAULT_DATA_CENTER } from '../../helpers/dataCenters';
import { shown } from '../../helpers/shown';
import { ZohoError } from '../../helpers/zohoError';

/** What the user filled in, and the token that n8n stored. */
export interface ZohoCredential {
	dataCenter?: string;
	environment?: string;
	apiUrl?: string;
	accountsUrl?: string;
	/** Scopes that the user asks for. */
	scope?: string;
	oauthTokenData?: {
		access_token?: string;
		refresh_token?: string;
		/** Scopes that Zoho granted. */
		scope?: string;
		/** As the accounts server told it. */
		api_domain?: unknown;
		/** Zoho's word for why there is no token: its token endpoint answers errors with HTTP 200. */
		error?: string;
		callbackQueryString?: Record<string, unknown>;
	};
}

const ENVIRONMENT_HOSTS: ReadonlyMap<string, string> = new Map([
	['production', 'www'],
	['sandbox', 'sandbox'],
	['developer', 'developer'],
]);

const API_HOSTS: ReadonlySet<string> = new Set(
	[...ENVIRONMENT_HOSTS.values()].flatMap((host) =>
		DATA_CENTERS.map(({ apiDomain }) => `${host}.${apiDomain}`),
	),
);

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The origin that requests, and with them the access token, are sent to.
 * @returns for example `https://www.zohoapis.eu`, without a trailing slash
 * @throws ZohoError HOST_NOT_ALLOWED when the stored token names a host that is not Zoho's
 */
export function apiBase(credential: ZohoCredential): string {
	const isCustom = credential.dataCenter === 'custom';
	const own = isCustom ? customBase(credential) : dataCenterBase(credential);
	const named = credential.oauthTokenData?.api_domain;
	if (!named) return own;
	const url = originOf(named);
	const isAllowed = isCustom ? url?.origin === own : isZohoApi(url);
	if (url === undefined || !isAllowed) throw hostNotAllowed(url?.host ?? shown(named));
	return url.origin;
}

/** Whether an address is at one of Zoho's API hosts. */
export function isZohoApi(url: URL | undefined): boolean {
	return url?.protocol === 'https:' && url.port === '' && API_HOSTS.has(url.hostname);
}

function dataCenterBase(credential: ZohoCredential): string {
	const { dataCenter = DEFAULT_DATA_CENTER, environment = 'production' } = credential;
	const domain = dataCenterOf(dataCenter)?.apiDomain;
	const host = ENVIRONMENT_HOSTS.get(environment);
	if (domain === undefined || host === undefined)
		throw hostNotAllowed(`${dataCenter}/${environment}`);
	return `https://${host}.${domain}`;
}

/** http is for our sandbox and for tests: elsewhere the token would cross the network in the clear. */
function customBase({ apiUrl = '' }: ZohoCredential): string {
	const url = originOf(apiUrl);
	const isLoopback = url !== undefined && LOOPBACK.includes(url.hostname);
	if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback)) return url.origin;
	throw hostNotAllowed(url?.host ?? apiUrl);
}

function originOf(address: unknown): URL | undefined {
	const url = typeof address === 'string' && URL.canParse(address) ? new URL(address) : undefined;
	return url?.username === '' && url.password === '' ? url : undefined;
}

function hostNotAllowed(host: string): ZohoError {
	return new ZohoError({
		code: 'HOST_NOT_ALLOWED',
		message:
			host.trim() === ''
				? 'The credential has no API URL, so there is no host to send the access token to'
				: `The access token was not sent to '${host}': that is not the API host of the credential's data center`,
		resolution:
			'Check the data center in the credential. If it is Custom, check that the API URL starts with https (http is allowed only for this machine). Then connect the credential again.',
		details: { host },
	});
}
