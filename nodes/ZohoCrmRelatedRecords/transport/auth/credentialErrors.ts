import {
	DATA_CENTERS,
	dataCenterLabel,
	dataCenterOf,
	DEFAULT_DATA_CENTER,
} from '../../helpers/dataCenters';
import { ZohoError } from '../../helpers/zohoError';
import type { ZohoCredential } from './apiHost';

/**
 * The error of a credential without an access token. Zoho's token endpoint answers errors with
 * HTTP 200, so n8n reports success and stores Zoho's error word where the token should be.
 * @returns undefined when there is a token
 */
export function notConnected(credential: ZohoCredential): ZohoError | undefined {
	const token = credential.oauthTokenData;
	if (token?.access_token) return undefined;
	const word = token?.error;
	return new ZohoError({
		code: 'NOT_CONNECTED',
		message:
			word === undefined
				? 'The credential is not connected to Zoho'
				: `The credential is not connected to Zoho: Zoho answered '${word}'`,
		resolution: `${wayOut(word)}${wrongDataCenter(credential)}`,
		details: word === undefined ? {} : { error: word },
	});
}

/**
 * The error of an access token that Zoho refuses even after n8n's refresh.
 * @param word Zoho's word for why the refresh failed, if known
 */
export function reconnectRequired(credential: ZohoCredential, word?: string): ZohoError {
	const reason = word ?? credential.oauthTokenData?.error;
	return new ZohoError({
		code: 'RECONNECT_REQUIRED',
		message: `Zoho no longer accepts the credential${reason === undefined ? '' : `: ${reason}`}`,
		resolution: `Open the credential and connect it again; ${whyLost(credential)}.${wrongDataCenter(credential)}`,
		httpStatusCode: 401,
		details: reason === undefined ? {} : { error: reason },
	});
}

/** Zoho gives a refresh token only when a user consents, and without one access ends in an hour. */
function whyLost({ oauthTokenData: token }: ZohoCredential): string {
	return token?.access_token !== undefined && !token.refresh_token
		? 'Zoho gave no refresh token with it, so access ended after an hour: Zoho gives one only when you consent'
		: 'the access may have been revoked';
}

/** Zoho issues ten new access tokens in ten minutes for one connection, then pauses. */
export function refreshThrottled(): ZohoError {
	return new ZohoError({
		code: 'RATE_LIMITED',
		message:
			'Zoho temporarily refuses to refresh the access token: too many refreshes in a short time',
		resolution:
			'Wait ten minutes, then run the node again. If it happens often, run fewer workflows with this credential at the same time.',
	});
}

function wayOut(word: string | undefined): string {
	switch (word) {
		case 'invalid_client':
			return 'Check the client ID, and that the client is registered in the chosen data center. Then connect the credential again.';
		case 'invalid_client_secret':
			return 'Correct the client secret in the credential, then connect it again.';
		case 'invalid_redirect_uri':
			return "Enter the credential's OAuth Redirect URL in Zoho's API console, then connect it again.";
		default:
			return 'Open the credential and connect it.';
	}
}

/** Users of another data centre sign in at its accounts server; the callback names it. */
function wrongDataCenter(credential: ZohoCredential): string {
	const named = credential.oauthTokenData?.callbackQueryString?.['accounts-server'];
	if (typeof named !== 'string' || !URL.canParse(named)) return '';
	const server = new URL(named).origin;
	const isCustom = credential.dataCenter === 'custom';
	const chosen = isCustom
		? credential.accountsUrl?.trim().replace(/\/+$/, '')
		: dataCenterOf(credential.dataCenter ?? DEFAULT_DATA_CENTER)?.accountsServer;
	if (server === chosen) return '';
	const right = DATA_CENTERS.find(({ accountsServer }) => accountsServer === server);
	return right === undefined
		? ` Your account signed in at ${server}: choose the data center 'Custom' and enter that Accounts URL.`
		: ` Your account is in another data center: choose '${dataCenterLabel(right)}' in the credential.`;
}
