import { chunk } from './chunk';
import { MAX_IDS, MAX_IDS_LENGTH } from '../../helpers/constants';
import { textOf } from '../../helpers/guards';
import { compareIds } from '../../helpers/ids';
import { instantOf } from '../../helpers/time';
import type { Row } from '../../helpers/types';
import type { ZohoClient } from '../client';
import { isById, readFieldGroups, type RelatedListRead } from './fieldGroups';

/**
 * Reads rows by id, in groups of as many as fit one request.
 * @returns the rows in the order asked for
 * @throws ZohoError
 */
export async function readIds(
	client: ZohoClient,
	read: RelatedListRead,
	ids: readonly string[],
): Promise<Row[]> {
	return isById(read)
		? await readIdsById(client, read, ids)
		: await readIdsByTime(client, read, ids);
}

/** Ids sorted before they are split give rows in order, and reading stops at the limit. */
async function readIdsById(
	client: ZohoClient,
	read: RelatedListRead,
	ids: readonly string[],
): Promise<Row[]> {
	const sign = read.sortOrder === 'asc' ? 1 : -1;
	const sorted = [...ids].sort((a, b) => sign * compareIds(a, b));
	const groups = chunk(sorted, MAX_IDS, MAX_IDS_LENGTH);
	const rows: Row[] = [];
	while (groups.length > 0 && rows.length < read.limit) {
		const limit = read.limit - rows.length;
		const next = groups.splice(0, Math.min(groups.length, Math.ceil(limit / MAX_IDS)));
		for (const row of await readEach(client, { ...read, limit }, next)) rows.push(row);
	}
	return rows.slice(0, read.limit);
}

/** Several groups by time can only be put in order together, so the time is read too. */
async function readIdsByTime(
	client: ZohoClient,
	read: RelatedListRead,
	ids: readonly string[],
): Promise<Row[]> {
	const { fields, sortBy = 'id', sortOrder, limit } = read;
	const groups = chunk(ids, MAX_IDS, MAX_IDS_LENGTH);
	if (groups.length === 1) return await readFieldGroups(client, read);
	const isExtra = !fields.includes(sortBy);
	const wanted = isExtra ? [...fields, sortBy] : fields;
	const rows = await readEach(client, { ...read, fields: wanted, limit: Infinity }, groups);
	const sign = sortOrder === 'asc' ? 1 : -1;
	const instant = (row: Row) => instantOf(textOf(row[sortBy])) ?? 0;
	rows.sort((a, b) => sign * (instant(a) - instant(b) || compareIds(a.id, b.id)));
	const first = rows.slice(0, limit);
	return isExtra ? first.map((row) => without(row, sortBy)) : first;
}

/** @returns the rows of all groups of ids, one group after the other */
async function readEach(
	client: ZohoClient,
	read: RelatedListRead,
	groups: readonly string[][],
): Promise<Row[]> {
	const parts = groups.map(async (ids) => await readFieldGroups(client, { ...read, ids }));
	return (await Promise.all(parts)).flat();
}

function without(row: Row, key: string): Row {
	const entries = Object.entries(row).filter(([name]) => name !== key);
	return { ...Object.fromEntries(entries), id: row.id };
}
