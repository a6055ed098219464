import type { Call, Expression, Method } from '../language/ast';
import {
	code,
	either,
	literal,
	negation,
	PRECEDENCE,
	propertyKey,
	within,
	type Code,
} from './code';
import { asText, METHODS } from './methods';
import { binary, condition } from './operators';
import { block, isTask, task } from './tasks';
import type { Translation } from './translation';

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** Translates one expression. */
export function translated(expression: Expression, translation: Translation): Code {
	const inner = (part: Expression) => translated(part, translation);
	switch (expression.kind) {
		case 'null':
			return code('null', 'null');
		case 'boolean':
			return code(String(expression.value), 'boolean');
		case 'number':
			return numberLiteral(expression.digits);
		case 'text':
			return code(literal(expression.value), 'text');
		case 'list': {
			const items = expression.items.map((item) => inner(item).text);
			return code(`[${items.join(', ')}]`, 'list');
		}
		case 'map': {
			const entries = expression.entries.map(
				({ key, value }) => `${mapKey(key, translation)}: ${inner(value).text}`,
			);
			return code(entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`, 'map');
		}
		case 'variable':
		case 'constant':
			return variable(expression.name, translation);
		default:
			return operation(expression, translation);
	}
}

type Operation = Extract<
	Expression,
	{ kind: 'property' | 'unary' | 'binary' | 'call' | 'method' | 'block' }
>;

function operation(expression: Operation, translation: Translation): Code {
	const inner = (part: Expression) => translated(part, translation);
	switch (expression.kind) {
		case 'property': {
			const target = inner(expression.target);
			if (expression.name.toLowerCase() === 'lineno') {
				translation.note(expression.at, 'an error has no line number in TypeScript.');
			}
			return code(translation.help('get', target.text, literal(expression.name)), 'value');
		}
		case 'unary': {
			const operand = inner(expression.operand);
			if (expression.operator === '!') return negation(condition(operand, translation));
			const text = `${expression.operator}${within(operand, PRECEDENCE.unary)}`;
			return code(text, 'number', PRECEDENCE.unary);
		}
		case 'binary': {
			const { operator, left, right } = expression;
			return binary(operator, inner(left), inner(right), translation);
		}
		case 'block':
			return block(expression, ({ value }) => inner(value), translation);
		case 'method':
			return method(expression, translation);
		case 'call':
			return call(expression, translation);
	}
}

/** Numbers beyond 2^53 are IDs, which JavaScript keeps whole only as bigints. */
function numberLiteral(digits: string): Code {
	const isHuge = !digits.includes('.') && BigInt(digits) > LARGEST;
	if (isHuge) return code(`${digits}n`, 'value');
	// A leading zero would mean another number to JavaScript, or none.
	return code(digits.replace(/^0+(?=\d)/, ''), 'number');
}

function mapKey(key: Expression, translation: Translation): string {
	return key.kind === 'text'
		? propertyKey(key.value)
		: `[${asText(translated(key, translation), translation).text}]`;
}

/** Names with a value of their own; variables of the same name win. */
const CONSTANTS: ReadonlyMap<string, (translation: Translation) => Code> = new Map([
	['zoho.currentdate', today],
	['today', today],
	['zoho.currenttime', now],
	['now', now],
]);

function today(translation: Translation): Code {
	return code(translation.help('isoDate', 'new Date()', 'false'), 'date');
}

function now(translation: Translation): Code {
	return code(translation.help('isoDate', 'new Date()', 'true'), 'dateTime');
}

function variable(name: string, translation: Translation): Code {
	const type = translation.types.get(name);
	const constant = type === undefined ? CONSTANTS.get(name.toLowerCase()) : undefined;
	if (constant !== undefined) return constant(translation);
	if (name.toLowerCase() === 'input' && type === undefined) return code('input', 'map');
	return code(translation.names.of(name), type ?? 'value');
}

function method(node: Method, translation: Translation): Code {
	const target = translated(node.target, translation);
	const args = node.args.map((arg) => translated(arg, translation));
	return called(node, target, args, translation);
}

function called(
	node: Method | Call,
	target: Code,
	args: readonly Code[],
	translation: Translation,
): Code {
	const translate = METHODS.get(node.name.toLowerCase());
	if (translate !== undefined) return translate(target, args, translation);
	translation.note(node.at, `'${node.name}' has no translation: the caller must provide it.`);
	const list = [target, ...args].map(({ text }) => text).join(', ');
	return code(translation.task(translation.names.ofTask(node.name), list), 'value', 0);
}

function call(node: Call, translation: Translation): Code {
	const args = node.args.map((arg) => translated(arg, translation));
	if (isTask(node)) return task(node, args, translation);
	const special = SPECIAL_FUNCTIONS.get(`${node.name.toLowerCase()}/${args.length}`);
	if (special !== undefined) return special(args, translation);
	const [first = NOTHING, ...others] = args;
	return called(node, first, others, translation);
}

type Args = readonly Code[];

/** Functions that are no methods, by name and number of arguments. */
const SPECIAL_FUNCTIONS: ReadonlyMap<string, (args: Args, translation: Translation) => Code> =
	new Map([
		['map/0', () => code('{}', 'map')],
		['list/0', () => code('[]', 'list')],
		['ifnull/2', ifNull],
		['if/3', conditional],
		['encodeurl/1', encoded],
		['urlencode/1', encoded],
	]);

const NOTHING = code('null', 'null');

function ifNull([value = NOTHING, otherwise = NOTHING]: Args): Code {
	const text = `${within(value, PRECEDENCE.equality)} ?? ${within(otherwise, PRECEDENCE.equality)}`;
	return code(text, either(value.type, otherwise.type), PRECEDENCE.nullish);
}

function conditional(
	[asked = NOTHING, yes = NOTHING, no = NOTHING]: Args,
	translation: Translation,
): Code {
	const parts = [condition(asked, translation), yes, no];
	const [test, first, second] = parts.map((part) => within(part, PRECEDENCE.nullish));
	return code(`${test} ? ${first} : ${second}`, either(yes.type, no.type), PRECEDENCE.conditional);
}

function encoded([text = NOTHING]: Args, translation: Translation): Code {
	return code(translation.help('encodeUrl', asText(text, translation).text), 'text');
}
