import { FAILS } from './conformance';

/** Functions that call each other; the first is the one to begin with. */
export const MAIN = `
	string automation.main(Int n) { return standalone.label(n) + "!"; }
	string standalone.label(Int n) { return "n" + twice(n); }
	int twice(Int n) { return n * 2; }`;

/** What scripts with functions give, or the code of their failure; in translations, too. */
export const CASES: readonly (readonly [name: string, script: string, expected: unknown])[] = [
	[
		'call each other by namespace and plainly, with parameters and values',
		'return automation.main(3);' + MAIN,
		'n6!',
	],
	[
		'stand below the statements of a script',
		`l = List(); for each i in {1,2} { l.add(button.half(i)); }
		return l;
		float button.half(int n) { return n / 2; }`,
		[0.5, 1],
	],
	[
		'have variables of their own',
		'int main() { x = 1; f(5); return x; } void f(int x) { x = x + 1; y = 2; }',
		1,
	],
	['do not see those of the script', 'a = 1; f(); return 1; void f() { b = a; }', FAILS],
	[
		'do not see those that the script sets in a branch',
		'a = 1; f(); return 1; void f() { if(false) { a = 2; } b = a; }',
		FAILS,
	],
	['do not see the input', 'return f(); int f() { return input.size(); }', FAILS],
	[
		'see what they set in a branch',
		'return f(1); int f(int n) { if(n == 1) { a = 2; } return a; }',
		2,
	],
	['know the day', 'return f() == today; date f() { return today; }', true],
	['share lists and maps', 'l = {1}; f(l); return l; void f(list l) { l.add(2); }', [1, 2]],
	[
		'change a list that is walked through',
		'l = {1,2}; for each x in l { f(l); } return l; void f(list l) { l.add(0); }',
		[1, 2, 0, 0],
	],
	['give null where they return nothing', 'return {"a":f()}; void f() { x = 1; }', { a: null }],
	[
		'give values of any type',
		'x = f(0); x = f(1); return x + 1; string f(int n) { if(n == 0) { return "a"; } return n; }',
		2,
	],
	[
		'are found without regard to case, in their own namespace first',
		`return {Automation.F(), STANDALONE.f(), button.f()};
		int standalone.f() { return 1; }
		int automation.f() { return 2; }`,
		[2, 1, 1],
	],
	[
		'do not hide built-in functions',
		'return trim(" a "); string trim(string s) { return "x"; }',
		'a',
	],
	[
		'may be named as built-in functions',
		'return automation.trim("a"); string automation.trim(string s) { return "x"; }',
		'x',
	],
	[
		'may be named as words of JavaScript',
		'return script(1) + class(2); int script(int n) { return n; } int class(int let) { return let; }',
		3,
	],
	[
		'may be named as their variables',
		'f = f(1); return f; int f(int f) { f = f + 1; return f; }',
		2,
	],
	['may be named as helpers', 'return fail(1); int fail(int n) { return n + null; }', FAILS],
	[
		'convert their arguments as the types of parameters say',
		'return f("7", 1, "1.5", null); list f(int n, string s, float x, int none) { return {n + 1, s, x, none}; }',
		[8, '1', 1.5, null],
	],
	['refuse arguments of another type', 'return f("a"); int f(int n) { return n; }', FAILS],
	[
		'take as many arguments as they have parameters',
		'return f(1); int f(int a, int b) { return a; }',
		FAILS,
	],
	[
		'take the last of two parameters of one name',
		'return f(1, 2); int f(int a, int a) { return a; }',
		2,
	],
	['fail and can be caught', 'try { f(); } catch (e) { return 5; } void f() { x = 1 / 0; }', 5],
	['have no loop around them', 'while(true) { f(); } return 1; void f() { break; }', FAILS],
	[
		'may call themselves',
		'return f(20); int f(int n) { if(n < 2) { return 1; } return n * f(n - 1); }',
		'2432902008176640000',
	],
	[
		'may call each other in turn',
		`return even(7);
		bool even(int n) { if(n == 0) { return true; } return odd(n - 1); }
		bool odd(int n) { if(n == 0) { return false; } return even(n - 1); }`,
		false,
	],
	[
		'may be called from everywhere in an expression',
		'if(f(1) > 0 && !(f(0) > f(1))) { x = {"a":f(1)}; } return x.get("a") + f(f(2)) + f(3).toString().length(); int f(int n) { return n; }',
		4,
	],
	[
		'a variable named as a namespace is a variable',
		'button = {"a":1}; return button.get("a"); int button.get(string s) { return 2; }',
		1,
	],
];

/** Functions that ask, call those that ask, or do neither. */
export const WAITING = `
	return standalone.lines("7", 3);
	list standalone.lines(string id, int depth) {
		if(depth == 0) { return {}.keys(); }
		l = lines(id, depth - 1);
		l.add(fields(ask(id)));
		return l;
	}
	map ask(string id) { info id; return zoho.crm.getRecordById("Leads", id); }
	int fields(map row) { return row.size(); }
	void unused() { zoho.crm.getRecordById("Leads", "1"); }`;
