import { shown } from '../../../helpers/shown';
import { limitFault, runtimeFault, unsupportedFault } from '../../values/fault';
import { FUNCTIONS, type Operator, type Step, type XPath, type XPathFunction } from './path';

const TOKEN =
	/\s*(\/\/|\/|\.\.|\.(?!\d)|::|@|\[|\]|\(|\)|,|\||!=|<=|>=|[=<>+*-]|"[^"]*"|'[^']*'|\d+(?:\.\d*)?|\.\d+|[\p{L}_][\p{L}\p{N}_.-]*(?::(?!:)[\p{L}_][\p{L}\p{N}_.-]*)?)/uy;
const NAME = /^[\p{L}_]/u;
const MAX_LENGTH = 2000;
const MAX_DEPTH = 20;

/**
 * Reads an XPath: paths with `/`, `//`, names, `*`, `@`, `.`, `..`, `text()` and `[...]`, in which
 * comparisons, `and`, `or` and some functions are known.
 * @throws Fault for another expression
 */
export function parseXPath(source: string): XPath {
	if (source.length > MAX_LENGTH) {
		throw limitFault(`An XPath has more than ${MAX_LENGTH} characters`, 'Use a shorter XPath.');
	}
	return new Parser(source).whole();
}

class Parser {
	private readonly tokens: readonly string[];
	private place = 0;
	private depth = 0;

	constructor(private readonly source: string) {
		this.tokens = tokensOf(source);
	}

	whole(): XPath {
		const expression = this.either();
		if (this.next !== '') throw this.wrong();
		return expression;
	}

	private get next(): string {
		return this.tokens[this.place] ?? '';
	}

	private take(token: string): boolean {
		if (this.next !== token) return false;
		this.place += 1;
		return true;
	}

	private expect(token: string): void {
		if (!this.take(token)) throw this.wrong();
	}

	private either(): XPath {
		this.depth += 1;
		if (this.depth > MAX_DEPTH) throw limitFault('An XPath is nested too deeply', 'Simplify it.');
		let left = this.both();
		while (this.take('or')) left = { kind: 'or', sides: [left, this.both()] };
		this.depth -= 1;
		return left;
	}

	private both(): XPath {
		let left = this.comparison();
		while (this.take('and')) left = { kind: 'and', sides: [left, this.comparison()] };
		return left;
	}

	private comparison(): XPath {
		let left = this.primary();
		for (let operator = asOperator(this.next); operator; operator = asOperator(this.next)) {
			this.place += 1;
			left = { kind: 'compare', operator, sides: [left, this.primary()] };
		}
		return left;
	}

	private primary(): XPath {
		const { next } = this;
		if (/^["']/.test(next)) return { kind: 'text', value: this.taken().slice(1, -1) };
		if (/^\.?\d/.test(next)) return { kind: 'number', value: Number(this.taken()) };
		if (this.take('(')) {
			const inner = this.either();
			this.expect(')');
			return inner;
		}
		const isCall = this.tokens[this.place + 1] === '(' && NAME.test(next);
		return isCall && next !== 'text' && next !== 'node' ? this.call() : this.path();
	}

	private taken(): string {
		const { next } = this;
		this.place += 1;
		return next;
	}

	private call(): XPath {
		const name = this.taken();
		if (!isFunction(name)) throw notAvailable(`${name}()`);
		const args: XPath[] = [];
		this.expect('(');
		while (args.length < FUNCTIONS[name]) {
			if (args.length > 0) this.expect(',');
			args.push(this.either());
		}
		this.expect(')');
		return { kind: 'call', name, args };
	}

	private path(): XPath {
		const isAbsolute = this.next.startsWith('/');
		const steps: Step[] = [];
		if (this.take('//')) steps.push(DESCENDANTS, this.step());
		else if (!this.take('/') || this.beginsStep()) steps.push(this.step());
		while (this.next.startsWith('/')) {
			if (this.taken() === '//') steps.push(DESCENDANTS);
			steps.push(this.step());
		}
		return { kind: 'path', isAbsolute, steps };
	}

	private beginsStep(): boolean {
		return /^[\p{L}_.@*]/u.test(this.next);
	}

	private step(): Step {
		if (this.take('..')) return { axis: 'parent', test: 'node()', predicates: [] };
		if (this.take('.')) return { axis: 'self', test: 'node()', predicates: [] };
		const axis = this.take('@') ? 'attribute' : 'child';
		if (!NAME.test(this.next) && this.next !== '*') throw this.wrong();
		const test = this.test();
		const predicates: XPath[] = [];
		while (this.take('[')) {
			predicates.push(this.either());
			this.expect(']');
		}
		return { axis, test, predicates };
	}

	/** A name, `*`, or a kind of nodes. */
	private test(): string {
		const name = this.taken();
		if (this.next === '::') throw notAvailable(`${name}::`);
		if (!this.take('(')) return name;
		this.expect(')');
		if (name !== 'text' && name !== 'node') throw notAvailable(`${name}()`);
		return `${name}()`;
	}

	private wrong(): Error {
		if (['|', '+', '-', '*', '::'].includes(this.next)) return notAvailable(this.next);
		return noXPath(this.source);
	}
}

function tokensOf(source: string): string[] {
	const tokens: string[] = [];
	const end = source.trimEnd().length;
	for (TOKEN.lastIndex = 0; TOKEN.lastIndex < end;) {
		const token = TOKEN.exec(source)?.[1];
		if (token === undefined) throw noXPath(source);
		tokens.push(token);
	}
	return tokens;
}

function noXPath(source: string): Error {
	return runtimeFault(`'${shown(source)}' is not an XPath`);
}

const DESCENDANTS: Step = { axis: 'descendants', test: 'node()', predicates: [] };

function asOperator(token: string): Operator | undefined {
	const operators: readonly Operator[] = ['=', '!=', '<', '<=', '>', '>='];
	return operators.find((operator) => operator === token);
}

function isFunction(name: string): name is XPathFunction {
	return Object.hasOwn(FUNCTIONS, name);
}

function notAvailable(part: string): Error {
	return unsupportedFault(
		`'${shown(part)}' is not available in an XPath here`,
		`Use paths with /, //, @, *, text() and conditions in [ ], or these functions: ${Object.keys(FUNCTIONS).join(', ')}.`,
	);
}
