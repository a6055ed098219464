import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_SCOPE } from '../../support/sandbox';
import {
	dataset,
	DAY,
	MINUTE,
	ofModule,
	ofRecord,
	openTrigger,
	START,
	type Trigger,
} from './fixture';

const { lead, contact, account, data } = dataset((builder) => {
	builder.add('Deals', { Deal_Name: 'Old deal', Created_Time: '2020-01-01T00:00:00+00:00' });
});
const PAGE = 'sort_by=Modified_Time&sort_order=asc&per_page=200';
const WHAT = { parentField: 'What_Id' };

let trigger: Trigger;
afterEach(async () => await trigger.close());

const open = async (...given: Parameters<typeof openTrigger>) => {
	trigger = await openTrigger(given[0], { dataset: data, ...given[1] });
};
const add = (list: string, row: IDataObject, recordId = lead, module = 'Leads') =>
	trigger.sandbox.change({ do: 'add', module, recordId, list, row: row as never });
const failureOf = async (polled: Promise<unknown>): Promise<unknown> =>
	await polled.then(
		() => undefined,
		(error: unknown) => error,
	);
const iso = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z$/, '+00:00');
const sortedRequests = () =>
	trigger.takeRequests().map((line) => line.replace('page=1&', '').replace(/^(\S+ \S+) /, '$1 '));

describe('polls of a module', () => {
	it('deliver new tasks of all records, with the record each is related to', async () => {
		await open(ofModule('Tasks', WHAT));
		expect(await trigger.node.poll()).toBeNull();
		trigger.now += MINUTE;
		add('Tasks', { Subject: 'Of a lead' });
		add('Tasks', { Subject: 'Of an account' }, account, 'Accounts');
		trigger.sandbox.change({ do: 'create', module: 'Tasks', row: { Subject: 'Of nothing' } });
		const items = (await trigger.pollAfter(MINUTE)) ?? [];
		const parents = new Map(items.map(({ Subject, parent }) => [Subject, parent]));
		expect(parents).toEqual(
			new Map<string, unknown>([
				['Of a lead', { module: 'Leads', id: lead, name: 'Kay Adler', relatedList: 'Tasks' }],
				[
					'Of an account',
					{ module: 'Accounts', id: account, name: 'Corvid Ltd', relatedList: 'Tasks' },
				],
				['Of nothing', { module: null, id: null, name: null, relatedList: null }],
			]),
		);
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
	});

	it('cost one call each, without asking for metadata', async () => {
		await open(ofModule('Tasks', WHAT));
		await trigger.node.poll();
		trigger.takeRequests();
		await trigger.pollAfter(MINUTE);
		expect(sortedRequests()).toEqual([`GET v8/Tasks since ${iso(START)} ${PAGE}`]);
	});

	it('name contacts by the column for people', async () => {
		await open(ofModule('Calls', { parentField: 'Who_Id' }));
		await trigger.node.poll();
		add('Calls', { Subject: 'Hello' }, contact, 'Contacts');
		trigger.now += MINUTE;
		add('Calls', { Subject: 'Hello again' }, contact, 'Contacts');
		const items = await trigger.pollAfter(MINUTE);
		expect(items).toEqual([
			expect.objectContaining({
				Subject: 'Hello again',
				parent: { module: 'Contacts', id: contact, name: 'Ira Bolt', relatedList: 'Calls' },
			}),
		]);
	});

	it('see a lookup that is set later as a change, and look its module up once', async () => {
		await open(ofModule('Deals', { event: 'createdOrUpdated', parentField: 'Account_Name' }));
		await trigger.node.poll();
		trigger.now += MINUTE;
		const [deal = { id: '' }] = trigger.sandbox.data.records('Deals');
		const values = { Account_Name: { name: 'Corvid Ltd', id: account } };
		trigger.sandbox.change({ do: 'update', module: 'Deals', recordId: deal.id, values });
		trigger.takeRequests();
		const [item] = (await trigger.pollAfter(MINUTE)) ?? [];
		expect(item).toMatchObject({
			event: 'updated',
			parent: { module: 'Accounts', id: account, name: 'Corvid Ltd' },
		});
		trigger.sandbox.change({ do: 'update', module: 'Deals', recordId: deal.id, values });
		expect(await trigger.pollAfter(MINUTE)).toHaveLength(1);
		const paths = trigger.takeRequests().map((line) => line.split(' ')[1]);
		expect(paths.filter((path) => path === 'v8/settings/fields')).toHaveLength(1);
		expect(paths.filter((path) => path === 'v8/Deals')).toHaveLength(2);
	});

	it('take no parent where it is not wanted, and simplify on request', async () => {
		await open(ofModule('Tasks', { options: { includeParent: false, simplify: true } }));
		await trigger.node.poll();
		trigger.now += MINUTE;
		add('Tasks', { Subject: 'Simple' });
		const [item] = (await trigger.pollAfter(MINUTE)) ?? [];
		expect(item).toMatchObject({ Subject: 'Simple', What_Id: 'Kay Adler', What_Id_id: lead });
		expect(item).not.toHaveProperty('parent');
	});

	it('read the notes of all records for administrators, and say so to others', async () => {
		await open(ofModule('Notes'), { isAdministrator: true });
		await trigger.node.poll();
		trigger.now += MINUTE;
		add('Notes', { Note_Title: 'Anywhere' });
		expect(await trigger.pollAfter(MINUTE)).toEqual([
			expect.objectContaining({
				Note_Title: 'Anywhere',
				parent: { module: 'Leads', id: lead, name: 'Kay Adler', relatedList: 'Notes' },
			}),
		]);
		await trigger.close();
		await open(ofModule('Notes'));
		expect(await failureOf(trigger.node.poll())).toMatchObject({
			httpCode: '403',
			message: 'Zoho shows the notes of all records to administrators only',
		});
	});

	it('do not see rows that are deleted, or older than the trigger', async () => {
		await open(ofModule('Tasks', WHAT));
		await trigger.node.poll();
		trigger.now += MINUTE;
		const gone = add('Tasks', { Subject: 'Gone' });
		trigger.sandbox.change({ do: 'delete', module: 'Tasks', recordId: gone });
		add('Tasks', { Subject: 'Imported', Created_Time: '2021-05-05T00:00:00+00:00' });
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
	});
});

