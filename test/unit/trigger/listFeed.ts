import { sightCreation } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/sighting';
import type { NamedFeed } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/pollFeeds';
import type { Second } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/state';
import type { Sighted } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/decide';

export interface ListedRow {
	id: string;
	at: Second;
}

/** Created rows in Zoho, as one feed reads them. */
export interface ListFeed extends NamedFeed<ListedRow> {
	/** Where pages began, since the last look. */
	asked: Second[];
}

const PAGE_SIZE = 200;

/**
 * @param rows by time
 * @param clock Zoho's time
 */
export function listFeed(
	name: string,
	rows: readonly ListedRow[],
	clock: { now: Second },
	sight: (row: ListedRow) => Sighted<ListedRow>['sighting'] = ({ id, at }) =>
		sightCreation({ id, position: at, created: at }),
): ListFeed {
	const feed: ListFeed = {
		name,
		asked: [],
		fetch: async (since, page) => {
			await Promise.resolve();
			feed.asked.push(since);
			// Zoho may take the second of the header for included.
			const wanted = rows.filter(({ at }) => at >= since - 1 && at <= clock.now);
			const from = (page - 1) * PAGE_SIZE;
			return {
				rows: wanted.slice(from, from + PAGE_SIZE).map((row) => ({ row, sighting: sight(row) })),
				hasMore: wanted.length > from + PAGE_SIZE,
				zohoTime: clock.now,
			};
		},
	};
	return feed;
}
