import { instantOf, zohoTimeText } from '../../helpers/time';
import { textOf } from '../../helpers/guards';
import type { ApiVersion, Row } from '../../helpers/types';
import type { ZohoClient } from '../client';
import { hasNextPage, pageOf } from './page';
import { queryRequest } from './query/queryRequest';

export interface MeetingQuery {
	version: ApiVersion;
	/** The record whose meetings are wanted; unset for those of all records. */
	record?: { module: string; id: string };
	/** Meetings that end at or after this instant, ms since 1970. */
	since: number;
	/** The same before; unset: all. */
	until?: number;
	order: 'asc' | 'desc';
	/** 1-based */
	page: number;
}

export interface MeetingEnd {
	id: string;
	/** ms since 1970 */
	end: number;
}

export interface MeetingEnds {
	meetings: MeetingEnd[];
	hasMore: boolean;
}

/** Rows that cost one API credit (Zoho: COQL Overview). */
const PAGE_SIZE = 200;

/**
 * Reads when meetings end, in that order. Meetings are not changed when they end, so no list shows it;
 * only a query can ask for it (Zoho: Get Records through a COQL Query).
 * @throws ZohoError
 */
export async function fetchMeetingEnds(
	client: ZohoClient,
	query: MeetingQuery,
): Promise<MeetingEnds> {
	const subject = { module: 'Events' };
	const target = 'a query for the ends of meetings';
	const request = queryRequest(query.version, { subject, target });
	const page = pageOf(await client.query(request, textOfQuery(query)), subject, PAGE_SIZE);
	return { meetings: page.rows.flatMap(meetingIn), hasMore: hasNextPage(page) };
}

function textOfQuery({ record, since, until, order, page }: MeetingQuery): string {
	const times = [`End_DateTime >= '${zohoTimeText(since)}'`];
	if (until !== undefined) times.push(`End_DateTime < '${zohoTimeText(until)}'`);
	const own = record === undefined ? [] : [`${parentField(record.module)} = '${record.id}'`];
	const conditions = [...own, ...times];
	// More than two conditions have to be bracketed in pairs.
	const where = conditions.reduce((all, next) => `(${all} and ${next})`);
	const offset = (page - 1) * PAGE_SIZE;
	return `select id, End_DateTime from Events where ${where} order by End_DateTime ${order}, id asc limit ${offset}, ${PAGE_SIZE}`;
}

/** Meetings of contacts are found by the column for people. */
function parentField(module: string): string {
	return module === 'Contacts' ? 'Who_Id' : 'What_Id';
}

function meetingIn(row: Row): MeetingEnd[] {
	const end = instantOf(textOf(row.End_DateTime));
	return end === undefined ? [] : [{ id: row.id, end }];
}
