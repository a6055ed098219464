import type { Position } from '../language/ast';
import type { StaticType } from './code';
import { HELPERS } from './helpers';
import { Names } from './names';

/** What a translation gathers beside its text. */
export class Translation {
	readonly names: Names;
	/** Types of the variables, as far as they are known so far. */
	readonly types = new Map<string, StaticType>();
	/** Functions that the script calls and the caller has to bring, in order of their first call. */
	readonly tasks = new Set<string>();
	readonly notes = new Set<string>();
	private readonly helpers = new Set<string>();

	/** @param isTyped TypeScript; else JavaScript, the same without its types */
	constructor(readonly isTyped: boolean) {
		this.names = new Names([...HELPERS.keys(), ...TASK_NAMES]);
	}

	/** A type, in TypeScript only. */
	typed(text: string): string {
		return this.isTyped ? text : '';
	}

	/** A call of a helper, which then stands above the script. */
	help(name: string, ...args: string[]): string {
		this.need(name);
		return `${name}(${args.join(', ')})`;
	}

	/** A call of a function that the caller brings. */
	task(name: string, args: string): string {
		this.tasks.add(name);
		return `await ${name}(${args})`;
	}

	note(at: Position, text: string): void {
		this.notes.add(`Line ${at.line}: ${text}`);
	}

	/** The texts of the helpers, without their types where there are none. */
	helperTexts(): string[] {
		return [...HELPERS].flatMap(([name, { text }]) =>
			this.helpers.has(name)
				? [text.replace(/«([^»]*)»/g, (_marked, type: string) => this.typed(type))]
				: [],
		);
	}

	private need(name: string): void {
		if (this.helpers.has(name)) return;
		this.helpers.add(name);
		for (const used of HELPERS.get(name)?.uses ?? []) this.need(used);
	}
}

/** Names of functions the caller brings; variables of a script have to keep clear of them. */
const TASK_NAMES: readonly string[] = ['related', 'invokeUrl', 'info', 'input'];
