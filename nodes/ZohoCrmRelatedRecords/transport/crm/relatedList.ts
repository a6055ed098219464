import type { Row } from '../../helpers/types';
import type { ZohoClient } from '../client';
import { isById, readFieldGroups, type Count, type RelatedListRead } from './fieldGroups';
import type { RelatedCounts } from './relatedCount';
import { readIds } from './idGroups';

export type { RelatedListRead } from './fieldGroups';

export interface RelatedRows {
	/** In the order asked for. */
	rows: Row[];
	/** How many there were by Zoho's count when reading began, where it was asked. */
	counted?: number;
}

/**
 * Reads the rows of one related list, as many requests as it takes: pages, groups of fields, groups
 * of ids, several at the same time.
 * @param counts asks for the number of rows where all are wanted; unset: never
 * @throws ZohoError
 */
export async function readRelatedList(
	client: ZohoClient,
	read: RelatedListRead,
	counts?: RelatedCounts,
): Promise<RelatedRows> {
	if (read.ids !== undefined) return { rows: await readIds(client, read, read.ids) };
	const isCounted = isById(read) && read.limit === Infinity && counts?.isWorthwhile(client, read);
	if (!counts || !isCounted) return { rows: await readFieldGroups(client, read) };
	let asked: ReturnType<Count> | undefined;
	const count: Count = async () => await (asked ??= counts.ask(client, read));
	const rows = await readFieldGroups(client, read, count);
	return { rows, counted: await asked };
}
