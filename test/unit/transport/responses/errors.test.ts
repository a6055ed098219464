import type { JsonValue } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import { MESSAGES } from '../../../../nodes/ZohoCrmRelatedRecords/transport/responses/errorMessages';
import {
	fieldsRequired,
	invalidResponse,
	networkError,
	redirectError,
	refusalError,
	timeoutError,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/responses/errors';

const subject = { module: 'Leads', recordId: '4876876000000376008', relatedList: 'Notes' };
const scope = 'ZohoCRM.modules.READ and ZohoCRM.modules.notes.READ';

interface Said {
	code: string;
	status: number;
	details?: JsonValue;
	/** What the message names; by default all of it. */
	names?: readonly (keyof typeof subject)[];
}

const path = (resource_path_index: number) => ({ resource_path_index });
const param = (param_name: string) => ({ param_name });

/** Zoho's table of errors (page Get Related Records, API specification), row by row. */
const TABLE: Said[] = [
	{ code: 'INVALID_MODULE', status: 400, details: path(0), names: ['module'] },
	{ code: 'INVALID_MODULE', status: 400, details: param('module'), names: ['module'] },
	{ code: 'NOT_SUPPORTED', status: 400, details: path(0) },
	{ code: 'NOT_SUPPORTED', status: 403 },
	{ code: 'API_NOT_SUPPORTED', status: 400, details: { supported_version: 8 } },
	{ code: 'INVALID_DATA', status: 400, details: path(0), names: ['module'] },
	{ code: 'INVALID_DATA', status: 400, details: path(1), names: ['module', 'recordId'] },
	{ code: 'INVALID_DATA', status: 400, details: path(2), names: ['module', 'relatedList'] },
	{ code: 'INVALID_DATA', status: 400, details: param('sort_by') },
	{ code: 'INVALID_DATA', status: 400, details: { api_name: 'page_token' } },
	{ code: 'INVALID_DATA', status: 400, details: {} },
	{ code: 'INVALID_DATA', status: 400 },
	{ code: 'INVALID_DATA', status: 404, details: {}, names: ['module', 'recordId'] },
	{ code: 'LIMIT_EXCEEDED', status: 400, details: { limit: 50, param_name: 'fields' } },
	{ code: 'DISCRETE_PAGINATION_LIMIT_EXCEEDED', status: 400, details: { limit: 2000 } },
	{
		code: 'AMBIGUITY_DURING_PROCESSING',
		status: 400,
		details: { ambiguity_due_to: [param('page'), param('page_token')] },
	},
	{ code: 'TOKEN_BOUND_DATA_MISMATCH', status: 400, details: param('page_token') },
	{
		code: 'EXPIRED_VALUE',
		status: 400,
		details: { api_name: 'page_token', json_path: '$.query.page_token' },
	},
	{ code: 'PAGINATION_LIMIT_EXCEEDED', status: 400, details: param('page_token') },
	{ code: 'INVALID_QUERY', status: 400 },
	{ code: 'INVALID_REQUEST', status: 400, details: {} },
	{ code: 'INVALID_REQUEST_METHOD', status: 400, details: {} },
	{ code: 'AUTHORIZATION_FAILED', status: 400, details: {} },
	{ code: 'CANNOT_PROCESS', status: 400, details: {} },
	{ code: 'OAUTH_SCOPE_MISMATCH', status: 401, details: {} },
	{ code: 'NO_PERMISSION', status: 403, details: { permissions: ['Crm_Implied_View_Leads'] } },
	{ code: 'NOT_ALLOWED', status: 403 },
	{ code: 'INVALID_URL_PATTERN', status: 404, details: {} },
	{ code: 'INTERNAL_ERROR', status: 500, details: {} },
	{ code: 'INTERNAL_SERVER_ERROR', status: 500, details: {} },
	{ code: 'METHOD_NOT_ALLOWED', status: 405 },
	{ code: 'RECORD_MODIFIED', status: 412 },
	{ code: 'A_CODE_OF_TOMORROW', status: 418 },
];

/** Codes of the same table whose failure is not about one module. */
const OF_THE_REQUEST: Said[] = [
	{ code: 'REQUIRED_PARAM_MISSING', status: 400, details: param('fields') },
	{ code: 'MANDATORY_NOT_FOUND', status: 400, details: { api_name: 'x', json_path: '$.x' } },
	{ code: 'PATTERN_NOT_MATCHED', status: 400, details: param('ids') },
	{ code: 'EXPECTED_FIELD_MISSING', status: 400 },
	{ code: 'INVALID_TOKEN', status: 401, details: {} },
	{ code: 'AUTHENTICATION_FAILURE', status: 401, details: {} },
];

const refused = ({ code, status, details }: Said) =>
	refusalError({ code, status, details, message: 'a sentence' }, { subject, scope });

const CASES = TABLE.map((said) => [said.code, said.status, said.details, said] as const);

describe("a refusal with Zoho's code", () => {
	it.each(CASES)('%s, %d, %j names what was asked for', (_code, _status, _details, said) => {
		const { message } = refused(said);
		for (const name of said.names ?? (['module', 'recordId', 'relatedList'] as const)) {
			expect(message).toContain(subject[name]);
		}
	});

	it.each([...TABLE, ...OF_THE_REQUEST].map((said) => [said.code, said.status, said] as const))(
		'%s, %d keeps code, status, details and subject, and has a way out',
		(code, status, said) => {
			const error = refused(said);
			expect(error).toMatchObject({ code, httpStatusCode: status, subject });
			expect(error.details).toEqual(said.details ?? {});
			for (const text of [error.message, error.resolution]) {
				expect(text.trim().length).toBeGreaterThan(10);
				expect(text).not.toMatch(/undefined|unknown|\[object|NaN/);
			}
		},
	);

	it('has sentences of its own for every code of the table', () => {
		const codes = [...TABLE, ...OF_THE_REQUEST].map(({ code }) => code);
		const without = [...new Set(codes)].filter((code) => !MESSAGES.has(code));
		expect(without).toEqual(['A_CODE_OF_TOMORROW']);
	});

	it('tells module, record and list apart by the segment that Zoho complains about', () => {
		const told = [0, 1, 2].map(
			(index) => refused({ code: 'INVALID_DATA', status: 400, details: path(index) }).resolution,
		);
		expect(new Set(told).size).toBe(3);
		expect(told[2]).toMatch(/related list/i);
	});

	it.each([
		['INVALID_DATA', 404],
		['INVALID_DATA', 400],
	])('a record not found (%s, %d) reads the same in both of its forms', (code, status) => {
		const details = status === 404 ? {} : path(1);
		const { message } = refused({ code, status, details });
		expect(message).toMatch(/record 4876876000000376008 was not found/i);
	});

	it('names the parameter that Zoho complains about', () => {
		for (const code of ['INVALID_DATA', 'PATTERN_NOT_MATCHED', 'REQUIRED_PARAM_MISSING']) {
			expect(refused({ code, status: 400, details: param('converted') }).message).toContain(
				"'converted'",
			);
		}
	});

	it.each([
		['sort_by', "Correct 'Sort By', or leave it out."],
		['per_page', "Correct 'Page Size', or leave it out."],
		['If-Modified-Since', "Correct 'Modified Since', or leave it out."],
		['approved', expect.stringContaining('the node sends it by itself')],
		[undefined, expect.stringContaining('the node sends it by itself')],
	])('about %s advises what the user can set', (name, expected) => {
		for (const code of ['INVALID_DATA', 'PATTERN_NOT_MATCHED']) {
			const details = name === undefined ? { api_name: '' } : param(name);
			expect(refused({ code, status: 400, details }).resolution).toEqual(expected);
		}
	});

	it.each([
		['EXPIRED_VALUE', { api_name: 'page_token' }],
		['TOKEN_BOUND_DATA_MISMATCH', param('page_token')],
		['INVALID_DATA', param('page_token')],
	])('a page token that is no good (%s) is a reason to start again', (code, details) => {
		expect(refused({ code, status: 400, details }).resolution).toMatch(/Run the node again/);
	});

	it('a missing scope is named', () => {
		expect(refused({ code: 'OAUTH_SCOPE_MISMATCH', status: 401 }).resolution).toContain(scope);
	});

	it('missing permissions are named', () => {
		const details = { permissions: ['Crm_Implied_View_Leads', 'Crm_Implied_View_Notes'] };
		const { resolution } = refused({ code: 'NO_PERMISSION', status: 403, details });
		expect(resolution).toContain('Crm_Implied_View_Leads, Crm_Implied_View_Notes');
	});

	it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '*', 'invalid_data', 'é'])(
		'a code %p is an unknown one',
		(code) => {
			const error = refused({ code, status: 400, details: {} });
			expect(error.code).toBe(code);
			expect(error.message).toBe(refused({ code: 'X', status: 400, details: {} }).message);
			expect(error.resolution).toContain(code);
		},
	);

	it("an unknown code comes with Zoho's sentence", () => {
		expect(refused({ code: 'A_CODE_OF_TOMORROW', status: 400 }).message).toContain('a sentence');
		const bare = refusalError({ code: 'A_CODE', status: 400 }, { subject, scope });
		expect(bare.message).toContain('A_CODE');
	});

	it.each<[string, JsonValue]>([
		['text', 'details'],
		['an array', [1]],
		['null within', { resource_path_index: null, param_name: null, permissions: null }],
		['odd kinds', { resource_path_index: '2', permissions: [null, {}], limit: 'x' }],
		['hostile keys', { constructor: 1, toString: 2 }],
	])('details that are %s do no harm', (_what, details) => {
		for (const code of MESSAGES.keys()) {
			const error = refused({ code, status: 400, details });
			expect(error.details).toEqual(details);
			expect(error.message).not.toBe('');
			expect(error.resolution).not.toBe('');
		}
	});

	it('names the module where there is no list, and the modules where there is none', () => {
		const asked = (of: { module?: string }) =>
			refusalError({ code: 'NO_PERMISSION', status: 403 }, { subject: of, scope }).message;
		expect(asked({ module: 'Deals' })).toContain("module 'Deals'");
		expect(asked({})).toContain('the modules');
	});
});

