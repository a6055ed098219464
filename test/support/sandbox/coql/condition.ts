import { timeOf } from '../data/ordering';
import type { Value } from '../data/types';
import type { Comparison, Condition } from './query';

/** Too long for a number. */
const LONG_ID = /^\d{16,}$/;

/** The value that a record has under the name of a column. */
export type ValueOf = (field: string) => Value;

/** Whether a condition holds. Nothing but `is null` holds for an empty field. */
export function holds(condition: Condition, valueOf: ValueOf): boolean {
	switch (condition.kind) {
		case 'and':
			return holds(condition.left, valueOf) && holds(condition.right, valueOf);
		case 'or':
			return holds(condition.left, valueOf) || holds(condition.right, valueOf);
		default:
			return compared(condition, plain(valueOf(condition.field)));
	}
}

/** A lookup is compared by its id. */
export function plain(value: Value): string | null {
	if (value === null) return null;
	if (typeof value !== 'object') return String(value);
	if ('id' in value) return String(value.id);
	return Array.isArray(value) ? value.map(plain).join(';') : String(value);
}

/** Below, at or above zero; times and numbers by their size, all else as text without case. */
export function orderOf(left: string, right: string): number {
	const [a, b] = [sizeOf(left), sizeOf(right)];
	if (a !== undefined && b !== undefined) return a - b;
	return left.toLowerCase() < right.toLowerCase()
		? -1
		: Number(left.toLowerCase() !== right.toLowerCase());
}

function compared(condition: Comparison, value: string | null): boolean {
	if (condition.kind === 'empty') return value === null || value === '';
	if (value === null || value === '') return false;
	switch (condition.kind) {
		case 'filled':
			return true;
		case 'in':
			return isAmong(value, condition.values) !== condition.not;
		case 'like':
			return like(condition.value).test(value) !== condition.not;
		case 'between': {
			const isWithin = orderOf(value, condition.low) >= 0 && orderOf(value, condition.high) <= 0;
			return isWithin !== condition.not;
		}
		case 'comparison':
			return isOrdered(condition.operator, orderOf(value, condition.value));
	}
}

function isAmong(value: string, values: readonly string[]): boolean {
	if (LONG_ID.test(value)) return values.includes(value);
	return values.some((other) => orderOf(value, other) === 0);
}

function isOrdered(operator: string, order: number): boolean {
	switch (operator) {
		case '=':
			return order === 0;
		case '!=':
			return order !== 0;
		case '<':
			return order < 0;
		case '<=':
			return order <= 0;
		case '>':
			return order > 0;
		default:
			return order >= 0;
	}
}

/** `%` stands for any text. */
function like(pattern: string): RegExp {
	const parts = pattern.split('%').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
	return new RegExp(`^${parts.join('.*')}$`, 'is');
}

/** Ids are too long for numbers, but are compared with none but ids of their length. */
function sizeOf(text: string): number | undefined {
	if (LONG_ID.test(text)) return undefined;
	if (/^[+-]?\d+(\.\d+)?$/.test(text)) return Number(text);
	return /^\d{4}-\d\d-\d\d/.test(text) ? (timeOf(text) ?? undefined) : undefined;
}
