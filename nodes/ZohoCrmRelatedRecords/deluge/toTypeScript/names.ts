import type { Callee } from './ownCalls';

/** Words that cannot name a variable in a strict module, and names that the output uses itself. */
const TAKEN: ReadonlySet<string> = new Set(
	[
		'arguments async await break case catch class const continue debugger default delete do else',
		'enum error eval export extends false finally for function if implements import in instanceof',
		'interface let new null of package private protected public return static super switch this',
		'throw true try typeof undefined var void while with yield',
		'Array BigInt Boolean Date DelugeDate Error Infinity Intl JSON Map Math NaN Number Object Promise',
		'RegExp Row Set String URL URLSearchParams Value',
		'info input invokeUrl items related script',
	].flatMap((line) => line.split(' ')),
);

/** Names of variables and functions that are valid and meet nothing else. */
export class Names {
	private readonly given = new Map<string | Callee, string>();
	private readonly used = new Set<string>(TAKEN);
	/** By name: the underscores that the last one of it took. */
	private readonly tails = new Map<string, string>();

	/** @param reserved names of functions that the output holds */
	constructor(reserved: Iterable<string>) {
		for (const name of reserved) this.used.add(name);
	}

	/** The same for the same variable; with an underscore behind it where the name is taken. */
	of(variable: string): string {
		return this.give(variable, variable);
	}

	/** A function that the caller brings; a variable of the same name gets another. */
	ofTask(task: string): string {
		if (['related', 'invokeUrl', 'info'].includes(task)) return task;
		return this.give(`${task}()`, task);
	}

	/** A function of the script, without its namespace. */
	ofFunction(callee: Callee): string {
		const { name } = callee.own.header;
		return this.give(callee, name.slice(name.lastIndexOf('.') + 1));
	}

	/** A parameter that a later one of the same name hides. */
	ofHidden(parameter: string, index: number): string {
		return this.give(`${parameter}()${index}`, parameter);
	}

	private give(key: string | Callee, wanted: string): string {
		const known = this.given.get(key);
		if (known !== undefined) return known;
		let tail = this.tails.get(wanted) ?? '';
		while (this.used.has(wanted + tail)) tail += '_';
		this.tails.set(wanted, tail);
		this.used.add(wanted + tail);
		this.given.set(key, wanted + tail);
		return wanted + tail;
	}
}
