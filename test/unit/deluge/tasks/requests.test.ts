import type { CrmAnswer } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/crmRequest';
import { rejected } from '../../../support/caught';
import { json, runPure } from '../pure';

const API = 'https://www.zohoapis.com/crm/v8';
const CONNECTION =
	"The script names a connection, which is not needed here: the node's credential is used.";

describe('what a task asks', () => {
	it.each([
		[
			'zoho.crm.getRelatedRecords("Notes","Leads","1")',
			{ path: ['v2.1', 'Leads', '1', 'Notes'], query: {} },
		],
		[
			'zoho.crm.v8.getRelatedRecords("Notes","Leads",1,{"fields":"id","none":null},2,50)',
			{
				path: ['v8', 'Leads', '1', 'Notes'],
				query: { page: '2', per_page: '50', fields: 'id' },
			},
		],
		['zoho.crm.getRecordById("Leads","1")', { path: ['v2.1', 'Leads', '1'], query: {} }],
		['zoho.crm.v8.getRecordById("Leads",1)', { path: ['v8', 'Leads', '1'], query: {} }],
		[
			'zoho.crm.getRecords("Leads",1,20)',
			{ path: ['v2.1', 'Leads'], query: { page: '1', per_page: '20' } },
		],
		[
			'zoho.crm.v8.getRecords("Leads",{"fields":"id","converted":true})',
			{ path: ['v8', 'Leads'], query: { fields: 'id', converted: 'true' } },
		],
		[
			'zoho.crm.searchRecords("Leads","(a:equals:b)",3)',
			{ path: ['v2.1', 'Leads', 'search'], query: { criteria: '(a:equals:b)', page: '3' } },
		],
		[
			'zoho.crm.v8.searchRecords("Leads","(a:equals:b)")',
			{ path: ['v8', 'Leads', 'search'], query: { criteria: '(a:equals:b)' } },
		],
		[
			`invokeurl [ url: "${API}/Leads/1?fields=a&page=1" parameters: {"page":2} ]`,
			{ path: ['v8', 'Leads', '1'], query: { fields: 'a', page: '2' }, headers: {} },
		],
		[
			`invokeurl [ url: "${API}/Leads" type: GET parameters: "page=2&fields=a" ]`,
			{ path: ['v8', 'Leads'], query: { page: '2', fields: 'a' }, headers: {} },
		],
		[
			`invokeurl [ url: "${API}/Leads" parameters: "{\\"page\\":2}" headers: {"X-EXTERNAL":"a","If-Modified-Since":"b"} ]`,
			{
				path: ['v8', 'Leads'],
				query: { page: '2' },
				headers: { 'X-EXTERNAL': 'a', 'If-Modified-Since': 'b' },
			},
		],
		[
			`invokeurl [ url: "${API}/Leads/a%20b" headers: "" ]`,
			{ path: ['v8', 'Leads', 'a b'], query: {}, headers: {} },
		],
		[
			`invokeurl [ url: "${API}/Leads/%E0%A4%A" ]`,
			{ path: ['v8', 'Leads', '%E0%A4%A'], query: {}, headers: {} },
		],
		[
			`invokeurl [ url: "${API}/coql?x=1" type: POST body: {"select_query":"select id from Leads"} ]`,
			{
				path: ['v8', 'coql'],
				query: { x: '1' },
				body: { select_query: 'select id from Leads' },
			},
		],
	])('%s', async (task, request) => {
		const { requests } = await runPure(`x = ${task};`);
		expect(requests).toEqual([request]);
	});

	it.each([
		['x = zoho.crm.getRecords("Leads",1,2,"crm");', [CONNECTION]],
		[`x = invokeurl [ url: "${API}/Leads" connection: "crm" ];`, [CONNECTION]],
		[
			`x = invokeurl [ url: "${API}/coql" type: POST parameters: {"select_query":"select id"} connection: "crm" ];`,
			[CONNECTION],
		],
		[
			`x = invokeurl [ url: "${API}/Leads" headers: {"Authorization":"a"} ];`,
			['The header Authorization of invokeurl is not sent.'],
		],
		[
			'x = invokeurl [ url: "https://www.zohoapis.eu/crm/v8/Leads" ];',
			["Addresses at www.zohoapis.eu were read from the credential's API host, www.zohoapis.com."],
		],
	])('a hint says what is left out: %s', async (script, hints) => {
		const run = await runPure(script);
		expect(run.hints.filter((hint) => !hint.includes("without reaching a 'return'"))).toEqual(
			hints,
		);
	});
});

