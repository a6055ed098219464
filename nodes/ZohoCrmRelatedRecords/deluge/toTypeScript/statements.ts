import type {
	Assignment,
	Expression,
	ForEach,
	If,
	Method,
	Statement,
	Try,
	While,
} from '../language/ast';
import type { Steps } from '../../helpers/steps';
import { noteErrors } from './errorNotes';
import { copied, helper, member, method, text, type Code } from './code';
import { noteKey, translated } from './expressions';
import { binary, condition } from './operators';
import type { Translation } from './translation';
import { isList, join, type StaticType } from './types';

/** A type after a name, in TypeScript only. */
interface Annotation {
	annotation: StaticType | 'unsure';
}

/** A line of the output; names are chosen when all lines are there. */
export interface Line {
	depth: number;
	parts: readonly (string | Code | Annotation)[];
}

/** Translates statements, line by line. */
export class StatementTranslator {
	readonly lines: Line[] = [];
	private loops = 0;

	constructor(private readonly translation: Translation) {}

	/** One step for each statement. */
	*block(statements: readonly Statement[], depth: number): Steps<void> {
		for (const statement of statements) {
			yield* this.statement(statement, depth);
			yield;
		}
	}

	private *statement(statement: Statement, depth: number): Steps<void> {
		switch (statement.kind) {
			case 'assignment':
				return this.assignment(statement, depth);
			case 'expression':
				return this.effect(depth, this.action(statement.value));
			case 'info':
				this.translation.tasks.add('info');
				return this.add(depth, 'info(', this.value(statement.value), ');');
			case 'return': {
				const { value } = statement;
				return value === undefined
					? this.add(depth, 'return null;')
					: this.add(depth, 'return ', this.value(value), ';');
			}
			case 'break':
			case 'continue':
				if (this.loops > 0) return this.add(depth, `${statement.kind};`);
				return this.add(
					depth,
					helper('fail', 'value', text(`'${statement.kind}' outside a loop`)),
					';',
				);
			default:
				return yield* this.nested(statement, depth);
		}
	}

	private *nested(statement: If | ForEach | While | Try, depth: number): Steps<void> {
		switch (statement.kind) {
			case 'if':
				return yield* this.if(statement, depth);
			case 'forEach':
				return yield* this.forEach(statement, depth);
			case 'while':
				this.add(depth, 'while (', this.condition(statement.condition), ') {');
				return yield* this.loop(statement.body, depth);
			case 'try':
				return yield* this.try(statement, depth);
		}
	}

	/** @param parts with what they call */
	add(depth: number, ...parts: Line['parts']): void {
		for (const part of parts) {
			if (typeof part !== 'string' && 'kind' in part) this.translation.use(part);
		}
		this.lines.push({ depth, parts });
	}

	private value(expression: Expression): Code {
		return translated(expression, this.translation);
	}

	private condition(expression: Expression): Code {
		return condition(this.value(expression));
	}

	private variable(name: string): Code {
		return { kind: 'variable', name, type: this.translation.types.variable(name) };
	}

	private assignment(statement: Assignment, depth: number): void {
		const { variable, operator, value } = statement;
		const right = this.value(value);
		if (operator === '=') {
			return this.add(depth, ...this.declaration(statement, variable), ' = ', right, ';');
		}
		const read = translated(
			{ kind: 'variable', name: variable, at: statement.at },
			this.translation,
		);
		const plain = operator.charAt(0) as '+' | '-' | '*' | '/' | '%';
		this.add(depth, this.variable(variable), ' = ', binary(plain, read, right), ';');
	}

	/** The variable, declared here where this is its first place. */
	private declaration(statement: Statement, name: string): Line['parts'] {
		const { variables, types } = this.translation;
		const variable = this.variable(name);
		if (variables.declaredBy.get(statement) !== name) return [variable];
		const word = variables.isConstant(name) ? 'const ' : 'let ';
		return [word, variable, { annotation: types.variable(name) }];
	}

