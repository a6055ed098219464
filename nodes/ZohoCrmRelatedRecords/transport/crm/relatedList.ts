import type { Confidence, Row } from '../../helpers/types';
import type { ZohoClient } from '../client';
import { isById, readFieldGroups, type Counting, type RelatedListRead } from './fieldGroups';
import { readIds } from './idGroups';
import type { RelatedCounts } from './relatedCount';

export interface RelatedRows {
	/** In the order asked for, each once. */
	rows: Row[];
	/** Whether the list changed while it was read, in a way that may have cost a row. */
	confidence: Confidence;
	/** Whether the limit left out rows that the list has. */
	hasMore?: boolean;
	/** How many there were by Zoho's count when reading began, where it was asked. */
	counted?: number;
	/** Whether Zoho gave rows by ID that were not asked for; they are left out. */
	hasOthers?: boolean;
}

/**
 * Reads the rows of one related list, as many requests as it takes: pages, groups of fields, groups
 * of ids, several at the same time.
 * @param counts asks for the number of rows where that helps; unset: never
 * @throws ZohoError
 */
export async function readRelatedList(
	client: ZohoClient,
	read: RelatedListRead,
	counts?: RelatedCounts,
): Promise<RelatedRows> {
	if (read.ids !== undefined) return await readIds(client, read, read.ids);
	if (counts?.isPossible(read) !== true) return await readFieldGroups(client, read);
	const now = async () => await counts.ask(client, read);
	const isWorthwhile = isById(read) && read.limit === Infinity && counts.isWorthwhile(client, read);
	if (!isWorthwhile) return await readFieldGroups(client, read, { now });
	let asked: ReturnType<typeof now> | undefined;
	const first = async () => await (asked ??= now());
	const counting: Counting = { first, isLate: counts.isLate(read), now };
	const reading = await readFieldGroups(client, read, counting);
	return { ...reading, counted: await asked };
}
