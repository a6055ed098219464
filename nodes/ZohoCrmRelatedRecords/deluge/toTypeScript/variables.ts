import type { Expression, Script, Statement } from '../language/ast';
import { wordIn } from '../language/blocks';
import { childrenOf, nodesOf, type Node } from '../language/astWalk';

/** How the variables of a script come to their values. */
export interface Variables {
	/** Read before the script sets them: values that the script is given. */
	given: readonly string[];
	/** Set by the script. */
	set: ReadonlySet<string>;
	/** Statements that are the first and only place to declare a variable, which is not used outside. */
	declaredBy: ReadonlyMap<Statement, string>;
	/** Whether a variable is set in one place only. */
	isConstant(variable: string): boolean;
}

export function variablesOf(script: Script): Variables {
	const set = new Map<string, number>();
	const given = new Set<string>((script.header?.parameters ?? []).map(({ name }) => name));
	for (const { name, isSet } of occurrences(script)) {
		if (isSet) set.set(name, (set.get(name) ?? 0) + 1);
		else if (!set.has(name) && name.toLowerCase() !== 'input') given.add(name);
	}
	const names = new Set(set.keys());
	return {
		given: [...given],
		set: names,
		declaredBy: declarations(script, names, given),
		isConstant: (variable) => set.get(variable) === 1,
	};
}

interface Occurrence {
	name: string;
	isSet: boolean;
}

/** Reads and writes of variables, roughly as they happen: the right side before the left. */
function* occurrences(script: Script): Generator<Occurrence> {
	for (const statement of script.statements) yield* within(statement);
}

function* within(node: Node): Generator<Occurrence> {
	if (node.kind === 'variable') {
		yield { name: node.name, isSet: false };
		return;
	}
	if (node.kind === 'forEach') {
		yield* within(node.list);
		yield { name: node.variable, isSet: true };
		for (const inner of node.body) yield* within(inner);
		return;
	}
	if (node.kind === 'try') {
		for (const inner of node.body) yield* within(inner);
		yield { name: node.error, isSet: true };
		for (const inner of node.handler) yield* within(inner);
		return;
	}
	if (node.kind === 'assignment' && node.operator !== '=')
		yield { name: node.variable, isSet: false };
	for (const child of childrenOf(node)) if (!isWord(child, node)) yield* within(child);
	if (node.kind === 'assignment') yield { name: node.variable, isSet: true };
}

/** Bare words among attributes, such as GET, are no variables. */
function isWord(child: Node, parent: Node): boolean {
	if (parent.kind !== 'block' || child.kind !== 'variable') return false;
	return parent.attributes.some(
		(attribute) => attribute.value === child && wordIn(attribute) !== undefined,
	);
}

/**
 * A variable is declared where it is set first, if all its other places are behind that, in the same
 * block or deeper.
 */
function declarations(
	script: Script,
	set: ReadonlySet<string>,
	given: ReadonlySet<string>,
): Map<Statement, string> {
	const all = [...occurrences(script)];
	const found = new Map<Statement, string>();
	const visit = (statements: readonly Statement[]) => {
		for (const [index, statement] of statements.entries()) {
			const name = nameSetBy(statement);
			const isOpen = name !== undefined && set.has(name) && !given.has(name);
			if (isOpen && ![...found.values()].includes(name)) {
				const reached = reachOf(statement, statements.slice(index));
				if (count(reached, name) === count(all, name)) found.set(statement, name);
			}
			for (const body of bodiesOf(statement)) visit(body);
		}
	};
	visit(script.statements);
	return found;
}

function count(occurrences: readonly Occurrence[], name: string): number {
	return occurrences.filter((occurrence) => occurrence.name === name).length;
}

/** What can see a variable that a statement declares. */
function reachOf(statement: Statement, rest: readonly Statement[]): Occurrence[] {
	switch (statement.kind) {
		case 'forEach':
			return [...within(statement)];
		case 'try':
			return [
				{ name: statement.error, isSet: true },
				...statement.handler.flatMap((inner) => [...within(inner)]),
			];
		default:
			return rest.flatMap((part) => [...within(part)]);
	}
}

function nameSetBy(statement: Statement): string | undefined {
	switch (statement.kind) {
		case 'assignment':
			return statement.operator === '=' ? statement.variable : undefined;
		case 'forEach':
			return statement.variable;
		case 'try':
			return statement.error;
		default:
			return undefined;
	}
}

function bodiesOf(statement: Statement): readonly (readonly Statement[])[] {
	switch (statement.kind) {
		case 'if':
			return [...statement.branches.map(({ body }) => body), statement.otherwise ?? []];
		case 'forEach':
		case 'while':
			return [statement.body];
		case 'try':
			return [statement.body, statement.handler];
		default:
			return [];
	}
}

/** Whether a list is changed within the loop over it. */
export function isChanged(list: Expression, body: readonly Statement[]): boolean {
	if (list.kind !== 'variable') return false;
	const script: Script = { statements: [...body] };
	return [...nodesOf(script)].some(
		(node) =>
			(node.kind === 'method' &&
				node.target.kind === 'variable' &&
				node.target.name === list.name) ||
			(node.kind === 'assignment' && node.variable === list.name),
	);
}
