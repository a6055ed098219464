import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { MESSAGES } from '../../../nodes/ZohoCrmRelatedRecords/transport/responses/errorMessages';
import { DatasetBuilder, known, type Sandbox } from '../../support/sandbox';
import { byId, openBench, timeline, type Bench } from './fixture';

const OPEN = 'Activities_Chronological_View';
const CLOSED = 'Activities_Chronological_View_History';
const BOTH = /Activities_Chronological_View/;
const ALL = { returnAll: true };

const zoho = (code: string, details: object, status = 400) => ({
	status,
	body: { code, details, message: code, status: 'error' },
});
const HIDDEN = zoho('INVALID_DATA', { resource_path_index: 2 });
const LIST_REFUSALS: [string, ReturnType<typeof zoho>][] = [
	['INVALID_DATA of the list', HIDDEN],
	['REQUIRED_PARAM_MISSING', zoho('REQUIRED_PARAM_MISSING', { param_name: 'fields' })],
	['NOT_SUPPORTED of the list', zoho('NOT_SUPPORTED', { resource_path_index: 2 })],
	['NOT_SUPPORTED of nothing by name', zoho('NOT_SUPPORTED', {})],
];

describe('a timeline of which Zoho refuses a list', () => {
	let bench: Bench;

	beforeEach(async () => {
		bench = await openBench();
	});
	afterEach(async () => await bench.close());

	const lists = () => bench.sandbox.log.crm().map(({ path }) => path.split('/').at(-1));
	const run = async (more: INodeParameters = {}, id = known.lead.id) =>
		await bench.run(timeline('Leads', id, { ...ALL, ...more }));
	const refuse = (path: RegExp | string, reply = HIDDEN) =>
		bench.sandbox.faults.add({ match: { path }, reply, times: Infinity });
	const errorOf = async (more: INodeParameters = {}) => {
		const { errorOutput, output } = await bench.run(timeline('Leads', known.lead.id, more), {
			onError: 'continueErrorOutput',
		});
		expect(output).toEqual([]);
		return errorOutput[0]?.json.error as IDataObject;
	};

	it.each(LIST_REFUSALS)('%s: is read from the lists of each type', async (_name, reply) => {
		const whole = (await run()).json;
		bench.sandbox.log.clear();
		refuse(BOTH, reply);
		const { json, hints } = await run();
		expect(json).toEqual(whole);
		expect(lists().slice(0, 8)).toEqual([
			...[OPEN, 'Calls', 'Events', 'Tasks'],
			...[CLOSED, 'Calls_History', 'Events_History', 'Tasks_History'],
		]);
		expect(hints[0]).toMatch(/refused .*calls, meetings and tasks/);
	});

	it('is read from them only as far as it is asked for', async () => {
		refuse(BOTH);
		const { json } = await run({ activityStatus: 'closed', activityTypes: ['Tasks'] });
		expect(lists()).toEqual([CLOSED, 'Tasks_History']);
		expect(json).toHaveLength(known.lead.counts.Tasks_History ?? NaN);
	});

	it('is read from both kinds of lists where only one is refused', async () => {
		const whole = (await run()).json;
		refuse(/View_History$/);
		expect((await run()).json).toEqual(whole);
	});

	it('names the lists that were read', async () => {
		refuse(/View_History$/);
		const options = { outputMode: 'itemPerInput', includeParent: true };
		const [item] = (await run({ options, activityTypes: ['Calls'] })).json;
		expect(item?.relatedList).toBe(`${OPEN},Calls_History`);
		const records = item?.records as { parent: { relatedList: string } }[];
		expect(new Set(records.map(({ parent }) => parent.relatedList))).toEqual(
			new Set([OPEN, 'Calls_History']),
		);
	});

	it('fails only where those are refused as well, with advice it can follow', async () => {
		refuse(BOTH);
		refuse('/Events_History');
		const error = await errorOf();
		expect(error).toMatchObject({ code: 'INVALID_DATA', relatedList: `${OPEN},${CLOSED}` });
		expect(error.message).toContain("'Events_History'");
		expect(error.message).toContain(`'${CLOSED}'`);
		expect(error.resolution).toMatch(/layout.*Meetings.*'Activity Types'/);
		expect(error.resolution).not.toMatch(/Choose the related/);
	});

	it('does not try them for a record that does not exist', async () => {
		const { errorOutput } = await bench.run(timeline('Leads', '111'), {
			onError: 'continueErrorOutput',
		});
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: 'INVALID_DATA',
			details: { resource_path_index: 1 },
		});
		expect(lists()).toEqual([OPEN]);
	});

	it.each([
		['NO_PERMISSION', 403, {}],
		['NOT_SUPPORTED', 400, { resource_path_index: 0 }],
		['INVALID_MODULE', 400, { resource_path_index: 0 }],
		['INVALID_DATA', 400, { param_name: 'page' }],
	])('does not try them after %s %d %j', async (code, status, details) => {
		refuse(BOTH, zoho(code, details, status));
		expect(await errorOf()).toMatchObject({ code });
		expect(lists()).toEqual([OPEN]);
	});
});

