import type { Row } from '../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import type { Page } from '../../../nodes/ZohoCrmRelatedRecords/transport/pagination';
import { sortedFeed, zohoSecond } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/feeds/zohoFeed';
import type { View } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/feeds/watchedRow';
import { caught } from '../../support/caught';
import { FakeClient } from '../transport/fakeClient';

const NOW = Date.UTC(2026, 2, 2, 9);
const SINCE = NOW / 1000;
const CREATED: View = { event: 'created' };
const subject = { module: 'Leads', recordId: '1', relatedList: 'Odd_List' };

/** Rows that were changed so many seconds after the time that is asked for. */
const rowsAt = (...seconds: number[]): Row[] =>
	seconds.map((second, index) => {
		const time = new Date(NOW + second * 1000).toISOString();
		return { id: String(index + 1), Created_Time: time, Modified_Time: time };
	});
const page = (rows: Row[], more: Partial<Page> = {}): Page => ({
	rows,
	moreRecords: false,
	...more,
});

/** A feed of a list whose pages come from memory. */
function feedOf(answer: Page, view = CREATED) {
	const client = new FakeClient(() => undefined);
	const asked: unknown[] = [];
	const feed = sortedFeed({
		client,
		name: 'Odd_List',
		subject,
		view,
		fetchPage: async (query, request) => {
			asked.push({ ...query, ...request });
			return await Promise.resolve(answer);
		},
	});
	return { feed, client, asked };
}

const failure = async (read: Promise<unknown>) =>
	await read.then(
		() => undefined,
		(error: unknown) => error,
	);

describe('the feed of a list that is sorted by change', () => {
	it('asks from the second before, since nobody knows whether Zoho means that one as well', async () => {
		const { feed, asked } = feedOf(
			page(rowsAt(0, 0, 5), { moreRecords: true, nextPageToken: 't' }),
		);
		const read = await feed.fetch(SINCE, 1);
		expect(read).toMatchObject({ hasMore: true, nextToken: 't' });
		expect(read.rows.map(({ sighting }) => sighting.position - SINCE)).toEqual([0, 0, 5]);
		expect(asked).toEqual([
			{
				sortBy: 'Modified_Time',
				sortOrder: 'asc',
				modifiedSince: '2026-03-02T08:59:59+00:00',
				page: 1,
				perPage: 200,
			},
		]);
	});

	it.each([
		[10, 'token', { page: 10 }],
		[11, 'token', { pageToken: 'token' }],
		[11, undefined, { page: 11 }],
	])('asks for page %d with the token %s by %j', async (number, token, expected) => {
		const { feed, asked } = feedOf(page([]));
		await feed.fetch(SINCE, number, token);
		expect(asked).toEqual([expect.objectContaining({ ...expected, perPage: 200 })]);
	});

	it.each([
		['has no order', rowsAt(5, 4), 'Zoho does not sort it by Modified_Time'],
		['has rows without a time', [{ id: '1' }], 'its rows have no Modified_Time'],
		[
			'has rows that say nothing of their creation',
			[{ id: '1', Modified_Time: '2026-03-02T09:00:00Z' }],
			'its rows have no Created_Time',
		],
	])('that %s is refused by name', async (_, rows: Row[], reason) => {
		const error = await failure(feedOf(page(rows)).feed.fetch(SINCE, 1));
		expect(error).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: `Related list 'Odd_List' cannot be watched: ${reason}`,
			resolution: expect.stringMatching(/schedule/),
		});
	});

	it('that is long and not filtered by time is refused by name, after the numbered pages', async () => {
		const old = { moreRecords: true };
		const { feed } = feedOf(page(rowsAt(-90, -60), old));
		expect(await failure(feed.fetch(SINCE, 9))).toBeUndefined();
		expect(await failure(feed.fetch(SINCE, 10))).toMatchObject({
			message:
				"Related list 'Odd_List' cannot be watched: Zoho does not filter it by If-Modified-Since, and it is long",
		});
		expect(await failure(feedOf(page(rowsAt(-90))).feed.fetch(SINCE, 10))).toBeUndefined();
		const { feed: filtered } = feedOf(page(rowsAt(-1, -1), old));
		expect(await failure(filtered.fetch(SINCE, 10))).toBeUndefined();
	});

	it.each<[string, View, object, number]>([
		['a created row', CREATED, { sortBy: 'Created_Time' }, 1],
		['a changed row', { event: 'createdOrUpdated' }, { sortBy: 'Modified_Time' }, 1],
		[
			'a closed task',
			{ event: 'activityClosed', module: 'Tasks' },
			{ sortBy: 'Modified_Time' },
			200,
		],
	])('shows %s as sample', async (_, view, expected, perPage) => {
		const [open, closed] = rowsAt(5, 4).map((row) => ({ ...row, Closed_Time: null }));
		const done = { ...closed, Closed_Time: '2026-03-02T09:00:00Z' } as Row;
		const { feed, asked } = feedOf(page([open as Row, done]), view);
		const isClosing = view.event === 'activityClosed';
		expect(await feed.newest()).toEqual(isClosing ? done : open);
		expect(asked).toEqual([{ ...expected, sortOrder: 'desc', page: 1, perPage }]);
	});

	it('has no sample where it has no such row', async () => {
		const { feed } = feedOf(page(rowsAt(5).map((row) => ({ ...row, Closed_Time: null }))), {
			event: 'activityClosed',
			module: 'Tasks',
		});
		expect(await feed.newest()).toBeUndefined();
	});
});

describe("Zoho's clock", () => {
	it('is that of its last answer', () => {
		const client = new FakeClient(() => undefined);
		client.zohoTime = NOW + 999;
		expect(zohoSecond(client, {})).toBe(SINCE);
	});

	it('is needed', () => {
		const client = new FakeClient(() => undefined);
		client.zohoTime = undefined;
		expect(caught(() => zohoSecond(client, {}))).toMatchObject({
			code: 'INVALID_RESPONSE',
			message: expect.stringContaining('no Date header'),
		});
	});
});
