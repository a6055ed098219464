import type { Steps } from '../../helpers/steps';
import type { Binary, Expression, Method, Script, Statement, Variable } from '../language/ast';
import { nodesWithin } from '../language/astWalk';
import type { ReadExpression } from './knownValues';
import { isRead } from './readTasks';

/** Where a variable has its value from, at one place of the script. */
export type Binding =
	| { kind: 'once'; value: Expression }
	/** Set to each element of a list. */
	| { kind: 'each'; list: Expression }
	/** Set in one of several ways, by the branch that was taken; unset is a value of the input. */
	| { kind: 'either'; bindings: ReadonlySet<Binding | undefined> }
	| { kind: 'several' };

/** What stands around a part of a script, from the inside out. */
export interface Surroundings {
	kind: 'if' | 'forEach' | 'while' | 'handler';
	line: number;
	/** List that is walked. */
	list?: Expression;
	outer?: Surroundings;
}

type Changes = Map<string, Binding | undefined>;

/** The variables of a script at each place, and what is put into those that are maps or lists. */
export class Scope {
	/** What stands around each read. */
	readonly surroundings = new Map<ReadExpression, Surroundings | undefined>();
	private readonly uses = new Map<Variable, Binding>();
	private readonly fillings = new Map<Binding, Method[]>();
	/** Bindings at the place the walk has reached. */
	private current: Changes = new Map();
	/** What the names bound since the innermost branch began were bound to before it. */
	private before: Changes = new Map();

	/** @param given names of values that the script is given; grows by those used before they are set */
	constructor(private readonly given: Set<string>) {}

	/** @returns undefined for what the script is given: a parameter, or a value of the item */
	binding(variable: Variable): Binding | undefined {
		return this.uses.get(variable);
	}

	/** The calls of `put` and `add` on what a variable was bound to, in source order. */
	fillingsOf(binding: Binding): readonly Method[] {
		return this.fillings.get(binding) ?? [];
	}

	/** Follows statements in the order they run. */
	*follow(statements: readonly Statement[], outer?: Surroundings): Steps<void> {
		for (const statement of statements) {
			yield;
			yield* this.statement(statement, outer);
		}
	}

	private *statement(node: Statement, outer?: Surroundings): Steps<void> {
		const { line } = node.at;
		switch (node.kind) {
			case 'assignment': {
				yield* this.expression(node.value, outer);
				return this.bind(node.variable, this.assigned(node));
			}
			case 'if': {
				const branches: Changes[] = [];
				const inside: Surroundings = { kind: 'if', line, outer };
				for (const [index, { condition, body }] of node.branches.entries()) {
					yield* this.expression(condition, index === 0 ? outer : inside);
					branches.push(yield* this.branch(body, inside));
				}
				branches.push(yield* this.branch(node.otherwise ?? [], inside));
				return this.merge(branches, branches.length);
			}
			case 'forEach':
				yield* this.expression(node.list, outer);
				return yield* this.loop(node, { kind: 'forEach', line, list: node.list, outer });
			case 'while':
				yield* this.expression(node.condition, outer);
				return yield* this.loop(node, { kind: 'while', line, outer });
			case 'try': {
				// What follows is meant for the values of a body that went well.
				const body = yield* this.branch(node.body, outer);
				const inside: Surroundings = { kind: 'handler', line, outer };
				const handler = yield* this.branch(node.handler, inside, [
					[node.error, { kind: 'several' }],
				]);
				return this.merge([body, handler], 1);
			}
			case 'expression':
			case 'info':
			case 'return':
				if (node.value !== undefined) yield* this.expression(node.value, outer);
				return;
			default:
		}
	}