describe('closed activities', () => {
	const closed = { event: 'activityClosed', ...WHAT };
	const summary = (items: IDataObject[] | null) =>
		items?.map(({ Subject, Event_Title, $module, event }) => [
			Subject ?? Event_Title,
			$module,
			event,
		]) ?? null;

	it('of a module cost three calls, and come from all three', async () => {
		await open(ofModule('', closed));
		expect(await trigger.node.poll()).toBeNull();
		trigger.now += 10 * MINUTE;
		const task = add('Tasks', { Subject: 'Task', Status: 'Not Started' });
		const call = add('Calls', {
			Subject: 'Call',
			Call_Type: 'Outbound',
			Outgoing_Call_Status: 'Scheduled',
			Call_Start_Time: iso(trigger.now),
		});
		add('Calls', { Subject: 'Missed', Call_Type: 'Missed', Call_Start_Time: iso(trigger.now) });
		add('Events', { Event_Title: 'Meeting', End_DateTime: iso(trigger.now + 30 * MINUTE) });
		expect(summary(await trigger.pollAfter(MINUTE))).toEqual([['Missed', 'Calls', 'closed']]);
		trigger.takeRequests();
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
		expect(trigger.takeRequests().map((line) => line.split(' ').slice(0, 2))).toEqual([
			['GET', 'v8/Calls'],
			['POST', 'v8/coql'],
			['GET', 'v8/Tasks'],
		]);
		const update = (module: string, recordId: string, values: IDataObject) =>
			trigger.sandbox.change({ do: 'update', module, recordId, values: values as never });
		update('Tasks', task, { Status: 'Completed', Closed_Time: iso(trigger.now) });
		trigger.now += 2000;
		update('Calls', call, { Outgoing_Call_Status: 'Completed' });
		expect(summary(await trigger.pollAfter(MINUTE))).toEqual([
			['Task', 'Tasks', 'closed'],
			['Call', 'Calls', 'closed'],
		]);
		update('Tasks', task, { Priority: 'High' });
		update('Calls', call, { Call_Result: 'Interested' });
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
		expect(summary(await trigger.pollAfter(40 * MINUTE))).toEqual([
			['Meeting', 'Events', 'closed'],
		]);
		expect(await trigger.pollAfter(DAY)).toBeNull();
	});

	it('do not hold calls that were completed before, and are changed now', async () => {
		await open(ofModule('Calls', closed));
		trigger.now -= 2 * DAY;
		const call = add('Calls', {
			Outgoing_Call_Status: 'Completed',
			Call_Start_Time: iso(trigger.now),
		});
		trigger.now = START;
		await trigger.node.poll();
		await trigger.pollAfter(MINUTE);
		const values = { Call_Result: 'Interested' };
		trigger.sandbox.change({ do: 'update', module: 'Calls', recordId: call, values });
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
	});

	it.each([
		['Tasks', `GET v8/Leads/${lead}/Tasks_History`],
		['Calls_History', `GET v8/Leads/${lead}/Calls_History`],
		['Events', 'POST v8/coql'],
	])('of the list %s of a record cost one call', async (list, request) => {
		await open(ofRecord('Leads', lead, list, { event: 'activityClosed' }));
		expect(await trigger.node.poll()).toBeNull();
		trigger.takeRequests();
		expect(await trigger.pollAfter(MINUTE)).toBeNull();
		const requests = trigger.takeRequests();
		expect(requests).toHaveLength(1);
		expect(requests[0]).toContain(request);
	});

	it('of a record: a meeting that was moved ends when it ends', async () => {
		await open(ofRecord('Leads', lead, 'Events', { event: 'activityClosed' }));
		await trigger.node.poll();
		const meeting = add('Events', {
			Event_Title: 'Moved',
			End_DateTime: iso(trigger.now + 10 * MINUTE),
		});
		add(
			'Events',
			{ Event_Title: 'Another', End_DateTime: iso(trigger.now + MINUTE) },
			account,
			'Accounts',
		);
		await trigger.pollAfter(MINUTE);
		const values = { End_DateTime: iso(trigger.now + 30 * MINUTE) };
		trigger.sandbox.change({ do: 'update', module: 'Events', recordId: meeting, values });
		expect(await trigger.pollAfter(15 * MINUTE)).toBeNull();
		expect(summary(await trigger.pollAfter(20 * MINUTE))).toEqual([['Moved', undefined, 'closed']]);
	});

	it('of a test are sampled, or said to be missing', async () => {
		await open(ofModule('', closed));
		expect(await failureOf(trigger.node.test())).toMatchObject({
			message: 'There is nothing in Zoho CRM yet to show',
		});
		add('Tasks', { Subject: 'Done', Closed_Time: iso(trigger.now) });
		expect(summary(await trigger.node.test())).toEqual([['Done', 'Tasks', 'closed']]);
	});

	it('say which scope meetings need', async () => {
		await open(ofModule('Events', closed), { scope: DEFAULT_SCOPE });
		expect(await failureOf(trigger.node.poll())).toMatchObject({
			message: "The credential's scopes do not cover a query for the ends of meetings",
			description: expect.stringContaining('ZohoCRM.coql.READ'),
		});
	});
});
