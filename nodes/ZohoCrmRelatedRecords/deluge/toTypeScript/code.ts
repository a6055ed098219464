/** What is known of the type of an expression before it runs. */
export type StaticType =
	'text' | 'number' | 'boolean' | 'null' | 'date' | 'dateTime' | 'list' | 'rows' | 'map' | 'value';

/** An expression in TypeScript. */
export interface Code {
	text: string;
	type: StaticType;
	/** How tightly it binds: an operand that binds less tightly than its place wants parentheses. */
	precedence: number;
	/** Its opposite, where that reads better than with an exclamation mark before it. */
	opposite?: string;
}

/** Precedences of JavaScript, as far as scripts need them. */
export const PRECEDENCE = {
	conditional: 1,
	nullish: 2,
	or: 3,
	and: 4,
	equality: 5,
	relation: 6,
	sum: 7,
	product: 8,
	unary: 9,
	postfix: 10,
} as const;

const TYPE_NAMES: Record<StaticType, string> = {
	text: 'string',
	number: 'number',
	boolean: 'boolean',
	null: 'Value',
	// Dates are ISO text: they compare as such, and items hold them so.
	date: 'string',
	dateTime: 'string',
	list: 'Value[]',
	rows: 'Row[]',
	map: 'Row',
	value: 'Value',
};

/** A type as TypeScript writes it. */
export function typeName(type: StaticType): string {
	return TYPE_NAMES[type];
}

export function code(
	text: string,
	type: StaticType,
	precedence: number = PRECEDENCE.postfix,
): Code {
	return { text, type, precedence };
}

/** An operand, in parentheses where it binds less tightly than its place asks for. */
export function within(operand: Code, precedence: number): string {
	return operand.precedence < precedence ? `(${operand.text})` : operand.text;
}

/** The type of what can be either. */
export function either(a: StaticType, b: StaticType): StaticType {
	return a === b ? a : 'value';
}

export function isText(value: Code): boolean {
	return value.type === 'text';
}

/** A text as literal; what could end a line or a script tag is escaped. */
export function literal(text: string): string {
	const escaped = JSON.stringify(text)
		.slice(1, -1)
		.replaceAll('\\"', '"')
		.replaceAll("'", "\\'")
		.replace(
			/[\u2028\u2029\p{Cs}]/gu,
			(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
		);
	return `'${escaped}'`;
}

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** `.key`, or the key in brackets. */
export function propertyAccess(key: string): string {
	return IDENTIFIER.test(key) ? `.${key}` : `[${literal(key)}]`;
}

/** The opposite of a condition. */
export function negation(condition: Code): Code {
	const { opposite, precedence } = condition;
	return opposite === undefined
		? code(`!${within(condition, PRECEDENCE.unary)}`, 'boolean', PRECEDENCE.unary)
		: { text: opposite, type: 'boolean', precedence, opposite: condition.text };
}

/** Whether two values are the same, or are not. */
export function sameness(left: string, right: string): Code {
	return {
		...code(`${left} === ${right}`, 'boolean', PRECEDENCE.equality),
		opposite: `${left} !== ${right}`,
	};
}

/** A key of an object literal. */
export function propertyKey(key: string): string {
	// As a plain key, __proto__ would set the prototype.
	if (key === '__proto__') return `[${literal(key)}]`;
	return IDENTIFIER.test(key) ? key : literal(key);
}
