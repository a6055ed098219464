import type { Call, Method, OwnFunction, Script, Statement } from './ast';
import { nodesOf } from './astWalk';

/** Namespaces of functions that users wrote in Zoho CRM, in lower case. */
const NAMESPACES: readonly string[] = [
	'automation',
	'button',
	'related_list',
	'schedule',
	'standalone',
];

/** All functions of a script, the one around it included. */
export function functionsOf({ header, statements, functions }: Script): readonly OwnFunction[] {
	return functions ?? (header === undefined ? [] : [{ header, statements }]);
}

/** Whether nothing but functions is in the text, so that one of them is where to begin. */
export function isOnlyFunctions({ header, functions }: Script): boolean {
	return header !== undefined && functions !== undefined;
}

/** A script as its statements, then its other functions. */
export function partsOf({ statements, functions = [] }: Script): readonly (readonly Statement[])[] {
	const others = functions.map((own) => own.statements).filter((other) => other !== statements);
	return [statements, ...others];
}

/**
 * The name by which a node can call a function of the author's own: `f`, `automation.f`.
 * @returns undefined for methods of values
 */
export function calledName(node: Call | Method): string | undefined {
	if (node.kind === 'call') return /^zoho\./i.test(node.name) ? undefined : node.name;
	const { target, name } = node;
	const isOwn = target.kind === 'variable' && NAMESPACES.includes(target.name.toLowerCase());
	return isOwn ? `${target.name}.${name}` : undefined;
}

type Names = ReadonlyMap<string, OwnFunction>;

/** Functions by their names in lower case; a script may have thousands, and call each of them. */
const NAMES = new WeakMap<readonly OwnFunction[], { whole: Names; base: Names }>();

function namesOf(functions: readonly OwnFunction[]): { whole: Names; base: Names } {
	const known = NAMES.get(functions);
	if (known !== undefined) return known;
	// Of several with one name the first counts, so it comes last here.
	const reversed = [...functions].reverse();
	const names = {
		whole: new Map(reversed.map((own) => [own.header.name.toLowerCase(), own])),
		base: new Map(reversed.map((own) => [baseName(own.header.name), own])),
	};
	NAMES.set(functions, names);
	return names;
}

/** The function of a name, compared without case: with the same namespace, else with any. */
export function functionNamed(
	name: string,
	functions: readonly OwnFunction[],
): OwnFunction | undefined {
	const { whole, base } = namesOf(functions);
	return whole.get(name.toLowerCase()) ?? base.get(baseName(name));
}

/** Functions that no other function of the script calls. */
export function uncalledFunctions(script: Script): readonly OwnFunction[] {
	const functions = functionsOf(script);
	const called = new Set<OwnFunction>();
	for (const caller of functions) {
		for (const node of nodesOf(caller)) {
			if (node.kind !== 'call' && node.kind !== 'method') continue;
			const name = calledName(node);
			const own = name === undefined ? undefined : functionNamed(name, functions);
			if (own !== undefined && own !== caller) called.add(own);
		}
	}
	return functions.filter((own) => !called.has(own));
}

/**
 * The script with the function to begin with around it: the named one, else the only one that no
 * other calls, else the first. Statements outside of functions come before all of them.
 * @returns undefined where no function has the name
 */
export function withEntry(script: Script, name?: string): Script | undefined {
	if (name === undefined && !isOnlyFunctions(script)) return script;
	const functions = functionsOf(script);
	const uncalled = uncalledFunctions(script);
	const guessed = uncalled.length === 1 ? uncalled[0] : functions[0];
	const entry = name === undefined ? guessed : functionNamed(name, functions);
	return entry === undefined ? undefined : { ...entry, functions: [...functions] };
}

function baseName(name: string): string {
	return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
