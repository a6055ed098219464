import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DEFAULT_SCOPE, known } from '../../support/sandbox';
import type * as clock from '../../support/engine/clock';
import { openBench, useBench } from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const { lead, deal, account } = known.deluge;

describe('Run Deluge Script', () => {
	const bench = useBench();

	const script = (text: string, more: INodeParameters = {}): INodeParameters => ({
		operation: 'runDelugeScript',
		script: text,
		...more,
	});
	const run = async (text: string, more: INodeParameters = {}, input: IDataObject[] = [{}]) =>
		await bench().run(script(text, more), {
			input,
			onError: 'continueErrorOutput',
			timezone: 'UTC',
		});
	const errorsOf = (output: readonly { json: IDataObject }[]) =>
		output.map(({ json }) => json.error as IDataObject);
	const variable = (...pairs: [string, unknown][]) => ({
		variables: { variable: pairs.map(([name, value]) => ({ name, value })) } as INodeParameters,
	});

	describe('what is asked of Zoho', () => {
		it.each([
			[
				'zoho.crm.getRelatedRecords("Notes","Leads",leadId)',
				`/crm/v2.1/Leads/${lead.id}/Notes`,
				{},
			],
			[
				'zoho.crm.getRelatedRecords("Notes","Leads",leadId.toLong(),2,3,"crm")',
				`/crm/v2.1/Leads/${lead.id}/Notes`,
				{ page: '2', per_page: '3' },
			],
			[
				'zoho.crm.v8.getRelatedRecords("Notes","Leads",leadId,{"fields":"Note_Title"},1,5,"crm")',
				`/crm/v8/Leads/${lead.id}/Notes`,
				{ page: '1', per_page: '5', fields: 'Note_Title' },
			],
			[
				'zoho.crm.v8.getRelatedRecords("Notes","Leads",leadId,null,null,{"fields":"Note_Title","per_page":7})',
				`/crm/v8/Leads/${lead.id}/Notes`,
				{ per_page: '7', fields: 'Note_Title' },
			],
			[
				'zoho.crm.v8.getRelatedRecords("Notes","Leads",leadId,{"fields":"id,Deals_X_Products.Product_Link,Owner.$editable"})',
				`/crm/v8/Leads/${lead.id}/Notes`,
				{ fields: 'id,Deals_X_Products.Product_Link,Owner.$editable' },
			],
			['zoho.crm.getRecordById("Leads",leadId)', `/crm/v2.1/Leads/${lead.id}`, {}],
			[
				'zoho.crm.searchRecords("Leads","(Last_Name:equals:Dach)",1,2)',
				'/crm/v2.1/Leads/search',
				{ criteria: '(Last_Name:equals:Dach)', page: '1', per_page: '2' },
			],
			[
				'invokeurl [ url: "https://www.zohoapis.com.au/crm/v7/Leads/" + leadId + "/Notes?fields=id&page=1" parameters: {"page":2} ]',
				`/crm/v7/Leads/${lead.id}/Notes`,
				{ fields: 'id', page: '2' },
			],
			[
				'invokeurl [ url: "https://www.zohoapis.com/crm/v8/Leads/" + leadId + "/Notes" parameters: {"fields":"id"}.toString() ]',
				`/crm/v8/Leads/${lead.id}/Notes`,
				{ fields: 'id' },
			],
			[
				'invokeurl [ url: "https://www.zohoapis.com/crm/v8/Leads/" + leadId + "/Notes" parameters: "fields=id&page=3" ]',
				`/crm/v8/Leads/${lead.id}/Notes`,
				{ fields: 'id', page: '3' },
			],
		])('%s', async (text, path, query) => {
			await run(`x = ${text};`, {}, [{ leadId: lead.id }]);
			expect(
				bench()
					.sandbox.log.crm()
					.map((request) => [request.method, request.path, request.query]),
			).toEqual([['GET', path, query]]);
		});

		it('goes with the token of the credential to its own host only', async () => {
			const text = `x = invokeurl [ url: "${bench().sandbox.origin}/crm/v8/Leads/${lead.id}" headers: {"Authorization":"Zoho-oauthtoken stolen"} ]; return x.get("data").get(0).get("id");`;
			const { json, hints } = await run(text);
			expect(json).toEqual([{ value: lead.id }]);
			expect(hints).toContain('The header Authorization of invokeurl is not sent.');
			expect(hints.join()).not.toContain('Addresses at');
		});
	});

	describe('variables', () => {
		it('are fields of the item, and what is under Variables, which wins', async () => {
			const { json } = await run(
				'return {"a":a,"b":b,"c":input.b,"d":input.sub.x};',
				variable(['b', 'theirs']),
				[{ a: 1, b: 'own', sub: { x: [true, null] } }],
			);
			expect(json).toEqual([{ a: 1, b: 'theirs', c: 'theirs', d: [true, null] }]);
		});

		it('can be expressions of any type, for each item', async () => {
			const { output } = await run(
				'return n;',
				{ variables: { variable: [{ name: 'n', value: '={{ $json.i * 2 }}' }] } },
				[{ i: 1 }, { i: 2 }],
			);
			expect(output.map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
				[{ value: 2 }, { item: 0 }],
				[{ value: 4 }, { item: 1 }],
			]);
		});

		it('bind the parameters of a function by type', async () => {
			const { json } = await run(
				'map button.f(Int n, String s) { return {"n":n + 1,"s":s + 1}; }',
				variable(['n', '41'], ['s', 41]),
			);
			expect(json).toEqual([{ n: 42, s: '411' }]);
		});

		it('that are missing are an error with a near one', async () => {
			const { errorOutput } = await run('return leadid;', {}, [{ leadId: lead.id }]);
			expect(errorsOf(errorOutput)[0]).toMatchObject({
				code: 'DELUGE_RUNTIME',
				resolution: expect.stringContaining('leadId'),
			});
		});

		it.each(['', ' ', '={{ 5 }}'])('without a name are refused: %j', async (name) => {
			const { errorOutput } = await run('return 1;', {
				variables: { variable: [{ name, value: 1 }] },
			});
			expect(errorsOf(errorOutput)[0]).toMatchObject({
				code: 'INVALID_PARAMETER',
				details: { parameter: 'variables' },
			});
		});
	});

	describe('output', () => {
		it.each([
			['a list of maps', 'return {{"a":1},{"a":2}};', [{ a: 1 }, { a: 2 }]],
			['a map', 'return {"a":1};', [{ a: 1 }]],
			['an empty map', 'return {};', [{}]],
			['a text', 'return "x";', [{ value: 'x' }]],
			['false', 'return false;', [{ value: false }]],
			['zero', 'return 0;', [{ value: 0 }]],
			['a date', "return '2024-01-31';", [{ value: '2024-01-31' }]],
			[
				'a list of mixed values',
				'return {1,{"a":2},{3},null};',
				[{ value: 1 }, { a: 2 }, { value: [3] }, { value: null }],
			],
			['an empty list', 'return List();', []],
			['null', 'return null;', []],
			['a return without a value', 'return;', []],
			[
				'a map that looks like a failure',
				'return {"error":"x","message":"y"};',
				[{ value: { error: 'x', message: 'y' } }],
			],
			['a map with a message only', 'return {"message":"y"};', [{ value: { message: 'y' } }]],
			['a map with an error and more', 'return {"error":"x","id":1};', [{ error: 'x', id: 1 }]],
			['nothing, and nothing was asked', 'x = 1;', []],
			[
				'an ID beyond 2^53',
				'return {4876876000000376008,9007199254740991};',
				[{ value: '4876876000000376008' }, { value: 9007199254740991 }],
			],
		])('%s', async (_name, text, expected) => {
			const { json, errorOutput } = await run(text);
			expect(json).toEqual(expected);
			expect(errorOutput).toEqual([]);
		});

		it('is the last response where no return was reached, with a hint', async () => {
			const { json, hints } = await run('x = zoho.crm.getRecordById("Leads",leadId);', {}, [
				{ leadId: lead.id },
			]);
			expect(json).toEqual([expect.objectContaining({ id: lead.id, $editable: true })]);
			expect(hints.filter((hint) => hint.includes("without reaching a 'return'"))).toHaveLength(1);
		});

		it('is the last response on request, whatever is returned', async () => {
			const text = 'x = zoho.crm.getRelatedRecords("Notes","Leads",leadId); x.clear(); return 5;';
			const { json } = await run(text, { scriptOutput: 'lastResponse' }, [{ leadId: lead.id }]);
			expect(json).toHaveLength(lead.counts.Notes ?? 0);
		});

		it('is the log, as it was when it was written', async () => {
			const text = 'm = Map(); for each i in {1,2} { m.put("i",i); info m; } info "end";';
			const { json } = await run(text, { scriptOutput: 'info' });
			expect(json).toEqual([{ i: 1 }, { i: 2 }, { value: 'end' }]);
		});
	});

	describe('failures', () => {
		it.each([
			['DELUGE_SYNTAX', 'x = 1;\ny = 5 6;', 2, 7, 'y = 5 ►6◄;', "Expected an operator or ';' but"],
			[
				'DELUGE_RUNTIME',
				'x = null;\ny = x.get("a");',
				2,
				7,
				'y = x.►get◄("a");',
				"null has no method 'get'",
			],
			[
				'DELUGE_UNSUPPORTED',
				'x = 1;\ny = zoho.crm.getRelatedRecord("a");',
				2,
				5,
				'y = ►zoho.crm.getRelatedRecord◄("a");',
				"The task 'zoho.crm.getRelatedRecord' is not available",
			],
			['DELUGE_LIMIT', 'while(true)\n{\n}', 1, 1, '►while◄(true)', 'more than 200000 statements'],
		])('%s', async (code, text, line, column, excerpt, message) => {
			const { json, errorOutput } = await run(text, {}, [{ kept: 1 }]);
			expect(json).toEqual([]);
			const [error] = errorsOf(errorOutput);
			expect(error).toMatchObject({
				code,
				details: { line, column },
				httpStatusCode: null,
				module: null,
				recordId: null,
				relatedList: null,
			});
			expect(error?.message).toContain(message);
			expect(String(error?.message).split(`(line ${line}, column ${column}): `)[1]).toBe(excerpt);
		});

		it.each([
			['zoho.crm.getRelatedRecord("a","b",1)', 'zoho.crm.getRelatedRecords'],
			['"a".toUppercas()', 'toUpperCase'],
			['isnul(1)', 'isNull'],
			['invokeurl [ urls: "a" ]', 'url'],
			['invokeurl [ url: "a" type: FETCH ]', 'GET'],
			['zoho.currentdat', 'zoho.currentdate'],
		])('name the nearest that is available: %s', async (text, nearest) => {
			const { errorOutput } = await run(`x = ${text};`);
			expect(errorsOf(errorOutput)[0]).toMatchObject({
				code: 'DELUGE_UNSUPPORTED',
				...(text.includes('currentdat')
					? { resolution: expect.stringContaining(nearest) }
					: { message: expect.stringContaining(`; the closest one is '${nearest}'`) }),
			});
			expect(bench().sandbox.log.all).toEqual([]);
		});

		it.each([
			[
				'zoho.books.getRecords("a")',
				'The script uses Zoho Books (zoho.books.getRecords), which this node does not reach (line',
			],
			['cloudscript [ a: "b" ]', "The task 'cloudscript' is not available here (line"],
			['"a".encipher()', "The method 'encipher' is not available here (line"],
			['zoho.nonsense', "'zoho.nonsense' is unknown (line"],
			['leadId', "The variable 'leadId' has no value (line"],
		])('name no other where none is like it: %s', async (text, message) => {
			const { errorOutput } = await run(`x = ${text};`);
			const [error] = errorsOf(errorOutput);
			expect(error?.message).toContain(message);
			expect(error?.resolution).not.toMatch(/closest|or use/);
		});

		it.each([
			'zoho.crm.updateRecord("Leads","1",{})',
			'zoho.crm.createRecord("Leads",{})',
			'zoho.crm.upsert("Leads",{})',
			'zoho.crm.convertLead("1",{})',
			'zoho.crm.attachFile("Leads","1",x)',
			'zoho.crm.v8.bulkUpdate("Leads",{})',
			'zoho.crm.updateRelatedRecord("a","1","b","1",{})',
			'zoho.crm.invokeConnector("crm.delete",{})',
			'sendmail [ from: "a" to: "b","c" subject: "s" message: "m" ]',
			'invokeurl [ url: "https://www.zohoapis.com/crm/v8/Leads" type: POST ]',
			'invokeurl [ url: address type: DELETE ]',
			'postUrl("https://x.example",{})',
		])('a script that writes is refused before it starts, or skips it: %s', async (text) => {
			const source = `x = 1; rows = zoho.crm.getRelatedRecords("Notes","Leads",leadId); address = "a"; r = ${text}; return r;`;
			const input = [{ leadId: lead.id }];
			const { errorOutput } = await run(source, {}, input);
			expect(errorsOf(errorOutput)[0]).toMatchObject({ code: 'DELUGE_UNSUPPORTED' });
			expect(errorsOf(errorOutput)[0]?.message).toContain('The script writes: ');
			expect(bench().sandbox.log.all).toEqual([]);
			const skipped = await run(source, { options: { writeTasks: 'skip' } }, input);
			expect(skipped.json).toEqual([{}]);
			expect(skipped.hints.filter((hint) => hint.includes('was skipped'))).toHaveLength(1);
			expect(
				bench()
					.sandbox.log.crm()
					.map(({ method }) => method),
			).toEqual(['GET']);
		});

		it('of one item leave the others alone', async () => {
			const { json, errorOutput } = await run('return 10 / n;', {}, [{ n: 1 }, { n: 0 }, { n: 2 }]);
			expect(json).toEqual([{ value: 10 }, { value: 5 }]);
			expect(errorOutput.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		});

		it('stop the run by default, with the place in the message', async () => {
			const { status, error } = await bench().run(script('x = null.get(1);'));
			expect(status).toBe('error');
			expect(error?.message).toContain('(line 1, column 10)');
		});

		it('of the connection are errors of the item, which no catch block sees', async () => {
			const text =
				'try { x = zoho.crm.getRelatedRecords("Entity_Scores__s","Leads",leadId); } catch (e) { return "caught"; }';
			const { errorOutput } = await run(text, {}, [{ leadId: lead.id }]);
			expect(errorsOf(errorOutput)[0]).toMatchObject({
				code: 'OAUTH_SCOPE_MISMATCH',
				module: 'Leads',
				recordId: lead.id,
				relatedList: 'Entity_Scores__s',
			});
		});

		it('of too many requests come after the retries of all operations', async () => {
			bench().sandbox.faults.add({ match: {}, times: 2, reply: { status: 503 } });
			const { json } = await run(
				'return zoho.crm.getRelatedRecords("Notes","Leads",leadId).size();',
				{},
				[{ leadId: lead.id }],
			);
			expect(json).toEqual([{ value: lead.counts.Notes }]);
		});

		it.each([
			[{ script: '' }, 'script'],
			[{ script: '={{ 5 }}' }, 'script'],
			[{ scriptOutput: 'rows' }, 'scriptOutput'],
			[{ options: { maxStatements: 0 } }, 'maxStatements'],
			[{ options: { maxSeconds: 301 } }, 'maxSeconds'],
			[{ options: { maxApiCalls: 'many' } }, 'maxApiCalls'],
			[{ options: { writeTasks: 'allow' } }, 'writeTasks'],
			[{ options: { maxConcurrentRequests: 51 } }, 'maxConcurrentRequests'],
		])('of parameters name them: %j', async (more, parameter) => {
			const { errorOutput } = await run('return 1;', more as INodeParameters);
			expect(errorsOf(errorOutput)[0]).toMatchObject({
				code: 'INVALID_PARAMETER',
				details: { parameter },
			});
		});
	});

	it('users and variables of the organization are read where the scopes are there', async () => {
		const text = 'return {zoho.loginuserid,zoho.crm.getOrgVariable("Discount_Limit").toLong()};';
		const scope = `${DEFAULT_SCOPE},ZohoCRM.users.READ,ZohoCRM.settings.variables.READ`;
		const other = await openBench({ scope });
		try {
			const { json } = await other.run(script(text), { input: [{}] });
			expect(json).toEqual([{ value: 'ann.doe@northwind.example' }, { value: 15 }]);
			expect(other.sandbox.log.crm().map(({ path }) => path)).toEqual([
				'/crm/v8/users',
				'/crm/v8/settings/variables',
			]);
		} finally {
			await other.close();
		}
		const { errorOutput } = await run(text, {}, [{}]);
		expect(errorsOf(errorOutput)[0]).toMatchObject({ code: 'DELUGE_UNSUPPORTED' });
	});

	it('of several administrators the first is meant, which a hint says', async () => {
		const other = await openBench({ scope: `${DEFAULT_SCOPE},ZohoCRM.users.READ` });
		try {
			const text = 'return zoho.adminuserid + ", " + zoho.adminuser;';
			const { json, hints } = await other.run(script(text), { input: [{}] });
			expect(json).toEqual([{ value: 'leilani.kane@northwind.example, Leilani Kane' }]);
			expect(hints.join(' ')).toContain("'zoho.adminuserid' is that of the first of 2");
			expect(other.sandbox.log.crm().map(({ path }) => path)).toEqual(['/crm/v8/users']);
		} finally {
			await other.close();
		}
	});

	describe('a COQL query', () => {
		const query = (url: string) => `
			list automation.main(string leadId) { return standalone.read("select Last_Name from Leads where id = '" + leadId + "'"); }
			list standalone.read(string text) {
				q = Map();
				q.put("select_query",text);
				r = invokeurl [ url: ${url} type: POST parameters: q.toString() connection: "crm" ]
				return r.get("data");
			}`;
		const text = query('"https://www.zohoapis.com/crm/v8/coql"');
		const granted = async () => await openBench({ scope: `${DEFAULT_SCOPE},ZohoCRM.coql.READ` });

		it('reads, and is repeated when Zoho is out of order', async () => {
			const other = await granted();
			try {
				other.sandbox.faults.add({ match: {}, times: 1, reply: { status: 503 } });
				const { json } = await other.run(script(text), { input: [{ leadId: lead.id }] });
				expect(json).toEqual([{ Last_Name: expect.any(String), id: lead.id }]);
				expect(other.sandbox.log.crm().map(({ method, path }) => `${method} ${path}`)).toEqual([
					'POST /crm/v8/coql',
					'POST /crm/v8/coql',
				]);
			} finally {
				await other.close();
			}
		});

		it('names the scope that is missing, once for all items', async () => {
			const { errorOutput } = await run(text, {}, [{ leadId: lead.id }, { leadId: lead.id }]);
			const [first] = errorsOf(errorOutput);
			expect(first).toMatchObject({ code: 'OAUTH_SCOPE_MISMATCH' });
			expect(JSON.stringify(first)).toContain('ZohoCRM.coql.READ');
			expect(errorOutput).toHaveLength(2);
		});
	});

	it('what all items return is bounded, and the same item fails each time', async () => {
		const text = 'return "a".repeat(wanted);';
		const input = [4_000_000, 4_000_000, 4_000_000, 4_000_000, 4_000_000, 10];
		const { errorOutput } = await run(
			text,
			{},
			input.map((wanted) => ({ wanted })),
		);
		const limited = { code: 'DELUGE_LIMIT' };
		expect(errorsOf(errorOutput)).toEqual([
			expect.objectContaining(limited),
			expect.objectContaining(limited),
		]);
		expect(errorOutput.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 4 }, { item: 5 }]);
	});

	it('the limits of Options hold', async () => {
		const text = 'for each i in {1,2,3} { x = zoho.crm.getRecordById("Leads",leadId); } return 1;';
		const { errorOutput } = await run(text, { options: { maxApiCalls: 2 } }, [{ leadId: lead.id }]);
		expect(errorsOf(errorOutput)[0]).toMatchObject({ code: 'DELUGE_LIMIT' });
		expect(bench().sandbox.log.crm()).toHaveLength(2);
	});

	it.each([1, 300])('a script may have %d seconds', async (maxSeconds) => {
		expect((await run('return 1;', { options: { maxSeconds } })).json).toEqual([{ value: 1 }]);
	});

	it('nothing of what a script logged is returned when its time is over', async () => {
		const text = 'info 40 + 2;\nwhile(true) { x = 1; }';
		const options = { maxSeconds: 1, maxStatements: 1_000_000_000 };
		const { json, errorOutput } = await run(text, { scriptOutput: 'info', options });
		expect(json).toEqual([]);
		expect(errorsOf(errorOutput)).toEqual([expect.objectContaining({ code: 'DELUGE_LIMIT' })]);
		expect(JSON.stringify(errorOutput)).not.toContain('42');
	});

	it('hints are told once, however many items there are', async () => {
		const text = 'return zoho.crm.getRelatedRecords("Cases","Deals",dealId,1,200,"crm").size();';
		const { json, hints } = await run(text, {}, [{ dealId: deal.id }, { dealId: deal.id }]);
		expect(json).toEqual([{ value: 3 }, { value: 3 }]);
		expect(hints).toEqual([
			"The script names a connection, which is not needed here: the node's credential is used.",
			'2 Zoho API calls used.',
		]);
	});

	it('a cancelled execution ends a script that computes', async () => {
		const abort = new AbortController();
		bench().sandbox.faults.add({ match: {}, then: () => abort.abort() });
		const text = 'x = zoho.crm.getRecordById("Leads","1"); while(true) { x = 1; }';
		const { status } = await bench().run(
			script(text, { options: { maxStatements: 1_000_000_000 } }),
			{ signal: abort.signal },
		);
		expect(status).toBe('canceled');
	});

	it('a date without an offset is in the time zone of the workflow', async () => {
		const { json } = await bench().run(script('return "2024-07-01 09:00:00".toDateTime();'), {
			timezone: 'Asia/Kolkata',
		});
		expect(json).toEqual([{ value: '2024-07-01T09:00:00+05:30' }]);
	});

	it('reads what other operations of one run read, too', async () => {
		const text =
			'return zoho.crm.getRelatedRecords("Deals","Accounts",accountId).get(0).get("Account_Name").get("name");';
		const { json } = await run(text, {}, [{ accountId: account.id }]);
		expect(json).toEqual([{ value: account.name }]);
	});
});