	private *loop(
		node: Extract<Statement, { kind: 'forEach' | 'while' }>,
		inside: Surroundings,
	): Steps<void> {
		// A value may come from the round before, until the loop sets it anew.
		const starts: [string, Binding][] = [];
		for (const child of nodesWithin(node.body)) {
			if (child.kind === 'assignment') starts.push([child.variable, { kind: 'several' }]);
			yield;
		}
		if (node.kind === 'forEach') {
			const isEach = !node.isIndex;
			starts.push([
				node.variable,
				isEach ? { kind: 'each', list: node.list } : { kind: 'several' },
			]);
		}
		this.merge([yield* this.branch(node.body, inside, starts), new Map()], 2);
	}

	private *branch(
		body: readonly Statement[],
		inside: Surroundings | undefined,
		starts: readonly [string, Binding][] = [],
	): Steps<Changes> {
		const outer = this.before;
		this.before = new Map();
		for (const [name, binding] of starts) this.bind(name, binding);
		yield* this.follow(body, inside);
		const after: Changes = new Map();
		for (const [name, binding] of this.before) {
			after.set(name, this.current.get(name));
			this.current.set(name, binding);
		}
		this.before = outer;
		return after;
	}

	/** @param total branches of which one is taken; where fewer bind a name, it may be as before */
	private merge(branches: readonly Changes[], total: number): void {
		const found = new Map<string, (Binding | undefined)[]>();
		for (const branch of branches) {
			for (const [name, binding] of branch) {
				found.set(name, [...(found.get(name) ?? []), binding].slice(0, MAX_WAYS + 1));
			}
		}
		for (const [name, bindings] of found) {
			const before = this.current.get(name);
			const isBound = before !== undefined || this.given.has(name);
			const all = bindings.length < total && isBound ? [before, ...bindings] : bindings;
			const [only, ...others] = new Set(all);
			const isOne = others.length === 0 && only !== undefined;
			this.bind(name, isOne ? only : eitherOf(all));
		}
	}

	private bind(name: string, binding: Binding): void {
		if (!this.before.has(name)) this.before.set(name, this.current.get(name));
		this.current.set(name, binding);
	}

	private assigned(node: Extract<Statement, { kind: 'assignment' }>): Binding {
		if (node.operator === '=') return { kind: 'once', value: node.value };
		if (node.operator !== '+=') return { kind: 'several' };
		const left: Variable = { kind: 'variable', at: node.at, name: node.variable };
		this.use(left);
		const value: Binary = { kind: 'binary', at: node.at, operator: '+', left, right: node.value };
		return { kind: 'once', value };
	}

	private *expression(expression: Expression, outer?: Surroundings): Steps<void> {
		for (const node of nodesWithin([expression])) {
			yield;
			if (node.kind === 'variable') this.use(node);
			else if (node.kind === 'method') this.fill(node);
			else if ((node.kind === 'call' || node.kind === 'block') && isRead(node)) {
				this.surroundings.set(node, outer);
			}
		}
	}

	private use(variable: Variable): void {
		const binding = this.current.get(variable.name);
		if (binding === undefined) this.given.add(variable.name);
		else this.uses.set(variable, binding);
	}

	private fill(node: Method): void {
		const { target, name } = node;
		if (!['put', 'add'].includes(name.toLowerCase()) || target.kind !== 'variable') return;
		const binding = this.current.get(target.name);
		if (binding === undefined) return;
		const fillings = this.fillings.get(binding) ?? [];
		fillings.push(node);
		this.fillings.set(binding, fillings);
	}
}

/** Ways to bind a variable that are told apart. */
const MAX_WAYS = 8;

function eitherOf(bindings: readonly (Binding | undefined)[]): Binding {
	return bindings.length > MAX_WAYS
		? { kind: 'several' }
		: { kind: 'either', bindings: new Set(bindings) };
}

/** The scope of a script, a step for each part of it. */
export function* scopeSteps(script: Script): Steps<Scope> {
	const scope = new Scope(new Set(script.header?.parameters.map(({ name }) => name)));
	yield* scope.follow(script.statements);
	return scope;
}
