import type { Fault, Reply, Sandbox } from '../../support/sandbox';
import { passDeadlinesOf } from './deadlines';

/** What hits the requests for the middle record. */
export type Hit = Partial<Fault>;

/**
 * - WHOLE: all rows of all items, and no error.
 * - A code: one error with it for the middle item; the other items are whole.
 * - A code with a star: an end of the run's requests, so that other items may have it too.
 */
export type Expected = string;

export const WHOLE = 'whole';

export type Line = readonly [name: string, times: number, expected: Expected, hit: Hit];

const ALWAYS = Infinity;
const PAGE = '<!doctype html><html><body>Please try again later</body></html>';
const TOO_MANY = 'TOO_MANY_REQUESTS';
const inTheFuture = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

/** Zoho's error object. */
export function zoho(status: number, code: string, headers: Record<string, string> = {}): Hit {
	const body = { code, details: {}, message: code, status: 'error' };
	return { reply: { status, headers, body } };
}

export function answers(status: number, body?: unknown, headers?: Record<string, string>): Hit {
	return { reply: { status, body, headers } };
}

/** The CRM's own answer, with other headers. */
function withHeaders(headers: Record<string, string>): Hit {
	return { alter: (reply: Reply) => ({ ...reply, headers: { ...reply.headers, ...headers } }) };
}

/** Something happens in the CRM before the answer. */
function first(then: (sandbox: Sandbox) => void): Hit {
	return { then };
}

const spend = ({ credits }: Sandbox): void => {
	if (credits) credits.used = credits.total;
};

/** Its own time passes; the requests beside it go on. */
const NO_ANSWER: Hit = { hang: true, then: (_sandbox, { path }) => passDeadlinesOf(path) };

/** Each fault, how many requests in a row it hits, and what comes of it, whoever reads. */
export const FAULTS: readonly Line[] = [
	['too many requests', 1, WHOLE, zoho(429, TOO_MANY)],
	['too many requests', 4, WHOLE, zoho(429, TOO_MANY)],
	['too many requests', ALWAYS, 'RATE_LIMITED', zoho(429, TOO_MANY)],
	['too many requests, of a proxy', 2, WHOLE, answers(429, PAGE)],
	['too many requests, of a proxy', ALWAYS, 'RATE_LIMITED', answers(429, PAGE)],
	['Retry-After 7', 2, WHOLE, zoho(429, TOO_MANY, { 'Retry-After': '7' })],
	['Retry-After 7', ALWAYS, 'RATE_LIMITED', zoho(429, TOO_MANY, { 'Retry-After': '7' })],
	['Retry-After date', 2, WHOLE, zoho(429, TOO_MANY, { 'Retry-After': inTheFuture(60) })],
	['Retry-After an hour', 1, 'RATE_LIMITED', zoho(429, TOO_MANY, { 'Retry-After': '3600' })],
	['Retry-After 1e9', 1, WHOLE, zoho(429, TOO_MANY, { 'Retry-After': '1e9' })],
	['Retry-After 10^9', 1, 'RATE_LIMITED', zoho(429, TOO_MANY, { 'Retry-After': '1000000000' })],
	['Retry-After -5', 1, WHOLE, zoho(429, TOO_MANY, { 'Retry-After': '-5' })],
	['Retry-After 2', 1, WHOLE, zoho(503, 'INTERNAL_ERROR', { 'Retry-After': '2' })],
	['Retry-After garbage', 1, WHOLE, zoho(429, TOO_MANY, { 'Retry-After': 'soon; \u00e9' })],
	['500', 1, WHOLE, zoho(500, 'INTERNAL_ERROR')],
	['500', 2, WHOLE, zoho(500, 'INTERNAL_ERROR')],
	['500', ALWAYS, 'INTERNAL_ERROR', zoho(500, 'INTERNAL_ERROR')],
	['500 without a body', ALWAYS, 'INVALID_RESPONSE', answers(500)],
	['502 page', 1, WHOLE, answers(502, PAGE)],
	['502 page', 2, WHOLE, answers(502, PAGE)],
	['502 page', ALWAYS, 'INVALID_RESPONSE', answers(502, PAGE)],
	['503', 1, WHOLE, answers(503, PAGE)],
	['503', 2, WHOLE, answers(503, PAGE)],
	['503', ALWAYS, 'INVALID_RESPONSE', answers(503, PAGE)],
	['504', 1, WHOLE, answers(504, PAGE)],
	['504', 2, WHOLE, answers(504, PAGE)],
	['504', ALWAYS, 'INVALID_RESPONSE', answers(504, PAGE)],
	['403 page', 1, 'INVALID_RESPONSE', answers(403, PAGE)],
	['404 page', 1, 'INVALID_RESPONSE', answers(404, PAGE)],
	['a reset before the answer', 1, WHOLE, { reset: 'before' }],
	['a reset before the answer', 2, WHOLE, { reset: 'before' }],
	['a reset before the answer', ALWAYS, 'NETWORK_ERROR', { reset: 'before' }],
	['a reset after the headers', 1, WHOLE, { reset: 'headers' }],
	['a reset after the headers', 2, WHOLE, { reset: 'headers' }],
	['a reset after the headers', ALWAYS, 'NETWORK_ERROR', { reset: 'headers' }],
	['a reset in mid-body', 1, WHOLE, { reset: 'body' }],
	['a reset in mid-body', 2, WHOLE, { reset: 'body' }],
	['a reset in mid-body', ALWAYS, 'NETWORK_ERROR', { reset: 'body' }],
	['no answer', 1, WHOLE, NO_ANSWER],
	['no answer', 2, WHOLE, NO_ANSWER],
	['no answer', ALWAYS, 'TIMEOUT', NO_ANSWER],
	['a slow body', ALWAYS, WHOLE, { dripMs: 1 }],
	['half a body', 1, WHOLE, { truncate: true }],
	['half a body', 2, WHOLE, { truncate: true }],
	['half a body', ALWAYS, 'INVALID_RESPONSE', { truncate: true }],
	['nothing with 200', 1, WHOLE, answers(200)],
	['nothing with 200', 2, WHOLE, answers(200)],
	['nothing with 200', ALWAYS, 'INVALID_RESPONSE', answers(200)],
	['text for rows', ALWAYS, 'INVALID_RESPONSE', answers(200, 'OK')],
	['plain text as type', ALWAYS, WHOLE, withHeaders({ 'Content-Type': 'text/plain' })],
	['an image as type', ALWAYS, WHOLE, withHeaders({ 'Content-Type': 'image/png' })],
	['another charset as type', ALWAYS, WHOLE, withHeaders({ 'Content-Type': 'a/b;charset=utf-7' })],
	['an access token that expires', 1, WHOLE, first(({ tokens }) => tokens.expireAccessTokens())],
	['an access token refused', 1, WHOLE, zoho(401, 'INVALID_TOKEN')],
	['an access token refused', ALWAYS, 'RECONNECT_REQUIRED*', zoho(401, 'INVALID_TOKEN')],
	['a login page', ALWAYS, 'RECONNECT_REQUIRED*', answers(401, PAGE)],
	['a missing scope', ALWAYS, 'OAUTH_SCOPE_MISMATCH*', zoho(401, 'OAUTH_SCOPE_MISMATCH')],
	['spent credits', 1, 'CREDITS_SPENT*', first(spend)],
];

