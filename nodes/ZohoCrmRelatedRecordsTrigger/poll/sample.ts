import type { Row } from '../../ZohoCrmRelatedRecords/helpers/types';
import type { FoundRow } from '../changes/pollFeeds';
import type { Change } from '../changes/sighting';
import type { Watcher } from './deliver';
import { secondOf } from '../feeds/watchedRow';

/** The newest row of the first feed that has one, as a poll would find it. */
export async function sampleOf({ feeds, watching }: Watcher): Promise<FoundRow<Row> | undefined> {
	for (const { name, newest } of feeds) {
		const row = await newest();
		if (row === undefined) continue;
		return { feed: name, row, change: changeOf(row, watching.event), position: 0 };
	}
	return undefined;
}

function changeOf(row: Row, event: string): Change {
	if (event === 'activityClosed') return 'closed';
	const isUntouched = secondOf(row.Created_Time) === secondOf(row.Modified_Time);
	return event === 'created' || isUntouched ? 'created' : 'updated';
}
