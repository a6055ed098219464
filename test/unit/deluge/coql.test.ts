import { rejected } from '../../support/caught';
import { json, runPure, type PureOptions } from './pure';

const SELECT = 'select id from Leads where id is not null';
const URL = 'https://www.zohoapis.com/crm/v8/coql';
const invoke = (url: string, rest: string) => `invokeurl [ url: ${url} type: POST ${rest} ]`;
const withMap = `q = Map(); q.put("select_query","${SELECT}"); `;

const rows = () => json({ data: [{ id: '1' }], info: { count: 1, more_records: false } });
const failure = async (source: string, options?: PureOptions) =>
	await rejected(runPure(source, options));

describe('a COQL query', () => {
	it.each([
		['parameters as text', `${withMap}r = ${invoke(`"${URL}"`, 'parameters: q.toString()')};`],
		['parameters as a map', `${withMap}r = ${invoke(`"${URL}"`, 'parameters: q')};`],
		[
			'a body',
			`${withMap}r = ${invoke(`"${URL}"`, 'body: q.toString() content-type: "application/json"')};`,
		],
		['an address in a variable', `${withMap}u = "${URL}"; r = ${invoke('u', 'parameters: q')};`],
		[
			'an address put together',
			`${withMap}h = "https://www.zohoapis.com"; r = ${invoke('h + "/crm/v8/coql"', 'parameters: q')};`,
		],
		['a connection', `${withMap}r = ${invoke(`"${URL}"`, 'parameters: q connection: "crm"')};`],
	])('is a read: %s', async (_name, script) => {
		const { returned, requests } = await runPure(`${script} return r.get("data");`, {
			answer: rows,
		});
		expect(returned).toEqual([{ id: '1' }]);
		expect(requests).toEqual([{ path: ['v8', 'coql'], query: {}, body: { select_query: SELECT } }]);
	});

	it('is one where tasks that write are skipped, too', async () => {
		const script = `${withMap}r = ${invoke(`"${URL}"`, 'parameters: q')}; return r.get("data");`;
		const { returned, hints } = await runPure(script, { answer: rows, writeTasks: 'skip' });
		expect([returned, hints]).toEqual([[{ id: '1' }], []]);
	});

	it('that finds nothing is an empty text, whose data are null', async () => {
		const script = `${withMap}r = ${invoke(`"${URL}"`, 'parameters: q')}; return {r,r.get("data")};`;
		expect((await runPure(script)).returned).toEqual(['', null]);
	});

	it('that Zoho refuses is a map with code and message', async () => {
		const script = `${withMap}r = ${invoke(`"${URL}"`, 'parameters: q')}; return r.get("code");`;
		const answer = () => json({ code: 'SYNTAX_ERROR', message: 'syntax error' }, 400);
		expect((await runPure(script, { answer })).returned).toBe('SYNTAX_ERROR');
	});

	it('counts as a request', async () => {
		const script = `${withMap}while(true) { r = ${invoke(`"${URL}"`, 'parameters: q')}; }`;
		const { code } = await failure(script, { answer: rows, limits: { maxApiCalls: 3 } });
		expect(code).toBe('DELUGE_LIMIT');
	});
});

describe('anything else by POST is a write', () => {
	it.each([
		[
			'another path',
			invoke('"https://www.zohoapis.com/crm/v8/Leads"', 'parameters: {"select_query":"select id"}'),
		],
		['another path in a variable', invoke('u', 'parameters: {"select_query":"select id"}')],
		['a path below', invoke(`"${URL}/x"`, 'parameters: {"select_query":"select id"}')],
		['another query', invoke(`"${URL}"`, 'parameters: {"select_query":"delete from Leads"}')],
		[
			'another key beside it',
			invoke(`"${URL}"`, 'parameters: {"select_query":"select id","data":1}'),
		],
		['another key', invoke(`"${URL}"`, 'parameters: {"query":"select id"}')],
		['no body', invoke(`"${URL}"`, '')],
		['two bodies', invoke(`"${URL}"`, 'parameters: {"select_query":"select id"} body: "x"')],
		['a body that is no JSON', invoke(`"${URL}"`, 'body: "select id from Leads"')],
		['functions', invoke('f', 'parameters: {"select_query":"select id"}')],
	])('%s', async (_name, task) => {
		const variables = {
			u: 'https://www.zohoapis.com/crm/v8/Leads',
			f: 'https://www.zohoapis.com/crm/v8/functions/coql/actions/execute',
		};
		let sent = 0;
		const answer = () => {
			sent += 1;
			return json({});
		};
		const error = await failure(`r = ${task};`, { variables, answer });
		expect(error.code).toBe('DELUGE_UNSUPPORTED');
		expect(error.message).toMatch(/The script writes: invokeurl POST/);
		const { returned, hints } = await runPure(`r = ${task}; return r;`, {
			variables,
			answer,
			writeTasks: 'skip',
		});
		expect([returned, sent]).toEqual([{}, 0]);
		expect(hints).toEqual([expect.stringContaining('invokeurl POST was skipped')]);
	});

	it('another host is not reached', async () => {
		const task = invoke('"https://evil.example/crm/v8/coql"', 'parameters: q');
		const { code, message } = await failure(`${withMap}r = ${task};`);
		expect([code, message]).toEqual([
			'DELUGE_UNSUPPORTED',
			expect.stringContaining('cannot reach evil.example'),
		]);
	});

	it('half a character is not sent', async () => {
		const script = `q = {"select_query":"select id from Leads where Last_Name = '" + "😀".left(1) + "'"}; r = ${invoke(`"${URL}"`, 'parameters: q')};`;
		expect((await failure(script, { answer: rows })).code).toBe('DELUGE_RUNTIME');
	});
});
