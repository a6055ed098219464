import type { ApiVersion, Row } from '../../ZohoCrmRelatedRecords/helpers/types';
import { MAX_IDS, MAX_IDS_LENGTH } from '../../ZohoCrmRelatedRecords/helpers/constants';
import type { ZohoClient } from '../../ZohoCrmRelatedRecords/transport/client';
import { chunk } from '../../ZohoCrmRelatedRecords/transport/crm/chunk';
import {
	fetchMeetingEnds,
	type MeetingEnd,
	type MeetingQuery,
} from '../../ZohoCrmRelatedRecords/transport/crm/meetingEnds';
import { fetchModulePage } from '../../ZohoCrmRelatedRecords/transport/crm/modulePage';
import { sightEndedMeeting } from '../changes/sighting';
import type { Second } from '../changes/state';
import { secondOf } from './watchedRow';
import { zohoSecond, type ZohoFeed } from './zohoFeed';

export interface MeetingWatch {
	version: ApiVersion;
	fields: readonly string[];
	/** Unset for the meetings of all records. */
	record?: MeetingQuery['record'];
}

/** Meetings by their end: it passes without anything being changed. */
export function meetingFeed(client: ZohoClient, watch: MeetingWatch): ZohoFeed {
	const { version, record } = watch;
	const subject = { module: 'Events', recordId: record?.id };
	const fetchEnds = async (query: Pick<MeetingQuery, 'since' | 'until' | 'order' | 'page'>) =>
		await fetchMeetingEnds(client, { version, record, ...query });
	const now = () => zohoSecond(client, subject);
	const complete = async (rows: readonly Row[]) => await readEnded(client, watch, rows, now);
	return {
		name: 'Events',
		module: 'Events',
		fetch: async (since, page) => {
			const { meetings, hasMore } = await fetchEnds({ since: since * 1000, order: 'asc', page });
			const rows = meetings.map((meeting) => {
				const row = rowOf(meeting);
				const position = Math.floor(meeting.end / 1000);
				return { row, sighting: sightEndedMeeting({ id: row.id, position, created: undefined }) };
			});
			return { rows, hasMore, zohoTime: now() };
		},
		newest: async () => {
			// Only an answer tells what time it is at Zoho.
			if (client.zohoTime === undefined) await fetchEnds({ since: 0, order: 'asc', page: 1 });
			const until = (now() + 1) * 1000;
			const { meetings } = await fetchEnds({ since: 0, until, order: 'desc', page: 1 });
			const ended = meetings.find(({ end }) => end / 1000 <= now());
			return ended && (await complete([rowOf(ended)])).get(ended.id);
		},
		complete,
	};
}

/** What is found by its end only: an ID, and the time. */
function rowOf({ id, end }: MeetingEnd): Row {
	return { id, End_DateTime: new Date(end).toISOString() };
}

/** The meetings themselves, without those that were deleted, or moved to a later time, meanwhile. */
async function readEnded(
	client: ZohoClient,
	{ version, fields }: MeetingWatch,
	rows: readonly Row[],
	now: () => Second,
): Promise<ReadonlyMap<string, Row>> {
	const read = new Map<string, Row>();
	const all = rows.map(({ id }) => id);
	const reading = chunk(all, MAX_IDS, MAX_IDS_LENGTH).map(async (ids) => {
		const query = { version, module: 'Events', fields, ids };
		const page = await fetchModulePage(client, query, { page: 1, perPage: MAX_IDS });
		for (const row of page.rows) {
			if ((secondOf(row.End_DateTime) ?? Infinity) <= now()) read.set(row.id, row);
		}
	});
	// At once: there is little time left when a poll has read much.
	await Promise.all(reading);
	return read;
}
