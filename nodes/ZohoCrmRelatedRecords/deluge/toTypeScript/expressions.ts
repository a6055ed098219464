import type { Call, Expression, MapEntry, Method, Unary } from '../language/ast';
import { helper, NULL, negation, text, word, type Code, type Entry } from './code';
import { FUNCTIONS } from './functions';
import { CONSTANTS, isDate, numberType, unaryType } from './infer';
import { METHODS } from './methods';
import type { Method as TranslatedMethod } from './methods/method';
import { binary, condition } from './operators';
import { block, isTask, task } from './tasks';
import type { Translation } from './translation';
import { isNumeric } from './types';

/** Translates one expression. */
export function translated(expression: Expression, translation: Translation): Code {
	const inner = (part: Expression) => translated(part, translation);
	switch (expression.kind) {
		case 'null':
			return NULL;
		case 'boolean':
			return word(String(expression.value), 'boolean');
		case 'number':
			return numberLiteral(expression.digits);
		case 'text': {
			const { value, quote } = expression;
			if (MONTH_FIRST.test(value)) translation.noteOnce(expression.at, MONTH_FIRST_NOTE);
			return isDate(value, quote) ? helper('dateOf', 'date', text(value)) : text(value);
		}
		case 'list':
			return { kind: 'list', items: expression.items.map(inner), type: 'list' };
		case 'map':
			return {
				kind: 'map',
				entries: lastOfEach(expression.entries.map((entry) => mapEntry(entry, translation))),
				type: 'map',
			};
		case 'variable':
			return variable(expression.name, translation);
		default:
			return operation(expression, translation);
	}
}

/** Day and month that could change places, in a text of a date. */
const MONTH_FIRST = /^\s*(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])\/\d{4}/;
const MONTH_FIRST_NOTE = 'A date such as 02/04/2026 is read with the month first, as in Zoho.';
const NULL_NOTE =
	'isNull() is true for an empty text as well, as Zoho documents it; == null is not.';

/** Of entries with one key the last one counts; TypeScript refuses literals that repeat a key. */
function lastOfEach(entries: readonly Entry[]): Entry[] {
	const last = new Map<Entry['key'] | Entry, Entry>();
	for (const entry of entries) last.set(typeof entry.key === 'string' ? entry.key : entry, entry);
	return [...last.values()];
}

type Operation = Extract<
	Expression,
	{ kind: 'constant' | 'property' | 'unary' | 'binary' | 'call' | 'method' | 'block' }
>;

function operation(expression: Operation, translation: Translation): Code {
	const inner = (part: Expression) => translated(part, translation);
	switch (expression.kind) {
		case 'constant':
			return constant(expression.name) ?? given(expression.name);
		case 'property':
			return helper('member', 'value', inner(expression.target), text(expression.name));
		case 'unary':
			return unary(expression, inner(expression.operand));
		case 'binary':
			return binary(expression.operator, inner(expression.left), inner(expression.right));
		case 'block':
			return block(expression, ({ value }) => inner(value));
		case 'method':
			return (
				ownCall(expression, translation) ??
				method(expression, inner(expression.target), expression.args.map(inner), translation)
			);
		case 'call':
			return (
				ownCall(expression, translation) ??
				call(expression, expression.args.map(inner), translation)
			);
	}
}

/** Numbers beyond 2^53 are IDs, which JavaScript keeps whole only as bigints. */
function numberLiteral(digits: string): Code {
	const type = numberType(digits);
	// A leading zero would mean another number to JavaScript, or none.
	const plain = digits.replace(/^0+(?=\d)/, '');
	if (type !== 'numeric') return word(plain, type);
	const isLong = plain.length > 18;
	return isLong ? helper('whole', type, word(`${plain}n`, type)) : word(`${plain}n`, type);
}

function mapEntry({ key, value }: MapEntry, translation: Translation): Entry {
	const entry = translated(value, translation);
	const name = key.kind === 'text' && key.quote === '"' ? key.value : undefined;
	noteKey(key, translation);
	if (name !== undefined && name !== '__proto__') return { key: name, value: entry };
	const code = translated(key, translation);
	const keyText = code.type === 'text' ? code : helper('textOf', 'text', code);
	return { key: helper('keyOf', 'text', keyText), value: entry };
}

