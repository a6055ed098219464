import type { SortOrder } from '../../../helpers/types';

/** Rows to select of several parent records at once. */
export interface RowsQuery {
	/** API name of the rows' module. */
	from: string;
	/** Columns to give, `id` and that of the parent among them. */
	columns: readonly string[];
	/** Lookup that holds the parent's ID. */
	column: string;
	parents: readonly string[];
	order: SortOrder;
	/** ID of the last row that is known already. */
	after?: string;
	/** Rows at most. */
	limit: number;
}

/**
 * The query for one page of rows (Zoho: COQL). Pages go on after an ID, which never changes, and not
 * by offset: rows that come or go cannot move others to where nobody looks.
 */
export function rowsQuery(query: RowsQuery): string {
	const { from, columns, column, parents, order, after, limit } = query;
	const ofParents = isIn(column, parents);
	const next = after === undefined ? '' : ` and id ${order === 'asc' ? '>' : '<'} '${after}'`;
	return `select ${columns.join(', ')} from ${from} where ${ofParents}${next} order by id ${order} limit ${limit}`;
}

/** The query for those of the records that exist. */
export function recordsQuery(module: string, ids: readonly string[]): string {
	return `select id from ${module} where ${isIn('id', ids)} order by id asc limit ${ids.length}`;
}

function isIn(column: string, ids: readonly string[]): string {
	return `${column} in (${ids.map((id) => `'${id}'`).join(',')})`;
}
