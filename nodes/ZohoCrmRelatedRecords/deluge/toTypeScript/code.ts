import type { Callee } from './ownCalls';
import { join, type StaticType } from './types';

export type Operator =
	'===' | '!==' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%' | '&&' | '||' | '??';

/** An expression of TypeScript, with what is known of its type; `print` writes it. */
export type Code = { type: StaticType } & (
	| { kind: 'text'; value: string }
	/** `null`, `true`, digits, `12n` or a regular expression. */
	| { kind: 'word'; word: string }
	/** A variable of the script. */
	| { kind: 'variable'; name: string }
	/** The function's parameter that holds what the script is given. */
	| { kind: 'input' }
	| { kind: 'list'; items: readonly Code[] }
	| { kind: 'map'; entries: readonly Entry[] }
	/** Within a list or a map. */
	| { kind: 'spread'; value: Code }
	/** A call of a helper, which then stands above the script. */
	| { kind: 'helper'; name: string; args: readonly Code[] }
	/** A call of a function that the caller brings. */
	| { kind: 'task'; name: string; args: readonly Code[] }
	/** A call of a function of the script. */
	| { kind: 'own'; callee: Callee; args: readonly Code[] }
	| { kind: 'method'; target: Code; name: string; args: readonly Code[] }
	| { kind: 'member'; target: Code; name: string }
	| { kind: 'unary'; operator: '!' | '-'; operand: Code }
	| { kind: 'binary'; operator: Operator; left: Code; right: Code }
	| { kind: 'conditional'; test: Code; yes: Code; no: Code }
	/** Sets a member of a map. */
	| { kind: 'set'; place: Code; value: Code }
);

/** An entry of a map; one without key is spread. */
export interface Entry {
	key?: string | Code;
	value: Code;
}

export const NULL = word('null', 'null');

export function text(value: string): Code {
	return { kind: 'text', value, type: 'text' };
}

export function word(word: string, type: StaticType): Code {
	return { kind: 'word', word, type };
}

export function helper(name: string, type: StaticType, ...args: Code[]): Code {
	return { kind: 'helper', name, args, type };
}

/** A call of a method that JavaScript has itself. */
export function method(target: Code, name: string, type: StaticType, ...args: Code[]): Code {
	return { kind: 'method', target, name, args, type };
}

export function member(target: Code, name: string, type: StaticType): Code {
	return { kind: 'member', target, name, type };
}

export function binary(operator: Operator, left: Code, right: Code, type: StaticType): Code {
	return { kind: 'binary', operator, left, right, type };
}

/** A copy of a list. */
export function copied(list: Code): Code {
	return {
		kind: 'list',
		items: [{ kind: 'spread', value: list, type: list.type }],
		type: list.type,
	};
}

export function conditional(test: Code, yes: Code, no: Code): Code {
	return { kind: 'conditional', test, yes, no, type: join(yes.type, no.type) };
}

/** The opposite of a condition. */
export function negation(condition: Code): Code {
	if (condition.kind === 'unary' && condition.operator === '!') return condition.operand;
	if (condition.kind === 'binary' && condition.operator === '===') {
		return { ...condition, operator: '!==' };
	}
	return { kind: 'unary', operator: '!', operand: condition, type: 'boolean' };
}

/** Whether it is written out, and so the same each time. */
export function isLiteral({ kind }: Code): boolean {
	return kind === 'text' || kind === 'word';
}
