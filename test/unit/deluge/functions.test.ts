import { rejected } from '../../support/caught';
import { json, runPure, type PureOptions } from './pure';

const MAIN = `
	string automation.main(Int n) { return standalone.label(n) + "!"; }
	string standalone.label(Int n) { return "n" + twice(n); }
	int twice(Int n) { return n * 2; }`;

const returnedBy = async (source: string, options?: PureOptions) =>
	(await runPure(source, options)).returned;
const failure = async (source: string, options?: PureOptions) =>
	await rejected(runPure(source, options));

describe('functions of the script', () => {
	it('call each other by namespace and plainly, with parameters and values', async () => {
		expect(await returnedBy(MAIN, { variables: { n: 3 } })).toBe('n6!');
	});

	it('stand below the statements of a script', async () => {
		const script = 'l = List(); for each i in {1,2} { l.add(button.half(i)); }\nreturn l;';
		expect(await returnedBy(`${script}\nfloat button.half(int n) { return n / 2; }`)).toEqual([
			0.5, 1,
		]);
	});

	it('have variables of their own', async () => {
		const script = `
			int main() { x = 1; f(5); return x; }
			void f(int x) { x = x + 1; y = 2; }`;
		expect(await returnedBy(script)).toBe(1);
		expect((await failure('a = 1; f(); void f() { b = a; }')).message).toContain(
			"The variable 'a' has no value",
		);
	});

	it('share lists and maps', async () => {
		expect(await returnedBy('l = {1}; f(l); return l; void f(list l) { l.add(2); }')).toEqual([
			1, 2,
		]);
	});

	it('give null where they return nothing', async () => {
		expect(await returnedBy('return {"a":f()}; void f() { x = 1; }')).toEqual({ a: null });
	});

	it('are found without regard to case, in their own namespace first', async () => {
		const script = `
			return {Automation.F(), STANDALONE.f(), button.f()};
			int standalone.f() { return 1; }
			int automation.f() { return 2; }`;
		expect(await returnedBy(script)).toEqual([2, 1, 1]);
	});

	it('do not hide built-in functions', async () => {
		expect(await returnedBy('return trim(" a "); string trim(string s) { return "x"; }')).toBe('a');
		expect(
			await returnedBy(
				'return automation.trim("a"); string automation.trim(string s) { return "x"; }',
			),
		).toBe('x');
	});

	it('convert their arguments as the types of parameters say', async () => {
		expect(await returnedBy('return f("7"); int f(int n) { return n + 1; }')).toBe(8);
		expect((await failure('return f("a"); int f(int n) { return n; }')).code).toBe(
			'DELUGE_RUNTIME',
		);
	});

	it('take as many arguments as they have parameters', async () => {
		const { message } = await failure('return f(1); int f(int a, int b) { return a; }');
		expect(message).toContain('The function f takes 2 arguments, not 1');
	});

	it('fail at their own lines, and can be caught', async () => {
		const script = 'try {\n f();\n} catch (e) { return e.lineNo; }\nvoid f() {\n x = 1 / 0;\n}';
		expect(await returnedBy(script)).toBe(5);
	});

	it('may call themselves', async () => {
		const script = 'return f(20); int f(int n) { if(n < 2) { return 1; } return n * f(n - 1); }';
		expect(await returnedBy(script)).toBe('2432902008176640000');
	});

	it('a variable named as a namespace is a variable', async () => {
		expect(await returnedBy('button = {"a":1}; return button.get("a");')).toBe(1);
		expect(await returnedBy('return button.size();', { variables: { button: 'abc' } })).toBe(3);
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
		const limits = { maxStatements: 20_000, maxApiCalls: 1 };
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
