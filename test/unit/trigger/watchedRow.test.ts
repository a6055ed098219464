import type { Row } from '../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import {
	CALL_MEMORY,
	type Moment,
} from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/sighting';
import {
	secondOf,
	sightRow,
	type Seen,
	type View,
} from '../../../nodes/ZohoCrmRelatedRecordsTrigger/feeds/watchedRow';

const CREATED = Date.UTC(2026, 2, 2, 9) / 1000;
const MODIFIED = CREATED + 60;
const TIMES = {
	Created_Time: '2026-03-02T09:00:00+00:00',
	// The same clock, in New York.
	Modified_Time: '2026-03-02T04:01:00-05:00',
};

const row = (fields: Omit<Row, 'id'>): Row => ({ id: '4876876000002000001', ...fields });
const key = '4876876000002000001';
const at = (moment: Moment) => ({ sighting: { position: MODIFIED, moment } });
const nothing = { sighting: { position: MODIFIED } };
const missing = (name: string) => ({ missing: name });

const CREATED_VIEW: View = { event: 'created' };
const CHANGED_VIEW: View = { event: 'createdOrUpdated' };
const TASKS: View = { event: 'activityClosed', module: 'Tasks' };
const CLOSED_TASKS: View = { ...TASKS, isClosedList: true };
const CALLS: View = { event: 'activityClosed', module: 'Calls' };
const CLOSED_CALLS: View = { ...CALLS, isClosedList: true };
const completed = (start: number) => at({ key, at: start, word: 'closed', delay: CALL_MEMORY });

describe('a row of a feed', () => {
	it.each<[string, View, Omit<Row, 'id'>, Seen]>([
		['created', CREATED_VIEW, TIMES, at({ key, at: CREATED, word: 'created' })],
		['created at no time', CREATED_VIEW, { ...TIMES, Created_Time: null }, nothing],
		[
			'changed',
			CHANGED_VIEW,
			TIMES,
			{
				sighting: {
					position: MODIFIED,
					moment: { key, at: CREATED, word: 'created' },
					change: { key: `${key}@${MODIFIED}`, word: 'updated' },
				},
			},
		],
		['an open task', TASKS, { ...TIMES, Closed_Time: null }, nothing],
		[
			'a closed task',
			TASKS,
			{ ...TIMES, Closed_Time: TIMES.Created_Time },
			at({ key: `${key}@${CREATED}`, at: CREATED, word: 'closed' }),
		],
		['a planned call', CALLS, { ...TIMES, Outgoing_Call_Status: 'Scheduled' }, nothing],
		['an overdue call', CALLS, { ...TIMES, Outgoing_Call_Status: 'Overdue' }, nothing],
		[
			'a completed call without a start',
			CALLS,
			{ ...TIMES, Outgoing_Call_Status: 'Completed' },
			completed(CREATED),
		],
		[
			'a completed call that was to begin later',
			CALLS,
			{
				...TIMES,
				Outgoing_Call_Status: 'Completed',
				Call_Start_Time: '2026-03-02T09:30:00+00:00',
			},
			completed(CREATED + 1800),
		],
		['a call that came in', CALLS, { ...TIMES, Call_Type: 'Inbound' }, completed(CREATED)],
		[
			'a missed call, whose status is empty',
			CALLS,
			{ ...TIMES, Call_Type: 'Missed', Outgoing_Call_Status: null },
			completed(CREATED),
		],
		[
			'an outbound call, whose status is empty',
			CALLS,
			{ ...TIMES, Call_Type: 'Outbound', Outgoing_Call_Status: null },
			nothing,
		],
		['any call of a list of closed ones', CLOSED_CALLS, TIMES, completed(CREATED)],
	])('%s', (_, view, fields, expected) => {
		expect(sightRow(row(fields), view)).toEqual(expected);
	});

	it.each<[string, View, Omit<Row, 'id'>]>([
		['Modified_Time', CREATED_VIEW, { Created_Time: TIMES.Created_Time }],
		['Modified_Time', CHANGED_VIEW, { ...TIMES, Modified_Time: 'yesterday' }],
		['Modified_Time', CALLS, { ...TIMES, Modified_Time: null }],
		['Created_Time', CREATED_VIEW, { Modified_Time: TIMES.Modified_Time }],
		['Created_Time', CHANGED_VIEW, { Modified_Time: TIMES.Modified_Time }],
		['Closed_Time', TASKS, { ...TIMES, Status: 'Completed' }],
		['Closed_Time', CLOSED_TASKS, TIMES],
		['Outgoing_Call_Status', CALLS, { ...TIMES, Call_Type: 'Outbound' }],
		['Outgoing_Call_Status', CALLS, TIMES],
	])('without %s could never be seen', (name, view, fields) => {
		expect(sightRow(row(fields), view)).toEqual(missing(name));
	});
});

it.each([
	['2026-03-29T02:30:00+01:00', Date.UTC(2026, 2, 29, 1, 30) / 1000],
	['2026-03-29T03:30:00+02:00', Date.UTC(2026, 2, 29, 1, 30) / 1000],
	['2026-10-25T02:30:00+02:00', Date.UTC(2026, 9, 25, 0, 30) / 1000],
	['2026-10-25T02:30:00+01:00', Date.UTC(2026, 9, 25, 1, 30) / 1000],
	['2026-03-02T09:00:00.999Z', CREATED],
	['', undefined],
	[null, undefined],
	[1_772_442_000, undefined],
])('%s is an instant, whatever the clocks of a zone show', (time, second) => {
	expect(secondOf(time)).toBe(second);
});
