import { rejected } from '../../support/caught';
import {
	asNodes,
	asTypeScript,
} from '../../../nodes/ZohoCrmRelatedRecords/actions/convertDelugeScript/translations';
import { ScriptRun } from '../../../nodes/ZohoCrmRelatedRecords/deluge';
import { suggestionFor } from '../../../nodes/ZohoCrmRelatedRecords/deluge/toNode/nodes';
import { codeNodeScript } from '../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/codeNode';
import { programsOf } from '../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/program';
import { complaintsOf, runCompiled } from './compiled';
import { FAILS } from './conformance';
import { CASES, MAIN, WAITING } from './functionCases';
import { json, parse, resultOf, runPure, type PureOptions } from './pure';
import { runTranslated, type Results } from './translated';

const returnedBy = async (source: string, options?: PureOptions) =>
	(await runPure(source, options)).returned;
const turn = () =>
	new ScriptRun({ now: () => 0, pause: async () => await Promise.resolve() }).turn(0, 30);
const failure = async (source: string, options?: PureOptions) =>
	await rejected(runPure(source, options));

describe('functions of the script', () => {
	it.each(CASES)('%s', async (_name, script, expected) => {
		expect(await resultOf(script)).toEqual(expected);
	});

	it('take the variables of their names where they are the entry', async () => {
		expect(await returnedBy(MAIN, { variables: { n: 3 } })).toBe('n6!');
		expect(await returnedBy('return button.size();', { variables: { button: 'abc' } })).toBe(3);
	});

	it('say what is wrong with a call', async () => {
		expect((await failure('a = 1; f(); void f() { b = a; }')).message).toContain(
			"The variable 'a' has no value",
		);
		const { message } = await failure('return f(1); int f(int a, int b) { return a; }');
		expect(message).toContain('The function f takes 2 arguments, not 1');
	});

	it('fail at their own lines', async () => {
		const script = 'try {\n f();\n} catch (e) { return e.lineNo; }\nvoid f() {\n x = 1 / 0;\n}';
		expect(await returnedBy(script)).toBe(5);
	});
});

describe('functions of the script, translated', () => {
	const results = new Map<string, Results>();

	beforeAll(() => {
		const found = runTranslated(CASES.map(([, script]) => script));
		for (const [index, [name]] of CASES.entries()) {
			const result = found[index];
			if (result !== undefined) results.set(name, result);
		}
	});

	it.each(CASES)('%s', (name, _script, expected) => {
		const result = expected === FAILS ? { failure: expect.any(String) } : { value: expected };
		expect(results.get(name)).toEqual({ typescript: result, javascript: result, notes: [] });
	});

	it('compile under strict', () => {
		const texts = CASES.map(([, script]) => programsOf(parse(script)).typescript.text);
		expect(complaintsOf([...texts, programsOf(parse(WAITING)).typescript.text])).toEqual([]);
	});

	it('say what is wrong with a call', () => {
		const [{ typescript } = {}] = runTranslated(['f(1); int f(int a, int b) { return a; }']);
		expect(typescript).toEqual({ failure: 'The function f takes 2 arguments, not 1' });
	});

	it('wait where they ask, and only there', () => {
		const { text, parameters } = programsOf(parse(WAITING)).typescript;
		expect(parameters).toEqual(['getRecordById', 'info', 'input']);
		expect(text).toContain('async function ask(id: Value): Promise<Value> {');
		expect(text).toContain('async function lines(id: Value, depth: Value): Promise<Value> {');
		expect(text).toContain('\tfunction fields(row: Value): Value {');
		expect(text).toContain('await lines(');
		expect(text).not.toContain('await fields(');
		expect(text).not.toContain('unused');
	});

	it('reach the Code node where they ask nothing', () => {
		const pasteable = (script: string) => {
			const tree = parse(script);
			return (
				codeNodeScript(programsOf(tree).javascript, suggestionFor(tree)).workflow !== undefined
			);
		};
		const reading = 'list rows() { return zoho.crm.getRelatedRecords("Notes","Leads",1); }';
		const calling = 'return f(1); int f(int n) { return g(n); } int g(int n) { return n; }';
		expect(pasteable(calling)).toBe(true);
		expect(pasteable(`${calling} ${reading}`)).toBe(false);
	});

	it('are all translated where there are many', () => {
		const functions = Array.from(
			{ length: 1000 },
			(_, i) => `int f${i}(int n) { return f${(i + 1) % 1000}(n); }`,
		);
		const { text } = programsOf(parse(`return f0(1); ${functions.join('\n')}`)).typescript;
		expect(text).toContain('function f999(n: Value): Value {');
	});

	it('give what the caller brings', async () => {
		const asked: unknown[] = [];
		const getRecordById = async (...args: unknown[]) => {
			asked.push(args);
			return await Promise.resolve({ id: '7', Name: 'A' });
		};
		const { text, parameters } = programsOf(parse(WAITING)).typescript;
		const brought = { getRecordById, info: () => undefined };
		expect(await runCompiled(text, parameters, brought, {})).toEqual([2, 2, 2]);
		expect(asked).toEqual(Array(3).fill(['Leads', '7']));
	});
});

