import { isObject, textOf } from '../../../helpers/guards';
import type { ApiVersion, Row, SortOrder } from '../../../helpers/types';
import { ZohoError } from '../../../helpers/zohoError';
import type { ZohoClient } from '../../client';
import type { Page } from '../../pagination';
import { invalidResponse } from '../../responses/errors';
import { pageOf } from '../page';
import type { Obstacle, QueryColumns } from './obstacles';
import { isAfter, MOST_SURPLUS, ParentRows } from './parentRows';
import { rowsPerQuery, type QueryLimit, type QueryLimits } from './queryLimits';
import { queryRequest } from './queryRequest';
import { recordsQuery, rowsQuery } from './queryText';

/** Rows of one related list of several records. */
export interface ParentsRead extends QueryColumns {
	version: ApiVersion;
	module: string;
	relatedList: string;
	order: SortOrder;
	/** Rows wanted of each parent, by its ID; Infinity for all. */
	limits: ReadonlyMap<string, number>;
}

/** The rows of each parent, or why they have to be read from its related list. */
export type RowsByParent = Map<string, Row[] | Obstacle>;

const NOT_FOUND: Obstacle = 'the query did not find the record';
const WASTEFUL: Obstacle = `other records have over ${MOST_SURPLUS} rows beyond the limit`;

/**
 * Reads the rows of up to 100 parents by query, and asks which of the parents exist.
 * @throws ZohoError
 */
export async function readParents(
	client: ZohoClient,
	read: ParentsRead,
	limits: QueryLimits,
): Promise<RowsByParent> {
	const tried = limits.now;
	const ids = [...read.limits.keys()];
	if (ids.length > tried.ids) {
		const half = Math.ceil(ids.length / 2);
		const parts = [ids.slice(0, half), ids.slice(half)].map(async (part) => {
			const wanted = new Map(part.map((id) => [id, read.limits.get(id) ?? 0]));
			return await readParents(client, { ...read, limits: wanted }, limits);
		});
		return new Map((await Promise.all(parts)).flatMap((rows) => [...rows]));
	}
	return await readOnce(client, read, tried).catch(async (error: unknown) => {
		const isLimit = error instanceof ZohoError && error.code === 'LIMIT_EXCEEDED';
		if (isLimit && limits.lower(tried)) return await readParents(client, read, limits);
		throw error;
	});
}

async function readOnce(
	client: ZohoClient,
	read: ParentsRead,
	limit: QueryLimit,
): Promise<RowsByParent> {
	const [existing, rows] = await Promise.all([
		existingParents(client, read),
		rowsOf(client, read, limit),
	]);
	return new Map([...rows].map(([id, found]) => [id, existing.has(id) ? found : NOT_FOUND]));
}

/** A list of no rows does not say whether its record exists. */
async function existingParents(client: ZohoClient, read: ParentsRead): Promise<Set<string>> {
	const ids = [...read.limits.keys()];
	const page = await ask(client, read, recordsQuery(read.module, ids), ids.length);
	return new Set(page.rows.map(({ id }) => id));
}

async function rowsOf(
	client: ZohoClient,
	read: ParentsRead,
	limit: QueryLimit,
): Promise<RowsByParent> {
	const found = new ParentRows(read.limits);
	let after: string | undefined;
	for (;;) {
		const parents = found.open;
		if (parents.length === 0 || found.isWasteful) break;
		const count = rowsPerQuery(parents.length, limit);
		const text = rowsQuery({ ...read, parents, after, limit: count });
		const { rows, moreRecords } = await ask(client, read, text, count);
		sortIn(found, rows, after, read);
		after = rows.at(-1)?.id ?? after;
		if (!moreRecords) return new Map(found.rows);
		if (rows.length === 0) {
			throw invalidResponse('announced rows that did not come', 200, subjectOf(read));
		}
	}
	const unread = new Set(found.open);
	return new Map([...found.rows].map(([id, some]) => [id, unread.has(id) ? WASTEFUL : some]));
}

function sortIn(
	found: ParentRows,
	rows: readonly Row[],
	after: string | undefined,
	read: ParentsRead,
): void {
	if (!isAfter(read.order, after, rows)) {
		throw invalidResponse('has rows in another order than asked for', 200, subjectOf(read));
	}
	for (const row of rows) {
		const { [read.column]: lookup, ...others } = row;
		const parent = isObject(lookup) ? textOf(lookup.id) : textOf(lookup);
		if (!found.add(read.isColumnWanted ? row : { ...others, id: row.id }, parent)) {
			throw invalidResponse('has rows of other records', 200, subjectOf(read));
		}
	}
}

async function ask(
	client: ZohoClient,
	read: ParentsRead,
	text: string,
	count: number,
): Promise<Page> {
	const subject = subjectOf(read);
	const target = `related list '${read.relatedList}' of module '${read.module}' by query`;
	const request = queryRequest(read.version, { subject, target });
	return pageOf(await client.query(request, text), subject, count);
}

function subjectOf({ module, relatedList }: ParentsRead) {
	return { module, relatedList };
}
