import type { Fault, Reply } from '../../support/sandbox';
import { passDeadlines } from './deadlines';
import { answers, WHOLE, zoho, type Hit, type Line } from './faultCases';
import type { ReadName } from './world';

const ALWAYS = Infinity;
const COUNT = 'get_related_records_count';

/** Faults that pass, and hit some request of a long list. */
export const PASSING: readonly (readonly [name: string, times: number, hit: Hit])[] = [
	['too many requests', 4, zoho(429, 'TOO_MANY_REQUESTS')],
	['503', 2, answers(503, '<html>')],
	['a reset in mid-body', 2, { reset: 'body' }],
	['no answer', 1, { hang: true, then: passDeadlines }],
	['half a body', 2, { truncate: true }],
	['a page with 200', 1, answers(200, '<html>')],
	['an access token that expires', 1, { then: ({ tokens }) => tokens.expireAccessTokens() }],
];

/** The read, and the requests for the middle record that the fault lets through before. */
export const PLACES: readonly (readonly [ReadName, number])[] = [
	['450 rows', 0],
	['450 rows', 1],
	['450 rows', 2],
	['2,450 rows', 0],
	['2,450 rows', 6],
	['2,450 rows', 11],
	['2,450 rows by page token', 10],
	['2,450 rows by page token', 12],
];

type Json = Record<string, unknown>;

/** An answer with rows, its body changed. */
function altered(change: (body: { data: Json[]; info: Json }, query: Json) => unknown): Hit {
	return {
		alter: (reply: Reply, { query }) => {
			if (reply.body === '') return reply;
			const body = JSON.parse(String(reply.body)) as { data: Json[]; info: Json };
			return { ...reply, body: JSON.stringify(change(body, query)) };
		},
	};
}

const info = (values: Json): Hit =>
	altered((body) => ({ ...body, info: { ...body.info, ...values } }));
const on = (query: NonNullable<Fault['match']['query']>, hit: Hit): Hit => ({
	...hit,
	match: { query },
});
const counted = (hit: Hit): Hit => ({ ...hit, match: { method: 'POST', path: COUNT } });
const count = (value: unknown): Hit => counted(answers(200, { [COUNT]: [{ count: value }] }));

/** The same full page again and again, with a new token each time. */
const endless: Hit = {
	alter: (reply, { index }) => {
		const data = Array.from({ length: 200 }, (_, row) => ({ id: String(row + 1) }));
		const body = { data, info: { more_records: true, next_page_token: `t${index}` } };
		return { ...reply, body: JSON.stringify(body) };
	},
};

const SECOND = { page: '2' };
/** The last page that a number reaches, which tells the first token that is used. */
const TENTH = { page: '10' };
const BY_TOKEN = { page_token: /./ };

