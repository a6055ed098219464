import type { Expression, Method, Script, Statement } from '../language/ast';
import { nodesOf, type Node } from '../language/astWalk';
import type { Steps } from '../../helpers/steps';

/** How a variable gets its values: set once, set to each element of a list, or in several ways. */
export type Binding =
	{ kind: 'once'; value: Expression } | { kind: 'each'; list: Expression } | { kind: 'several' };

/** The variables of a script, and what is put into those that are maps. */
export class Scope {
	private readonly bindings = new Map<string, Binding>();
	private readonly puts = new Map<string, Method[]>();

	/** Takes in what a part of the script sets. */
	note(node: Node): void {
		if (node.kind === 'assignment' || node.kind === 'forEach' || node.kind === 'try') {
			this.bind(node);
		} else if (node.kind === 'method') {
			this.notePut(node);
		}
	}

	/** @returns undefined for what the script is given: a parameter, or a value of the item */
	binding(variable: string): Binding | undefined {
		return this.bindings.get(variable);
	}

	/** The calls of `put` on a variable, in source order. */
	putsOn(variable: string): readonly Method[] {
		return this.puts.get(variable) ?? [];
	}

	private bind(node: Extract<Statement, { kind: 'assignment' | 'forEach' | 'try' }>): void {
		const name = node.kind === 'try' ? node.error : node.variable;
		const isBound = this.bindings.has(name);
		this.bindings.set(name, isBound ? { kind: 'several' } : bindingOf(node));
	}

	private notePut(node: Method): void {
		const { target, name } = node;
		if (name.toLowerCase() !== 'put' || target.kind !== 'variable') return;
		const puts = this.puts.get(target.name) ?? [];
		puts.push(node);
		this.puts.set(target.name, puts);
	}
}

/** The scope of a script, a step for each part of it. */
export function* scopeSteps(script: Script): Steps<Scope> {
	const scope = new Scope();
	for (const node of nodesOf(script)) {
		scope.note(node);
		yield;
	}
	return scope;
}

function bindingOf(node: Extract<Statement, { kind: 'assignment' | 'forEach' | 'try' }>): Binding {
	if (node.kind === 'assignment' && node.operator === '=') {
		return { kind: 'once', value: node.value };
	}
	if (node.kind === 'forEach' && !node.isIndex) return { kind: 'each', list: node.list };
	return { kind: 'several' };
}
