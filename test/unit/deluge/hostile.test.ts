import { ZohoError } from '../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import { rejected } from '../../support/caught';
import { hostileScripts } from './hostileScripts';
import { json, runPure, type PureOptions } from './pure';

/** Smaller than in earnest, so that endless loops end soon. */
const LIMITS = { maxStatements: 20_000, maxApiCalls: 100 };
const failure = async (source: string, options?: PureOptions) =>
	await rejected(runPure(source, { limits: LIMITS, ...options }));
/** A fortieth of what bench:deluge takes, so that the tests stay quick. */
const HOSTILE_SCRIPTS = hostileScripts(100_000);
const many = (text: string, count: number) => text.repeat(count);

/** A clock that goes on by so much at each look. */
const ticking = (milliseconds: number) => {
	let time = 0;
	return () => (time += milliseconds);
};

describe('names of JavaScript', () => {
	it.each([
		'__proto__',
		'constructor',
		'prototype',
		'toString',
		'hasOwnProperty',
		'process',
		'this',
	])('%s is no variable', async (name) => {
		expect((await failure(`return ${name};`)).code).toBe('DELUGE_RUNTIME');
	});

	it.each([
		'"a".constructor()',
		'{}.__proto__()',
		'{1}.__defineGetter__("a",1)',
		'input.get("a").valueOf()',
		'"a".getClass().forName("x")',
		'eval("1")',
		'Function("return 1")',
		'require("fs")',
		'thisapp.constructor()',
		'zoho.__proto__.x()',
	])('%s is not available', async (expression) => {
		expect((await failure(`x = ${expression};`)).code).toBe('DELUGE_UNSUPPORTED');
	});

	it('are ordinary keys of a map, but the one that items cannot hold', async () => {
		const { returned } = await runPure(
			'm = {"constructor":1,"toString":2}; m.put("valueOf",3); return {m.get("hasOwnProperty"),m};',
		);
		expect(returned).toEqual([null, { constructor: 1, toString: 2, valueOf: 3 }]);
		for (const source of [
			'm = {"__proto__":{"polluted":true}};',
			'm = Map(); m.put("__proto__",{"polluted":true});',
			'm = Map(); m.putAll({"__proto__":1});',
		]) {
			expect((await failure(source)).code).toBe('DELUGE_RUNTIME');
		}
		const dropped = await runPure('return "{\\"__proto__\\":{\\"polluted\\":true}}".toMap();');
		expect(dropped.returned).toEqual({});
		expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
	});

	it('as properties of input are null', async () => {
		const { returned } = await runPure('return {input.constructor,input.__proto__};');
		expect(returned).toEqual([null, null]);
	});
});