describe('a request about which little is known', () => {
	const bare = (code: string, details: JsonValue, target?: string) =>
		refusalError({ code, status: 400, details }, { subject: {}, scope, target });

	it.each([
		['INVALID_DATA', path(0), 'no module'],
		['INVALID_DATA', path(1), 'was not found'],
		['INVALID_DATA', path(2), 'has no related list'],
		['NOT_SUPPORTED', path(2), 'does not support'],
		['CANNOT_PROCESS', {}, 'no reason given'],
	])('%s %j still has a sentence', (code, details, words) => {
		expect(bare(code, details).message).toContain(words);
	});

	it('is named by what is read, where that is no record', () => {
		expect(bare('NO_PERMISSION', {}, 'the fields of Leads').message).toContain(
			'the fields of Leads',
		);
	});

	it('keeps what Zoho refused when the fields were looked up', () => {
		const refusal = bare('NO_PERMISSION', { permissions: ['A'] });
		expect(fieldsRequired(subject, 'no access', refusal)).toMatchObject({
			httpStatusCode: 400,
			details: { code: 'NO_PERMISSION', details: { permissions: ['A'] } },
		});
	});
});

describe('429', () => {
	it.each(['TOO_MANY_REQUESTS', 'LIMIT_EXCEEDED', undefined])('with code %p', (code) => {
		const limited = refusalError({ code, status: 429 }, { subject, scope });
		expect(limited).toMatchObject({ code: 'RATE_LIMITED', httpStatusCode: 429, subject });
		expect(limited.message).toContain(subject.relatedList);
		const spent = refusalError({ code, status: 429, creditsRemaining: 0 }, { subject, scope });
		expect(spent).toMatchObject({ code: 'CREDITS_SPENT', httpStatusCode: 429, subject });
		expect(spent.message).toMatch(/credits/);
		expect(spent.resolution).not.toBe(limited.resolution);
	});
});

