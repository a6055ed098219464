import { chunk } from '../helpers/chunk';
import {
	CHRONOLOGICAL_LISTS,
	MAX_FIELDS,
	MAX_FIELDS_LENGTH,
	MAX_IDS,
	MAX_IDS_LENGTH,
} from '../helpers/constants';
import { textOf } from '../helpers/guards';
import { compareIds } from '../helpers/ids';
import { instantOf } from '../helpers/time';
import type { Row } from '../helpers/types';
import type { ZohoClient } from './client';
import { readPages } from './pagination';
import { fetchRelatedPage, type RelatedListQuery } from './relatedRecords';

/** What to read of one related list; fields and ids of any number. */
export interface RelatedListRead extends RelatedListQuery {
	/** Rows wanted at most; Infinity for all. */
	limit: number;
	/** Rows of one request at most. */
	pageSize: number;
}

/**
 * Reads the rows of one related list, as many requests as it takes: pages, groups of fields, groups
 * of ids.
 * @returns the rows in the order asked for
 * @throws ZohoError
 */
export async function readRelatedList(client: ZohoClient, read: RelatedListRead): Promise<Row[]> {
	if (read.ids === undefined) return await readFieldGroups(client, read);
	const isById = (read.sortBy ?? 'id') === 'id';
	return isById ? await readIdsById(client, read, read.ids) : await readIdsByTime(client, read);
}

/** Ids sorted before they are split give rows in order, and reading stops at the limit. */
async function readIdsById(
	client: ZohoClient,
	read: RelatedListRead,
	ids: readonly string[],
): Promise<Row[]> {
	const sign = read.sortOrder === 'asc' ? 1 : -1;
	const sorted = [...ids].sort((a, b) => sign * compareIds(a, b));
	const rows: Row[] = [];
	for (const group of chunk(sorted, MAX_IDS, MAX_IDS_LENGTH)) {
		if (rows.length >= read.limit) break;
		const limit = read.limit - rows.length;
		for (const row of await readFieldGroups(client, { ...read, ids: group, limit })) rows.push(row);
	}
	return rows;
}

/** Several groups by time can only be put in order together, so the time is read too. */
async function readIdsByTime(client: ZohoClient, read: RelatedListRead): Promise<Row[]> {
	const { ids = [], fields, sortBy = 'id', sortOrder, limit } = read;
	const groups = chunk(ids, MAX_IDS, MAX_IDS_LENGTH);
	if (groups.length === 1) return await readFieldGroups(client, read);
	const isExtra = !fields.includes(sortBy);
	const wanted = isExtra ? [...fields, sortBy] : fields;
	const rows: Row[] = [];
	for (const group of groups) {
		const part = { ...read, fields: wanted, ids: group, limit: Infinity };
		for (const row of await readFieldGroups(client, part)) rows.push(row);
	}
	const sign = sortOrder === 'asc' ? 1 : -1;
	const instant = (row: Row) => instantOf(textOf(row[sortBy])) ?? 0;
	rows.sort((a, b) => sign * (instant(a) - instant(b) || compareIds(a.id, b.id)));
	const first = rows.slice(0, limit);
	return isExtra ? first.map((row) => without(row, sortBy)) : first;
}

function without(row: Row, key: string): Row {
	const entries = Object.entries(row).filter(([name]) => name !== key);
	return { ...Object.fromEntries(entries), id: row.id };
}

/** More fields than fit one request are read in passes and merged by row id. */
async function readFieldGroups(client: ZohoClient, read: RelatedListRead): Promise<Row[]> {
	const [first = [], ...others] = chunk(read.fields, MAX_FIELDS, MAX_FIELDS_LENGTH);
	let rows = await readPass(client, { ...read, fields: first });
	for (const fields of others) {
		if (rows.length === 0) break;
		const pass = await readPass(client, { ...read, fields });
		const found = new Map(pass.map((row) => [row.id, row]));
		await findPushedOut(client, { ...read, fields }, rows, found);
		rows = merge(rows, found);
	}
	return rows;
}

async function readPass(client: ZohoClient, read: RelatedListRead): Promise<Row[]> {
	const { limit, pageSize } = read;
	return await readPages(
		async (page) => await fetchRelatedPage(client, read, page),
		limit,
		pageSize,
	);
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
