import { ExecutionStopped } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/executionStopped';
import { ScriptRun } from '../../../../nodes/ZohoCrmRelatedRecords/deluge';
import { rejected } from '../../../support/caught';
import { json, runPure, type PureOptions } from '../pure';

describe('statements', () => {
	it.each<[string, unknown, PureOptions?]>([
		[
			'if(a) { return 1; } else if(b) { return 2; } return 3;',
			3,
			{ variables: { a: false, b: null } },
		],
		[
			'for each x in {1,2,3} { if(x == 2) { continue; } if(x == 3) { break; } n = x; } return n;',
			1,
		],
		['for each x in {1,2} { return x; } return 0;', 1],
		['while(true) { break; } while(true) { return 1; }', 1],
		['n = 0; while(n < 2) { n = n + 1; continue; } return n;', 2],
		['a = 1; a += 2; a *= 3; a -= 1; a /= 2; a %= 3; return a;', 1],
		['return;', undefined],
		['return if(true,1,1 / 0) + if(false,1 / 0,2);', 3],
		[
			'return input.a.b + input.input;',
			'12',
			{ variables: { a: { b: '1' }, input: { input: 2 } } },
		],
		['return false && (1 / 0 == 1);', false],
		['return true || (1 / 0 == 1);', true],
		['automation = {"f":1}; return automation.f;', 1],
		['return isNull(null) && length("ab") == 2;', true],
	])('%s', async (...[script, value, options]) => {
		expect((await runPure(script, options)).returned ?? undefined).toEqual(value);
	});

	it.each<[string, string, string, PureOptions?]>([
		['break;', 'DELUGE_RUNTIME', "'break' outside a loop"],
		['if(true) { continue; }', 'DELUGE_RUNTIME', "'continue' outside a loop"],
		['a += 1;', 'DELUGE_RUNTIME', "'a' has no value"],
		['return leadid;', 'DELUGE_RUNTIME', "'leadid' has no value", { variables: { leadId: 1 } }],
		['a = 5; return a.name;', 'DELUGE_RUNTIME', "a number has no 'name'"],
		['for each x in zoho.crm.getRecords("Leads") { }', 'DELUGE_RUNTIME', "Zoho said 'no'"],
		['for each x in {"a":1} { }', 'DELUGE_RUNTIME', 'not a map'],
		['return length();', 'DELUGE_RUNTIME', 'needs an argument'],
		['return ifnull(1);', 'DELUGE_RUNTIME', 'ifnull takes 2 arguments, not 1'],
		['return if(true);', 'DELUGE_RUNTIME', 'takes 3 arguments, not 1'],
		['return f(1); int f() { }', 'DELUGE_RUNTIME', 'takes 0 arguments, not 1'],
		['void f(Int a) { }', 'DELUGE_RUNTIME', "parameter 'a' of the function has no value"],
		['void f(Int a) { }', 'DELUGE_RUNTIME', 'is not a number', { variables: { a: 'x' } }],
		['try { while(true) { } } catch (e) { }', 'DELUGE_LIMIT', 'statements'],
		['return 1;', 'DELUGE_UNSUPPORTED', "no function 'g'", { entryFunction: 'g' }],
	])('%s fails', async (...[script, code, words, options]) => {
		const answer = () => json({ code: 'X', message: 'no' });
		const limits = { maxStatements: 100 };
		const error = await rejected(runPure(script, { answer, limits, ...options }));
		expect([error.code, error.message]).toEqual([code, expect.stringContaining(words)]);
	});

	it('parameters take their types', async () => {
		const header = 'map f(int a, float b, string c, map d, date e, long z)';
		const { returned } = await runPure(
			`${header} { return {"a":a,"b":b,"c":c,"d":d,"e":e,"z":z}; }`,
			{
				variables: { a: '7', b: '1.5', c: 12, d: { x: 1 }, e: '2026-01-31', z: null },
			},
		);
		expect(returned).toEqual({ a: 7, b: 1.5, c: '12', d: { x: 1 }, e: '2026-01-31', z: null });
	});

	it('a script of which it is not clear where to begin says so', async () => {
		const script = 'int f() { return 1; } int g() { return 2; }';
		const run = await runPure(script);
		expect([run.returned, run.hints.join()]).toEqual([1, expect.stringContaining('f was run')]);
		expect((await runPure(script, { entryFunction: 'g' })).returned).toBe(2);
	});
});

describe('what is refused before it starts', () => {
	it.each([
		[
			'x = lenght("a");',
			"The function 'lenght' is not available here; the closest one is 'length'",
		],
		['x = nothingLikeThis("a");', "The function 'nothingLikeThis' is not available here"],
		['x = "a".trimm();', "closest one is 'trim'"],
		['x = zoho.crm.getRecord("Leads");', "closest one is 'zoho.crm.getRecords'"],
		['x = zoho.crm.v9.unheardOf("Leads");', "'zoho.crm.v9.unheardOf' is not available"],
		['x = zoho.currentdat;', "'zoho.currentdat' is unknown"],
		['x = zoho.nothing.at.all;', "'zoho.nothing.at.all' is unknown"],
		['x = thisapp.f(1);', "'thisapp.f' is not in the script"],
		['x = automation.f(1);', "'automation.f' is not in the script"],
		['x = invokeurl [ url: "a" paramters: "b" ];', "closest one is 'parameters'"],
		['x = invokeurl [ url: "a" nonsenseThing: "b" ];', "attribute 'nonsenseThing' is not"],
		['x = invokeurl [ url: "a" type: GETS ];', "closest one is 'GET'"],
		['x = invokurl [ url: "a" ];', "closest one is 'invokeurl'"],
		['x = somethingElse [ url: "a" ];', "'somethingElse' is not available"],
		['x = salesforce.sales.getRecords("a");', 'Salesforce'],
		['sendsms [ to: "1" ]', 'The script writes: sendsms'],
		['openUrl("https://x.example","new window");', 'The script writes: openUrl'],
	])('%s', async (script, words) => {
		const error = await rejected(runPure(script));
		expect([error.code, error.message]).toEqual([
			'DELUGE_UNSUPPORTED',
			expect.stringContaining(words),
		]);
	});
});

it('a script whose time is over ends', async () => {
	let time = 0;
	const now = () => (time += 600);
	const error = await rejected(runPure('while(true) { }', { now, limits: { maxSeconds: 1 } }));
	expect([error.code, error.message]).toEqual([
		'DELUGE_LIMIT',
		expect.stringContaining('ran for more than 1 seconds'),
	]);
});

it('a cancelled execution ends a script', async () => {
	const run = new ScriptRun({ now: () => 0, pause: async () => await Promise.resolve() });
	const controller = new AbortController();
	controller.abort();
	await expect(run.turn(0, 30, controller.signal).begin()).rejects.toThrow(ExecutionStopped);
});