/** Tells of a key that JavaScript has before all others, whenever it was put there. */
export function noteKey(key: Expression, translation: Translation): void {
	const name = key.kind === 'text' ? key.value : key.kind === 'number' ? key.digits : '';
	if (/^\d+$/.test(name)) {
		translation.note(key.at, 'Keys that are numbers come first in a map of TypeScript.');
	}
}

/** The variable as it is read, which fails where it may have no value. */
function variable(name: string, { variables, types, isInner }: Translation): Code {
	const own: Code = { kind: 'variable', name, type: types.variable(name) };
	if (variables.unsure.has(name)) return helper('known', 'value', own, text(name));
	if (variables.set.has(name) || variables.parameters.has(name)) return own;
	if (isInner) return constant(name) ?? unset(name);
	if (name === 'input') return { kind: 'input', type: 'map' };
	return constant(name) ?? (variables.givenAtOnce.has(name) ? own : given(name));
}

/** A value from outside the script. */
function given(name: string): Code {
	return helper('given', 'value', { kind: 'input', type: 'map' }, text(name));
}

/** A function has no variables but its own. */
function unset(name: string): Code {
	return helper('fail', 'value', text(`The variable '${name}' has no value`));
}

export function constant(name: string): Code | undefined {
	const value = CONSTANTS.get(name.toLowerCase());
	return value === undefined ? undefined : helper(value, 'date');
}

function unary({ operator }: Unary, operand: Code): Code {
	if (operator === '!') return negation(condition(operand));
	const type = unaryType(operator, operand.type);
	if (operator === '+')
		return isNumeric(operand.type) ? operand : helper('checkNumber', type, operand);
	return type === 'number'
		? { kind: 'unary', operator, operand, type }
		: helper('negative', type, operand);
}

function method(
	node: Method | Call,
	target: Code,
	args: readonly Code[],
	translation: Translation,
): Code {
	const name = node.name.toLowerCase();
	const [key] = node.args;
	if (name === 'put' && node.kind === 'method' && key !== undefined) noteKey(key, translation);
	if (name === 'isnull') translation.noteOnce(node.at, NULL_NOTE);
	const known = METHODS.get(name);
	if (known !== undefined) return called(known, node.name, target, args);
	translation.note(node.at, `'${node.name}' has no translation: the caller must provide it.`);
	return { kind: 'task', name: node.name, args: [target, ...args], type: 'value' };
}

/** With a wrong number of arguments, a call fails when it is reached. */
function called(known: TranslatedMethod, name: string, target: Code, args: readonly Code[]): Code {
	if (args.length < known.min || args.length > known.max) {
		return helper('fail', 'value', text(`${name} does not take ${args.length} arguments`));
	}
	const type = known.typeOf(
		target.type,
		args.map((arg) => arg.type),
	);
	return known.translate(target, args, type);
}

function call(node: Call, args: readonly Code[], translation: Translation): Code {
	if (isTask(node)) return task(node, args, (note) => translation.note(node.at, note));
	const known = FUNCTIONS.get(node.name.toLowerCase());
	if (known !== undefined) return called(known, node.name, NULL, args);
	const [target, ...others] = args;
	if (target === undefined && METHODS.has(node.name.toLowerCase())) {
		return helper('fail', 'value', text(`${node.name} needs an argument`));
	}
	return method(node, target ?? NULL, others, translation);
}

/** A call of a function of the script; with a wrong number of arguments, it fails when it is reached. */
function ownCall(node: Call | Method, translation: Translation): Code | undefined {
	const own = translation.calls.calledBy(node);
	if (own === undefined) return undefined;
	const { name, parameters } = own.header;
	const count = node.args.length;
	if (count !== parameters.length) {
		const message = `The function ${name} takes ${parameters.length} arguments, not ${count}`;
		return helper('fail', 'value', text(message));
	}
	const args = node.args.map((argument) => translated(argument, translation));
	return { kind: 'own', callee: translation.gathered.callees.of(own), args, type: 'value' };
}
