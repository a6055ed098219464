import type { Position, Script } from '../language/ast';
import { functionsOf } from '../language/ownFunctions';
import type { Code } from './code';
import { helpers, type Helper } from './embedded';
import type { Types } from './infer';
import { Callees, type Callee, type OwnCalls } from './ownCalls';
import type { Variables } from './variables';

const HELPERS: ReadonlyMap<string, Helper> = new Map(
	helpers.map((helper) => [helper.name, helper]),
);

/** What the translations of a script and of its functions gather beside their texts. */
export class Gathered {
	/** Functions that the script calls and the caller has to bring, in order of their first call. */
	readonly tasks = new Set<string>();
	/** Notes for the user, a sentence each. */
	readonly notes = new Set<string>();
	/** The notes without their places. */
	readonly told = new Set<string>();
	readonly helpers = new Set<string>();
	readonly callees: Callees;

	constructor(script: Script) {
		this.callees = new Callees(functionsOf(script));
	}

	/** The helpers that are needed, in the order of the prelude. */
	needed(): readonly Helper[] {
		return helpers.filter(({ name }) => this.helpers.has(name));
	}
}

/** What is known of a script, or of one of its functions, and what its translation gathers. */
export class Translation {
	/** The functions of the script that it calls. */
	readonly callees = new Set<Callee>();
	/** Whether it waits for functions that the caller brings. */
	isWaiting = false;

	/** @param isInner whether it is a function that the script calls, which `input` does not reach */
	constructor(
		readonly variables: Variables,
		readonly types: Types,
		readonly calls: OwnCalls,
		readonly gathered: Gathered,
		readonly isInner: boolean,
	) {}

	get tasks(): Set<string> {
		return this.gathered.tasks;
	}

	note(at: Position, text: string): void {
		this.gathered.notes.add(`Line ${at.line}: ${text}`);
		this.gathered.told.add(text);
	}

	/** The same text in one note for all its places, at the first of them. */
	noteOnce(at: Position, text: string): void {
		if (!this.gathered.told.has(text)) this.note(at, text);
	}

	/** Gathers what an expression calls. */
	use(code: Code): void {
		const open = [code];
		for (let next = open.pop(); next !== undefined; next = open.pop()) {
			if (next.kind === 'helper') this.need(next.name);
			if (next.kind === 'own') this.callees.add(next.callee);
			if (next.kind === 'task') {
				this.tasks.add(next.name);
				this.isWaiting = true;
			}
			for (const part of partsOf(next)) open.push(part);
		}
	}

	/** A helper, and those it uses. */
	need(name: string): void {
		const helper = HELPERS.get(name);
		if (helper === undefined || this.gathered.helpers.has(name)) return;
		this.gathered.helpers.add(name);
		for (const used of helper.uses) this.need(used);
	}
}

/** The expressions within one, in their order from the last. */
function partsOf(code: Code): readonly Code[] {
	switch (code.kind) {
		case 'list':
			return [...code.items].reverse();
		case 'map':
			return code.entries
				.flatMap(({ key, value }) =>
					key === undefined || typeof key === 'string' ? [value] : [key, value],
				)
				.reverse();
		case 'spread':
			return [code.value];
		case 'helper':
		case 'task':
		case 'own':
			return [...code.args].reverse();
		case 'method':
			return [code.target, ...code.args].reverse();
		case 'member':
			return [code.target];
		case 'unary':
			return [code.operand];
		case 'binary':
			return [code.right, code.left];
		case 'set':
			return [code.value, code.place];
		case 'conditional':
			return [code.no, code.yes, code.test];
		default:
			return [];
	}
}
