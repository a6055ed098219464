import type { Operator } from './path';

/** A value that is no list of nodes. */
export type Plain = string | number | boolean;

/** As numbers where one is a number, or where they are ordered (XPath 1.0, booleans). */
export function holds(operator: Operator, left: Plain, right: Plain): boolean {
	const isNumber = [left, right].some((side) => typeof side === 'number');
	const isBoolean = [left, right].some((side) => typeof side === 'boolean');
	if (operator === '=' || operator === '!=') {
		const isSame = isBoolean
			? Boolean(left) === Boolean(right)
			: isNumber
				? numberOf(left) === numberOf(right)
				: left === right;
		return isSame === (operator === '=');
	}
	const [one, other] = [numberOf(left), numberOf(right)];
	switch (operator) {
		case '<':
			return one < other;
		case '<=':
			return one <= other;
		case '>':
			return one > other;
		case '>=':
			return one >= other;
	}
}

/** An empty text is no number to XPath. */
function numberOf(value: Plain): number {
	return typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
}
