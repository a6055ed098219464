import type { JsonValue, Row } from '../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import { CALL_MEMORY } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/sighting';
import { feedsOf } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/feeds/feedsOf';
import type {
	TriggerEvent,
	WatchedModules,
	WatchedRecord,
	Watching,
} from '../../../nodes/ZohoCrmRelatedRecordsTrigger/parameters/watching';
import type { ZohoRequest } from '../../../nodes/ZohoCrmRelatedRecords/transport/request';
import { body, FakeClient } from '../transport/fakeClient';

const SINCE = Date.UTC(2026, 2, 2, 9) / 1000;

const of = (
	event: TriggerEvent,
	watched: WatchedRecord | WatchedModules,
	fields: readonly string[] = ['Subject'],
): Watching => ({
	event,
	watched,
	version: 'v8',
	fields,
	includeParent: true,
	isSimple: false,
	max: 1000,
});
const record = (relatedList: string, module = 'Leads'): WatchedRecord => ({
	kind: 'record',
	module,
	recordId: '42',
	name: null,
	relatedList,
});
const modules = (...names: string[]): WatchedModules => ({ kind: 'module', modules: names });

/** What the first poll after a time asks for, feed by feed. */
async function requestsOf(watching: Watching, parentField?: string): Promise<string[]> {
	const client = new FakeClient(() => undefined);
	for (const feed of feedsOf(client, watching, parentField)) await feed.fetch(SINCE, 1);
	return client.log.map((line, index) => {
		const query = client.queries[index];
		return typeof query === 'string' ? query : line;
	});
}

const LIST = 'page=1&per_page=200&sort_by=Modified_Time&sort_order=asc';
const ENDS = (own: string) =>
	`select id, End_DateTime from Events where ${own} order by End_DateTime asc, id asc limit 0, 200`;
const END = "End_DateTime >= '2026-03-02T09:00:00+00:00'";

describe('what is read to see what is watched', () => {
	it.each<[string, Watching, string[]]>([
		[
			'a list of a record',
			of('created', record('Notes')),
			[`v8/Leads/42/Notes?fields=Subject,Created_Time,Modified_Time&${LIST}`],
		],
		[
			'a list of activities',
			of('createdOrUpdated', record('Tasks')),
			[`v8/Leads/42/Tasks?fields=Subject,Created_Time,Modified_Time,Closed_Time&${LIST}`],
		],
		[
			'closed tasks of a record, from the list of open ones',
			of('activityClosed', record('Tasks')),
			[`v8/Leads/42/Tasks_History?fields=Subject,Created_Time,Modified_Time,Closed_Time&${LIST}`],
		],
		[
			'closed calls of a record',
			of('activityClosed', record('Calls_History')),
			[
				`v8/Leads/42/Calls_History?fields=Subject,Created_Time,Modified_Time,Call_Type,Call_Start_Time,Outgoing_Call_Status&${LIST}`,
			],
		],
		[
			'meetings of a record',
			of('activityClosed', record('Events')),
			[ENDS(`(What_Id = '42' and ${END})`)],
		],
		[
			'meetings of a contact',
			of('activityClosed', record('Events_History', 'Contacts')),
			[ENDS(`(Who_Id = '42' and ${END})`)],
		],
		[
			'a module',
			of('created', modules('Deals')),
			[`v8/Deals?fields=Subject,Created_Time,Modified_Time,Account_Name,$se_module&${LIST}`],
		],
		[
			'what is closed in all three modules',
			of('activityClosed', modules('Calls', 'Events', 'Tasks')),
			[
				`v8/Calls?fields=Subject,Created_Time,Modified_Time,Call_Type,Call_Start_Time,Outgoing_Call_Status,Account_Name,$se_module&${LIST}`,
				ENDS(END),
				`v8/Tasks?fields=Subject,Created_Time,Modified_Time,Closed_Time,Account_Name,$se_module&${LIST}`,
			],
		],
	])('%s', async (_, watching, expected) => {
		const parentField = watching.watched.kind === 'module' ? 'Account_Name' : undefined;
		expect(await requestsOf(watching, parentField)).toEqual(expected);
	});

	it('is no lookup where no parent is wanted', async () => {
		expect(await requestsOf(of('created', modules('Deals')))).toEqual([
			`v8/Deals?fields=Subject,Created_Time,Modified_Time&${LIST}`,
		]);
	});

	it.each<[string, Watching, number | undefined]>([
		['calls', of('activityClosed', modules('Calls')), CALL_MEMORY],
		['calls of a record', of('activityClosed', record('Calls')), CALL_MEMORY],
		['tasks', of('activityClosed', modules('Tasks')), undefined],
		['new calls', of('created', modules('Calls')), undefined],
	])('reaches back where completions have no time of their own: %s', (_, watching, expected) => {
		const [feed] = feedsOf(new FakeClient(() => undefined), watching, undefined);
		expect(feed?.memory).toBe(expected);
	});
});