describe('the advice of a timeline that Zoho refuses', () => {
	let bench: Bench;

	beforeAll(async () => {
		bench = await openBench();
	});
	afterEach(() => bench.sandbox.faults.clear());
	afterAll(async () => await bench.close());

	const cases = [...MESSAGES.keys()].flatMap((code) => [
		[code, {}] as const,
		[code, { param_name: 'page' }] as const,
		[code, { resource_path_index: 2 }] as const,
	]);

	it.each(cases)('%s %j names no parameter that it lacks', async (code, details) => {
		const reply = zoho(code, details);
		bench.sandbox.faults.add({ match: {}, reply, times: Infinity });
		const { errorOutput } = await bench.run(timeline('Leads', known.lead.id), {
			onError: 'continueErrorOutput',
		});
		const { resolution } = errorOutput[0]?.json.error as { resolution: string };
		expect(resolution).not.toMatch(/\bIDs\b|related list|Sort|Converted/i);
	});
});

describe('activities that change while a timeline is read', () => {
	const sample = new DatasetBuilder();
	const leadId = sample.withRelated('Leads', 'Tasks_History', 3);
	sample.withRelated('Leads', 'Calls', 2, { recordId: leadId });
	const dataset = sample.build();
	let bench: Bench;

	beforeEach(async () => {
		bench = await openBench({ dataset });
	});
	afterEach(async () => await bench.close());

	const run = async (more: INodeParameters = {}) =>
		await bench.run(timeline('Leads', leadId, { ...ALL, ...more }));
	const statuses = ({ json }: Awaited<ReturnType<typeof run>>) =>
		json.map(({ id, timeline: entry }) => [id, (entry as IDataObject).status]);
	const closedTask = () =>
		String(bench.sandbox.data.relatedRows('Leads', leadId, 'Tasks_History')[0]?.id);
	const reopen = (id: string) => (sandbox: Sandbox) => {
		sandbox.data.removeRelated('Leads', leadId, 'Tasks_History', id);
		sandbox.data.updateRecord('Tasks', id, { Status: 'In Progress' });
		sandbox.data.addRelated('Leads', leadId, 'Tasks', { id, Status: 'In Progress' });
	};

	it.each([
		['the chronological lists', undefined],
		['the lists of each type', BOTH],
	])('one that is opened again between two reads is not lost by %s', async (_name, refused) => {
		if (refused) {
			const fault = { match: { path: refused }, reply: HIDDEN, times: Infinity };
			bench.sandbox.faults.add(fault);
		}
		const before = statuses(await run());
		const id = closedTask();
		const path = refused ? '/Calls_History' : CLOSED;
		bench.sandbox.faults.add({ match: { path }, then: reopen(id) });
		const after = statuses(await run());
		expect(after).toHaveLength(before.length);
		expect(after).toContainEqual([id, 'open']);
	});

	it('are asked for once more, with the time of the first read by the clock of Zoho', async () => {
		await run();
		const [first, , third, ...others] = bench.sandbox.log.crm();
		expect(others).toEqual([]);
		expect(third?.path).toBe(first?.path);
		expect(third?.status).toBe(304);
		const since = Date.parse(third?.headers['if-modified-since'] ?? '');
		expect(since).toBeLessThanOrEqual(Math.ceil(first?.at ?? NaN));
		expect(since).toBeGreaterThan((first?.at ?? NaN) - 10 * 60_000);
	});

	it.each(['open', 'closed'])('are not asked for where only %s ones are read', async (only) => {
		await run({ activityStatus: only });
		expect(bench.sandbox.log.crm()).toHaveLength(1);
	});

	it('are read as a whole where Zoho does not tell the time', async () => {
		const alter = ({ headers, ...reply }: { headers: Record<string, string> }) => ({
			...reply,
			headers: { ...headers, Date: 'soon' },
		});
		bench.sandbox.faults.add({ match: {}, alter: alter as never, times: Infinity });
		await run();
		const third = bench.sandbox.log.crm()[2];
		expect(third?.headers).not.toHaveProperty('if-modified-since');
		expect(third?.status).toBe(200);
	});

	it('keep to the time under Modified Since', async () => {
		const modifiedSince = '2099-01-01T00:00:00Z';
		await run({ options: { modifiedSince } });
		const asked = bench.sandbox.log.crm().map(({ headers }) => headers['if-modified-since']);
		expect(asked).toEqual(Array.from({ length: 3 }, () => '2099-01-01T00:00:00+00:00'));
	});
});

