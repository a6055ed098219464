import type { Binary } from '../language/ast';
import { binary as operation, helper, isLiteral, negation, NULL, word, type Code } from './code';
import { isNumeric, join, type StaticType } from './types';

type Operator = Binary['operator'];

/** A condition, by a helper unless it is true or false. */
export function condition(value: Code): Code {
	return value.type === 'boolean' ? value : helper('truthy', 'boolean', value);
}

/** Two values with an operator between them. */
export function binary(operator: Operator, left: Code, right: Code): Code {
	switch (operator) {
		case '&&':
		case '||':
			return operation(operator, condition(left), condition(right), 'boolean');
		case '==':
			return equality(left, right);
		case '!=':
			return negation(equality(left, right));
		case '<':
		case '<=':
		case '>':
		case '>=':
			return relation(operator, left, right);
		case '+':
			return sum(left, right);
		default:
			return calculation(operator, left, right);
	}
}

/** The type of what an operator gives. */
export function binaryType(operator: Operator, left: StaticType, right: StaticType): StaticType {
	switch (operator) {
		case '+':
			if (left === 'text' || right === 'text') return 'text';
			if (left === 'never' || right === 'never') return 'never';
			return isNumeric(left) && isNumeric(right) ? numberType(left, right) : 'value';
		case '-':
			return numberType(left, right);
		case '*':
		case '/':
		case '%':
			return 'numeric';
		default:
			return 'boolean';
	}
}

/** A count and a number are far from where numbers end. */
function numberType(left: StaticType, right: StaticType): StaticType {
	const isSafe =
		[left, right].includes('count') && !['numeric', 'value'].includes(join(left, right));
	return isSafe ? 'number' : 'numeric';
}

function equality(left: Code, right: Code): Code {
	const [value, other] = left.type === 'null' ? [right, left] : [left, right];
	const isNullTest = other.type === 'null' && value.type === 'value' && !isLiteral(value);
	if (isNullTest) return operation('===', value, NULL, 'boolean');
	const isSame =
		(left.type === 'text' && right.type === 'text') ||
		[left, right].every(({ type }) => type === 'count' || type === 'number');
	// TypeScript takes what is compared with a literal for that literal from then on.
	const isOpen = !isLiteral(left) && !isLiteral(right);
	return isSame && isOpen
		? operation('===', left, right, 'boolean')
		: helper('equals', 'boolean', left, right);
}

function relation(operator: '<' | '<=' | '>' | '>=', left: Code, right: Code): Code {
	const isSame =
		(isNumeric(left.type) && isNumeric(right.type)) ||
		(left.type === right.type && ['text', 'date'].includes(left.type));
	return isSame
		? operation(operator, left, right, 'boolean')
		: operation(operator, helper('compare', 'number', left, right), word('0', 'count'), 'boolean');
}

/** Deluge's `+` joins where one side is text, and adds numbers. */
function sum(left: Code, right: Code): Code {
	const type = binaryType('+', left.type, right.type);
	if (type === 'text') return operation('+', textOf(left), textOf(right), type);
	if (type === 'number') return operation('+', left, right, type);
	return helper(type === 'numeric' ? 'sum' : 'add', type, left, right);
}

function textOf(value: Code): Code {
	if (value.type === 'text') return value;
	const isSimple = isNumeric(value.type) || ['boolean', 'date', 'null'].includes(value.type);
	return helper(isSimple ? 'String' : 'textOf', 'text', value);
}

const HELPERS = { '-': 'difference', '*': 'product', '/': 'quotient', '%': 'remainder' } as const;

function calculation(operator: keyof typeof HELPERS, left: Code, right: Code): Code {
	const type = binaryType(operator, left.type, right.type);
	return type === 'number'
		? operation(operator, left, right, type)
		: helper(HELPERS[operator], type, left, right);
}
