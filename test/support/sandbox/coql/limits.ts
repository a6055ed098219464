import { errors } from '../errors';
import type { Unsettled } from '../unsettled';
import { comparisonsIn, type Query } from './query';

const CRITERIA = 25;
const ORDERS = 10;
const GROUPS = 4;
const AGGREGATES = 5;
const DEFAULT_COUNT = 200;

/**
 * What a query may ask for (Zoho: COQL limitations; Kaizen 183 on what came with v7).
 * @returns rows, and how many to leave out before them
 * @throws ZohoError LIMIT_EXCEEDED
 */
export function boundsOf(
	query: Query,
	version: number,
	{ queryRows, queryValues }: Unsettled,
): { count: number; offset: number } {
	const isNew = version >= 7;
	const { columns, where, groupBy, orderBy, limit } = query;
	const comparisons = comparisonsIn(where);
	const values = comparisons.map((part) => (part.kind === 'in' ? part.values.length : 0));
	const count = limit?.count ?? DEFAULT_COUNT;
	const offset = limit?.offset ?? 0;
	check('select', columns.length, isNew ? 500 : 50);
	check('criteria', comparisons.length, CRITERIA);
	check('in', Math.max(0, ...values), isNew ? queryValues : 50);
	check('order by', orderBy.length, ORDERS);
	check('group by', groupBy.length, GROUPS);
	check('aggregate', columns.filter(({ aggregate }) => aggregate).length, AGGREGATES);
	check('limit', count, version >= 4 ? queryRows : 200);
	check('offset', offset + count, isNew ? 100_000 : 10_000);
	return { count, offset };
}

function check(clause: string, value: number, limit: number): void {
	if (value > limit) throw errors.limitExceeded(clause, limit);
}