	/** A map at the start of a statement would be a block to JavaScript. */
	private effect(depth: number, code: Code): void {
		if (startOf(code).kind === 'map') this.add(depth, '(', code, ');');
		else this.add(depth, code, ';');
	}

	/** An expression for its effect: changes of lists and maps read as such. */
	private action(expression: Expression): Code {
		const change = expression.kind === 'method' ? this.change(expression) : undefined;
		return change ?? this.value(expression);
	}

	private change({ target, name, args }: Method): Code | undefined {
		if (target.kind !== 'variable') return undefined;
		const changed = this.value(target);
		const [first, second] = args;
		const call = `${changed.type}.${name.toLowerCase()}/${args.length}`;
		if (call === 'list.add/1' && first !== undefined) {
			return method(changed, 'push', 'value', this.value(first));
		}
		const isPlain = first?.kind === 'text' && first.quote === '"' && first.value !== '__proto__';
		if (call !== 'map.put/2' || !isPlain || second === undefined) return undefined;
		noteKey(first, this.translation);
		const place = member(changed, first.value, 'value');
		return { kind: 'set', place, value: this.value(second), type: 'value' };
	}

	private *if({ branches, otherwise }: If, depth: number): Steps<void> {
		for (const [index, { condition: asked, body }] of branches.entries()) {
			this.add(depth, index === 0 ? 'if (' : '} else if (', this.condition(asked), ') {');
			yield* this.block(body, depth + 1);
		}
		if (otherwise !== undefined) {
			this.add(depth, '} else {');
			yield* this.block(otherwise, depth + 1);
		}
		this.add(depth, '}');
	}

	private *forEach(statement: ForEach, depth: number): Steps<void> {
		const { variable, isIndex, body } = statement;
		const items = this.itemsOf(statement);
		const source = isIndex ? method(items, 'keys', 'value') : items;
		const isOwn = this.translation.variables.declaredBy.get(statement) === variable;
		const word = this.translation.variables.isConstant(variable) ? 'const ' : 'let ';
		const { type } = this.variable(variable);
		const element = isIndex ? 'number' : items.type === 'rows' ? 'map' : 'value';
		// TypeScript would take the type of the items for all that the variable is given later.
		const isWider = isOwn && join(type, element) !== element;
		const values: Line['parts'] = isWider
			? ['[...', source, '].map((item)', { annotation: type }, ' => item)']
			: [source];
		const start = `for (${isOwn ? word : ''}`;
		this.add(depth, start, this.variable(variable), ' of ', ...values, ') {');
		yield* this.loop(body, depth);
	}

	private *loop(body: readonly Statement[], depth: number): Steps<void> {
		this.loops += 1;
		yield* this.block(body, depth + 1);
		this.loops -= 1;
		this.add(depth, '}');
	}

	/** The list as it is at the start, whatever the body does to it. */
	private itemsOf(statement: ForEach): Code {
		const value = this.value(statement.list);
		if (!isList(value.type)) return helper('itemsOf', 'list', value);
		const isFresh = value.kind === 'task' || value.kind === 'list';
		const { changingLoops } = this.translation.variables;
		return isFresh || !changingLoops.has(statement) ? value : copied(value);
	}

	private *try(statement: Try, depth: number): Steps<void> {
		yield* noteErrors(statement, this.translation);
		this.add(depth, 'try {');
		yield* this.block(statement.body, depth + 1);
		this.add(depth, '} catch (error) {');
		const error: Code = helper('caught', 'map', { kind: 'word', word: 'error', type: 'value' });
		this.add(depth + 1, ...this.declaration(statement, statement.error), ' = ', error, ';');
		yield* this.block(statement.handler, depth + 1);
		this.add(depth, '}');
	}
}

/** The part that an expression begins with. */
function startOf(code: Code): Code {
	switch (code.kind) {
		case 'method':
		case 'member':
			return startOf(code.target);
		case 'binary':
			return startOf(code.left);
		case 'conditional':
			return startOf(code.test);
		default:
			return code;
	}
}
