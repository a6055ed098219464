import { createContext, runInContext } from 'node:vm';
import { parse } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/parse';
import { codeNodeScript } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/codeNode';
import { suggestionFor } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toNode/nodes';
import { METHODS } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/methods';
import { METHOD_NAMES } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/library/methods';
import { programsOf } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/program';
import { complaintsOf, runCompiled, type Task } from '../compiled';
import { runPure } from '../pure';
import { corpus } from '../../../support/corpus/scripts';

const typed = (script: string) => programsOf(parse(script)).typescript;

function inCodeNode(script: string) {
	const tree = parse(script);
	return codeNodeScript(programsOf(tree).javascript, suggestionFor(tree));
}

async function result(script: string, input: object = {}, brought: Record<string, Task> = {}) {
	const { text, parameters } = typed(script);
	return await runCompiled(text, parameters, brought, input);
}

/** The lines of the function's body, without indentation at its start. */
function bodyOf(script: string): string[] {
	const { text } = typed(script);
	const lines = text.slice(text.indexOf('async function script(')).split('\n');
	const start = lines.findIndex((line) => line.endsWith('{'));
	return lines.slice(start + 1, -2).map((line) => line.replace(/^\t/, ''));
}

/** Scripts, and what they return in Deluge. */
const GIVEN: readonly (readonly [script: string, value: unknown])[] = [
	['return 7 / 2;', 3.5],
	['return 1 + "2";', '12'],
	['return "a" + null + true + 1.5;', 'anulltrue1.5'],
	['return "" + {"a":1} + {"x","y"};', '{"a":1}x,y'],
	['return 4876876000000376008;', 4876876000000376008n],
	['return "4876876000000376008".toLong() + 1;', 4876876000000376009n],
	['return "" + 4876876000000376008;', '4876876000000376008'],
	['return "[{\\"id\\":48768760000003760081}]".toJSONList();', [{ id: '48768760000003760081' }]],
	['return 2.675.round(2);', 2.68],
	['return -2.5.round();', -3],
	['return "1" == 1;', true],
	['return {"a":1} == {"a":1};', true],
	['return "10" > 9;', true],
	['return "2026-01-31".toDate().addMonth(1).toString("dd.MM.yyyy");', '28.02.2026'],
	[
		'return "2026-01-31T23:30:00+05:30".toDateTime().addHours(1).toString("yyyy-MM-dd HH:mm XXX");',
		'2026-02-01 00:30 +05:30',
	],
	['return "31-Jan-2026".toDate() < "2026-02-01".toDate();', true],
	['return "2026-01-01".toDate().daysBetween("2026-03-01".toDate());', 59],
	['return days360("2026-01-31","2026-03-31");', 60],
	['return "" + "2026-01-05".toDate();', '05-Jan-2026'],
	['return "a.b.c".replaceAll(".","-",true);', 'a-b-c'],
	['return "a1b22".replaceAll("[0-9]+","#");', 'a#b#'],
	['return "x.y".toList(".");', ['x', 'y']],
	['return "[{\\"a\\":1}]".toJSONList().get(0).get("a");', 1],
	['return "Hello".left(2) + "Hello".subString(1,3) + "Hello".indexOf("l");', 'Heel2'],
	['return if("".isEmpty(), 1, 2);', 1],
	['return !isNull(null) || "A".equalsIgnoreCase("a");', true],
	['m = Map(); m.put("a",null); return m.containsKey("a") && m.get("a") == null;', true],
	['l = {3,1,2}; return l.sort().toString("-") + l.sort(false);', '1-2-33,2,1'],
	['l = {1,2}; for each x in l { l.add(x); } return l;', [1, 2, 1, 2]],
	['i = 0; while(true) { i += 1; if(i < 3) { continue; } break; } return i;', 3],
	['try { x = null; y = x.get("a"); } catch (e) { return e.containsKey("message"); }', true],
	['m = {"k":{"n":[1,2]}}; return m.get("k").get("n").get(1);', 2],
	['return encodeUrl("a b&c");', 'a+b%26c'],
	['return "banana".getOccurenceCount("an") + "ab".repeat(2).length();', 6],
	['return "a-b-c".removeLastOccurence("-") + "a-b".getSuffix("-") + "x".isText();', 'a-bcbtrue'],
	['return "ab12".matches("[a-z]+[0-9]+") && 4.isEven();', true],
	['l = {1,2,3,2}; l.removeElement(2); return l.lastIndexOf(2) + l.indexOf(3);', 3],
	['l = {1,2,3}; l.removeAll({2}); return l.intersect({3,4});', [3]],
	['m = {"a":1}; m.putAll({"b":2}); return m.size();', 2],
	['return "2026-01-31".toDate().monthsBetween("2026-03-30".toDate());', 1],
	['return "2026-01-04".toDate().getDayOfWeek();', 1],
	[
		'return "2026-01-01T10:00:00+02:00".toDateTime() > "2026-01-01T09:30:00+01:00".toDateTime();',
		false,
	],
	['return {"b":1}.keys().contains("b");', true],
	['l = {5,6}; for each index i in l { i /= 2; l.add(i); } return l;', [5, 6, 0, 0.5]],
	['s = ""; for each index i in {5,6} { i = "x"; s = s + i; } return s;', 'xx'],
	['{"a":1}; {"a":1}.size() == 1; return 1;', 1],
];