describe('bounds', () => {
	it.each([
		['an endless loop', 'while(true) { }'],
		['an endless loop within another', 'while(true) { while(true) { break; } }'],
		['an endless loop that catches', 'while(true) { try { x = 1 / 0; } catch (e) { } }'],
		['a loop over a list that it doubles', 'l = {1}; while(true) { l.addAll(l); }'],
		['a text that doubles', 's = "0123456789"; while(true) { s = s + s; }'],
		['a text repeated', 'return "0123456789".repeat(100000000);'],
		['a text of many texts', 'l = List(); while(true) { l.add("x".repeat(1000000)); }'],
		['a list put into itself', 'l = List(); l.add(l); return l;'],
		['a map put into itself', 'm = Map(); m.put("m",m); return m.toString();'],
		['a comparison of a list with itself in it', 'l = List(); l.add(l); return l == {l};'],
		[
			'a list that holds itself many times',
			'l = {0}; while(true) { l = {l,l,l,l}; info l.size(); } ',
		],
		[
			'removing one by one',
			'l = "a".repeat(90000).replaceAll("a","a,").toList(); while(true) { l.add(0,l.remove(0)); }',
		],
		['JSON that nests', `return "${many('[', 150)}${many(']', 150)}".toJSONList();`],
	])('%s', async (_name, source) => {
		expect((await failure(source)).code).toBe('DELUGE_LIMIT');
	});

	it.each([
		['a wide tree', `l = {1}; ${many('l = {l,l}; ', 60)} return l;`],
		['a wide tree as text', `l = {1}; ${many('l = {l,l}; ', 60)} return "" + l;`],
		[
			'searching in a long list',
			'l = "a".repeat(90000).replaceAll("a","a,").toList(); while(true) { b = l.contains("x"); }',
		],
	])('%s takes no more than its time', async (_name, source) => {
		const options = { now: ticking(0.5), limits: { maxSeconds: 1 } };
		expect((await failure(source, options)).code).toBe('DELUGE_LIMIT');
	});

	it('the number of statements counts rounds, too', async () => {
		const limits = { maxStatements: 10, maxApiCalls: 1 };
		const { returned } = await runPure('x = 0; for each i in {1,2,3} { x = x + i; } return x;', {
			limits,
		});
		expect(returned).toBe(6);
		const error = await failure('x = 0; for each i in {1,2,3,4} { x = x + i; } return x;', {
			limits,
		});
		expect(error.code).toBe('DELUGE_LIMIT');
		expect(error.message).toContain('more than 10 statements');
	});

	it('the number of calls holds, and nothing is sent beyond it', async () => {
		let sent = 0;
		const answer = () => {
			sent += 1;
			return json({ data: [{ id: '1' }] });
		};
		const error = await failure('while(true) { x = zoho.crm.getRecordById("Leads","1"); }', {
			limits: { maxStatements: 1000, maxApiCalls: 3 },
			answer,
		});
		expect(error.code).toBe('DELUGE_LIMIT');
		expect(sent).toBe(3);
	});

	it('a limit, a file and a lack of support cannot be caught', async () => {
		for (const [step, code] of [
			['while(true) { }', 'DELUGE_LIMIT'],
			['x = invokeurl [ url: "https://evil.example/" ];', 'DELUGE_UNSUPPORTED'],
		]) {
			expect((await failure(`try { ${step} } catch (e) { return 1; }`)).code).toBe(code);
		}
	});

	it('a chain of ten thousand additions and 100,000 brackets are refused before they run', async () => {
		expect((await failure(`return 1${many('+1', 10_000)};`)).code).toBe('DELUGE_LIMIT');
		expect((await failure(`return ${many('(', 100_000)}1;`)).code).toBe('DELUGE_LIMIT');
	});

	it('a long chain and deep nesting within the bounds run', async () => {
		expect((await runPure(`return 1${many('+1', 900)};`)).returned).toBe(901);
		expect((await runPure(`return ${many('(', 99)}1${many(')', 99)};`)).returned).toBe(1);
	});
});

describe('patterns that make other engines hang', () => {
	it.each([
		'(a+)+$',
		'(a|aa)+$',
		'(a|a?)+$',
		'(.*)*x',
		'(a*)*b',
		'([a-z]+)*1',
		'a?'.repeat(25) + 'a{25}',
	])('%s takes its time in proportion', async (pattern) => {
		const source = `t = "a".repeat(5000) + "!"; return t.replaceAll("${pattern}","-").length() > 0;`;
		expect((await runPure(source)).returned).toBe(true);
	});

	it.each([
		'(a{1000}){1000}',
		'((a{100}){100}){100}',
		'x'.repeat(1001),
		`${'('.repeat(60)}a${')'.repeat(60)}`,
	])('%s is too large', async (pattern) => {
		expect((await failure(`return "a".matches("${pattern}");`)).code).toBe('DELUGE_LIMIT');
	});

	it('a search that goes on and on is stopped', async () => {
		const source = 't = "ab".repeat(1000000); while(true) { x = t.replaceAll("(a|b)*c",""); }';
		expect((await failure(source)).code).toBe('DELUGE_LIMIT');
	});
});

