import { known } from '../../support/sandbox';
import { timeline, useBench } from './fixture';

const OPEN = 'Activities_Chronological_View';
const CLOSED = 'Activities_Chronological_View_History';
const REQUIRED =
	'Subject,Event_Title,Status,Due_Date,Closed_Time,Start_DateTime,End_DateTime,All_day,Call_Start_Time';

interface Entry {
	time: string | null;
	status: string;
	type: string;
	title: string | null;
}

describe('Get Activity Timeline', () => {
	const bench = useBench();

	const read = async (more = {}, id = known.lead.id) => {
		const parameters = timeline('Leads', id, { returnAll: true, ...more });
		const { json } = await bench().run(parameters, { timezone: 'UTC' });
		return json as unknown as (Record<string, unknown> & { id: string; timeline: Entry })[];
	};
	const instants = (rows: Awaited<ReturnType<typeof read>>) =>
		rows.map((row) => (row.timeline.time === null ? Infinity : Date.parse(row.timeline.time)));
	const startOf = ({ All_day, Start_DateTime }: Record<string, unknown>) =>
		All_day === true && typeof Start_DateTime === 'string'
			? Start_DateTime.slice(0, 10)
			: Start_DateTime;
	const everything = (id = known.lead.id) =>
		[OPEN, CLOSED].flatMap((list) =>
			bench()
				.sandbox.data.relatedRows('Leads', id, list)
				.map((row) => String(row.id)),
		);

	it('merges open and closed activities in time order, in one request for each, and one more', async () => {
		const rows = await read();
		expect(rows.map(({ id }) => id).sort()).toEqual(everything().sort());
		const times = instants(rows);
		expect(times).toEqual([...times].sort((a, b) => a - b));
		expect(
			bench()
				.sandbox.log.crm()
				.map(({ path }) => path.split('/').at(-1)),
		).toEqual([OPEN, CLOSED, OPEN]);
		const [request] = bench().sandbox.log.crm();
		expect(request?.query).toEqual({
			fields: expect.stringMatching(new RegExp(`^${REQUIRED},Owner,`)),
			page: '1',
			per_page: '200',
		});
	});

	it('reads past the first page and cuts to the limit after merging', async () => {
		const { id } = known.busyLead;
		const all = await read({}, id);
		expect(all).toHaveLength(600);
		bench().sandbox.log.clear();
		const first = await read({ returnAll: false, limit: '7' }, id);
		expect(first).toEqual(all.slice(0, 7));
		// Two pages of each list, and what changed meanwhile.
		expect(bench().sandbox.log.crm()).toHaveLength(2 * (2 + 1));
	});

	it('gives each row its time, status, type and title', async () => {
		const rows = await read({}, known.busyLead.id);
		for (const row of rows) {
			const { time, status, type, title } = row.timeline;
			const expected = {
				Calls: ['call', row.Call_Start_Time, row.Subject],
				Events: ['meeting', startOf(row), row.Event_Title],
				Tasks: [
					'task',
					status === 'closed' ? (row.Closed_Time ?? row.Due_Date) : row.Due_Date,
					row.Subject,
				],
			}[String(row.$module)];
			expect([type, time, title]).toEqual(expected);
		}
		const kinds = new Set(rows.map((row) => `${row.timeline.status} ${row.timeline.type}`));
		expect(kinds.size).toBe(6);
	});

	it('turns the order around, with rows without a time last in both', async () => {
		const ascending = await read({}, known.busyLead.id);
		const descending = await read({ order: 'desc' }, known.busyLead.id);
		const times = instants(descending);
		const timed = times.filter((time) => time !== Infinity);
		expect(timed).toEqual([...timed].sort((a, b) => b - a));
		const untimed = (rows: typeof ascending) =>
			rows.flatMap((row, i) => (row.timeline.time === null ? [`${i} ${row.id}`] : []));
		expect(untimed(ascending).length).toBeGreaterThan(0);
		expect(untimed(descending)).toEqual(untimed(ascending));
	});

	it.each([
		['open', [OPEN]],
		['closed', [CLOSED]],
	])('reads only %s activities when asked to', async (activityStatus, lists) => {
		const rows = await read({ activityStatus });
		expect(new Set(rows.map((row) => row.timeline.status))).toEqual(new Set([activityStatus]));
		expect(
			bench()
				.sandbox.log.crm()
				.map(({ path }) => path.split('/').at(-1)),
		).toEqual(lists);
	});

	it.each([
		[['Calls'], ['call']],
		['Events, Tasks', ['meeting', 'task']],
		[[], ['call', 'meeting', 'task']],
	])('keeps the types %j', async (activityTypes, types) => {
		const rows = await read({ activityTypes });
		expect([...new Set(rows.map((row) => row.timeline.type))].sort()).toEqual(types);
	});

	it('keeps the activities from the start to before the end, before the limit counts', async () => {
		const all = (await read()).filter((row) => row.timeline.time !== null);
		const [from, to] = [all[5], all[20]].map((row) => row?.timeline.time ?? '');
		const rows = await read({ options: { startTime: from, endTime: to } });
		const inside = all.filter((row) => {
			const instant = Date.parse(row.timeline.time ?? '');
			return instant >= Date.parse(from ?? '') && instant < Date.parse(to ?? '');
		});
		expect(rows).toEqual(inside);
		const limited = { returnAll: false, limit: 3, options: { startTime: from, endTime: to } };
		expect(await read(limited)).toEqual(inside.slice(0, 3));
	});

	it.each(['America/Los_Angeles', 'UTC', 'Pacific/Auckland'])(
		'takes tasks and all-day meetings by the day, in %s',
		async (timezone) => {
			const days = ['2026-03-11', '2026-03-12', '2026-03-13'];
			const data = days.flatMap((day, index) => [
				{ id: `${index}1`, $module: 'Tasks', Due_Date: day },
				{
					id: `${index}2`,
					$module: 'Events',
					All_day: true,
					Start_DateTime: `${day}T00:00:00+00:00`,
					End_DateTime: `${day}T23:59:59+00:00`,
				},
			]);
			const body = { data, info: { more_records: false } };
			bench().sandbox.faults.add({ match: { path: OPEN }, reply: { status: 200, body } });
			const options = { startTime: '2026-03-12T00:00:00', endTime: '2026-03-13T00:00:00' };
			const parameters = timeline('Leads', known.lead.id, { activityStatus: 'open', options });
			const { json } = await bench().run(parameters, { timezone });
			expect(
				json.map(({ id, timeline: entry }) => [id, (entry as Entry | undefined)?.time]),
			).toEqual([
				['11', '2026-03-12'],
				['12', '2026-03-12'],
			]);
		},
	);

	it('tells records without activities from those where none matches', async () => {
		const options = { startTime: '2100-01-01T00:00:00Z' };
		const input = [{ id: known.lead.id }, { id: known.bareLead.id }];
		const { json, hints } = await bench().run(timeline('Leads', '={{ $json.id }}', { options }), {
			input,
		});
		expect(json).toEqual([]);
		expect(hints.slice(0, 2)).toEqual([
			'Nothing is related for 1 of 2 input items.',
			'No related record matches the filters for 1 of 2 input items.',
		]);
	});

	it('always asks for what the timeline needs, besides the chosen fields', async () => {
		await read({ fields: ['Priority', 'Subject'] });
		expect(bench().sandbox.log.crm()[0]?.query.fields).toBe(`${REQUIRED},Priority`);
	});

	it('names the list of each row, and both where all is one item', async () => {
		const options = { outputMode: 'itemPerInput', includeParent: true };
		const [item] = await read({ options });
		expect(item).toMatchObject({
			module: 'Leads',
			recordId: known.lead.id,
			relatedList: `${OPEN},${CLOSED}`,
			count: everything().length,
		});
		const records = item?.records as { timeline: Entry; parent: { relatedList: string } }[];
		for (const { timeline: entry, parent } of records) {
			expect(parent.relatedList).toBe(entry.status === 'open' ? OPEN : CLOSED);
		}
	});

	it('fails as a whole when one of its lists cannot be read', async () => {
		bench().sandbox.faults.add({
			match: { path: CLOSED },
			reply: { status: 403, body: { code: 'NO_PERMISSION', status: 'error', details: {} } },
		});
		const { output, errorOutput } = await bench().run(timeline('Leads', known.lead.id), {
			onError: 'continueErrorOutput',
		});
		expect(output).toEqual([]);
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: 'NO_PERMISSION',
			relatedList: `${OPEN},${CLOSED}`,
			message: expect.stringContaining(CLOSED),
		});
	});
});