const FAILING: readonly string[] = [
	'l = {1}; return l.get(3);',
	'return 1 / input.zero;',
	'for each x in input.map { info x; }',
];

describe('types', () => {
	it('the corpus and the scripts below compile under strict', () => {
		const scripts = [...corpus.values(), ...GIVEN.map(([script]) => script), ...FAILING];
		expect(complaintsOf(scripts.map((script) => typed(script).text))).toEqual([]);
	});
});

it('knows all methods but those of files and of XML', () => {
	const names = [...METHOD_NAMES].flatMap(([type, methods]) => (type === 'file' ? [] : methods));
	const missing = names.filter((name) => !METHODS.has(name.toLowerCase()));
	expect(new Set(missing)).toEqual(new Set(['toXml', 'toXmlList', 'executeXPath']));
});

describe('reads as the script does', () => {
	it('with names, flow and types', () => {
		const script = `
			void automation.open(Int dealId) {
				names = List();
				for each case in zoho.crm.getRelatedRecords("Cases","Deals",dealId) {
					if(case.get("Status") != "Closed") { names.add(case.get("Owner").get("name")); }
				}
				total = 0;
				for each index i in names { total = total + i; }
				return {"names":names,"total":total};
			}`;
		expect(bodyOf(script)).toEqual([
			"const dealId: Value = parameter(input, 'dealId', 'whole');",
			'const names: Value[] = [];',
			"for (const case_ of await related('Cases', 'Deals', dealId)) {",
			"	if (!equals(get(case_, 'Status'), 'Closed')) {",
			"		names.push(get(case_, 'Owner', 'name'));",
			'	}',
			'}',
			'let total: number = 0;',
			'for (const i of names.keys()) {',
			'	total = total + i;',
			'}',
			'return { names: names, total: total };',
		]);
	});

	it('declares variables of several blocks above them', () => {
		const body = bodyOf('if(a) { x = 1; } else { x = 2; } return x;');
		expect(body.slice(0, 2)).toEqual(["const a: Value = given(input, 'a');", 'let x: number;']);
	});

	it('gives a task and a variable of one name two names', () => {
		const body = bodyOf(
			'updateRecord = zoho.crm.updateRecord("Leads",id,{}); return updateRecord;',
		);
		expect(body.slice(1)).toEqual([
			"const updateRecord_: Value = await updateRecord('Leads', id, {});",
			'return updateRecord_;',
		]);
	});

	it('without types it is the same', () => {
		for (const script of corpus.values()) {
			const plain = programsOf(parse(script)).javascript;
			expect(plain.parameters).toEqual(typed(script).parameters);
			expect(plain.text).not.toMatch(/: (Value|Row|string|number)\b(?!\()|export |«|»/);
			expect(() => new Function(plain.text)).not.toThrow();
		}
	});
});

it('what is read one way of several is noted once', () => {
	const { notes } = typed(
		'a = isNull("");\nb = isNull(a) || "02/04/2026".getDay() == 4;\nreturn b;',
	);
	expect(notes).toEqual([
		'Line 1: isNull() is true for an empty text as well, as Zoho documents it; == null is not.',
		'Line 2: A date such as 02/04/2026 is read with the month first, as in Zoho.',
	]);
});

describe('of an error', () => {
	const NO_LINE = 'Line 1: An error has no line number in TypeScript.';
	const OTHER_WORDS = 'Line 1: Messages of errors are worded differently in TypeScript.';

	it.each([
		['return "no";', []],
		['return e.lineNo;', [NO_LINE]],
		['return e.message;', [OTHER_WORDS]],
		['return e.get("message") + e.get("lineNo");', [OTHER_WORDS, NO_LINE]],
		['info "failed: " + e;', [NO_LINE, OTHER_WORDS]],
		['return e.toString();', [NO_LINE, OTHER_WORDS]],
		['return e.get(key);', [NO_LINE, OTHER_WORDS]],
	])('what differs is noted: %s', (handler, notes) => {
		expect(typed(`try { x = 1 / 0; } catch (e) { ${handler} }`).notes).toEqual(notes);
	});
});

describe('gives what Deluge gives', () => {
	it.each(GIVEN)('%s', async (script, value) => {
		expect(await result(script)).toEqual(value);
		const { returned } = await runPure(script);
		expect(returned).toEqual(typeof value === 'bigint' ? String(value) : value);
	});

	it('fails where Deluge fails', async () => {
		const errors = ['no item 3', 'Division by zero', 'needs a list'];
		for (const [index, script] of FAILING.entries()) {
			await expect(result(script, { zero: 0, map: {} })).rejects.toThrow(errors[index]);
		}
	});
});

describe('text of a script is never code', () => {
	it.each([
		`"'); throw 1; ('"`,
		'"\\\\\'"',
		'"`${process.exit()}`"',
		'"\u2028\u2029\u0000\\n\\r"',
		'"*/ //"',
		'"\ud800"',
	])('%j', async (text) => {
		const expected = await result(`return ${text};`);
		expect(await result(`m = {${text}:1}; return m.keys().get(0);`)).toBe(expected);
		expect(await result(`m = Map(); m.put(${text},1); return m.keys().get(0);`)).toBe(expected);
	});

	it('does not reach the prototype by a key', async () => {
		await expect(result('return {"__proto__":{"a":1}};')).rejects.toThrow('cannot be a key');
		await expect(result('m = Map(); m.put("__proto__",1);')).rejects.toThrow('cannot be a key');
		expect(await result('return "{\\"__proto__\\":{\\"a\\":1}}".toMap().get("a");')).toBeNull();
	});
});

describe("in n8n's Code node", () => {
	/** What the Code node offers, as far as the output uses it. */
	async function runInCodeNode(text: string, nodes: Record<string, object[]>, log: unknown[] = []) {
		const itemsOf = (name: string) => (nodes[name] ?? []).map((json) => ({ json }));
		const sandbox = createContext({
			$: (name: string) => ({ all: () => itemsOf(name) }),
			console: { log: (value: unknown) => log.push(value) },
		});
		return (await runInContext(`(async () => {${text}\n})()`, sandbox)) as unknown;
	}

	const list = (relatedList: string, module: string, recordId: string, records: object[]) => [
		{ records, count: records.length, hasMore: false, module, recordId, relatedList },
	];

	it('takes the rows of the nodes before it, by the record of each item', async () => {
		const script = `
			open = List();
			for each t in zoho.crm.getRelatedRecords("Tasks","Leads",leadId) {
				if(t.get("Status") != "Completed") { open.add({"lead":leadId,"task":t.get("Subject")}); }
			}
			return open;`;
		const { text, workflow } = inCodeNode(script);
		expect(workflow?.nodes.map(({ name }) => name)).toEqual(['Input', 'Tasks of Leads', 'Script']);
		const items = await runInCodeNode(text, {
			Input: [{ leadId: '1' }, { leadId: '2' }, { leadId: '3' }],
			'Tasks of Leads': [
				...list('Tasks', 'Leads', '1', [
					{ Subject: 'Call', Status: 'Completed' },
					{ Subject: 'Write', Status: 'Open' },
				]),
				...list('Tasks', 'Leads', '2', []),
				...list('Tasks', 'Leads', '3', [{ Subject: 'Meet', Status: 'Open' }]),
			],
		});
		expect(JSON.parse(JSON.stringify(items))).toEqual([
			{ json: { lead: '1', task: 'Write' }, pairedItem: { item: 0 } },
			{ json: { lead: '3', task: 'Meet' }, pairedItem: { item: 2 } },
		]);
	});

	it('fails for a record that no node has read', async () => {
		const script = 'return zoho.crm.getRelatedRecords("Tasks","Leads",leadId);';
		const { text } = inCodeNode(script);
		const nodes = {
			Input: [{ leadId: '2' }],
			'Tasks of Leads': list('Tasks', 'Leads', '1', []),
		};
		await expect(runInCodeNode(text, nodes)).rejects.toThrow("No node has read 'Tasks' of Leads 2");
	});

	it('runs once behind several nodes, and needs none', async () => {
		const reading = (name: string) => `zoho.crm.getRelatedRecords("${name}","Leads",leadId).size()`;
		const { workflow } = inCodeNode(`return ${reading('Tasks')} + ${reading('Notes')};`);
		const to = (node: string, index = 0) => ({ node, type: 'main', index });
		expect(workflow?.connections).toEqual({
			Input: { main: [[to('Tasks of Leads'), to('Notes of Leads')]] },
			'Tasks of Leads': { main: [[to('All rows read')]] },
			'Notes of Leads': { main: [[to('All rows read', 1)]] },
			'All rows read': { main: [[to('Script')]] },
		});
		const { text, workflow: alone } = inCodeNode('info "x"; return n + 1;');
		expect(alone?.connections).toEqual({ Input: { main: [[to('Script')]] } });
		const log: unknown[] = [];
		const items = await runInCodeNode(text, { Input: [{ n: 1 }] }, log);
		expect(JSON.parse(JSON.stringify(items))).toEqual([
			{ json: { value: 2 }, pairedItem: { item: 0 } },
		]);
		expect(log).toEqual(['x']);
	});

	it('takes rows for an address, too', async () => {
		const log: unknown[] = [];
		const { text } = inCodeNode(corpus.get('009-stage-history') ?? '');
		const nodes = {
			Input: [{ dealId: '1' }],
			'Stage_History of Deals': list('Stage_History', 'Deals', '1', [{ Stage: 'Closed Won' }]),
		};
		await runInCodeNode(text, nodes, log);
		expect(log).toEqual(['Closed Won']);
	});

	it.each([
		['006-second-level-relation', 'line 3 needs the result of another read'],
		['001-count-activities', 'zoho.crm.updateRecord'],
		['004-first-attachment', 'something other than a related list'],
	])('%s is not for it: %s', (name, reason) => {
		const { workflow, notes } = inCodeNode(corpus.get(name) ?? '');
		expect(workflow).toBeUndefined();
		expect(notes.join(' ')).toContain(reason);
	});
});

it.each([
	['m = {"a":1,"7":2};', 1],
	['m = {7:"a"};', 1],
	['m = Map(); m.put("7","a");', 1],
	['m = Map(); m.put("a7","a"); m.get("7");', 0],
])('keys that are numbers are in another order, which a note says: %s', (script, count) => {
	const notes = Array<string>(count).fill(
		'Line 1: Keys that are numbers come first in a map of TypeScript.',
	);
	expect(typed(script).notes).toEqual(notes);
});