describe('addresses', () => {
	const invoke = (url: string) => `return invokeurl [ url: "${url}" type: GET ];`;

	it.each([
		'https://evil.example/crm/v8/Leads/1',
		'http://www.zohoapis.com.evil.example/crm/v8/Leads/1',
		'https://user:secret@www.zohoapis.com/crm/v8/Leads/1',
		'https://www.zohoapis.com/oauth/v2/token',
		'https://www.zohoapis.com/crm/../oauth/v2/token',
		'https://www.zohoapis.com/crm/v8/../../oauth/v2/token',
		'https://www.zohoapis.com/crm/%2e%2e/%2e%2e/oauth/v2/token',
		'https://www.zohoapis.com/crm/v8',
		'https://www.zohoapis.com/crm/bulk/v8/read',
		'file:///etc/passwd',
		'javascript:1',
	])('%s is not reached', async (url) => {
		let sent = 0;
		const error = await failure(invoke(url), {
			answer: () => {
				sent += 1;
				return json({});
			},
		});
		expect(error.code).toBe('DELUGE_UNSUPPORTED');
		expect(sent).toBe(0);
	});

	it('no address at all is an error of the script', async () => {
		expect((await failure(invoke('Leads/1'))).code).toBe('DELUGE_RUNTIME');
	});

	it.each(['../../oauth', 'Leads/1', 'a b', '', '%2e%2e'])(
		'%s is no API name and no ID of a task',
		async (text) => {
			for (const args of [
				`"${text}","Leads","1"`,
				`"Notes","${text}","1"`,
				`"Notes","Leads","${text}"`,
			]) {
				expect((await failure(`zoho.crm.getRelatedRecords(${args});`)).code).toBe('DELUGE_RUNTIME');
			}
		},
	);

	it.each([
		'zoho.crm.searchRecords("Leads","(Last_Name:equals:" + "😀".left(1) + ")")',
		'zoho.crm.v8.getRecords("Leads",{"fields":"😀".left(1)})',
		'invokeurl [ url: "https://www.zohoapis.com/crm/v8/Leads" headers: {"X-EXTERNAL":"a\\r\\nHost: evil.example"} ]',
	])('what HTTP cannot carry is not sent: %s', async (task) => {
		let sent = 0;
		const answer = () => {
			sent += 1;
			return json({});
		};
		expect((await failure(`x = ${task};`, { answer })).code).toBe('DELUGE_RUNTIME');
		expect(sent).toBe(0);
	});

	it('an ID that was rounded on the way is an error', async () => {
		const error = await failure('return zoho.crm.getRecordById("Leads",id);', {
			variables: { id: 4876876000000376008 },
		});
		expect(error.message).toContain('may be wrong');
	});
});

