import type * as clock from '../../support/engine/clock';
import { holdDeadlines, passDeadlines } from '../faults/deadlines';
import {
	dataset,
	DAY,
	HOUR,
	MINUTE,
	ofModule,
	ofRecord,
	openTrigger,
	SECOND,
	type Trigger,
} from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const { lead, data } = dataset();
const NOTES = ofRecord('Leads', lead, 'Notes');
const PAGE = 'sort_by=Modified_Time&sort_order=asc&page=1&per_page=200';

let trigger: Trigger;
afterEach(async () => await trigger.close());

const open = async (...given: Parameters<typeof openTrigger>) => {
	trigger = await openTrigger(given[0], { dataset: data, ...given[1] });
	return trigger;
};
const addNote = (title: string) =>
	trigger.sandbox.change({
		do: 'add',
		module: 'Leads',
		recordId: lead,
		list: 'Notes',
		row: { Note_Title: title, Note_Content: title },
	});
const failureOf = async (polled: Promise<unknown>): Promise<unknown> =>
	await polled.then(
		() => undefined,
		(error: unknown) => error,
	);
const titles = (items: Record<string, unknown>[] | null) =>
	items?.map(({ Note_Title }) => Note_Title) ?? null;

describe('polls of a related list', () => {
	it('deliver a new row once, with its fields, what happened and its parent', async () => {
		await open(NOTES);
		expect(await trigger.node.poll()).toBeNull();
		trigger.now += 10 * SECOND;
		const id = addNote('One');
		const items = await trigger.pollAfter(MINUTE);
		expect(items).toEqual([
			expect.objectContaining({
				id,
				Note_Title: 'One',
				Note_Content: 'One',
				Created_Time: expect.any(String),
				event: 'created',
				parent: { module: 'Leads', id: lead, name: null, relatedList: 'Notes' },
			}),
		]);
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
		expect(await trigger.pollAfter(DAY)).toBeNull();
	});

	it('cost one call each, which begins five minutes before the last', async () => {
		await open(NOTES);
		await trigger.node.poll();
		expect(trigger.takeRequests()).toEqual([
			`GET v8/Leads/${lead}/Notes sort_by=Created_Time&sort_order=desc&page=1&per_page=1`,
		]);
		await trigger.pollAfter(50 * MINUTE);
		await trigger.pollAfter(MINUTE);
		expect(trigger.takeRequests()).toEqual([
			`GET v8/Leads/${lead}/Notes since 2026-03-02T09:00:00+00:00 ${PAGE}`,
			`GET v8/Leads/${lead}/Notes since 2026-03-02T09:44:59+00:00 ${PAGE}`,
		]);
	});

	it('deliver nothing old at first, and what is newer than Start From if asked', async () => {
		await open(NOTES);
		addNote('Old');
		expect(await trigger.node.poll()).toBeNull();
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
		await trigger.close();

		await open({ ...NOTES, options: { startFrom: '2026-03-02T08:00:00' } });
		trigger.now -= 2 * HOUR;
		addNote('Too old');
		trigger.now += 90 * MINUTE;
		addNote('Wanted');
		expect(titles(await trigger.pollAfter(HOUR))).toEqual(['Wanted']);
		expect(trigger.takeRequests()).toEqual([
			`GET v8/Leads/${lead}/Notes since 2026-03-02T07:59:59+00:00 ${PAGE}`,
		]);
	});

	it('leave a second that is not over to the next poll', async () => {
		await open(NOTES);
		await trigger.node.poll();
		trigger.now += MINUTE;
		addNote('Just now');
		expect(await trigger.pollAfter(SECOND)).toBeNull();
		expect(titles(await trigger.pollAfter(2 * SECOND))).toEqual(['Just now']);
	});

	it('find a row that becomes visible four minutes late', async () => {
		await open(NOTES);
		await trigger.node.poll();
		await trigger.pollAfter(HOUR);
		const created = new Date(trigger.now - 4 * MINUTE).toISOString();
		trigger.sandbox.data.addRelated('Leads', lead, 'Notes', {
			Note_Title: 'Late',
			Created_Time: created,
			Modified_Time: created,
		});
		expect(titles(await trigger.pollAfter(SECOND))).toEqual(['Late']);
		expect(await trigger.pollAfter(SECOND)).toBeNull();
	});

	it('say of each row whether it was created or updated', async () => {
		await open({ ...NOTES, event: 'createdOrUpdated' });
		const old = addNote('Old');
		await trigger.pollAfter(SECOND);
		trigger.now += HOUR;
		trigger.sandbox.data.updateRecord('Notes', old, { Note_Title: 'Old, edited' });
		trigger.now += SECOND;
		const id = addNote('New');
		const words = (items: Record<string, unknown>[] | null) =>
			items?.map(({ Note_Title, event }) => [Note_Title, event]);
		expect(words(await trigger.pollAfter(MINUTE))).toEqual([
			['Old, edited', 'updated'],
			['New', 'created'],
		]);
		trigger.sandbox.data.updateRecord('Notes', id, { Note_Title: 'New, edited' });
		expect(words(await trigger.pollAfter(MINUTE))).toEqual([['New, edited', 'updated']]);
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
	});

	it('deliver whole seconds up to Max per Poll, and the rest with the next polls', async () => {
		await open({ ...NOTES, options: { maxPerPoll: 3 } });
		await trigger.node.poll();
		trigger.now += MINUTE;
		for (const title of ['a', 'b']) addNote(title);
		trigger.now += SECOND;
		for (const title of ['c', 'd']) addNote(title);
		trigger.now += SECOND;
		for (const title of ['e', 'f', 'g', 'h']) addNote(title);
		expect(titles(await trigger.pollAfter(HOUR))?.sort()).toEqual(['a', 'b']);
		expect(titles(await trigger.pollAfter(HOUR))?.sort()).toEqual(['c', 'd']);
		const rest = [...(await rows(HOUR)), ...(await rows(HOUR))];
		expect(rest.sort()).toEqual(['e', 'f', 'g', 'h']);
		expect(await trigger.pollAfter(HOUR)).toBeNull();
	});
	const rows = async (ms: number) => titles(await trigger.pollAfter(ms)) ?? [];

	it('read a second that fills pages by page number, until nothing leaves it', async () => {
		await open(NOTES);
		await trigger.node.poll();
		trigger.takeRequests();
		trigger.now += MINUTE;
		for (let number = 0; number < 450; number += 1) addNote(String(number));
		const found = await rows(MINUTE);
		expect(new Set(found).size).toBe(450);
		const pages = trigger.sandbox.log.crm().map(({ query }) => query.page);
		expect(pages).toEqual(['1', '1', '2', '3', '1', '2', '3']);
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
	});

	it('go on after a day off, and after a restart', async () => {
		await open(NOTES);
		await trigger.node.poll();
		trigger.node.restart();
		trigger.now += HOUR;
		addNote('While off');
		expect(await rows(DAY)).toEqual(['While off']);
		const stored = trigger.node.stored;
		// The null of this poll is not stored by n8n.
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
		trigger.node.restart(stored);
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
	});

	it('start from now when what is watched is changed, and not when the fields are', async () => {
		await open(NOTES);
		await trigger.node.poll();
		trigger.now += MINUTE;
		addNote('One');
		trigger.node.change({ fields: ['Note_Title'] });
		expect(await rows(MINUTE)).toEqual(['One']);
		addNote('Two');
		trigger.node.change({ event: 'createdOrUpdated', options: { startFrom: '2026-01-01' } });
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
		addNote('Three');
		expect(await rows(MINUTE)).toEqual(['Three']);
	});

	it('run one at a time: the second gives null and asks nothing', async () => {
		await open(NOTES);
		await trigger.node.poll();
		trigger.now += MINUTE;
		addNote('One');
		trigger.now += MINUTE;
		trigger.takeRequests();
		const [first, second] = await Promise.all([trigger.node.poll(), trigger.node.poll()]);
		expect([titles(first), second]).toEqual([['One'], null]);
		expect(trigger.takeRequests()).toHaveLength(1);
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
	});
});

