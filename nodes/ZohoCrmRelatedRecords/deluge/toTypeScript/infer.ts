import type { Assignment, Expression, ForEach, Script, Try } from '../language/ast';
import { nodesOf, type Node } from '../language/astWalk';
import { FUNCTIONS } from './functions';
import { methodOf } from './methods';
import { binaryType } from './operators';
import type { OwnCalls } from './ownCalls';
import { isRelatedTask, isTask } from './tasks';
import { isNumeric, join, type StaticType } from './types';
import type { Variables } from './variables';
import { dateIn } from './prelude/date';

/** What gives a variable its value. */
type Source = Assignment | ForEach | Try;

/** After so many looks at one source, its variable can be of any type. */
const MAX_LOOKS = 8;

/**
 * The types of variables, by what sets them. A source is looked at again only when the type of a
 * variable in it has grown, and types grow a few times at most.
 */
export class Types {
	/** Sources looked at, each time counted. */
	looks = 0;
	private readonly types = new Map<string, StaticType>();

	constructor(
		script: Script,
		private readonly variables: Variables,
		private readonly calls: OwnCalls,
	) {
		const sources = [...nodesOf(script)].filter(isSource);
		const readers = new Map<string, Source[]>();
		for (const source of sources) {
			for (const name of namesIn(source)) {
				const known = readers.get(name) ?? [];
				known.push(source);
				readers.set(name, known);
			}
		}
		this.settle(sources, readers);
	}

	/** The type of a variable. */
	variable(name: string): StaticType {
		if (this.variables.unsure.has(name) || !this.variables.set.has(name)) return 'value';
		return this.variables.parameters.has(name) ? 'value' : (this.types.get(name) ?? 'never');
	}

	private settle(
		sources: readonly Source[],
		readers: ReadonlyMap<string, readonly Source[]>,
	): void {
		const looks = new Map<Source, number>();
		const open = [...sources].reverse();
		for (let source = open.pop(); source !== undefined; source = open.pop()) {
			const count = (looks.get(source) ?? 0) + 1;
			looks.set(source, count);
			this.looks += 1;
			const name = nameOf(source);
			const before = this.variable(name);
			const found = count > MAX_LOOKS ? 'value' : this.typeOfSource(source);
			this.types.set(name, join(this.types.get(name) ?? 'never', found));
			if (this.variable(name) === before) continue;
			for (const reader of readers.get(name) ?? []) {
				if ((looks.get(reader) ?? 0) <= MAX_LOOKS) open.push(reader);
			}
		}
	}

	private typeOfSource(source: Source): StaticType {
		switch (source.kind) {
			case 'try':
				return 'map';
			case 'forEach':
				if (source.isIndex) return 'count';
				return this.typeOf(source.list) === 'rows' ? 'map' : 'value';
			case 'assignment': {
				const type = this.typeOf(source.value);
				if (source.operator === '=') return type;
				const operator = source.operator.charAt(0) as '+' | '-' | '*' | '/' | '%';
				return binaryType(operator, this.variable(source.variable), type);
			}
		}
	}

	private typeOf(expression: Expression): StaticType {
		if (this.isOwnCall(expression)) return 'value';
		switch (expression.kind) {
			case 'null':
			case 'boolean':
			case 'list':
			case 'map':
				return expression.kind;
			case 'number':
				return numberType(expression.digits);
			case 'text':
				return isDate(expression.value, expression.quote) ? 'date' : 'text';
			case 'variable':
				return this.typeOfName(expression.name);
			case 'constant':
				return constantType(expression.name);
			case 'unary':
				if (expression.operator === '!') return 'boolean';
				return unaryType(expression.operator, this.typeOf(expression.operand));
			case 'binary':
				return binaryType(
					expression.operator,
					this.typeOf(expression.left),
					this.typeOf(expression.right),
				);
			case 'method':
				return this.typeOfMethod(expression.name, expression.target, expression.args);
			case 'call':
				return this.typeOfCall(expression);
			case 'property':
			case 'block':
				return 'value';
		}
	}

	private isOwnCall(node: Expression): boolean {
		const isCall = node.kind === 'call' || node.kind === 'method';
		return isCall && this.calls.calledBy(node) !== undefined;
	}

	private typeOfName(name: string): StaticType {
		const { set, parameters } = this.variables;
		if (set.has(name) || parameters.has(name)) return this.variable(name);
		return name === 'input' ? 'map' : constantType(name);
	}

	private typeOfMethod(name: string, target: Expression, args: readonly Expression[]): StaticType {
		const method = methodOf(name, args.length);
		if (method === undefined) return 'value';
		return method.typeOf(
			this.typeOf(target),
			args.map((arg) => this.typeOf(arg)),
		);
	}

	private typeOfCall(call: Extract<Expression, { kind: 'call' }>): StaticType {
		if (isTask(call)) return isRelatedTask(call) ? 'rows' : 'value';
		const { name, args } = call;
		const known = FUNCTIONS.get(name.toLowerCase());
		if (known !== undefined) {
			const isCallable = args.length >= known.min && args.length <= known.max;
			const types = args.map((arg) => this.typeOf(arg));
			return isCallable ? known.typeOf('null', types) : 'value';
		}
		const [target, ...others] = args;
		return target === undefined ? 'value' : this.typeOfMethod(name, target, others);
	}
}

/** Numbers below these are far from where numbers end, and sure to be exact. */
const LARGEST_COUNT = 2 ** 32;

export function numberType(digits: string): StaticType {
	if (digits.includes('.')) return 'number';
	const number = Number(digits);
	if (number < LARGEST_COUNT) return 'count';
	return Number.isSafeInteger(number) ? 'number' : 'numeric';
}

export function unaryType(operator: '-' | '+', operand: StaticType): StaticType {
	if (operator === '+') return isNumeric(operand) ? operand : 'numeric';
	return operand === 'count' || operand === 'number' ? 'number' : 'numeric';
}

/** Whether a text in single quotes is a date. */
export function isDate(text: string, quote: string): boolean {
	return quote === "'" && dateIn(text) !== undefined;
}

/** Names with a value of their own, by the helpers that give it; variables of the same name win. */
export const CONSTANTS: ReadonlyMap<string, string> = new Map([
	['zoho.currentdate', 'today'],
	['today', 'today'],
	['zoho.currenttime', 'now'],
	['now', 'now'],
]);

function constantType(name: string): StaticType {
	return CONSTANTS.has(name.toLowerCase()) ? 'date' : 'value';
}

function isSource(node: Node): node is Source {
	return node.kind === 'assignment' || node.kind === 'forEach' || node.kind === 'try';
}

function nameOf(source: Source): string {
	return source.kind === 'try' ? source.error : source.variable;
}

/** The variables that the type of a source depends on. */
function namesIn(source: Source): Set<string> {
	if (source.kind === 'try') return new Set();
	const value = source.kind === 'forEach' ? source.list : source.value;
	const names = new Set<string>();
	for (const node of nodesOf({ statements: [{ kind: 'expression', at: source.at, value }] })) {
		if (node.kind === 'variable') names.add(node.name);
	}
	if (source.kind === 'assignment' && source.operator !== '=') names.add(source.variable);
	return names;
}
