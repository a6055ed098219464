import { MAX_PAGE_SIZE } from '../../ZohoCrmRelatedRecords/helpers/constants';
import { zohoTimeText } from '../../ZohoCrmRelatedRecords/helpers/time';
import type { Row, SortOrder, Subject } from '../../ZohoCrmRelatedRecords/helpers/types';
import { ZohoError } from '../../ZohoCrmRelatedRecords/helpers/zohoError';
import type { ZohoClient } from '../../ZohoCrmRelatedRecords/transport/client';
import type { Page, PageRequest } from '../../ZohoCrmRelatedRecords/transport/pagination';
import { invalidResponse } from '../../ZohoCrmRelatedRecords/transport/responses/errors';
import type { Sighted } from '../changes/decide';
import type { NamedFeed } from '../changes/pollFeeds';
import type { FeedPage } from '../changes/readFeed';
import { CALL_MEMORY } from '../changes/sighting';
import type { Second } from '../changes/state';
import { sightRow, type View } from './watchedRow';

/** A feed of Zoho's rows. */
export interface ZohoFeed extends NamedFeed<Row> {
	/** API name of the rows' module; unset where Zoho would have to be asked. */
	module?: string;
	/** The latest row of which there would be something to deliver, for a test. */
	newest(): Promise<Row | undefined>;
	/** What is delivered of rows that were found; unset: the rows themselves. */
	complete?(rows: readonly Row[]): Promise<ReadonlyMap<string, Row>>;
}

export interface ListQuery {
	sortBy: 'Modified_Time' | 'Created_Time';
	sortOrder: SortOrder;
	modifiedSince?: string;
}

/** A list that Zoho sorts by the time of the last change. */
export interface SortedList {
	client: ZohoClient;
	name: string;
	module?: string;
	subject: Subject;
	view: View;
	fetchPage(query: ListQuery, page: PageRequest): Promise<Page>;
}

/** Pages that Zoho finds by number; further ones have tokens (Zoho: Get Records). */
const NUMBERED_PAGES = 10;

/** The feed of a list by `Modified_Time`. */
export function sortedFeed(list: SortedList): ZohoFeed {
	const { client, name, module, subject, view, fetchPage } = list;
	return {
		name,
		...(module === undefined ? {} : { module }),
		...(view.event === 'activityClosed' && view.module === 'Calls' ? { memory: CALL_MEMORY } : {}),
		fetch: async (since, number, token): Promise<FeedPage<Row>> => {
			const page = await fetchPage(
				{
					sortBy: 'Modified_Time',
					sortOrder: 'asc',
					modifiedSince: zohoTimeText((since - 1) * 1000),
				},
				pageRequest(number, token),
			);
			const rows = page.rows.map((row) => sighted(row, view, subject));
			refuseUnsorted(rows, subject);
			if (page.moreRecords) refuseUnfiltered(rows, { since, number }, subject);
			const { moreRecords: hasMore, nextPageToken } = page;
			return { rows, hasMore, nextToken: nextPageToken, zohoTime: zohoSecond(client, subject) };
		},
		newest: async () => {
			const isClosing = view.event === 'activityClosed';
			const sortBy = view.event === 'created' ? 'Created_Time' : 'Modified_Time';
			const { rows } = await fetchPage(
				{ sortBy, sortOrder: 'desc' },
				{ page: 1, perPage: isClosing ? MAX_PAGE_SIZE : 1 },
			);
			return rows.find((row) => {
				const { sighting } = sighted(row, view, subject);
				return Object.keys(sighting).length > 1;
			});
		},
	};
}

/** Zoho's clock at its last answer. */
export function zohoSecond({ zohoTime }: ZohoClient, subject: Subject): Second {
	if (zohoTime !== undefined) return Math.floor(zohoTime / 1000);
	throw invalidResponse('has no Date header, so its time is unknown', 200, subject);
}

function pageRequest(number: number, token: string | undefined): PageRequest {
	const isByToken = number > NUMBERED_PAGES && token !== undefined;
	return {
		...(isByToken ? { pageToken: token } : { page: number }),
		perPage: MAX_PAGE_SIZE,
	};
}

function sighted(row: Row, view: View, subject: Subject): Sighted<Row> {
	const seen = sightRow(row, view);
	if ('sighting' in seen) return { row, sighting: seen.sighting };
	throw unwatchable(
		subject,
		`its rows have no ${seen.missing}`,
		`Give the user of the credential access to that field in Zoho CRM, if the module has it. ${READ_INSTEAD}`,
	);
}

/**
 * Older rows than those that were asked for, as many as Zoho finds by page number, show that the header
 * is not heeded: each poll would read the whole list.
 */
function refuseUnfiltered(
	rows: readonly Sighted<Row>[],
	{ since, number }: { since: Second; number: number },
	subject: Subject,
): void {
	const last = rows.at(-1)?.sighting.position ?? since;
	if (number < NUMBERED_PAGES || last >= since - 1) return;
	throw unwatchable(subject, 'Zoho does not filter it by If-Modified-Since, and it is long');
}

/** A row before its predecessor shows that Zoho does not heed the order that was asked for. */
function refuseUnsorted(rows: readonly Sighted<Row>[], subject: Subject): void {
	const isUnsorted = rows.some(({ sighting }, index) => {
		const before = rows[index - 1];
		return before !== undefined && sighting.position < before.sighting.position;
	});
	if (isUnsorted) throw unwatchable(subject, 'Zoho does not sort it by Modified_Time');
}

const READ_INSTEAD =
	'Read it on a schedule with the Zoho CRM Related Records node, or watch another list or module.';

function unwatchable(subject: Subject, reason: string, resolution = READ_INSTEAD): ZohoError {
	const { relatedList, module } = subject;
	const what = relatedList === undefined ? `Module '${module}'` : `Related list '${relatedList}'`;
	return new ZohoError({
		code: 'INVALID_PARAMETER',
		message: `${what} cannot be watched: ${reason}`,
		resolution,
		subject,
	});
}