describe('the process', () => {
	/** The code of a failure, or the value. */
	const endOf = async (source: string, options: PureOptions) => {
		try {
			return (await runPure(source, options)).returned;
		} catch (error) {
			if (error instanceof ZohoError) return error.code;
			throw error;
		}
	};

	it.each(HOSTILE_SCRIPTS.filter(({ ends, isLong = false }) => ends !== undefined && !isLong))(
		'is not held, and the result is right: $name',
		async ({ source, ends = null }) => {
			expect((await endOf(source, {})) ?? null).toEqual(ends);
		},
	);

	it.each(HOSTILE_SCRIPTS.filter(({ ends, isLong = false }) => ends === undefined || isLong))(
		'gets turns until the time of the script is over: $name',
		async ({ source }) => {
			let pauses = 0;
			const now = ticking(0.5);
			const end = await endOf(source, {
				now,
				paused: () => (pauses += 1),
				limits: { maxSeconds: 1 },
			});
			expect(end).toBe('DELUGE_LIMIT');
			// 15 ms of computing at most: 1 second has more than 60 of them.
			expect(pauses).toBeGreaterThan(50);
		},
	);

	it.each([
		['the parser', 'x = (1 + 2) * y; ', 4],
		['the checks after it', `${'x = {"a":{1,2}}; '.repeat(50)}`, 100],
	])('gets turns before the first statement, after %s', async (_what, source, least) => {
		let pauses = 0;
		// Refused by the last of the checks: no statement is reached.
		const error = await failure(`${source}zoho.crm.updateRecord("Leads", 1, {});`, {
			now: ticking(20),
			paused: () => (pauses += 1),
		});
		expect(error.code).toBe('DELUGE_UNSUPPORTED');
		expect(pauses).toBeGreaterThan(least);
	});

	it('has a time that counts from the parser on', async () => {
		const error = await failure('return 1;', { now: ticking(600), limits: { maxSeconds: 1 } });
		expect(error).toMatchObject({ code: 'DELUGE_LIMIT', details: { line: 1, column: 1 } });
	});

	it('gives nothing of the output when the time is over', async () => {
		const error = await failure('info 40 + 2;\nwhile (true) { }', {
			now: ticking(1),
			limits: { maxSeconds: 1, maxStatements: 100_000 },
		});
		expect(error.code).toBe('DELUGE_LIMIT');
		expect(error.message).toContain('more than 1 seconds');
		expect(JSON.stringify([error, error.message])).not.toContain('42');
	});

	it('time spent waiting for Zoho does not count', async () => {
		let time = 0;
		const { returned } = await runPure(
			'for each i in {1,2,3} { zoho.crm.getRecordById("Leads","1"); } return 1;',
			{
				now: () => time,
				limits: { maxSeconds: 1 },
				answer: () => {
					time += 60_000;
					return json({ data: [{ id: '1' }] });
				},
			},
		);
		expect(returned).toBe(1);
	});
});

describe('what a script may send', () => {
	const url = (path: string) => `https://www.zohoapis.com/crm/v8/${path}`;
	const sentBy = async (path: string) => {
		const { requests } = await runPure(`x = invokeurl [ url: "${url(path)}" type: GET ];`, {
			answer: () => json({ data: [] }),
		});
		return requests.map((request) => request.path.join('/'));
	};

	it.each([
		'Leads',
		'Leads/1',
		'Leads/search',
		'Leads/deleted',
		'Leads/actions/count',
		'Leads/1/Notes',
		'Leads/1/Notes/actions/count',
		'Leads/1/Attachments/2',
		'Leads/someone@example.com',
		'Leads/1/actions/blueprint',
		'Leads/1/__timeline',
		'settings/fields',
		'settings/modules/Leads',
		'users',
		'users/1',
		'org',
	])('%s', async (path) => {
		expect(await sentBy(path)).toEqual([`v8/${path}`]);
	});

	it.each([
		'functions/delete_old_leads/actions/execute?auth_type=apikey&zapikey=1',
		'FUNCTIONS/a/actions/execute',
		'%66unctions/a/actions/execute',
		'functions/a',
		'settings/functions/a/actions/execute',
		'Leads/1/actions/convert',
		'Leads/actions/mass_update',
		'Leads/actions/count/more',
		'Leads/1/Notes/2/more',
		'actions/count',
		'settings',
	])('not %s', async (path) => {
		let sent = 0;
		const error = await failure(`x = invokeurl [ url: "${url(path)}" type: GET ];`, {
			answer: () => {
				sent += 1;
				return json({});
			},
		});
		expect(error.code).toBe('DELUGE_UNSUPPORTED');
		expect(sent).toBe(0);
	});

	it('functions are refused by name', async () => {
		const { message } = await failure(
			`x = invokeurl [ url: "${url('functions/a/actions/execute')}" type: GET ];`,
		);
		expect(message).toContain(
			'Scripts cannot run functions of Zoho CRM here: functions/a/actions/execute',
		);
	});
});

it('no variable is named __proto__', async () => {
	const variables = JSON.parse('{"__proto__":{"polluted":true}}') as Record<string, never>;
	expect((await failure('return input;', { variables })).code).toBe('DELUGE_RUNTIME');
});
