import type { Position } from '../language/ast';
import type { Code } from './code';
import { helpers, type Helper } from './embedded';
import type { Types } from './infer';
import type { Variables } from './variables';

const HELPERS: ReadonlyMap<string, Helper> = new Map(
	helpers.map((helper) => [helper.name, helper]),
);

/** What is known of a script, and what its translation gathers beside its text. */
export class Translation {
	/** Functions that the script calls and the caller has to bring, in order of their first call. */
	readonly tasks = new Set<string>();
	/** Notes for the user, a sentence each. */
	readonly notes = new Set<string>();
	private readonly helpers = new Set<string>();

	constructor(
		readonly variables: Variables,
		readonly types: Types,
	) {}

	note(at: Position, text: string): void {
		this.notes.add(`Line ${at.line}: ${text}`);
	}

	/** Gathers what an expression calls. */
	use(code: Code): void {
		const open = [code];
		for (let next = open.pop(); next !== undefined; next = open.pop()) {
			if (next.kind === 'helper') this.need(next.name);
			if (next.kind === 'task') this.tasks.add(next.name);
			for (const part of partsOf(next)) open.push(part);
		}
	}

	/** A helper, and those it uses. */
	need(name: string): void {
		const helper = HELPERS.get(name);
		if (helper === undefined || this.helpers.has(name)) return;
		this.helpers.add(name);
		for (const used of helper.uses) this.need(used);
	}

	/** The helpers that the script needs, in the order of the prelude. */
	needed(): readonly Helper[] {
		return helpers.filter(({ name }) => this.helpers.has(name));
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