describe('a timeline of several pages', () => {
	const sample = new DatasetBuilder();
	const leadOf = (open: number, closed: number) => {
		const recordId = sample.withRelated('Leads', 'Tasks', open);
		return sample.withRelated('Leads', 'Tasks_History', closed, { recordId });
	};
	const [both, onlyOpen, onlyClosed] = [leadOf(300, 300), leadOf(300, 3), leadOf(3, 300)];
	const dataset = sample.build();
	let bench: Bench;

	beforeEach(async () => {
		bench = await openBench({ dataset });
	});
	afterEach(async () => await bench.close());

	const run = async (id: string, more: INodeParameters = {}) =>
		await bench.run(timeline('Leads', id, { ...ALL, ...more }));
	const tasks = (id: string, list: string) =>
		bench.sandbox.data.relatedRows('Leads', id, list).map((row) => String(row.id));
	const move = (id: string, from: string, to: string, task: string) => (sandbox: Sandbox) => {
		const status = to === 'Tasks' ? 'In Progress' : 'Completed';
		sandbox.data.removeRelated('Leads', id, from, task);
		sandbox.data.updateRecord('Tasks', task, { Status: status });
		sandbox.data.addRelated('Leads', id, to, { id: task, Status: status });
	};
	/** `open 1`, `closed 2`, or `open since`. */
	const lines = () =>
		bench.sandbox.log.crm().map(({ path, query, headers }) => {
			const list = path.endsWith('_History') ? 'closed' : 'open';
			return `${list} ${headers['if-modified-since'] === undefined ? query.page : 'since'}`;
		});

	it('reads the closed ones beside the second page of open ones, and checks both together', async () => {
		const { json, hints } = await run(both);
		expect(json).toHaveLength(600);
		expect(hints).toEqual(['6 Zoho API calls used.']);
		const [first, second, third, fourth, ...last] = lines();
		expect(first).toBe('open 1');
		expect([second, third].sort()).toEqual(['closed 1', 'open 2']);
		expect(fourth).toBe('closed 2');
		expect(last.sort()).toEqual(['closed since', 'open since']);
	});

	it.each([
		['open', onlyOpen, ['open 1', 'open 2', 'closed 1', 'open since', 'closed since']],
		['closed', onlyClosed, ['open 1', 'closed 1', 'closed 2', 'closed since', 'open since']],
	])('takes no more calls where only the %s ones are many', async (_name, id, calls) => {
		expect((await run(id)).json).toHaveLength(303);
		expect(lines().sort()).toEqual(calls.sort());
	});

	it('reads one list after the other where the rows do not show when they were edited', async () => {
		expect((await run(both, { fields: ['Subject'] })).json).toHaveLength(600);
		expect(lines()).toEqual([
			...['open 1', 'open 2', 'open since', 'closed 1', 'closed 2', 'closed since'],
			'open since',
		]);
	});

	/** What is read while a task goes from one list to the other. */
	const moving = (id: string, kind: string, place: number) => {
		const [from, to] = kind === 'closed' ? ['Tasks', 'Tasks_History'] : ['Tasks_History', 'Tasks'];
		const all = [...tasks(id, 'Tasks'), ...tasks(id, 'Tasks_History')].sort();
		const candidates = tasks(id, String(from));
		const task = candidates[place % candidates.length] ?? '';
		const go = () => move(id, String(from), String(to), task)(bench.sandbox);
		const expectWhole = async () => {
			const { json, error } = await run(id);
			expect(error).toBeUndefined();
			const ids = new Set(json.map((row) => String(row.id)));
			expect(all.filter((one) => !ids.has(one))).toEqual([]);
			expect(json).toHaveLength(all.length);
			return json.find((row) => row.id === task)?.timeline;
		};
		return { go, expectWhole };
	};
	const PLACES = [150, 290];
	const KINDS = ['closed', 'opened'];

	const BETWEEN = [both, onlyOpen].flatMap((id) =>
		KINDS.flatMap((kind) => PLACES.map((place) => ({ id, kind, place }))),
	);

	it.each(BETWEEN)(
		'one of $id that is $kind (row $place) between the answers of both lists is not lost',
		async ({ id, kind, place }) => {
			const { go, expectWhole } = moving(id, kind, place);
			let release: () => void = () => undefined;
			const hold = new Promise<void>((resolve) => (release = resolve));
			const [open2, closed1] = [
				{ path: /View$/, query: { page: '2' } },
				{ path: /View_History$/, query: { page: '1' } },
			];
			const [earlier, later] = kind === 'closed' ? [closed1, open2] : [open2, closed1];
			bench.sandbox.faults.add({ match: later, hold });
			bench.sandbox.faults.add({
				match: earlier,
				alter: (reply) => {
					go();
					release();
					return reply;
				},
			});
			expect(await expectWhole()).toMatchObject({ status: kind === 'closed' ? 'closed' : 'open' });
		},
	);

	it.each(KINDS.flatMap((kind) => [0, 1, 2, 3, 4, 5].map((skip) => [kind, skip] as const)))(
		'one that is %s before answer %d is not lost',
		async (kind, skip) => {
			for (const place of PLACES) {
				const { go, expectWhole } = moving(both, kind, place);
				bench.sandbox.faults.clear();
				bench.sandbox.faults.add({ match: {}, skip, then: go });
				await expectWhole();
			}
		},
	);
});