/** Answers that are no rows. A Deluge script gets what Zoho says as a value, and decides itself. */
export const NO_ROWS: readonly Line[] = [
	['an error object with 200', 1, 'INTERNAL_ERROR', zoho(200, 'INTERNAL_ERROR')],
	['a code nobody knows', 1, 'SOMETHING_NEW', zoho(400, 'SOMETHING_NEW')],
	['a page with 200', 1, WHOLE, answers(200, PAGE)],
	['a page with 200', 2, WHOLE, answers(200, PAGE)],
	['a page with 200', ALWAYS, 'INVALID_RESPONSE', answers(200, PAGE)],
	['null for rows', ALWAYS, 'INVALID_RESPONSE', answers(200, 'null')],
	['an array for rows', ALWAYS, 'INVALID_RESPONSE', answers(200, '[]')],
	['no data', ALWAYS, 'INVALID_RESPONSE', answers(200, { info: { more_records: false } })],
	['data that is no array', ALWAYS, 'INVALID_RESPONSE', answers(200, { data: { id: '1' } })],
	['data of null', ALWAYS, 'INVALID_RESPONSE', answers(200, { data: null })],
	['no permission', 1, 'NO_PERMISSION', zoho(403, 'NO_PERMISSION')],
];

/** What n8n shows of each failure: outside of executions it has a message, but no code. */
export const MESSAGES: Readonly<Record<string, RegExp>> = {
	RATE_LIMITED: /too many requests/,
	CREDITS_SPENT: /API credits/,
	INTERNAL_ERROR: /internal error/,
	INVALID_RESPONSE: /response/,
	NETWORK_ERROR: /connection was lost/,
	TIMEOUT: /did not respond/,
	RECONNECT_REQUIRED: /no longer accepts/,
	OAUTH_SCOPE_MISMATCH: /scopes do not cover/,
	SOMETHING_NEW: /SOMETHING_NEW/,
	NO_PERMISSION: /not allowed/,
};
