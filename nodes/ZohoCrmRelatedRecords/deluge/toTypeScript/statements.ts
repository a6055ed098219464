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
import {
	code,
	either,
	PRECEDENCE,
	propertyAccess,
	typeName,
	within,
	type Code,
	type StaticType,
} from './code';
import { translated } from './expressions';
import { binary, condition } from './operators';
import type { Translation } from './translation';
import { isChanged, type Variables } from './variables';

/** Translates statements, and learns the types of variables on the way. */
export class StatementTranslator {
	constructor(
		private readonly translation: Translation,
		private readonly variables: Variables,
	) {}

	/** A block of statements, a line each. */
	block(statements: readonly Statement[], indent: string): string {
		return statements.map((statement) => this.statement(statement, indent)).join('');
	}

	private statement(statement: Statement, indent: string): string {
		switch (statement.kind) {
			case 'assignment':
				return `${indent}${this.assignment(statement)};\n`;
			case 'expression':
				return `${indent}${this.action(statement.value)};\n`;
			case 'info':
				this.translation.tasks.add('info');
				return `${indent}info(${this.value(statement.value).text});\n`;
			case 'return': {
				const value = statement.value === undefined ? 'null' : this.value(statement.value).text;
				return `${indent}return ${value};\n`;
			}
			case 'break':
			case 'continue':
				return `${indent}${statement.kind};\n`;
			default:
				return this.nested(statement, indent);
		}
	}

	private nested(statement: If | ForEach | While | Try, indent: string): string {
		switch (statement.kind) {
			case 'if':
				return this.if(statement, indent);
			case 'forEach':
				return this.forEach(statement, indent);
			case 'while':
				return `${indent}while (${this.condition(statement.condition)}) ${this.body(statement.body, indent)}\n`;
			case 'try':
				return this.try(statement, indent);
		}
	}

	private body(statements: readonly Statement[], indent: string): string {
		return `{\n${this.block(statements, `${indent}\t`)}${indent}}`;
	}

	private value(expression: Expression): Code {
		return translated(expression, this.translation);
	}

	private condition(expression: Expression): string {
		return condition(this.value(expression), this.translation).text;
	}

	private assignment(statement: Assignment): string {
		const { variable, operator, value } = statement;
		const { names } = this.translation;
		const right = this.value(value);
		if (operator !== '=') {
			const left = code(names.of(variable), this.translation.types.get(variable) ?? 'value');
			const plain = operator.charAt(0) as '+' | '-' | '*' | '/' | '%';
			const result = binary(plain, left, right, this.translation);
			this.learn(variable, result.type);
			return `${left.text} = ${result.text}`;
		}
		this.learn(variable, right.type);
		return `${this.declaration(statement, variable)} = ${right.text}`;
	}

	/** The variable, declared here where this is its first place. */
	private declaration(statement: Statement, variable: string): string {
		const name = this.translation.names.of(variable);
		if (this.variables.declaredBy.get(statement) !== variable) return name;
		const word = this.variables.isConstant(variable) ? 'const' : 'let';
		return `${word} ${name}${this.annotation(variable)}`;
	}

	/** `: Row`, in TypeScript only. */
	annotation(variable: string): string {
		return this.translation.typed(`: ${typeName(this.translation.types.get(variable) ?? 'value')}`);
	}

	private learn(variable: string, type: StaticType): void {
		const { types } = this.translation;
		const known = types.get(variable);
		types.set(variable, known === undefined ? type : either(known, type));
	}

	/** An expression for its effect: changes of lists and maps read as such. */
	private action(expression: Expression): string {
		if (expression.kind !== 'method') return this.value(expression).text;
		return this.change(expression) ?? this.value(expression).text;
	}

	private change({ target, name, args }: Method): string | undefined {
		if (target.kind !== 'variable') return undefined;
		const changed = this.value(target);
		const values = args.map((arg) => this.value(arg).text);
		const call = `${changed.type}.${name.toLowerCase()}/${values.length}`;
		if (call === 'list.add/1') return `${changed.text}.push(${values[0]})`;
		const [key] = args;
		const isPlain = key?.kind === 'text' && key.value !== '__proto__';
		return call === 'map.put/2' && isPlain
			? `${changed.text}${propertyAccess(key.value)} = ${values[1]}`
			: undefined;
	}

	private if({ branches, otherwise }: If, indent: string): string {
		const parts = branches.map(
			(branch) => `if (${this.condition(branch.condition)}) ${this.body(branch.body, indent)}`,
		);
		const last = otherwise === undefined ? '' : ` else ${this.body(otherwise, indent)}`;
		return `${indent}${parts.join(' else ')}${last}\n`;
	}

	private forEach(statement: ForEach, indent: string): string {
		const { variable, isIndex, list, body } = statement;
		const items = this.itemsOf(list, body);
		const source = isIndex ? `${within(items, PRECEDENCE.postfix)}.keys()` : items.text;
		this.learn(variable, isIndex ? 'number' : items.type === 'rows' ? 'map' : 'value');
		const name = this.translation.names.of(variable);
		const isOwn = this.variables.declaredBy.get(statement) === variable;
		const word = this.variables.isConstant(variable) ? 'const ' : 'let ';
		return `${indent}for (${isOwn ? word : ''}${name} of ${source}) ${this.body(body, indent)}\n`;
	}

	/** The list as it is at the start, whatever the body does to it. */
	private itemsOf(list: Expression, body: readonly Statement[]): Code {
		const value = this.value(list);
		if (value.type !== 'list' && value.type !== 'rows') {
			return code(this.translation.help('items', value.text), 'list');
		}
		return isChanged(list, body) ? code(`[...${value.text}]`, value.type) : value;
	}

	private try(statement: Try, indent: string): string {
		const { body, error, handler } = statement;
		this.learn(error, 'map');
		const caught = this.declaration(statement, error);
		const set = `${indent}\t${caught} = ${this.translation.help('caught', 'error')};\n`;
		const inner = `{\n${set}${this.block(handler, `${indent}\t`)}${indent}}`;
		return `${indent}try ${this.body(body, indent)} catch (error) ${inner}\n`;
	}
}