describe('rows of a timeline that are unlike the others', () => {
	let bench: Bench;

	beforeAll(async () => {
		bench = await openBench();
	});
	afterEach(() => {
		bench.sandbox.faults.clear();
	});
	afterAll(async () => await bench.close());

	const answer = (data: object[]) =>
		bench.sandbox.faults.add({
			match: { path: /View$/ },
			reply: { status: 200, body: { data, info: { more_records: false } } },
		});
	const run = async (options: INodeParameters = {}) =>
		await bench.run(timeline('Leads', known.lead.id, { ...ALL, activityStatus: 'open', options }));

	it('are told of where they belong to a module that a timeline does not show', async () => {
		answer([
			{ id: '1', $module: 'Appointments__s' },
			{ id: '2', $module: 'Calls', Subject: 'A call' },
		]);
		const { json, hints } = await run();
		expect(json).toHaveLength(1);
		expect(hints.join()).toMatch(/Appointments__s.*left out/);
	});

	it('are all there where two of different modules have one ID', async () => {
		answer([
			{ id: '1', $module: 'Calls', Subject: 'A call' },
			{ id: '1', $module: 'Tasks', Subject: 'A task' },
		]);
		const closed = { id: '1', $module: 'Events', Event_Title: 'A meeting' };
		bench.sandbox.faults.add({
			match: { path: /View_History$/ },
			reply: { status: 200, body: { data: [closed], info: { more_records: false } } },
		});
		const { json } = await bench.run(timeline('Leads', known.lead.id, ALL));
		const titles = json.map(({ timeline: entry }) => (entry as IDataObject).title);
		expect(titles).toEqual(expect.arrayContaining(['A call', 'A meeting', 'A task']));
	});

	it('keep their own fields named as what the node adds', async () => {
		const own = { timeline: 'Q3', timeline_1: 'Q4', parent: { name: 'Own' } };
		answer([{ id: '2', $module: 'Calls', Subject: 'A call', ...own }]);
		const [row] = (await run({ includeParent: true })).json;
		expect(row).toMatchObject({
			timeline: { type: 'call' },
			timeline_1: 'Q4',
			timeline_2: 'Q3',
			parent: { module: 'Leads' },
			parent_1: { name: 'Own' },
		});
	});

	it('keep a field named parent in related records as well', async () => {
		const data = [{ id: '2', parent: 'Own' }];
		bench.sandbox.faults.add({
			match: { path: '/Notes' },
			reply: { status: 200, body: { data, info: { more_records: false } } },
			times: 2,
		});
		const list = {
			operation: 'getRelatedRecords',
			module: byId('Leads'),
			recordId: byId(known.lead.id),
			relatedList: byId('Notes'),
			fields: ['parent'],
		};
		const { json } = await bench.run({ ...list, options: { includeParent: true } });
		expect(json).toMatchObject([{ id: '2', parent: { module: 'Leads' }, parent_1: 'Own' }]);
		expect((await bench.run(list)).json).toEqual(data);
	});
});
