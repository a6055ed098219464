import {
	pollFeeds,
	type NamedFeed,
	type PollBounds,
} from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/pollFeeds';
import {
	MAX_STATE_LENGTH,
	type TriggerState,
} from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/state';
import { sightChange } from '../../../nodes/ZohoCrmRelatedRecordsTrigger/changes/sighting';
import { listFeed, type ListedRow } from './listFeed';

const START = 1_772_442_000;
const MINUTE = 60;
const STATE: TriggerState = { version: 1, fingerprint: 'x', start: START, feeds: {} };

const rowsOf = (name: string, count: number, perSecond = 1): ListedRow[] =>
	Array.from({ length: count }, (_, index) => ({
		id: `${name}${index}`,
		at: START + 1 + Math.floor(index / perSecond),
	}));

/** A trigger that polls again and again. */
class Polls {
	shrunk = 0;
	private state = STATE;
	private readonly clock: { now: number };

	constructor(
		readonly feeds: readonly NamedFeed<ListedRow>[],
		clock: { now: number },
	) {
		this.clock = clock;
	}

	async next({ max = 1000, isOver = () => false }: Partial<PollBounds> = {}): Promise<string[]> {
		this.clock.now += MINUTE;
		const poll = await pollFeeds(this.state, this.feeds, { max, isOver });
		if (poll.isShrunk) this.shrunk += 1;
		expect(JSON.stringify(poll.next).length).toBeLessThanOrEqual(MAX_STATE_LENGTH);
		this.state = JSON.parse(JSON.stringify(poll.next)) as TriggerState;
		return poll.found.map(({ row }) => row.id);
	}
}

describe('several feeds', () => {
	const open = (...names: string[]) => {
		const clock = { now: START };
		const feeds = names.map((name) => listFeed(name, rowsOf(name, 3), clock));
		return { feeds, polls: new Polls(feeds, clock) };
	};

	it('are delivered together, oldest first', async () => {
		const { polls } = open('a', 'b');
		expect(await polls.next()).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
		expect(await polls.next()).toEqual([]);
	});

	it('share the rows of a poll, and the one that was left comes first with the next', async () => {
		const { polls, feeds } = open('a', 'b');
		expect(await polls.next({ max: 3 })).toEqual(['a0', 'a1', 'a2']);
		expect(feeds.map(({ asked }) => asked.length)).toEqual([1, 0]);
		expect(await polls.next({ max: 3 })).toEqual(['b0', 'b1', 'b2']);
		expect(feeds.map(({ asked }) => asked.length)).toEqual([1, 1]);
		expect(await polls.next({ max: 3 })).toEqual([]);
	});

	it('share the time of a poll in the same way; one is read in any case', async () => {
		const { polls } = open('a', 'b');
		const isOver = () => true;
		expect(await polls.next({ isOver })).toEqual(['a0', 'a1', 'a2']);
		expect(await polls.next({ isOver })).toEqual(['b0', 'b1', 'b2']);
		expect(await polls.next({ isOver })).toEqual([]);
	});

	it('of which one fails leave all to the next poll', async () => {
		const { polls, feeds } = open('a', 'b');
		const [, second] = feeds;
		const fetch = second?.fetch;
		if (second) second.fetch = async () => await Promise.reject(new Error('no network'));
		await expect(polls.next()).rejects.toThrow('no network');
		if (second && fetch) second.fetch = fetch;
		expect(await polls.next()).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
	});
});

it('seconds that fill pages leave room for as many rows as wanted', async () => {
	const clock = { now: START };
	const polls = new Polls([listFeed('list', rowsOf('row', 3000, 200), clock)], clock);
	expect(await polls.next()).toHaveLength(1000);
	expect(await polls.next()).toHaveLength(1000);
	expect(await polls.next()).toHaveLength(1000);
	expect(await polls.next()).toEqual([]);
});

describe('an import of more rows than can be remembered', () => {
	it.each([
		['created', 13_000, 200, undefined],
		['created, over a quarter of an hour', 14_000, 30, undefined],
		[
			'changed',
			7_000,
			200,
			({ id, at }: ListedRow) => sightChange({ id, position: at, created: at }),
		],
	])('is delivered once, with warnings: %s', async (_, count, perSecond, sight) => {
		const rows = rowsOf('row', count, perSecond);
		const clock = { now: START };
		const polls = new Polls([listFeed('list', rows, clock, sight)], clock);
		const max = 5000;
		const delivered: string[] = [];
		for (let quiet = 0; quiet < 7;) {
			const found = await polls.next({ max });
			expect(found.length).toBeLessThanOrEqual(max);
			quiet = found.length === 0 ? quiet + 1 : 0;
			delivered.push(...found);
			if (delivered.length > 2 * count) break;
		}
		expect([delivered.length, new Set(delivered).size]).toEqual([count, count]);
		expect(polls.shrunk).toBeGreaterThan(0);
	});

	it('within one second is never skipped', async () => {
		const rows = rowsOf('row', 12_500, 12_500);
		const clock = { now: START };
		const polls = new Polls([listFeed('list', rows, clock)], clock);
		const delivered = new Set<string>();
		for (let poll = 0; poll < 3; poll += 1) {
			for (const id of await polls.next({ max: 5000 })) delivered.add(id);
		}
		expect(delivered.size).toBe(12_500);
	});
});
