import fc from 'fast-check';
import {
	activitiesOf,
	compareActivities,
	DEFAULT_TIMELINE_FIELDS,
	matches,
	REQUIRED_TIMELINE_FIELDS,
	otherModules,
	type Activity,
	type ActivityStatus,
} from '../../../../nodes/ZohoCrmRelatedRecords/actions/getActivityTimeline/timeline';
import type { Row, SortOrder } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import { caught } from '../../../support/caught';

const CALL = '2026-01-10T10:00:00+01:00';
const START = '2026-01-11T10:00:00+01:00';
const CLOSED = '2026-01-12T10:00:00+01:00';
const DUE = '2026-01-13';

/** A row with the times of all types, so that taking the wrong one shows. */
function row(module: string, values: Omit<Row, 'id'> = {}): Row {
	return {
		id: '1',
		$module: module,
		Subject: 'A subject',
		Event_Title: 'An event title',
		Call_Start_Time: CALL,
		Start_DateTime: START,
		Closed_Time: CLOSED,
		Due_Date: DUE,
		...values,
	};
}

const LISTS = {
	open: 'Activities_Chronological_View',
	closed: 'Activities_Chronological_View_History',
};
const from = (status: ActivityStatus, zone = 'utc') => ({
	relatedList: LISTS[status],
	status,
	zone,
});

function only(status: ActivityStatus, given: Row): Activity {
	const [activity, ...others] = activitiesOf(from(status), [given]);
	if (activity === undefined || others.length > 0) throw new Error('Not exactly one activity');
	return activity;
}

const entry = (status: ActivityStatus, given: Row) => only(status, given).entry;

/** Activities of open tasks; the id is a running number, from 1. */
const tasks = (...dueDates: (string | null)[]) =>
	activitiesOf(
		from('open'),
		dueDates.map((due, index) => ({ id: String(index + 1), $module: 'Tasks', Due_Date: due })),
	);

const ids = (activities: readonly Activity[]) => activities.map((activity) => activity.row.id);

const sorted = (activities: readonly Activity[], order: SortOrder) =>
	ids([...activities].sort(compareActivities(order)));

describe('the time of an activity', () => {
	it.each([
		{ module: 'Calls', type: 'call', status: 'open', time: CALL },
		{ module: 'Calls', type: 'call', status: 'closed', time: CALL },
		{ module: 'Events', type: 'meeting', status: 'open', time: START },
		{ module: 'Events', type: 'meeting', status: 'closed', time: START },
		{ module: 'Tasks', type: 'task', status: 'open', time: DUE },
		{ module: 'Tasks', type: 'task', status: 'closed', time: CLOSED },
	] as const)('$module, $status', ({ module, type, status, time }) => {
		const title = module === 'Events' ? 'An event title' : 'A subject';
		expect(entry(status, row(module))).toEqual({ time, status, type, title });
	});

	it.each([null, undefined, ''])(
		'a closed task with Closed_Time %p falls back to its due date',
		(none) => {
			const task = row('Tasks');
			if (none === undefined) delete task.Closed_Time;
			else task.Closed_Time = none;
			expect(entry('closed', task).time).toBe(DUE);
		},
	);

	it.each([
		['Calls', 'open', { Call_Start_Time: null }],
		['Events', 'open', { Start_DateTime: null }],
		['Tasks', 'open', { Due_Date: null }],
		['Tasks', 'closed', { Closed_Time: null, Due_Date: null }],
	] as const)('%s of %s without a time: null', (module, status, values) => {
		const activity = only(status, row(module, values));
		expect(activity.entry.time).toBeNull();
		expect(activity.instant).toBeUndefined();
	});

	it("is Zoho's own text, whatever the offset", () => {
		const time = '2023-06-25T20:00:00-11:00';
		expect(entry('open', row('Calls', { Call_Start_Time: time })).time).toBe(time);
	});

	it('a missing title is null', () => {
		expect(entry('open', { id: '1', $module: 'Events', Subject: 'x' }).title).toBeNull();
		expect(entry('open', { id: '1', $module: 'Calls', Event_Title: 'x' }).title).toBeNull();
	});

	it('keeps the row as Zoho gave it, and the list it came from', () => {
		const given = row('Tasks', { Priority: 'High' });
		const copy = structuredClone(given);
		const activity = only('closed', given);
		expect(activity.row).toBe(given);
		expect(given).toEqual(copy);
		expect(activity.relatedList).toBe(LISTS.closed);
	});

	it.each(['Notes', 'constructor', '__proto__', 'calls'])('leaves rows of %s out', (module) => {
		const rows = [{ id: '1', $module: module }, row('Calls')];
		expect(ids(activitiesOf(from('open'), rows))).toEqual(['1']);
		expect(otherModules([...rows, ...rows])).toEqual([module]);
	});

	it.each([undefined, null, '', { api_name: 'Calls' }])(
		'does not take rows with $module %p for nothing',
		(module) => {
			const given = { id: '1', ...(module === undefined ? {} : { $module: module }) };
			const { code, message } = caught(() => activitiesOf(from('open'), [row('Calls'), given]));
			expect(code).toBe('INVALID_RESPONSE');
			expect(message).toContain('$module');
		},
	);
});