/** What goes wrong with pages. */
export const PAGING: readonly (readonly [ReadName, ...Line])[] = [
	['450 rows', '500 on page 2', ALWAYS, 'INTERNAL_ERROR', on(SECOND, zoho(500, 'INTERNAL_ERROR'))],
	['450 rows', 'half of page 2', ALWAYS, 'INVALID_RESPONSE', on(SECOND, { truncate: true })],
	['450 rows', 'resets on page 2', ALWAYS, 'NETWORK_ERROR', on(SECOND, { reset: 'body' })],
	[
		'450 rows',
		'no permission on page 2',
		1,
		'NO_PERMISSION',
		on(SECOND, zoho(403, 'NO_PERMISSION')),
	],
	[
		'450 rows',
		'no data on page 2',
		ALWAYS,
		'INVALID_RESPONSE',
		on(SECOND, answers(200, { info: {} })),
	],
	['450 rows', '204 on page 2 once', 1, WHOLE, on(SECOND, answers(204))],
	['450 rows', '204 on page 2', ALWAYS, 'INVALID_RESPONSE', on(SECOND, answers(204))],
	['450 rows', 'pages without end', ALWAYS, 'INVALID_RESPONSE', endless],
	['2,450 rows by page token', '204 by token once', 1, WHOLE, on(BY_TOKEN, answers(204))],
	[
		'2,450 rows by page token',
		'204 by token',
		ALWAYS,
		'INVALID_RESPONSE',
		on(BY_TOKEN, answers(204)),
	],
	[
		'450 rows',
		'more_records as text',
		ALWAYS,
		WHOLE,
		altered((body) => ({
			...body,
			info: { ...body.info, more_records: String(body.info.more_records) },
		})),
	],
	['450 rows', 'more_records of 1', ALWAYS, 'INVALID_RESPONSE', info({ more_records: 1 })],
	['450 rows', 'no more_records', ALWAYS, 'INVALID_RESPONSE', info({ more_records: undefined })],
	['450 rows', 'no info on a full page', 1, 'INVALID_RESPONSE', altered(({ data }) => ({ data }))],
	[
		'450 rows',
		'no info on the last page',
		ALWAYS,
		WHOLE,
		on(
			{ page: '3' },
			altered(({ data }) => ({ data })),
		),
	],
	[
		'450 rows',
		'info that is a text',
		1,
		'INVALID_RESPONSE',
		altered(({ data }) => ({ data, info: 'none' })),
	],
	[
		'450 rows',
		'negative numbers in info',
		ALWAYS,
		WHOLE,
		info({ count: -1, per_page: -200, page: -1 }),
	],
	[
		'450 rows',
		'a row twice on a page',
		ALWAYS,
		WHOLE,
		altered((body) => ({ ...body, data: body.data.flatMap((row) => [row, row]) })),
	],
	[
		'2,450 rows by page token',
		'no token',
		ALWAYS,
		'PAGE_TOKEN_MISSING',
		on(TENTH, info({ next_page_token: null })),
	],
	[
		'2,450 rows by page token',
		'an empty token',
		ALWAYS,
		'PAGE_TOKEN_MISSING',
		on(TENTH, info({ next_page_token: '' })),
	],
	[
		'2,450 rows by page token',
		'a number as token',
		ALWAYS,
		'PAGE_TOKEN_MISSING',
		on(TENTH, info({ next_page_token: 7 })),
	],
	[
		'2,450 rows by page token',
		'an altered token',
		ALWAYS,
		'INVALID_DATA',
		on(TENTH, info({ next_page_token: 'abc&page=1' })),
	],
	[
		'2,450 rows by page token',
		'a token of 100 kB',
		ALWAYS,
		'INVALID_RESPONSE',
		on(TENTH, info({ next_page_token: 'x'.repeat(100_000) })),
	],
	[
		'2,450 rows by page token',
		'a token refused',
		1,
		'TOKEN_BOUND_DATA_MISMATCH',
		on(BY_TOKEN, zoho(400, 'TOKEN_BOUND_DATA_MISMATCH')),
	],
	[
		'2,450 rows by page token',
		'an expired token',
		1,
		'EXPIRED_VALUE',
		on(BY_TOKEN, zoho(400, 'EXPIRED_VALUE')),
	],
	[
		'2,450 rows by page token',
		'the same token again',
		ALWAYS,
		'PAGE_TOKEN_REPEATED',
		on(
			BY_TOKEN,
			altered((body, query) => ({
				...body,
				info: { ...body.info, more_records: true, next_page_token: query.page_token },
			})),
		),
	],
	['2,450 rows', 'no count', ALWAYS, WHOLE, counted(zoho(400, 'NOT_SUPPORTED'))],
	[
		'2,450 rows',
		'no scope for the count',
		ALWAYS,
		WHOLE,
		counted(zoho(401, 'OAUTH_SCOPE_MISMATCH')),
	],
	['2,450 rows', '500 for the count', ALWAYS, WHOLE, counted(zoho(500, 'INTERNAL_ERROR'))],
	[
		'2,450 rows',
		'too many requests for the count',
		ALWAYS,
		WHOLE,
		counted(zoho(429, 'TOO_MANY_REQUESTS')),
	],
	['2,450 rows', 'a reset of the count', ALWAYS, WHOLE, counted({ reset: 'body' })],
	[
		'2,450 rows',
		'no answer to the count',
		ALWAYS,
		WHOLE,
		counted({ hang: true, then: passDeadlines }),
	],
	['2,450 rows', 'a page for the count', ALWAYS, WHOLE, counted(answers(200, '<html>'))],
	['2,450 rows', 'a negative count', ALWAYS, WHOLE, count(-1)],
	['2,450 rows', 'a count of nothing', ALWAYS, WHOLE, count(0)],
	['2,450 rows', 'a count as text', ALWAYS, WHOLE, count('2450')],
	['2,450 rows', 'a count of 1e21', ALWAYS, WHOLE, count(1e21)],
	['2,450 rows', 'a fraction as count', ALWAYS, WHOLE, count(2450.5)],
	['2,450 rows', 'a count too small', ALWAYS, WHOLE, count(2100)],
	['2,450 rows', 'a count too large', ALWAYS, WHOLE, count(9000)],
];