describe('a poll that fails', () => {
	it('changes nothing, and says what happened', async () => {
		await open(NOTES);
		await trigger.node.poll();
		trigger.now += MINUTE;
		addNote('One');
		const before = trigger.node.stored;
		trigger.sandbox.faults.add({ match: {}, times: Infinity, reply: { status: 500, body: {} } });
		const error = await failureOf(trigger.pollAfter(MINUTE));
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '500' });
		expect(trigger.node.stored).toBe(before);
		trigger.sandbox.faults.clear();
		expect(titles(await trigger.pollAfter(MINUTE))).toEqual(['One']);
	});

	it.each([
		['rate-limited', {}],
		['quota-exhausted', { 'X-API-CREDITS-REMAINING': '0' }],
	])('tells n8n the cause: %s', async (cause, headers: Record<string, string>) => {
		await open(NOTES);
		trigger.sandbox.faults.add({
			match: {},
			times: Infinity,
			reply: {
				status: 429,
				headers,
				body: { code: 'TOO_MANY_REQUESTS', message: 'too many', status: 'error' },
			},
		});
		expect(await failureOf(trigger.node.poll())).toMatchObject({ failure: { cause } });
	});

	it('tells n8n that the credential has to be connected again', async () => {
		await open(NOTES);
		const tokens = trigger.engine.credential(trigger.credentialId).oauthTokenData;
		trigger.sandbox.tokens.revoke(String((tokens as Record<string, unknown>).refresh_token));
		const error = await failureOf(trigger.node.poll());
		expect(error).toMatchObject({ failure: { cause: 'credential-invalid' } });
	});

	it.each([
		['its own', undefined, 25],
		["four fifths of n8n's, where that is shorter", 10_000, 8],
		['its own, where that is shorter', 300_000, 25],
	])('ends within a time, and another one can begin: %s', async (_, budgetMs, seconds) => {
		await open(NOTES);
		await trigger.node.poll();
		trigger.now += MINUTE;
		addNote('One');
		holdDeadlines();
		trigger.node.budgetMs = budgetMs;
		trigger.sandbox.faults.add({ match: {}, hang: true, then: passDeadlines });
		expect(await failureOf(trigger.pollAfter(MINUTE))).toMatchObject({
			message: expect.stringContaining(`did not respond within ${seconds} seconds`),
		});
		expect(titles(await trigger.pollAfter(MINUTE))).toEqual(['One']);
	});
});

