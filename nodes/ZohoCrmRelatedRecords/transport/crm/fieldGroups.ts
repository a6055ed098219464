import { CHRONOLOGICAL_LISTS, MAX_FIELDS, MAX_FIELDS_LENGTH } from '../../helpers/constants';
import type { Confidence, SortOrder } from '../../helpers/types';
import type { ZohoClient } from '../client';
import { readPages, type Changes, type PagedList, type Reading } from '../pagination';
import { chunk } from './chunk';
import { hasNextPage } from './page';
import { RelatedChanges } from './relatedChanges';
import { fetchRelatedPage, type RelatedListQuery } from './relatedPage';
import { findMissing } from './missingRows';

/** What to read of one related list; fields and ids of any number. */
export interface RelatedListRead extends RelatedListQuery {
	/** Rows wanted at most; Infinity for all. */
	limit: number;
	/** Rows of one request at most. */
	pageSize: number;
	/** For fields that fit one request. */
	watch?: ReadWatch;
}

/** Ties the reads of several lists together. */
export interface ReadWatch {
	/** Called when a further page is announced. */
	onNextPage(): void;
	/** Asks what changed since reading began, after all pages; instead of what the list would ask. */
	changes(): Promise<Changes | undefined>;
}

/** Asks for the number of rows of the list. Each resolves, whatever happens. */
export interface Counting {
	/** To plan the pages by, once for all groups of fields; unset where it is not worth a call. */
	first?: () => Promise<number | undefined>;
	/** Whether that waits until a first page announces more. */
	isLate?: boolean;
	/** At any later time; unset where Zoho does not count. */
	now?: () => Promise<number | undefined>;
}

/**
 * More fields than fit one request are read in passes and merged by row id. They overlap where
 * requests can start at once; else an empty first one spares the others.
 * @throws ZohoError
 */
export async function readFieldGroups(
	client: ZohoClient,
	read: RelatedListRead,
	counting: Counting = {},
): Promise<Reading> {
	const groups = chunk(read.fields, MAX_FIELDS, MAX_FIELDS_LENGTH);
	const watch = groups.length > 1 ? undefined : read.watch;
	const reads = (groups.length > 0 ? groups : [[]]).map((fields) => ({ ...read, fields, watch }));
	const pass = async (part: RelatedListRead) => await readPass(client, part, counting);
	const isOverlapped = client.free >= reads.length;
	const passes = isOverlapped ? await Promise.all(reads.map(pass)) : [];
	let merged: Reading | undefined;
	for (const [index, part] of reads.entries()) {
		if (merged?.rows.length === 0) break;
		const found = passes[index] ?? (await pass(part));
		merged = merged === undefined ? found : await mergedWith(client, part, merged, found, pass);
	}
	return merged ?? { rows: [], confidence: 'whole' };
}

/** A row that is missing from a later pass is asked for by itself; if it does not come, it is gone. */
async function mergedWith(
	client: ZohoClient,
	read: RelatedListRead,
	{ rows, confidence, hasMore }: Reading,
	found: Reading,
	pass: (read: RelatedListRead) => Promise<Reading>,
): Promise<Reading> {
	const more = new Map(found.rows.map((row) => [row.id, row]));
	const missing = rows.filter(({ id }) => !more.has(id)).map(({ id }) => id);
	const again = await findMissing(missing, read, {
		byId: async (ids) => await readPass(client, { ...read, ids, limit: ids.length }, {}),
		all: async () => await pass(read),
	});
	for (const row of again.rows) more.set(row.id, row);
	const whole = rows.flatMap((row) => {
		const rest = more.get(row.id);
		return rest === undefined ? [] : [{ ...row, ...rest }];
	});
	// Where a limit was met, those behind it would have taken the places of the rows that left.
	const isShort = rows.length >= read.limit && whole.length < rows.length;
	const own: Confidence = isShort ? 'changed' : 'whole';
	const worstOf = worst(confidence, found.confidence, again.confidence, own);
	return { rows: whole, confidence: worstOf, hasMore };
}

/** What holds for rows of several reads. */
export function worst(...confidences: readonly Confidence[]): Confidence {
	if (confidences.includes('changed')) return 'changed';
	return confidences.includes('unchecked') ? 'unchecked' : 'whole';
}

async function readPass(
	client: ZohoClient,
	read: RelatedListRead,
	counting: Counting,
): Promise<Reading> {
	const changes = new RelatedChanges(client, read);
	const { first } = counting;
	const begun = async <Answer>(answer: Promise<Answer>) =>
		await answer.finally(() => changes.begin());
	const list: PagedList = {
		fetchPage: async (request) => {
			const page = await begun(fetchRelatedPage(client, read, request));
			if (hasNextPage(page)) read.watch?.onNextPage();
			return page;
		},
		pageSize: read.pageSize,
		idOrder: idOrderOf(read),
		isMovable: isMovable(read),
		// Rows that change are many in such lists: overlapped pages would be read again and again.
		free: () => (isPart(read) ? 1 : client.free),
		firstCount: first && (async () => await begun(first())),
		isCountLate: counting.isLate,
		count: counting.now,
		restart: () => changes.restart(),
		changes: async () => await (read.watch?.changes() ?? changes.ask()),
		hasCreated: (rows) => changes.hasCreated(rows),
	};
	return await readPages(list, read.limit);
}

/** Whether the rows come in the order of their ids, which never change. */
export function isById({ sortBy = 'id' }: RelatedListRead): boolean {
	return sortBy === 'id';
}

function isPart({ modifiedSince, ids }: RelatedListRead): boolean {
	return modifiedSince !== undefined || ids !== undefined;
}

/** The order by ID; unset for others. The chronological lists have an order of their own. */
function idOrderOf(read: RelatedListRead): SortOrder | undefined {
	const isChronological = CHRONOLOGICAL_LISTS.includes(read.relatedList);
	return isChronological || !isById(read) ? undefined : (read.sortOrder ?? 'desc');
}

/** Whether a row that is edited can move: not by its ID or the time of its creation. */
function isMovable({ sortBy, relatedList }: RelatedListRead): boolean {
	return sortBy === undefined
		? CHRONOLOGICAL_LISTS.includes(relatedList)
		: sortBy === 'Modified_Time';
}