describe('bounds', () => {
	it.each([
		['a function that calls itself', 'return f(1); int f(int n) { return f(n); }'],
		['functions that call each other', 'void a() { b(); } void b() { a(); }'],
		['calls in long chains', `return f(1); int f(int n) { return ${'1+'.repeat(800)}f(n); }`],
		[
			'a tree of calls',
			'return f(30); int f(int n) { if(n < 1) { return 1; } return f(n - 1) + f(n - 1); }',
		],
	])('%s', async (_name, source) => {
		const limits = { maxStatements: 2_000, maxApiCalls: 1 };
		expect((await failure(source, { limits })).code).toBe('DELUGE_LIMIT');
	});

	it('75 calls within each other run', async () => {
		const script = 'return f(75); int f(int n) { if(n == 1) { return 1; } return 1 + f(n - 1); }';
		expect(await returnedBy(script)).toBe(75);
		expect((await failure(script.replace('75', '76'))).message).toContain('more than 75 deep');
	});

	it('requests of functions count', async () => {
		const script =
			'for each i in {1,2,3} { f(); } void f() { x = zoho.crm.getRecordById("Leads","1"); }';
		const { code } = await failure(script, {
			limits: { maxApiCalls: 2 },
			answer: () => json({ data: [{ id: '1' }] }),
		});
		expect(code).toBe('DELUGE_LIMIT');
	});
});

describe('the function to begin with', () => {
	const TWO = 'int a() { return 1; } int b() { return 2; }';

	it('is the only one that no other calls', async () => {
		const { returned, hints } = await runPure('int b() { return 2; } int main() { return b(); }');
		expect([returned, hints]).toEqual([2, []]);
	});

	it('is the first one where that is not clear, with a hint', async () => {
		const { returned, hints } = await runPure(TWO);
		expect(returned).toBe(1);
		expect(hints).toEqual([expect.stringMatching(/a was run.*'Entry Function'/)]);
	});

	it.each(['b', 'B', 'automation.b'])('is the one that is named: %s', async (entryFunction) => {
		expect((await runPure(TWO, { entryFunction })).returned).toBe(2);
	});

	it('is the one that is named in the translations, too', async () => {
		const script = `
			list a() { return zoho.crm.getRelatedRecords("Notes","Leads",1); }
			list b() { return zoho.crm.getRelatedRecords("Calls","Leads",2); }`;
		const nodes = (await asNodes(script, turn(), { entryFunction: 'b' })).items;
		expect(nodes).toEqual([expect.objectContaining({ relatedList: 'Calls' })]);
		const [{ typescript } = {}] = (await asTypeScript(script, turn(), { entryFunction: 'B' }))
			.items;
		expect(typescript).toContain("related('Calls', 'Leads', 2)");
		expect(typescript).not.toContain('Notes');
		const error = await rejected(asTypeScript(script, turn(), { entryFunction: 'c' }));
		expect(error.message).toContain("The script has no function 'c'");
		expect((await rejected(asNodes(script, turn(), { entryFunction: 'c' }))).message).toBe(
			error.message,
		);
	});

	it('is an error where it is not in the script', async () => {
		const { code, message, resolution } = await failure(TWO, { entryFunction: 'c' });
		expect([code, message]).toEqual(['DELUGE_UNSUPPORTED', expect.stringContaining("'c'")]);
		expect(resolution).toContain('a, b');
	});
});

describe('what is not in the script', () => {
	it.each(['automation.other(1)', 'standalone.other()', 'thisapp.other()'])(
		'%s is refused by name before anything is sent',
		async (call) => {
			const error = await failure(`x = zoho.crm.getRecordById("Leads","1"); y = ${call};`);
			expect(error.code).toBe('DELUGE_UNSUPPORTED');
			expect(error.message).toContain(`The function '${call.replace(/\(.*/, '')}' is not in`);
			expect(error.resolution).toContain('Paste the function below');
		},
	);

	it('is refused where a function that is called needs it, and nowhere else', async () => {
		const rest = 'void f() { automation.x(); } void g() { zoho.crm.createRecord("Leads",{}); }';
		expect((await failure(`f(); ${rest}`)).code).toBe('DELUGE_UNSUPPORTED');
		expect((await failure(`g(); ${rest}`)).message).toContain('writes: zoho.crm.createRecord');
		expect(await returnedBy(`return 1; ${rest}`)).toBe(1);
	});
});

describe('grammar', () => {
	it('tasks in brackets need no semicolon', async () => {
		const script = `
			r = invokeurl [ url: "https://www.zohoapis.com/crm/v8/Leads" type: GET ]
			if(true) { sendmail [ from: "a@x.example" reply to: "r@x.example" message: "m" ] }
			return 1;`;
		const { returned, hints } = await runPure(script, { writeTasks: 'skip' });
		expect(returned).toBe(1);
		expect(hints).toEqual([expect.stringContaining('sendmail was skipped')]);
	});

	it('other statements need one', async () => {
		expect((await failure('x = 1\nreturn x;')).code).toBe('DELUGE_SYNTAX');
	});

	it.each(['if(a = 1) { }', 'x = if(!a = "",1,2);'])('%s says to use ==', async (source) => {
		const error = await failure(source);
		expect(error.code).toBe('DELUGE_SYNTAX');
		expect(error.resolution).toBe('Use == to compare.');
	});
});
