import { MAX_IDS, MAX_IDS_LENGTH } from '../../helpers/constants';
import { textOf } from '../../helpers/guards';
import { compareIds } from '../../helpers/ids';
import { instantOf } from '../../helpers/time';
import type { Confidence, Row } from '../../helpers/types';
import type { ZohoClient } from '../client';
import { chunk } from './chunk';
import { isById, readFieldGroups, worst, type RelatedListRead } from './fieldGroups';

export interface RowsById {
	/** In the order asked for, each once. */
	rows: Row[];
	confidence: Confidence;
	/** Whether Zoho gave rows that were not asked for, as a list that does not heed `ids` does. */
	hasOthers: boolean;
	/** Whether the limit left out rows that were asked for. */
	hasMore?: boolean;
}

/**
 * Reads rows by id, in groups of as many as fit one request.
 * @throws ZohoError
 */
export async function readIds(
	client: ZohoClient,
	read: RelatedListRead,
	ids: readonly string[],
): Promise<RowsById> {
	return isById(read)
		? await readIdsById(client, read, ids)
		: await readIdsByTime(client, read, ids);
}

/** Ids sorted before they are split give rows in order, and reading stops at the limit. */
async function readIdsById(
	client: ZohoClient,
	read: RelatedListRead,
	ids: readonly string[],
): Promise<RowsById> {
	const sign = read.sortOrder === 'asc' ? 1 : -1;
	const sorted = [...ids].sort((a, b) => sign * compareIds(a, b));
	const groups = chunk(sorted, MAX_IDS, MAX_IDS_LENGTH);
	let found: RowsById = { rows: [], confidence: 'whole', hasOthers: false };
	while (groups.length > 0 && found.rows.length < read.limit) {
		const limit = read.limit - found.rows.length;
		const next = groups.splice(0, Math.min(groups.length, Math.ceil(limit / MAX_IDS)));
		found = joined([found, await readEach(client, { ...read, limit }, next)]);
	}
	const { length } = found.rows;
	// IDs that were not asked for any more may have rows as well.
	const hasMore = found.hasMore === true || length > read.limit || groups.length > 0;
	return { ...found, rows: found.rows.slice(0, read.limit), hasMore };
}

/** Several groups by time can only be put in order together, so the time is read as well. */
async function readIdsByTime(
	client: ZohoClient,
	read: RelatedListRead,
	ids: readonly string[],
): Promise<RowsById> {
	const { fields, sortBy = 'id', sortOrder, limit } = read;
	const groups = chunk(ids, MAX_IDS, MAX_IDS_LENGTH);
	if (groups.length === 1) return await readEach(client, read, groups);
	const isExtra = !fields.includes(sortBy);
	const wanted = isExtra ? [...fields, sortBy] : fields;
	const found = await readEach(client, { ...read, fields: wanted, limit: Infinity }, groups);
	const sign = sortOrder === 'asc' ? 1 : -1;
	const instant = (row: Row) => instantOf(textOf(row[sortBy])) ?? 0;
	found.rows.sort((a, b) => sign * (instant(a) - instant(b) || compareIds(a.id, b.id)));
	const first = found.rows.slice(0, limit);
	return {
		...found,
		rows: isExtra ? first.map((row) => without(row, sortBy)) : first,
		hasMore: found.rows.length > limit,
	};
}

/** Reads groups of ids at the same time, and gives their rows one group after the other. */
async function readEach(
	client: ZohoClient,
	read: RelatedListRead,
	groups: readonly string[][],
): Promise<RowsById> {
	const parts = groups.map(async (ids) => await readGroup(client, read, ids));
	return joined(await Promise.all(parts));
}

/**
 * Reads one group. Whether each list heeds `ids` is not documented: one that does not gives its first
 * rows, so all are read to find those that were asked for.
 */
async function readGroup(
	client: ZohoClient,
	read: RelatedListRead,
	ids: readonly string[],
): Promise<RowsById> {
	const wanted = new Set(ids);
	const first = await readFieldGroups(client, { ...read, ids });
	const isForeign = ({ id }: Row) => !wanted.has(id);
	const hasOthers = first.rows.some(isForeign);
	const isCut = hasOthers && read.limit !== Infinity;
	const found = isCut ? await readFieldGroups(client, { ...read, ids, limit: Infinity }) : first;
	const own = found.rows.filter((row) => !isForeign(row));
	return {
		rows: own.slice(0, read.limit),
		confidence: found.confidence,
		hasOthers,
		hasMore: own.length > read.limit || found.hasMore,
	};
}

/** Rows of several parts, each once. */
function joined(parts: readonly RowsById[]): RowsById {
	const rows = new Map<string, Row>();
	for (const part of parts) {
		for (const row of part.rows) if (!rows.has(row.id)) rows.set(row.id, row);
	}
	return {
		rows: [...rows.values()],
		confidence: worst(...parts.map(({ confidence }) => confidence)),
		hasOthers: parts.some(({ hasOthers }) => hasOthers),
		hasMore: parts.some(({ hasMore }) => hasMore === true),
	};
}

function without(row: Row, key: string): Row {
	const entries = Object.entries(row).filter(([name]) => name !== key);
	return { ...Object.fromEntries(entries), id: row.id };
}
