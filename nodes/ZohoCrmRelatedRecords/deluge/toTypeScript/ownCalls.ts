import type { Call, Method, OwnFunction, Script } from '../language/ast';
import { nodesOf } from '../language/astWalk';
import { calledName, functionNamed } from '../language/ownFunctions';
import { isBuiltIn } from '../library/names';

/** A function of the script that its translation also holds. */
export interface Callee {
	readonly own: OwnFunction;
	/** Known when all functions are translated. */
	isAsync: boolean;
}

/** The functions of a script, and those that it reaches, in the order of their first call. */
export class Callees {
	private readonly known = new Map<OwnFunction, Callee>();
	private readonly byName = new Map<string, OwnFunction | undefined>();

	constructor(private readonly functions: readonly OwnFunction[]) {}

	/** The function that a name calls; each name is looked up once. */
	named(name: string): OwnFunction | undefined {
		const key = name.toLowerCase();
		if (!this.byName.has(key)) this.byName.set(key, functionNamed(name, this.functions));
		return this.byName.get(key);
	}

	/** The same for the same function. */
	of(own: OwnFunction): Callee {
		const known = this.known.get(own) ?? { own, isAsync: false };
		this.known.set(own, known);
		return known;
	}

	/** Those that are added meanwhile come last. */
	all(): Iterable<Callee> {
		return this.known.values();
	}
}

/** Tells which calls of a script, or of one of its functions, run functions of the script. */
export class OwnCalls {
	private readonly variables: ReadonlySet<string>;

	/** @param script a function is a script with the function around its statements */
	constructor(
		script: Script,
		private readonly callees: Callees,
	) {
		this.variables = variablesIn(script);
	}

	/**
	 * The function that is run. Deluge's own functions win over those of the script, and what hangs
	 * on a variable is a method of its value, whatever the variable's name.
	 */
	calledBy(node: Call | Method): OwnFunction | undefined {
		if (node.kind === 'call' && isBuiltIn(node.name)) return undefined;
		const target = node.kind === 'method' ? node.target : undefined;
		if (target?.kind === 'variable' && this.variables.has(target.name)) return undefined;
		const name = calledName(node);
		return name === undefined ? undefined : this.callees.named(name);
	}
}

/** Parameters, and names that are set. */
function variablesIn(script: Script): Set<string> {
	const names = new Set(script.header?.parameters.map(({ name }) => name));
	for (const node of nodesOf(script)) {
		if (node.kind === 'assignment' || node.kind === 'forEach') names.add(node.variable);
		if (node.kind === 'try') names.add(node.error);
	}
	return names;
}