describe('meetings', () => {
	const END_TIME = '2026-03-02T09:10:00+00:00';
	const LATER = '2026-03-02T10:00:00+00:00';
	const NOW = Date.UTC(2026, 2, 2, 9, 30);

	/** The feed of a Zoho with these meetings, by query and by ID. */
	const open = (queried: JsonValue[], byId: JsonValue[] = queried) => {
		const client = new FakeClient(({ body: sent }) => body(sent === undefined ? byId : queried));
		client.zohoTime = NOW;
		const [feed] = feedsOf(client, of('activityClosed', modules('Events')), undefined);
		if (feed === undefined) throw new Error('There is no feed');
		return { client, feed };
	};
	const meeting = (id: string, end: string | null): Row => ({ id, End_DateTime: end });

	it('stand in their feed by their end; those without one are in none', async () => {
		const { feed } = open([meeting('1', END_TIME), meeting('2', null)]);
		const { rows, hasMore, zohoTime } = await feed.fetch(SINCE, 1);
		expect(rows.map(({ row, sighting }) => [row.id, sighting])).toEqual([
			['1', { position: SINCE + 600, change: { key: `1@${SINCE + 600}`, word: 'closed' } }],
		]);
		expect([hasMore, zohoTime]).toEqual([false, NOW / 1000]);
	});

	it('are delivered whole, without those that were deleted or moved meanwhile', async () => {
		const found = ['1', '2', '3', '4'].map((id) => meeting(id, END_TIME));
		const { feed } = open(found, [
			{ ...meeting('1', END_TIME), Event_Title: 'Over' },
			meeting('2', LATER),
			meeting('4', null),
		]);
		const whole = await feed.complete?.(found);
		expect([...(whole?.entries() ?? [])]).toEqual([
			['1', { id: '1', End_DateTime: END_TIME, Event_Title: 'Over' }],
		]);
	});

	it('are asked for by as many IDs as one request takes', async () => {
		const ids = Array.from({ length: 250 }, (_, index) => `48768760000020${100_000 + index}`);
		const { client, feed } = open([]);
		await feed.complete?.(ids.map((id) => meeting(id, END_TIME)));
		const asked = client.requests.map(({ query }) => String(query?.ids));
		expect(asked.join(',').split(',')).toEqual(ids);
		for (const text of asked) {
			expect(text.split(',').length).toBeLessThanOrEqual(100);
			expect(text.length).toBeLessThanOrEqual(2000);
		}
	});

	it('have the one that ended last as sample', async () => {
		const queried = [meeting('2', LATER), meeting('1', END_TIME)];
		const { client, feed } = open(queried, [meeting('1', END_TIME)]);
		expect(await feed.newest()).toEqual(meeting('1', END_TIME));
		expect(client.queries[0]).toBe(
			"select id, End_DateTime from Events where (End_DateTime >= '1970-01-01T00:00:00+00:00' and End_DateTime < '2026-03-02T09:30:01+00:00') order by End_DateTime desc, id asc limit 0, 200",
		);
	});

	it("are over by Zoho's clock, for which it is asked where nothing has told it yet", async () => {
		const { client, feed } = open([meeting('1', END_TIME)]);
		client.zohoTime = undefined;
		const answerTo = client.answerTo;
		Object.assign(client, {
			answerTo: (request: ZohoRequest) => {
				client.zohoTime = NOW;
				return answerTo(request);
			},
		});
		expect(await feed.newest()).toEqual(meeting('1', END_TIME));
		expect(client.queries.map((text) => / < '([^']+)'/.exec(String(text))?.[1])).toEqual([
			undefined,
			'2026-03-02T09:30:01+00:00',
			undefined,
		]);
	});

	it('have no sample before any has ended', async () => {
		const { feed } = open([meeting('2', LATER)]);
		expect(await feed.newest()).toBeUndefined();
	});
});