describe('what a task gives', () => {
	const rows = [{ id: '1' }, { id: '2' }];
	const refusal = { code: 'INVALID_DATA', message: 'no' };
	const empty: CrmAnswer = { kind: 'empty', status: 204 };
	const page = { data: rows, info: { more_records: true } };
	const read = `invokeurl [ url: "${API}/Leads"`;

	it.each([
		['zoho.crm.getRecords("Leads")', json({ data: rows }), rows],
		['zoho.crm.getRecords("Leads")', empty, []],
		['zoho.crm.getRecords("Leads")', json(refusal, 400), refusal],
		['zoho.crm.getRecords("Leads")', json([1]), [1]],
		['zoho.crm.getRecordById("Leads","1")', json({ data: rows }), rows[0]],
		['zoho.crm.getRecordById("Leads","1")', json({ data: [] }), {}],
		['zoho.crm.getRecordById("Leads","1")', json(refusal, 404), refusal],
		[`${read} ]`, json({ data: rows }), { data: rows }],
		[`${read} ]`, empty, ''],
		[`${read} response-format: TEXT ]`, json({ a: 1 }), '{"a":1}'],
		[`${read} response-format: FILE ]`, json({ a: 1 }), { a: 1 }],
		[
			`${read} detailed: true ]`,
			json({ a: 1 }, 201),
			{ responseText: '{"a":1}', responseHeader: {}, responseCode: 201 },
		],
		[
			`${read} detailed: true ]`,
			{ ...json({ a: 1 }), headers: { etag: 'x', age: 3 } } as unknown as CrmAnswer,
			{ responseText: '{"a":1}', responseHeader: { etag: 'x', age: '3' }, responseCode: 200 },
		],
		[
			`${read} detailed: true ]`,
			empty,
			{ responseText: '', responseHeader: {}, responseCode: 204 },
		],
	])('%s', async (task, answer, value) => {
		const run = await runPure(`return ${task};`, { answer: () => answer });
		expect(run.returned).toEqual(value);
		expect(run.lastResponse).toEqual(value);
	});

	it.each([
		['x = zoho.crm.getRelatedRecords("Notes","Leads","1");', "'Notes'"],
		['x = zoho.crm.getRecords("Leads",2);', "'Leads'"],
	])('a hint names a list whose next page was not read: %s', async (script, name) => {
		const { hints } = await runPure(script, { answer: () => json(page) });
		expect(hints.join()).toContain(`Zoho has more rows of ${name} than the script read`);
		const all = await runPure(`${script} ${script.replace(/,2\)/, ',3)')}`, {
			answer: ({ query }) => json(query.page === '3' ? { data: rows } : page),
		});
		expect(all.hints.join().includes('more rows')).toBe(!script.includes(',2)'));
	});

	it.each(['zoho.crm.getRecords("Leads")', `${read} ]`])('no file: %s', async (task) => {
		const answer = (): CrmAnswer => ({ kind: 'binary', status: 200, contentType: 'image/png' });
		const error = await rejected(runPure(`x = ${task};`, { answer }));
		expect([error.code, error.message]).toEqual([
			'BINARY_RESPONSE',
			expect.stringContaining('image/png'),
		]);
	});
});