describe('the fields of a timeline', () => {
	it('always holds those that time, status and title come from', () => {
		const required = [
			'Subject',
			'Event_Title',
			'Status',
			'Due_Date',
			'Closed_Time',
			'Start_DateTime',
			'End_DateTime',
			'All_day',
			'Call_Start_Time',
		];
		expect([...REQUIRED_TIMELINE_FIELDS].sort()).toEqual(required.sort());
	});

	it('without a choice is a set that fits one request and holds the required ones', () => {
		expect(DEFAULT_TIMELINE_FIELDS).toEqual(expect.arrayContaining([...REQUIRED_TIMELINE_FIELDS]));
		expect(new Set(DEFAULT_TIMELINE_FIELDS).size).toBe(DEFAULT_TIMELINE_FIELDS.length);
		expect(DEFAULT_TIMELINE_FIELDS.length).toBeLessThanOrEqual(50);
		expect(DEFAULT_TIMELINE_FIELDS.join(',').length).toBeLessThanOrEqual(1000);
	});
});

describe('a day without a time', () => {
	const DAY = '2026-03-12';
	const ALL_DAY = {
		All_day: true,
		Start_DateTime: `${DAY}T00:00:00+00:00`,
		End_DateTime: `${DAY}T23:59:59+00:00`,
	};
	const recorded = { Start_DateTime: ALL_DAY.Start_DateTime, End_DateTime: ALL_DAY.End_DateTime };

	it.each([
		['with the field of Zoho', ALL_DAY, DAY],
		['without that field, as recorded', recorded, DAY],
		[
			'at the offset of the organization',
			{ All_day: true, Start_DateTime: `${DAY}T00:00:00+03:00` },
			DAY,
		],
		['as a bare date', { All_day: true, Start_DateTime: DAY }, DAY],
		['without a start', { All_day: true, Start_DateTime: null }, null],
		['that is none by the field of Zoho', { ...ALL_DAY, All_day: false }, ALL_DAY.Start_DateTime],
		[
			'that ends earlier',
			{ ...recorded, End_DateTime: `${DAY}T12:00:00+00:00` },
			ALL_DAY.Start_DateTime,
		],
	])('a meeting %s', (_name, values, time) => {
		const meeting: Row = { id: '1', $module: 'Events', ...values };
		expect(entry('open', meeting).time).toBe(time);
	});

	it.each([
		['America/Los_Angeles', `${DAY}T07:00:00Z`],
		['America/New_York', `${DAY}T04:00:00Z`],
		['UTC', `${DAY}T00:00:00Z`],
		['Asia/Kolkata', '2026-03-11T18:30:00Z'],
		['Pacific/Auckland', '2026-03-11T11:00:00Z'],
	])('begins at midnight in %s', (zone, expected) => {
		const rows: Row[] = [
			{ id: '1', $module: 'Tasks', Due_Date: DAY },
			{ id: '2', $module: 'Events', ...ALL_DAY },
			{ id: '3', $module: 'Calls', Call_Start_Time: expected },
		];
		const instants = activitiesOf(from('open', zone), rows).map(({ instant }) => instant);
		expect(instants).toEqual(rows.map(() => Date.parse(expected)));
	});
});

