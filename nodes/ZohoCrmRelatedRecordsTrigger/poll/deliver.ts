import type { INodeExecutionData } from 'n8n-workflow';
import type { Row } from '../../ZohoCrmRelatedRecords/helpers/types';
import type { ZohoClient } from '../../ZohoCrmRelatedRecords/transport/client';
import type { FoundRow } from '../changes/pollFeeds';
import type { Parent, Parents } from '../feeds/parents';
import type { ZohoFeed } from '../feeds/zohoFeed';
import { itemOf } from '../output/items';
import type { Watching } from '../parameters/watching';

/** What it takes to watch. */
export interface Watcher {
	client: ZohoClient;
	watching: Watching;
	parents: Parents;
	/** Lookup that names the parent; unset where the parent is known, or not wanted. */
	parentField: string | undefined;
	feeds: readonly ZohoFeed[];
}

/**
 * The items of rows that were found, in their order.
 * @throws ZohoError when Zoho has to be asked about them, and does not answer
 */
export async function deliver(
	watcher: Watcher,
	found: readonly FoundRow<Row>[],
): Promise<INodeExecutionData[]> {
	const whole = await wholeRows(watcher, found);
	const items: INodeExecutionData[] = [];
	for (const one of found) {
		const row = whole.get(one.feed)?.get(one.row.id) ?? (whole.has(one.feed) ? undefined : one.row);
		if (row === undefined) continue;
		const feed = watcher.feeds.find(({ name }) => name === one.feed);
		const parent = await parentOf(watcher, row, feed);
		const module = watcher.feeds.length > 1 ? feed?.module : undefined;
		items.push(itemOf({ row, change: one.change, parent, module }, watcher.watching.isSimple));
	}
	return items;
}

/** By feed, the rows of those feeds that find less than whole rows. */
async function wholeRows(
	{ feeds }: Watcher,
	found: readonly FoundRow<Row>[],
): Promise<Map<string, ReadonlyMap<string, Row>>> {
	const whole = new Map<string, ReadonlyMap<string, Row>>();
	for (const { name, complete } of feeds) {
		const rows = found.filter(({ feed }) => feed === name).map(({ row }) => row);
		if (complete !== undefined && rows.length > 0) whole.set(name, await complete(rows));
	}
	return whole;
}

async function parentOf(
	{ watching, parents, parentField }: Watcher,
	row: Row,
	feed: ZohoFeed | undefined,
): Promise<Parent | undefined> {
	const { watched, includeParent } = watching;
	if (!includeParent) return undefined;
	if (watched.kind === 'record') {
		const { module, recordId: id, name, relatedList } = watched;
		return { module, id, name, relatedList };
	}
	if (parentField === undefined) return undefined;
	return await parents.parentOf(row, feed?.module ?? '', parentField);
}
