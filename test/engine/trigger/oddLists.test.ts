import type { IDataObject } from 'n8n-workflow';
import type * as clock from '../../support/engine/clock';
import type { Reply } from '../../support/sandbox';
import { holdDeadlines, passDeadlines } from '../faults/deadlines';
import { dataset, HOUR, MINUTE, ofModule, ofRecord, openTrigger, type Trigger } from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const { lead, data } = dataset();
const NOTES = ofRecord('Leads', lead, 'Notes');
const WHAT = { parentField: 'What_Id' };

let trigger: Trigger;
afterEach(async () => await trigger.close());

const open = async (...given: Parameters<typeof openTrigger>) => {
	trigger = await openTrigger(given[0], { dataset: data, ...given[1] });
};
const add = (list: string, row: IDataObject) =>
	trigger.sandbox.change({ do: 'add', module: 'Leads', recordId: lead, list, row: row as never });
const failureOf = async (polled: Promise<unknown>): Promise<unknown> =>
	await polled.then(
		() => undefined,
		(error: unknown) => error,
	);
/** The same answer without a field, as for a user who may not see it. */
const without =
	(name: string) =>
	(reply: Reply): Reply => ({
		...reply,
		body: String(reply.body ?? '').replace(new RegExp(`"${name}":("[^"]*"|null),?`, 'g'), ''),
	});

describe('rows without what the trigger needs are refused by name, not passed over in silence', () => {
	it.each([
		[NOTES, 'Notes', 'Created_Time', "Related list 'Notes'"],
		[{ ...NOTES, event: 'createdOrUpdated' }, 'Notes', 'Created_Time', "Related list 'Notes'"],
		[ofModule('Tasks', WHAT), 'Tasks', 'Created_Time', "Module 'Tasks'"],
		[NOTES, 'Notes', 'Modified_Time', "Related list 'Notes'"],
		[
			ofModule('Tasks', { ...WHAT, event: 'activityClosed' }),
			'Tasks',
			'Closed_Time',
			"Module 'Tasks'",
		],
		[
			ofModule('Calls', { ...WHAT, event: 'activityClosed' }),
			'Calls',
			'Outgoing_Call_Status',
			"Module 'Calls'",
		],
	])('%j, %s without %s', async (parameters, list, field, what) => {
		await open(parameters);
		await trigger.node.poll();
		trigger.now += MINUTE;
		add(list, { Call_Type: 'Outbound' });
		const before = trigger.node.stored;
		trigger.sandbox.faults.add({ match: {}, times: Infinity, alter: without(field) });
		expect(await failureOf(trigger.pollAfter(MINUTE))).toMatchObject({
			message: `${what} cannot be watched: its rows have no ${field}`,
			description: expect.stringContaining('access to that field'),
		});
		expect(trigger.node.stored).toBe(before);
	});
});

it('a second with more rows than Zoho counts pages is delivered in parts, each row once', async () => {
	await open({ ...NOTES, options: { maxPerPoll: 1000 } });
	await trigger.node.poll();
	trigger.now += MINUTE;
	for (let number = 0; number < 2300; number += 1) add('Notes', { Note_Title: String(number) });
	const polls: unknown[][] = [];
	for (let poll = 0; poll < 4; poll += 1) {
		polls.push(((await trigger.pollAfter(MINUTE)) ?? []).map(({ Note_Title }) => Note_Title));
	}
	expect(polls.map(({ length }) => length)).toEqual([1000, 1000, 300, 0]);
	expect(new Set(polls.flat()).size).toBe(2300);
});

it('more meetings than one request reads have ended meanwhile: all are delivered, once', async () => {
	await open(ofModule('Events', { ...WHAT, event: 'activityClosed' }));
	await trigger.node.poll();
	trigger.now += MINUTE;
	const end = new Date(trigger.now + 10 * MINUTE).toISOString().replace('.000Z', '+00:00');
	for (let number = 0; number < 250; number += 1) {
		add('Events', { Event_Title: String(number), End_DateTime: end });
	}
	const items = (await trigger.pollAfter(HOUR)) ?? [];
	expect(new Set(items.map(({ Event_Title }) => Event_Title)).size).toBe(250);
	expect(items).toHaveLength(250);
	expect(await trigger.pollAfter(MINUTE)).toBeNull();
});

describe('a poll that hangs', () => {
	const hang = (path: string, then?: () => void) =>
		trigger.sandbox.faults.add({ match: { path }, hang: true, then });

	it('does not hold up one with other parameters, which learns at once from when on it watches', async () => {
		await open(NOTES);
		await trigger.node.poll();
		holdDeadlines();
		const isAsked = new Promise<void>((resolve) => hang('/Notes', resolve));
		const hanging = failureOf(trigger.pollAfter(MINUTE));
		await isAsked;
		trigger.node.change({ event: 'createdOrUpdated' });
		trigger.takeRequests();
		expect(await trigger.node.poll()).toBeNull();
		trigger.now += MINUTE;
		add('Notes', { Note_Title: 'Since then' });
		expect(await trigger.pollAfter(MINUTE)).toHaveLength(1);
		passDeadlines();
		expect(await hanging).toMatchObject({ message: expect.stringContaining('respond') });
	});

	it('ends within its time while the access token is renewed', async () => {
		await open(NOTES);
		await trigger.node.poll();
		trigger.sandbox.tokens.expireAccessTokens();
		holdDeadlines();
		hang('/oauth/v2/token', passDeadlines);
		expect(await failureOf(trigger.pollAfter(MINUTE))).toMatchObject({
			message: expect.stringContaining('did not respond within'),
		});
	});
});

describe.each(['v6', 'v7', 'v8'])('API version %s', (apiVersion) => {
	const events = async (parameters: Parameters<typeof openTrigger>[0]) => {
		await open({ ...parameters, options: { apiVersion } });
		await trigger.node.poll();
		trigger.now += MINUTE;
		const ended = new Date(trigger.now + MINUTE).toISOString().replace('.000Z', '+00:00');
		const Closed_Time = new Date(trigger.now).toISOString();
		add('Tasks', { Subject: 'New', Closed_Time });
		add('Events', { Event_Title: 'New', End_DateTime: ended });
		add('Calls', { Subject: 'New', Call_Type: 'Missed' });
		add('Notes', { Note_Title: 'New' });
		const items = (await trigger.pollAfter(HOUR)) ?? [];
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
		const versions = trigger.takeRequests().map((line) => / (v\d)\//.exec(line)?.[1]);
		expect(new Set(versions)).toEqual(new Set([apiVersion]));
		return items.map(({ event }) => event);
	};

	it('sees a related list', async () => {
		expect(await events(NOTES)).toEqual(['created']);
	});

	it('sees a module', async () => {
		expect(await events(ofModule('Tasks', WHAT))).toEqual(['created']);
	});

	it('sees what is closed', async () => {
		const closed = ofModule('', { ...WHAT, event: 'activityClosed' });
		expect(await events(closed)).toEqual(['closed', 'closed', 'closed']);
	});
});
