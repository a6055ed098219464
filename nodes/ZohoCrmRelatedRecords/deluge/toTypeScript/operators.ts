import type { Binary } from '../language/ast';
import { code, literal, negation, PRECEDENCE, sameness, within, type Code } from './code';
import { asNumber, asText, isDate } from './methods';
import type { Translation } from './translation';

type Operator = Binary['operator'];

/** A condition, by a helper unless it is true or false. */
export function condition(value: Code, translation: Translation): Code {
	return value.type === 'boolean' ? value : code(translation.help('truthy', value.text), 'boolean');
}

/** Two values with an operator between them. */
export function binary(
	operator: Operator,
	left: Code,
	right: Code,
	translation: Translation,
): Code {
	switch (operator) {
		case '&&':
		case '||': {
			const own = operator === '&&' ? PRECEDENCE.and : PRECEDENCE.or;
			const sides = [left, right].map((side) => within(condition(side, translation), own));
			return code(sides.join(` ${operator} `), 'boolean', own);
		}
		case '==':
		case '!=':
			return equality(operator, left, right, translation);
		case '<':
		case '<=':
		case '>':
		case '>=':
			return relation(operator, left, right, translation);
		case '+':
			return sum(left, right, translation);
		default:
			return calculation(operator, left, right, translation);
	}
}

/** Texts that another type could be equal to. */
const AMBIGUOUS = /^'(\s*[+-]?\d.*|true|false|null|.*[,[{].*)'$/is;

function equality(operator: '==' | '!=', left: Code, right: Code, translation: Translation): Code {
	const sides = [left, right];
	const hasNull = sides.some(({ type }) => type === 'null');
	const isSame = left.type === right.type && ['text', 'number', 'boolean'].includes(left.type);
	const isPlainText = sides.some(
		({ type, text }) => type === 'text' && text.startsWith("'") && !AMBIGUOUS.test(text),
	);
	if (hasNull || isSame || isPlainText) {
		const [a = '', b = ''] = sides.map((side) => within(side, PRECEDENCE.relation));
		return signed(operator, sameness(a, b));
	}
	return signed(operator, code(translation.help('equals', left.text, right.text), 'boolean'));
}

function signed(operator: '==' | '!=', equal: Code): Code {
	return operator === '==' ? equal : negation(equal);
}

function relation(operator: Operator, left: Code, right: Code, translation: Translation): Code {
	const isSame = left.type === right.type && ['text', 'number', 'date'].includes(left.type);
	if (isSame) {
		const [a, b] = [left, right].map((side) => within(side, PRECEDENCE.sum));
		return code(`${a} ${operator} ${b}`, 'boolean', PRECEDENCE.relation);
	}
	if ([left, right].some(isDate)) {
		const [a, b] = [left, right].map(({ text }) => translation.help('instant', text));
		return code(`${a} ${operator} ${b}`, 'boolean', PRECEDENCE.relation);
	}
	const call = translation.help('compare', left.text, right.text);
	return code(`${call} ${operator} 0`, 'boolean', PRECEDENCE.relation);
}

/** Deluge's `+` joins where one side is text, and adds numbers. */
function sum(left: Code, right: Code, translation: Translation): Code {
	if (left.type === 'number' && right.type === 'number') return joined('+', left, right);
	if (left.type === 'text' || right.type === 'text') {
		const [a, b] = [left, right].map((side) => asText(side, translation));
		return a && b ? { ...joined('+', a, b), type: 'text' } : code(literal(''), 'text');
	}
	return code(translation.help('add', left.text, right.text), 'value');
}

function calculation(operator: Operator, left: Code, right: Code, translation: Translation): Code {
	const [a, b] = [asNumber(left, translation), asNumber(right, translation)];
	// A divisor that is written out cannot be zero by surprise.
	const isSafe = operator !== '/' || /^0*[1-9][\d.]*$/.test(b.text);
	return isSafe
		? joined(operator, a, b)
		: code(translation.help('divide', a.text, b.text), 'number');
}

function joined(operator: Operator, left: Code, right: Code): Code {
	const own = operator === '+' || operator === '-' ? PRECEDENCE.sum : PRECEDENCE.product;
	// What stands right of a minus, or of a plus between numbers, is worked out first.
	return code(`${within(left, own)} ${operator} ${within(right, own + 1)}`, 'number', own);
}