describe('failures without a code of Zoho', () => {
	it('a refusal of something between us and Zoho', () => {
		const error = refusalError({ status: 403 }, { subject, scope });
		expect(error).toMatchObject({ code: 'INVALID_RESPONSE', httpStatusCode: 403, subject });
		expect(error.resolution).toMatch(/proxy/);
	});

	it.each([
		['INVALID_RESPONSE', 302, redirectError(302, subject)],
		['INVALID_RESPONSE', 200, invalidResponse('is empty', 200, subject)],
		['NETWORK_ERROR', null, networkError('ECONNRESET', subject)],
		['NETWORK_ERROR', null, networkError(undefined, subject)],
		['TIMEOUT', null, timeoutError(60_000, subject)],
		['FIELDS_REQUIRED', null, fieldsRequired(subject, 'nobody knows')],
	])('%s with status %p', (code, status, error) => {
		expect(error).toMatchObject({ code, httpStatusCode: status });
		expect(error.subject).toMatchObject({ module: 'Leads', recordId: subject.recordId });
		expect(error.message.length).toBeGreaterThan(10);
		expect(error.resolution.length).toBeGreaterThan(10);
	});

	it('say what they know', () => {
		expect(networkError('ECONNRESET', subject).details).toEqual({ reason: 'ECONNRESET' });
		expect(networkError(undefined, subject).details).toEqual({});
		expect(timeoutError(60_000, subject).message).toContain('60 seconds');
		expect(fieldsRequired(subject, 'nobody knows').message).toMatch(/Notes.*nobody knows/);
		expect(fieldsRequired(subject, 'x').resolution).toContain("'Field Names or IDs'");
	});
});
