import { chunk } from './chunk';
import {
	CHRONOLOGICAL_LISTS,
	MAX_FIELDS,
	MAX_FIELDS_LENGTH,
	MAX_IDS,
	MAX_IDS_LENGTH,
} from '../../helpers/constants';
import type { Row, SortOrder } from '../../helpers/types';
import type { ZohoClient } from '../client';
import { readPages } from '../pagination';
import { fetchRelatedPage, type RelatedListQuery } from './relatedPage';

/** What to read of one related list; fields and ids of any number. */
export interface RelatedListRead extends RelatedListQuery {
	/** Rows wanted at most; Infinity for all. */
	limit: number;
	/** Rows of one request at most. */
	pageSize: number;
}

/** Asks for the number of rows of the list; whatever happens, it resolves. */
export type Count = () => Promise<number | undefined>;

/**
 * More fields than fit one request are read in passes and merged by row id. They overlap where
 * requests can start at once; else an empty first one spares the others.
 */
export async function readFieldGroups(
	client: ZohoClient,
	read: RelatedListRead,
	count?: Count,
): Promise<Row[]> {
	const groups = chunk(read.fields, MAX_FIELDS, MAX_FIELDS_LENGTH);
	const reads = (groups.length > 0 ? groups : [[]]).map((fields) => ({ ...read, fields }));
	const pass = async (part: RelatedListRead) => await readPass(client, part, count);
	const isOverlapped = client.free >= reads.length;
	const passes = isOverlapped ? await Promise.all(reads.map(pass)) : [];
	let rows: Row[] | undefined;
	for (const [index, part] of reads.entries()) {
		if (rows?.length === 0) break;
		const found = passes[index] ?? (await pass(part));
		rows = rows === undefined ? found : await mergedWith(client, part, rows, found);
	}
	return rows ?? [];
}

async function mergedWith(
	client: ZohoClient,
	read: RelatedListRead,
	rows: readonly Row[],
	pass: readonly Row[],
): Promise<Row[]> {
	const found = new Map(pass.map((row) => [row.id, row]));
	await findPushedOut(client, read, rows, found);
	return merge(rows, found);
}

async function readPass(client: ZohoClient, read: RelatedListRead, count?: Count): Promise<Row[]> {
	const { limit, pageSize } = read;
	return await readPages(async (page) => await fetchRelatedPage(client, read, page), {
		limit,
		pageSize,
		count,
		idOrder: idOrderOf(read),
		free: () => client.free,
	});
}

/** Whether the rows come in the order of their ids, which never change. */
export function isById({ sortBy = 'id' }: RelatedListRead): boolean {
	return sortBy === 'id';
}

/**
 * The order by id, where rows stay where they are while pages overlap. The chronological lists have
 * an order of their own; rows that are changed meanwhile turn up in a list of changed rows anywhere;
 * a group of ids has one page as a rule.
 */
function idOrderOf(read: RelatedListRead): SortOrder | undefined {
	const isMoving = CHRONOLOGICAL_LISTS.includes(read.relatedList) || !isById(read);
	const isPart = read.modifiedSince !== undefined || read.ids !== undefined;
	return isMoving || isPart ? undefined : (read.sortOrder ?? 'desc');
}

/**
 * A row missing from a later pass was deleted, or a newer row pushed it beyond the limit: asking for
 * it by id tells.
 */
async function findPushedOut(
	client: ZohoClient,
	read: RelatedListRead,
	rows: readonly Row[],
	found: Map<string, Row>,
): Promise<void> {
	if (rows.length < read.limit || CHRONOLOGICAL_LISTS.includes(read.relatedList)) return;
	const missing = rows.filter((row) => !found.has(row.id)).map((row) => row.id);
	for (const ids of chunk(missing, MAX_IDS, MAX_IDS_LENGTH)) {
		const again = await readPass(client, { ...read, ids, limit: ids.length });
		for (const row of again) found.set(row.id, row);
	}
}

/** A row that is gone by a later pass is left out. */
function merge(rows: readonly Row[], found: ReadonlyMap<string, Row>): Row[] {
	return rows.flatMap((row) => {
		const more = found.get(row.id);
		return more === undefined ? [] : [{ ...row, ...more }];
	});
}