describe('what a task refuses', () => {
	it.each([
		['zoho.crm.getRecords("No Name")', 'DELUGE_RUNTIME', "not 'No Name'"],
		[`zoho.crm.getRecords("${'x'.repeat(61)}é")`, 'DELUGE_RUNTIME', 'not a text'],
		['zoho.crm.getRecords(null)', 'DELUGE_RUNTIME', 'not null'],
		['zoho.crm.getRecordById("Leads","a")', 'DELUGE_RUNTIME', 'a record ID'],
		['zoho.crm.getRecordById("Leads",1.5)', 'DELUGE_RUNTIME', 'may be wrong'],
		['zoho.crm.getRecordById("Leads",{1})', 'DELUGE_RUNTIME', 'not a list'],
		['zoho.crm.searchRecords("Leads",{"a":1})', 'DELUGE_RUNTIME', 'Argument 2 must be a text'],
		['zoho.crm.getRecords()', 'DELUGE_RUNTIME', 'takes 1 to 5 arguments, not 0'],
		['zoho.crm.getOrgVariable(1)', 'DELUGE_RUNTIME', 'the name of a variable'],
		['invokeurl [ url: "Leads" ]', 'DELUGE_RUNTIME', 'not a valid address'],
		['invokeurl [ type: GET ]', 'DELUGE_RUNTIME', 'not a valid address'],
		['invokeurl [ url: "mailto:a@x.example" ]', 'DELUGE_UNSUPPORTED', 'cannot reach mailto:'],
		['invokeurl [ url: "https://x.example/crm/v8/Leads" ]', 'DELUGE_UNSUPPORTED', 'x.example'],
		['invokeurl [ url: "https://u:p@www.zohoapis.com/crm/v8/Leads" ]', 'DELUGE_UNSUPPORTED', ''],
		['invokeurl [ url: "https://www.zohoapis.com/books/v3/x" ]', 'DELUGE_UNSUPPORTED', '/books/'],
		['invokeurl [ url: "https://www.zohoapis.com/crm/x/Leads" ]', 'DELUGE_UNSUPPORTED', '/crm/x'],
		['invokeurl [ url: "https://www.zohoapis.com/crm/v8" ]', 'DELUGE_UNSUPPORTED', '/crm/v8'],
		[`invokeurl [ url: "${API}/Leads" parameters: {1} ]`, 'DELUGE_RUNTIME', 'must be a map'],
		[`invokeurl [ url: "${API}/Leads" headers: {1} ]`, 'DELUGE_RUNTIME', 'headers'],
		[`invokeurl [ url: "${API}/Leads" parameters: t ]`, 'DELUGE_LIMIT', 'parameters'],
		[`invokeurl [ url: "${API}/Leads" detailed: "x" ]`, 'DELUGE_RUNTIME', 'true or false'],
		[`invokeurl [ url: "${API}/functions/f/actions/execute" ]`, 'DELUGE_UNSUPPORTED', 'functions'],
		[`invokeurl [ url: "${API}/Leads/1/actions/convert" ]`, 'DELUGE_UNSUPPORTED', 'cannot read'],
		[`invokeurl [ url: "${API}/settings" ]`, 'DELUGE_UNSUPPORTED', 'cannot read settings'],
		[`invokeurl [ url: u + "/Leads" type: POST body: {"a":1} ]`, 'DELUGE_UNSUPPORTED', 'writes'],
		[`invokeurl [ url: u + "/coql" type: POST body: {1} ]`, 'DELUGE_UNSUPPORTED', 'writes'],
		[
			`invokeurl [ url: u + "/coql" type: POST body: {"select_query":"select 1"} parameters: {"a":1} ]`,
			'DELUGE_UNSUPPORTED',
			'writes',
		],
		[`invokeurl [ url: "https://x.example/crm" type: DELETE ]`, 'DELUGE_UNSUPPORTED', 'invokeurl'],
	])('%s', async (task, code, words) => {
		const script = `u = "${API}"; t = "a".repeat(100001); x = ${task};`;
		const error = await rejected(runPure(script, { answer: () => json({}) }));
		expect([error.code, error.message]).toEqual([code, expect.stringContaining(words)]);
	});

	it('what no request can carry is an error', async () => {
		for (const [task, code] of [
			['zoho.crm.searchRecords("Leads","😀".left(1))', 'DELUGE_RUNTIME'],
			['zoho.crm.searchRecords("Leads","a".repeat(100001))', 'DELUGE_LIMIT'],
			[`invokeurl [ url: "${API}/Leads" headers: {"X-EXTERNAL":"a\\nb"} ]`, 'DELUGE_RUNTIME'],
		] as const) {
			const error = await rejected(runPure(`x = ${task};`));
			expect(error.code).toBe(code);
		}
	});
});
