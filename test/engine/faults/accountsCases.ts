import { answers, type Hit, type Line, WHOLE } from './faultCases';

const ALWAYS = Infinity;
const PAGE = '<!doctype html><html><body>Please try again later</body></html>';
const DENIED = { error: 'Access Denied', error_description: 'too many', status: 'failure' };

/** A new access token that Zoho's accounts server gives, with other values. */
const token = (values: object): Hit => ({
	alter: (reply) => ({
		...reply,
		body: JSON.stringify({ ...(JSON.parse(String(reply.body)) as object), ...values }),
	}),
});

/** What goes wrong when an expired access token is renewed. */
export const ACCOUNTS: readonly Line[] = [
	['500', 1, WHOLE, answers(500, PAGE)],
	['502', 2, WHOLE, answers(502, PAGE)],
	['503', ALWAYS, 'INVALID_RESPONSE*', answers(503, PAGE)],
	['a reset before the answer', 1, WHOLE, { reset: 'before' }],
	['a reset in mid-body', 1, WHOLE, { reset: 'body' }],
	['a reset before the answer', ALWAYS, 'NETWORK_ERROR*', { reset: 'before' }],
	['a page with 200', 1, WHOLE, answers(200, PAGE)],
	['a page with 200', ALWAYS, 'INVALID_RESPONSE*', answers(200, PAGE)],
	['a page with 404', ALWAYS, 'INVALID_RESPONSE*', answers(404, PAGE)],
	['nothing with 200', 1, WHOLE, answers(200)],
	['half a body', 1, WHOLE, { truncate: true }],
	['a slow body', 1, WHOLE, { dripMs: 1 }],
	['another type', 1, WHOLE, { alter: (reply) => ({ ...reply, headers: {} }) }],
	['too many refreshes', ALWAYS, 'RATE_LIMITED*', answers(400, DENIED)],
	[
		'a revoked refresh token',
		ALWAYS,
		'RECONNECT_REQUIRED*',
		answers(200, { error: 'invalid_code' }),
	],
	['a wrong secret', ALWAYS, 'RECONNECT_REQUIRED*', answers(200, { error: 'invalid_client' })],
	['no token', ALWAYS, 'RECONNECT_REQUIRED*', answers(200, {})],
	['null', ALWAYS, 'RECONNECT_REQUIRED*', answers(200, 'null')],
	['a token that is a number', ALWAYS, 'RECONNECT_REQUIRED*', token({ access_token: 7 })],
	['a token with lines', ALWAYS, 'RECONNECT_REQUIRED*', token({ access_token: 'a\r\nX-Evil: 1' })],
	['an empty token', ALWAYS, 'RECONNECT_REQUIRED*', token({ access_token: '' })],
	['another type of token', 1, WHOLE, token({ token_type: 'Zoho-oauthtoken' })],
	['an end in the past', 1, WHOLE, token({ expires_in: -1 })],
	['no end', 1, WHOLE, token({ expires_in: null })],
];