describe('the order of a timeline', () => {
	it('compares instants, not texts', () => {
		const activities = tasks(
			'2026-01-10T12:00:00+00:00',
			'2026-01-10T13:00:00+05:30',
			'2026-01-10T01:30:00-11:00',
		);
		expect(sorted(activities, 'asc')).toEqual(['2', '1', '3']);
		expect(sorted(activities, 'desc')).toEqual(['3', '1', '2']);
	});

	it('takes a bare date for the start of that day in the time zone', () => {
		const activities = tasks(
			'2026-01-10T00:00:01+00:00',
			'2026-01-10',
			'2026-01-10T00:59:59+01:00',
		);
		expect(sorted(activities, 'asc')).toEqual(['3', '2', '1']);
	});

	it('puts activities without a time last in both orders, by ascending id', () => {
		const activities = tasks(null, '2026-01-10', null, '2026-01-09');
		expect(sorted(activities, 'asc')).toEqual(['4', '2', '1', '3']);
		expect(sorted(activities, 'desc')).toEqual(['2', '4', '1', '3']);
	});

	it.each(['asc', 'desc'] as const)('%s: ties by ascending id, length before text', (order) => {
		const same = ['9', '10', '100', '99'].map((id) => only('open', { ...row('Tasks'), id }));
		expect(sorted(same, order)).toEqual(['9', '10', '99', '100']);
	});

	it('the same instant in different offsets is a tie', () => {
		const activities = tasks('2026-01-10T12:00:00+05:30', '2026-01-10T06:30:00Z');
		expect(sorted([...activities].reverse(), 'desc')).toEqual(['1', '2']);
	});

	it('does not depend on the order in which the rows came', () => {
		const due = fc.constantFrom(
			null,
			'2026-01-10',
			'2026-01-10T00:00:00Z',
			'2026-01-11',
			'2026-01-12',
		);
		const order = fc.constantFrom<SortOrder[]>('asc', 'desc');
		const lists = fc
			.array(due, { maxLength: 12 })
			.chain((dates) =>
				fc.tuple(
					fc.constant(tasks(...dates)),
					fc.shuffledSubarray(tasks(...dates), { minLength: dates.length }),
				),
			);
		fc.assert(
			fc.property(lists, order, ([one, other], direction) => {
				expect(sorted(one, direction)).toEqual(sorted(other, direction));
			}),
		);
	});
});

describe('the filter of a timeline', () => {
	const types = ['Calls', 'Events', 'Tasks'] as const;
	const kept = (given: Activity[], range: { start?: string; end?: string }) =>
		ids(
			given.filter((activity) =>
				matches(activity, {
					types,
					...(range.start === undefined ? {} : { start: Date.parse(range.start) }),
					...(range.end === undefined ? {} : { end: Date.parse(range.end) }),
				}),
			),
		);
	const activities = tasks(
		'2026-01-10T09:59:59+01:00',
		'2026-01-10T10:00:00+01:00',
		'2026-01-10T11:59:59+01:00',
		'2026-01-10T12:00:00+01:00',
		null,
		'unreadable',
	);
	const start = '2026-01-10T09:00:00Z';
	const end = '2026-01-10T11:00:00Z';

	it.each([
		['no range keeps all, those without a time too', {}, ['1', '2', '3', '4', '5', '6']],
		['the start is within, the end is not', { start, end }, ['2', '3']],
		['only a start', { start }, ['2', '3', '4']],
		['only an end', { end }, ['1', '2', '3']],
		['an empty range', { start, end: start }, []],
	])('%s', (_what, range, expected) => {
		expect(kept(activities, range)).toEqual(expected);
	});

	it('a start in 1970 is a start', () => {
		expect(matches(only('open', row('Tasks', { Due_Date: null })), { types, start: 0 })).toBe(
			false,
		);
	});

	it.each([
		['Calls', ['Calls'], true],
		['Calls', ['Events', 'Tasks'], false],
		['Events', ['Events'], true],
		['Events', ['Calls', 'Tasks'], false],
		['Tasks', ['Tasks'], true],
		['Tasks', ['Calls', 'Events'], false],
	] as const)('of %s with types %p: %p', (module, wanted, expected) => {
		expect(matches(only('open', row(module)), { types: wanted })).toBe(expected);
	});
});
