import {
	creditsRemaining,
	decodeRows,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/responses/rows';
import type { HttpAnswer } from '../../../../nodes/ZohoCrmRelatedRecords/transport/http/exchange';
import type { Decoded } from '../../../../nodes/ZohoCrmRelatedRecords/transport/responses/decoded';
import { retryDelay } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/retryRules';

const subject = { module: 'Leads', recordId: '1', relatedList: 'Notes' };
const asked = { subject, scope: 'ZohoCRM.modules.READ' };
const read = (status: number, text = '', headers: HttpAnswer['headers'] = {}): Decoded =>
	decodeRows({ status, text, headers }, asked);

function failureOf(reading: Decoded): Extract<Decoded, { kind: 'failure' }> {
	if (reading.kind !== 'failure') throw new Error(`A ${reading.kind}, not a failure`);
	return reading;
}

const isRepeated = (reading: Decoded) =>
	retryDelay(failureOf(reading).failed, 1, 0.5, 0) !== undefined;

const said = (code: string, details: object = {}) =>
	JSON.stringify({ code, details, message: 'a sentence', status: 'error' });

describe('rows and nothing', () => {
	it.each([204, 304])('%d is nothing, whatever the body', (status) => {
		const headers = { 'If-Modified-Since': '2026-01-31T09:00:00+00:00' };
		for (const text of ['', '<html>']) {
			const answer = { status, text, headers: {} };
			expect(decodeRows(answer, { ...asked, headers })).toEqual({ kind: 'empty' });
		}
	});

	it('304 is a failure where nothing was asked to be newer', () => {
		expect(failureOf(read(304)).error).toMatchObject({ code: 'INVALID_RESPONSE' });
	});

	it.each([201, 202, 203, 206, 207])('%d with rows is a failure, and not repeated', (status) => {
		const reading = read(status, '{"data":[],"info":{}}');
		expect(failureOf(reading).error).toMatchObject({
			code: 'INVALID_RESPONSE',
			httpStatusCode: status,
		});
		expect(isRepeated(reading)).toBe(false);
	});

	it('200 with an object is a body, with huge numbers as text', () => {
		const text = '{"data":[{"id":"1","Contact_Role":20000000000002801}],"info":{}}';
		expect(read(200, text)).toEqual({
			kind: 'body',
			body: { data: [{ id: '1', Contact_Role: '20000000000002801' }], info: {} },
		});
	});

	it('a field called code is no error code', () => {
		expect(read(200, '{"data":[],"code":"SUCCESS"}').kind).toBe('body');
	});
});

describe('failures', () => {
	it("keeps Zoho's code, details and status", () => {
		const details = { resource_path_index: 2 };
		const { error } = failureOf(read(400, said('INVALID_DATA', details)));
		expect(error).toMatchObject({ code: 'INVALID_DATA', httpStatusCode: 400, details, subject });
	});

	it('an error object with status 200 is a failure, not rows, and not repeated', () => {
		const reading = read(200, said('INVALID_DATA', { resource_path_index: 2 }));
		expect(failureOf(reading).error).toMatchObject({ code: 'INVALID_DATA', httpStatusCode: 200 });
		expect(isRepeated(reading)).toBe(false);
	});

	it.each([
		['nothing', ''],
		['a page of a proxy', '<html><body>Sign in</body></html>'],
		['a body cut off', '{"data":[{"id":"1"'],
		['a bare text', '"ok"'],
		['null', 'null'],
		['an array', '[]'],
	])('200 with %s: INVALID_RESPONSE, worth a repeat', (_what, text) => {
		const reading = read(200, text);
		expect(failureOf(reading).error).toMatchObject({
			code: 'INVALID_RESPONSE',
			httpStatusCode: 200,
			subject,
			resolution: expect.stringMatching(/./),
		});
		expect(isRepeated(reading)).toBe(true);
	});

	it.each([301, 302, 303, 307, 308])(
		'a redirect %d is INVALID_RESPONSE, not repeated',
		(status) => {
			const reading = read(status, '', { location: 'https://evil.test/secret' });
			const { error } = failureOf(reading);
			expect(error).toMatchObject({ code: 'INVALID_RESPONSE', httpStatusCode: status, subject });
			expect(error.message).toMatch(/redirect/);
			expect(JSON.stringify({ ...error, message: error.message })).not.toContain('evil.test');
			expect(isRepeated(reading)).toBe(false);
		},
	);

	it.each([400, 403, 404, 500, 502, 503])('%d without an object of Zoho', (status) => {
		const reading = read(status, '<html>no</html>');
		expect(failureOf(reading).error).toMatchObject({
			code: 'INVALID_RESPONSE',
			httpStatusCode: status,
			subject,
		});
		expect(isRepeated(reading)).toBe(status >= 500);
	});

	it('429 is RATE_LIMITED with its own status, with or without a body, and is repeated', () => {
		for (const text of ['', '<html>', said('TOO_MANY_REQUESTS')]) {
			const reading = read(429, text);
			expect(failureOf(reading).error).toMatchObject({ code: 'RATE_LIMITED', httpStatusCode: 429 });
			expect(isRepeated(reading)).toBe(true);
		}
	});

	it('429 with no credits left is CREDITS_SPENT, not repeated', () => {
		const reading = read(429, said('TOO_MANY_REQUESTS'), { 'x-api-credits-remaining': '0' });
		expect(failureOf(reading).error).toMatchObject({ code: 'CREDITS_SPENT', httpStatusCode: 429 });
		expect(isRepeated(reading)).toBe(false);
	});

	it('hands Retry-After on', () => {
		const { failed } = failureOf(read(503, '', { 'retry-after': '7' }));
		expect(retryDelay(failed, 1, 0.5, 0)).toBe(7000);
	});
});

describe('creditsRemaining', () => {
	it.each([
		['a number', '1234', 1234],
		['none left', '0', 0],
		['no header', undefined, undefined],
		['a word', 'many', undefined],
		['an empty text', '', undefined],
		['several headers', ['1', '2'], undefined],
	])('%s', (_what, value, expected) => {
		expect(creditsRemaining({ 'x-api-credits-remaining': value })).toBe(expected);
	});
});

describe('less common answers', () => {
	it('a body that is too long is not asked for again', () => {
		const reading = decodeRows({ status: 200, text: '', headers: {}, isTooLong: true }, asked);
		expect(failureOf(reading).error.message).toContain('larger than 32 MB');
		expect(isRepeated(reading)).toBe(false);
	});

	it('a throttle with status 400 is waited out as a 429', () => {
		const text = JSON.stringify({
			code: 'INTERNAL_ERROR',
			message: 'URL_FIXED_THROTTLES_LIMIT_EXCEEDED',
			status: 'error',
		});
		const reading = read(400, text);
		expect(failureOf(reading).failed.status).toBe(429);
		expect(isRepeated(reading)).toBe(true);
	});

	it.each([
		['an error in a list', { data: [{ code: 'INVALID_DATA', status: 'error' }] }, 'INVALID_DATA'],
		[
			'that of the accounts server',
			{ error: 'Access Denied', error_description: 'Wait' },
			'Access_Denied',
		],
	])('a refusal with 200 is one: %s', (_what, body, code) => {
		expect(failureOf(read(200, JSON.stringify(body))).error.code).toBe(code);
	});

	it.each([
		['a row with the status error', { data: [{ id: '1', status: 'error', code: 'X' }] }],
		['an entry that was done', { data: [{ status: 'success', code: 'SUCCESS' }] }],
		['a list without entries', { data: [] }],
		['values that are no objects', { data: ['error'] }],
	])('rows are no refusal: %s', (_what, body) => {
		expect(read(200, JSON.stringify(body))).toEqual({ kind: 'body', body });
	});

	it('long details are cut, and say so', () => {
		const { details } = failureOf(
			read(400, said('INVALID_DATA', { names: 'x'.repeat(5000) })),
		).error;
		expect(details).toEqual({ cut: expect.stringMatching(/^\{"names":"x+\.\.\.$/) });
	});
});
