import type { Code, Entry, Operator } from './code';
import type { Names } from './names';

/** How tightly JavaScript's operators bind. */
const PRECEDENCE: Readonly<Record<Operator, number>> = {
	'??': 2,
	'||': 3,
	'&&': 4,
	'===': 5,
	'!==': 5,
	'<': 6,
	'<=': 6,
	'>': 6,
	'>=': 6,
	'+': 7,
	'-': 7,
	'*': 8,
	'/': 8,
	'%': 8,
};
const CONDITIONAL = 1;
const UNARY = 9;
const POSTFIX = 10;

/** The text of an expression. */
export function print(code: Code, names: Names): string {
	const inner = (part: Code) => print(part, names);
	const list = (parts: readonly Code[]) => parts.map(inner).join(', ');
	const within = (part: Code, precedence: number) =>
		precedenceOf(part) < precedence ? `(${inner(part)})` : inner(part);
	switch (code.kind) {
		case 'text':
			return literal(code.value);
		case 'word':
			return code.word;
		case 'variable':
			return names.of(code.name);
		case 'input':
			return 'input';
		case 'list':
			return `[${list(code.items)}]`;
		case 'map':
			return code.entries.length === 0
				? '{}'
				: `{ ${code.entries.map((entry) => printEntry(entry, names)).join(', ')} }`;
		case 'spread':
			return `...${inner(code.value)}`;
		case 'helper':
			return `${code.name}(${list(code.args)})`;
		case 'task':
			return `await ${names.ofTask(code.name)}(${list(code.args)})`;
		case 'own': {
			const { callee, args } = code;
			return `${callee.isAsync ? 'await ' : ''}${names.ofFunction(callee)}(${list(args)})`;
		}
		case 'method':
			return `${within(code.target, POSTFIX)}.${code.name}(${list(code.args)})`;
		case 'member':
			return within(code.target, POSTFIX) + propertyAccess(code.name);
		case 'unary':
			return `${code.operator}${within(code.operand, UNARY + 1)}`;
		case 'binary': {
			const own = PRECEDENCE[code.operator];
			const isNullish = code.operator === '??';
			const [left, right] = isNullish ? [UNARY, UNARY] : [own, own + 1];
			return `${within(code.left, left)} ${code.operator} ${within(code.right, right)}`;
		}
		case 'set':
			return `${inner(code.place)} = ${inner(code.value)}`;
		case 'conditional': {
			const [test, yes, no] = [code.test, code.yes, code.no].map((part) => within(part, 2));
			return `${test} ? ${yes} : ${no}`;
		}
	}
}

function precedenceOf(code: Code): number {
	switch (code.kind) {
		case 'conditional':
			return CONDITIONAL;
		case 'binary':
			return PRECEDENCE[code.operator];
		case 'unary':
		case 'task':
			return UNARY;
		case 'own':
			return code.callee.isAsync ? UNARY : POSTFIX;
		case 'word':
			// A point behind digits would be theirs.
			return /^\d/.test(code.word) ? UNARY + 0.5 : POSTFIX;
		default:
			return POSTFIX;
	}
}

function printEntry({ key, value }: Entry, names: Names): string {
	if (key === undefined) return `...${print(value, names)}`;
	const name = typeof key === 'string' ? propertyKey(key) : `[${print(key, names)}]`;
	return `${name}: ${print(value, names)}`;
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
function propertyAccess(key: string): string {
	return IDENTIFIER.test(key) ? `.${key}` : `[${literal(key)}]`;
}

/** A key of an object literal. */
function propertyKey(key: string): string {
	return IDENTIFIER.test(key) ? key : literal(key);
}