describe('a test event', () => {
	it('is the newest row, and leaves the state alone', async () => {
		await open(NOTES);
		addNote('One');
		trigger.now += SECOND;
		addNote('Two');
		const before = trigger.node.stored;
		expect(titles(await trigger.node.test())).toEqual(['Two']);
		expect(trigger.node.stored).toBe(before);
		expect(trigger.takeRequests()).toEqual([
			`GET v8/Leads/${lead}/Notes sort_by=Created_Time&sort_order=desc&page=1&per_page=1`,
		]);
	});

	it('says that there is none', async () => {
		await open(NOTES);
		expect(await failureOf(trigger.node.test())).toMatchObject({
			name: 'NodeOperationError',
			message: 'There is nothing in Zoho CRM yet to show',
		});
	});
});

describe('what cannot be watched is refused by name', () => {
	it.each([
		[ofRecord('Leads', lead, 'Emails'), "'Emails', which cannot be watched"],
		[
			ofRecord('Leads', lead, 'Activities_Chronological_View'),
			"'Activities_Chronological_View', which cannot be watched",
		],
		[ofRecord('Leads', lead, 'Notes', { event: 'activityClosed' }), 'holds no activities'],
		[ofModule('Attachments'), "'Attachments', which cannot be watched"],
		[ofModule('Tasks'), 'several lookup fields: What_Id, Who_Id'],
	])('%j', async (parameters, message) => {
		await open(parameters);
		expect(await failureOf(trigger.node.poll())).toMatchObject({
			message: expect.stringContaining(message),
		});
		expect(trigger.takeRequests()).toEqual([]);
	});
});
