import type { Row, Value } from '../data/types';
import { holds, orderOf, plain, type ValueOf } from './condition';
import type { Column, Query } from './query';

type Result = Record<string, Value>;

/** What a query selects of records, before its limit. */
export function selected(
	query: Query,
	rows: readonly Row[],
	valueOf: (row: Row) => ValueOf,
): Result[] {
	const { where, columns, groupBy, orderBy } = query;
	const found = rows.filter((row) => where === null || holds(where, valueOf(row)));
	const isGrouped = groupBy.length > 0 || columns.some(({ aggregate }) => aggregate);
	if (isGrouped) return grouped(query, found, valueOf);
	const order = orderBy.length > 0 ? orderBy : [{ field: 'id', descending: false }];
	const sorted = [...found].sort((a, b) => comparedBy(order, valueOf(a), valueOf(b)));
	return sorted.map((row) => ({ ...shown(columns, valueOf(row)), id: row.id }));
}

function shown(columns: readonly Column[], valueOf: ValueOf): Result {
	return Object.fromEntries(columns.map(({ field, name }) => [name, valueOf(field)]));
}

function comparedBy(orders: Query['orderBy'], a: ValueOf, b: ValueOf): number {
	for (const { field, descending } of orders) {
		const [left, right] = [plain(a(field)), plain(b(field))];
		const order =
			left === null || right === null
				? Number(left === null) - Number(right === null)
				: orderOf(left, right);
		if (order !== 0) return descending ? -order : order;
	}
	return 0;
}

function grouped(
	{ columns, groupBy, orderBy }: Query,
	rows: readonly Row[],
	valueOf: (row: Row) => ValueOf,
): Result[] {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const key = JSON.stringify(groupBy.map((field) => plain(valueOf(row)(field))));
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	const results = [...groups.values()].map((group) =>
		Object.fromEntries(
			columns.map((column) => [column.name, summed(column, group.map(valueOf))] as const),
		),
	);
	if (orderBy.length === 0) return results;
	const named =
		(result: Result): ValueOf =>
		(field) =>
			result[field] ?? null;
	return results.sort((a, b) => comparedBy(orderBy, named(a), named(b)));
}

function summed({ aggregate, field }: Column, rows: readonly ValueOf[]): Value {
	const values = rows.map((valueOf) => valueOf(field)).filter((value) => value !== null);
	const numbers = values.map(Number).filter((value) => !Number.isNaN(value));
	const sum = numbers.reduce((total, value) => total + value, 0);
	switch (aggregate) {
		case 'count':
			return values.length;
		case 'sum':
			return sum;
		case 'avg':
			return numbers.length === 0 ? null : sum / numbers.length;
		case 'min':
			return numbers.length === 0 ? null : Math.min(...numbers);
		case 'max':
			return numbers.length === 0 ? null : Math.max(...numbers);
		default:
			return values[0] ?? null;
	}
}
