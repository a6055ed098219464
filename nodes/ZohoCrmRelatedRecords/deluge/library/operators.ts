import type { BinaryOperator, UnaryOperator } from '../language/ast';
import { dateIn } from '../values/dateReading';
import { runtimeFault } from '../values/fault';
import type { Meter } from '../values/scriptLimits';
import { decimal, numberIn, whole } from '../values/numbers';
import { jsonText, textOf } from '../values/text';
import { DelugeDate, describe, isNumeric, typeOf, type Value } from '../values/value';

/** What operators need to know of the run. */
interface OperatorContext {
	meter: Meter;
	/** Time zone of dates without an offset. */
	zone: string;
}

type Arithmetic = Exclude<BinaryOperator, '&&' | '||' | '==' | '!=' | '<' | '<=' | '>' | '>='>;

/** All but `&&` and `||`, which do not always look at their right side. */
export async function applyBinary(
	operator: Exclude<BinaryOperator, '&&' | '||'>,
	left: Value,
	right: Value,
	context: OperatorContext,
): Promise<Value> {
	switch (operator) {
		case '==':
			return await equals(left, right, context);
		case '!=':
			return !(await equals(left, right, context));
		case '<':
			return compare(left, right, context) < 0;
		case '<=':
			return compare(left, right, context) <= 0;
		case '>':
			return compare(left, right, context) > 0;
		case '>=':
			return compare(left, right, context) >= 0;
		default:
			return await calculate(operator, left, right, context);
	}
}

export function applyUnary(operator: UnaryOperator, operand: Value): Value {
	if (operator === '!') return !isTrue(operand);
	if (!isNumeric(operand)) {
		throw runtimeFault(`'${operator}' needs a number, not ${describe(operand)}`);
	}
	if (operator === '+') return operand;
	return typeof operand === 'bigint' ? whole(-operand) : -operand;
}

/** Whether a condition holds. Null and the text "false" do not; other texts and types are errors. */
export function isTrue(value: Value): boolean {
	if (typeof value === 'boolean') return value;
	if (value === null) return false;
	const text = typeof value === 'string' ? value.toLowerCase() : undefined;
	if (text === 'true') return true;
	if (text === 'false') return false;
	throw runtimeFault(
		`A condition must be true or false, not ${describe(value)}`,
		'Compare the value, for example with == or isEmpty().',
	);
}

/**
 * Values of one type are equal by content. A number or a date equals its text; what else differs in
 * type is equal where its text is.
 */
export async function equals(
	left: Value,
	right: Value,
	context: OperatorContext,
): Promise<boolean> {
	if (left === null || right === null) return left === right;
	if (isNumeric(left) && isNumeric(right)) return order(left, right) === 0;
	if (typeof left === 'string' && typeof right === 'string') return left === right;
	const dates = asDates(left, right, context.zone);
	if (dates !== undefined) return +dates[0].time === +dates[1].time;
	if (typeOf(left) === typeOf(right)) {
		return (await jsonText(left, context.meter)) === (await jsonText(right, context.meter));
	}
	const numbers = asNumbers(left, right);
	if (numbers !== undefined) return order(...numbers) === 0;
	return (await textOf(left, context.meter)) === (await textOf(right, context.meter));
}

/** @returns below, at or above zero, as sorting wants it */
export function compare(left: Value, right: Value, context: OperatorContext): number {
	if (left === null || right === null) {
		throw runtimeFault('null cannot be ordered', 'Check for null first, with isNull().');
	}
	if (isNumeric(left) && isNumeric(right)) return order(left, right);
	const dates = asDates(left, right, context.zone);
	if (dates !== undefined) return order(+dates[0].time, +dates[1].time);
	const numbers = asNumbers(left, right);
	if (numbers !== undefined) return order(...numbers);
	if (typeof left === 'string' && typeof right === 'string') return order(left, right);
	throw runtimeFault(`${describe(left)} and ${describe(right)} cannot be ordered`);
}

function order<T extends bigint | number | string>(left: T, right: T): number {
	return left < right ? -1 : left > right ? 1 : 0;
}

/** Two dates, where one is a date and the other a date or its text. */
function asDates(left: Value, right: Value, zone: string): [DelugeDate, DelugeDate] | undefined {
	if (!(left instanceof DelugeDate) && !(right instanceof DelugeDate)) return undefined;
	const [a, b] = [left, right].map((value) => {
		if (value instanceof DelugeDate) return value;
		return typeof value === 'string' ? dateIn(value, zone) : undefined;
	});
	return a !== undefined && b !== undefined ? [a, b] : undefined;
}

/** Two numbers, where one is a number and the other its text. */
function asNumbers(left: Value, right: Value): [bigint | number, bigint | number] | undefined {
	if (!isNumeric(left) && !isNumeric(right)) return undefined;
	const [a, b] = [left, right].map((value) => {
		if (isNumeric(value)) return value;
		return typeof value === 'string' ? numberIn(value) : undefined;
	});
	return a !== undefined && b !== undefined ? [a, b] : undefined;
}

async function calculate(
	operator: Arithmetic,
	left: Value,
	right: Value,
	{ meter }: OperatorContext,
): Promise<Value> {
	if (isNumeric(left) && isNumeric(right)) {
		return typeof left === 'bigint' && typeof right === 'bigint'
			? wholeResult(operator, left, right)
			: decimalResult(operator, Number(left), Number(right));
	}
	if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) {
		return concatenated(await textOf(left, meter), await textOf(right, meter), meter);
	}
	if (operator === '-' && left instanceof DelugeDate && right instanceof DelugeDate) {
		return BigInt(+left.time - +right.time);
	}
	throw runtimeFault(
		`'${operator}' does not work with ${describe(left)} and ${describe(right)}`,
		'Convert both sides first, for example with toLong(), toDecimal(), toString() or ifnull().',
	);
}

export function concatenated(left: string, right: string, meter: Meter): string {
	meter.text(left.length + right.length, Math.min(left.length, right.length));
	return left + right;
}

/** A division without a remainder stays whole. */
function wholeResult(operator: Arithmetic, left: bigint, right: bigint): bigint | number {
	switch (operator) {
		case '+':
			return whole(left + right);
		case '-':
			return whole(left - right);
		case '*':
			return whole(left * right);
		case '%':
			return left % notZero(right);
		case '/':
			return left % notZero(right) === 0n ? whole(left / right) : Number(left) / Number(right);
	}
}

function decimalResult(operator: Arithmetic, left: number, right: number): number {
	switch (operator) {
		case '+':
			return decimal(left + right);
		case '-':
			return decimal(left - right);
		case '*':
			return decimal(left * right);
		case '%':
			return decimal(left % notZero(right));
		case '/':
			return decimal(left / notZero(right));
	}
}

function notZero<T extends bigint | number>(divisor: T): T {
	if (Number(divisor) !== 0) return divisor;
	throw runtimeFault('Division by zero');
}
