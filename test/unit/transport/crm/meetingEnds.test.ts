import type { JsonObject } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import {
	fetchMeetingEnds,
	type MeetingQuery,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/crm/meetingEnds';
import { rejected } from '../../../support/caught';
import { body, FakeClient, type Answer } from '../fakeClient';

const SINCE = Date.UTC(2026, 2, 2, 9);
const QUERY: MeetingQuery = { version: 'v8', since: SINCE, order: 'asc', page: 1 };
const meeting = (id: number): JsonObject => ({
	id: `${id}`,
	End_DateTime: '2026-03-02T10:00:00+01:00',
});
const meetings = (count: number) => Array.from({ length: count }, (_, id) => meeting(id + 1));

function read(answer: Answer, more: Partial<MeetingQuery> = {}) {
	const client = new FakeClient(() => answer);
	return { client, ends: fetchMeetingEnds(client, { ...QUERY, ...more }) };
}

describe('the ends of meetings', () => {
	it('are one query a page', async () => {
		const { client, ends } = read(body([meeting(7)]));
		expect(await ends).toEqual({ meetings: [{ id: '7', end: SINCE }], hasMore: false });
		expect(client.log).toEqual(['v8/coql']);
		expect(client.queries).toEqual([
			"select id, End_DateTime from Events where End_DateTime >= '2026-03-02T09:00:00+00:00' order by End_DateTime asc, id asc limit 0, 200",
		]);
	});

	it('of one record, up to a time, page by page', async () => {
		const record = { module: 'Contacts', id: '5' };
		const { client, ends } = read(undefined, { record, until: SINCE + 999, page: 3 });
		expect(await ends).toEqual({ meetings: [], hasMore: false });
		expect(client.queries[0]).toContain(
			"where ((Who_Id = '5' and End_DateTime >= '2026-03-02T09:00:00+00:00') and End_DateTime < '2026-03-02T09:00:00+00:00') order by End_DateTime asc, id asc limit 400, 200",
		);
	});

	it.each<[JsonObject, number, boolean]>([
		[{ more_records: true }, 200, true],
		[{ more_records: 'true' }, 200, true],
		[{ more_records: 'false' }, 200, false],
		[{ more_records: false }, 200, false],
		[{}, 199, false],
	])('go on where Zoho says so: %j of %s', async (info, count, hasMore) => {
		expect(await read(body(meetings(count), info)).ends).toMatchObject({ hasMore });
	});

	it('fail where a full page does not say whether there are more', async () => {
		expect(await rejected(read(body(meetings(200), {})).ends)).toMatchObject({
			code: 'INVALID_RESPONSE',
			subject: { module: 'Events' },
		});
	});
});
