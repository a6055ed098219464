import { decodeAny } from '../../../../nodes/ZohoCrmRelatedRecords/transport/responses/anyJson';

const asked = { subject: {}, scope: 'ZohoCRM.modules.READ' };
const json = { 'content-type': 'application/json;charset=UTF-8' };
const read = (status: number, text = '', headers: Record<string, unknown> = json) =>
	decodeAny({ status, text, headers }, asked);
const said = (code: string) => `{"code":"${code}","details":{},"message":"m","status":"error"}`;

it('rows are an answer, with huge numbers as text', () => {
	const text = '{"data":[{"id":"1","Contact_Role":20000000000002801}]}';
	const body = { data: [{ id: '1', Contact_Role: '20000000000002801' }] };
	expect(read(200, text)).toEqual({
		kind: 'body',
		body: { kind: 'json', status: 200, body, text, headers: json },
	});
});

it.each([
	[200, 'INVALID_DATA'],
	[400, 'INVALID_DATA'],
	[403, 'NO_PERMISSION'],
	[404, 'INVALID_URL_PATTERN'],
])('%d %s is an answer', (status, code) => {
	expect(read(status, said(code))).toMatchObject({
		kind: 'body',
		body: { kind: 'json', status, body: { code } },
	});
});

it.each([204, 304])('%d is an empty answer', (status) => {
	expect(read(status)).toEqual({ kind: 'body', body: { kind: 'empty', status } });
});

it('a file is a binary answer', () => {
	expect(read(200, '\x89PNG', { 'content-type': 'application/x-download' })).toEqual({
		kind: 'body',
		body: { kind: 'binary', status: 200, contentType: 'application/x-download' },
	});
});

it.each([
	['no access', 401, said('OAUTH_SCOPE_MISMATCH'), 'OAUTH_SCOPE_MISMATCH'],
	['too many requests', 429, said('TOO_MANY_REQUESTS'), 'RATE_LIMITED'],
	['a fault at Zoho', 500, said('INTERNAL_ERROR'), 'INTERNAL_ERROR'],
	['JSON cut off', 200, '{"data":[', 'INVALID_RESPONSE'],
	['nothing at all', 200, '', 'INVALID_RESPONSE'],
	["a proxy's refusal", 403, '<html>', 'INVALID_RESPONSE'],
	['a redirect', 302, '', 'INVALID_RESPONSE'],
])('%s is a failure', (_name, status, text, code) => {
	expect(read(status, text)).toMatchObject({ kind: 'failure', error: { code } });
});
