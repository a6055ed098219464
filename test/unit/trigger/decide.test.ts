import {
	decidePoll,
	type Reading,
} from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/decide';
import {
	sightChange,
	sightCompletedCall,
	sightCreation,
	type Sighting,
} from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/sighting';
import {
	newFeed,
	OVERLAP,
	windowStart,
} from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/state';

const START = 1_772_442_000;
const DAY = 24 * 3600;

/** What was read up to a time: rows by ID and position. */
function reading(
	rows: readonly [id: string, sighting: Sighting][],
	readAt: number,
	more: Partial<Reading<string>> = {},
): Reading<string> {
	return {
		rows: rows.map(([row, sighting]) => ({ row, sighting })),
		readAt,
		end: readAt - 2,
		covered: Infinity,
		isWhole: true,
		...more,
	};
}

const created = (id: string, at: number, position = at): [string, Sighting] => [
	id,
	sightCreation({ id, position, created: at }),
];
const changed = (id: string, position: number, at = position): [string, Sighting] => [
	id,
	sightChange({ id, position, created: at }),
];

const idsOf = (found: readonly { row: string }[]) => found.map(({ row }) => row);

describe('a creation', () => {
	it('is delivered once, though its row is read again and changed', () => {
		const first = decidePoll(
			newFeed(START),
			reading([created('1', START + 5)], START + 60),
			START,
			9,
		);
		const rows = [created('1', START + 5, START + 70)];
		const next = decidePoll(first.next, reading(rows, START + 120), START, 9);
		expect([idsOf(first.found), idsOf(next.found)]).toEqual([['1'], []]);
	});

	it.each([
		['before the start', START - 1, []],
		['at the start', START, ['1']],
		['after the second that is over', START + 59, []],
	])('%s', (_, at, expected) => {
		const { found } = decidePoll(newFeed(START), reading([created('1', at)], START + 60), START, 9);
		expect(idsOf(found)).toEqual(expected);
	});

	it('that was left for later is not forgotten, however old it is then', () => {
		const held = reading([created('1', START + 5, START + 3600)], START + 3600);
		const first = decidePoll(newFeed(START), held, START, 9);
		const later = reading([created('1', START + 5, START + 7000)], START + 7200);
		expect(idsOf(decidePoll(first.next, later, START, 9).found)).toEqual(['1']);
	});

	it('long before the last whole read was seen then', () => {
		const first = decidePoll(newFeed(START), reading([], START + 3600), START, 9);
		const old = created('1', START + 3600 - OVERLAP - 1, START + 3650);
		const late = created('2', START + 3600 - OVERLAP, START + 3650);
		const next = decidePoll(first.next, reading([old, late], START + 3700), START, 9);
		expect(idsOf(next.found)).toEqual(['2']);
	});
});

describe('a change', () => {
	it('is told from a creation', () => {
		const rows = [changed('1', START + 5, START - DAY), changed('2', START + 6)];
		const { found } = decidePoll(newFeed(START), reading(rows, START + 60), START, 9);
		expect(found.map(({ row, change }) => [row, change])).toEqual([
			['1', 'updated'],
			['2', 'created'],
		]);
	});

	it('is delivered for each time, and once for a time', () => {
		const first = decidePoll(
			newFeed(START),
			reading([changed('1', START + 5)], START + 60),
			START,
			9,
		);
		const rows = [changed('1', START + 5), changed('1', START + 70, START + 5)];
		const next = decidePoll(first.next, reading(rows, START + 120), START, 9);
		expect(next.found).toEqual([{ row: '1', change: 'updated', position: START + 70 }]);
	});
});

describe('a poll with more than it may deliver', () => {
	const rows = ['1', '2', '3', '4', '5'].map((id, index) =>
		changed(id, START + 5 + Math.floor(index / 2)),
	);

	it('stops before a second that does not fit', () => {
		const { found, next } = decidePoll(newFeed(START), reading(rows, START + 60), START, 3);
		expect([idsOf(found), next.cursor]).toEqual([['1', '2'], START + 5]);
	});

	it('leaves a second that was read in part, unless there is nothing else', () => {
		const cut = { covered: START + 5, isWhole: false };
		const one = decidePoll(newFeed(START), reading(rows.slice(0, 3), START + 60, cut), START, 9);
		const two = decidePoll(one.next, reading(rows.slice(2), START + 61, cut), START, 9);
		expect([idsOf(one.found), idsOf(two.found)]).toEqual([
			['1', '2'],
			['3', '4'],
		]);
		expect(two.next.cursor).toBe(START + 5);
	});

	it('splits a second that never fits, and goes on within it', () => {
		const one = decidePoll(newFeed(START), reading(rows, START + 60), START, 1);
		const two = decidePoll(one.next, reading(rows, START + 61), START, 1);
		expect([idsOf(one.found), idsOf(two.found)]).toEqual([['1'], ['2']]);
	});
});

it('a poll that was cut short reads again what it did not reach, though it was read before', () => {
	const first = decidePoll(newFeed(START), reading([], START + 600), START, 9);
	const cut = { covered: START + 400, isWhole: false };
	const { next } = decidePoll(first.next, reading([], START + 660, cut), START, 9);
	expect(next.cursor).toBe(START + 400);
});

it('a clock that goes back makes nothing come twice', () => {
	const first = decidePoll(
		newFeed(START),
		reading([changed('1', START + 5)], START + 60),
		START,
		9,
	);
	const back = decidePoll(first.next, reading([changed('1', START + 5)], START + 20), START, 9);
	const again = decidePoll(back.next, reading([changed('1', START + 5)], START + 70), START, 9);
	expect([back.found, again.found]).toEqual([[], []]);
});

describe('a completed call', () => {
	const call = (position: number, started: number): [string, Sighting] => [
		'1',
		sightCompletedCall({ id: '1', position, created: started }, started),
	];

	it('that was completed before the start is only known', () => {
		const feed = newFeed(START, 7 * DAY);
		const first = decidePoll(feed, reading([call(START - DAY, START - DAY)], START + 60), START, 9);
		const edited = reading([call(START + 70, START - DAY)], START + 120);
		const next = decidePoll(first.next, edited, START, 9);
		expect([first.found, next.found]).toEqual([[], []]);
	});

	it.each([1, 145, OVERLAP - 2])(
		'that was completed %d s more than seven days ago is known',
		(s) => {
			const feed = newFeed(START, 7 * DAY);
			const at = START - 7 * DAY - s;
			const readable = [call(at, at)].filter(([, { position }]) => position >= windowStart(feed));
			const first = decidePoll(feed, reading(readable, START + 60), START, 9);
			const edited = reading([call(START + 109, at)], START + 120);
			expect([first.found, decidePoll(first.next, edited, START, 9).found]).toEqual([[], []]);
			expect(
				decidePoll(feed, reading([...readable, call(START + 5, at)], START + 60), START, 9).found,
			).toEqual([]);
		},
	);

	it('is delivered once in seven days, and taken for an old one after them', () => {
		const first = decidePoll(
			newFeed(START),
			reading([call(START + 5, START)], START + 60),
			START,
			9,
		);
		const after = (days: number) =>
			decidePoll(
				first.next,
				reading([call(START + days * DAY, START)], START + days * DAY + 60),
				START,
				9,
			);
		expect(idsOf(first.found)).toEqual(['1']);
		expect([after(6).found, after(8).found]).toEqual([[], []]);
	});
});
