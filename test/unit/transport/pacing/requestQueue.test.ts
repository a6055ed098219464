import { ExecutionStopped } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/executionStopped';
import {
	AdaptiveLimit,
	type Start,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/adaptiveLimit';
import {
	RequestQueue,
	type Waits,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/requestQueue';
import { Share } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/share';
import type * as clock from '../../../support/engine/clock';
import { takeDelays } from '../../../support/engine/clock';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../../support/engine/clock').recordedSleep(),
);

/** Long enough for all that waits only to be kept apart from the one before. */
async function ticks(): Promise<void> {
	for (let index = 0; index < 20; index += 1) {
		await new Promise((resolve) => setImmediate(resolve));
	}
}

/** A queue and requests that end when they are told to. */
function desk(max: number) {
	const controller = new AbortController();
	const limit = new AdaptiveLimit(max);
	const queue = new RequestQueue(
		limit,
		() => controller.signal,
		() => 0,
	);
	const running = new Map<string, () => void>();
	const log: string[] = [];
	const starts = new Map<string, Start>();
	const ask = (name: string, lane = queue.open(0), waits?: Waits) => {
		const request = async (start: Start) => {
			log.push(name);
			starts.set(name, start);
			await new Promise<void>((end) => running.set(name, end));
			running.delete(name);
			return name;
		};
		const outcome = queue.run(lane, request, waits);
		return outcome.catch((error: unknown) => (error instanceof ExecutionStopped ? 'ended' : error));
	};
	const end = async (name: string) => {
		running.get(name)?.();
		await ticks();
	};
	const refuse = (name: string) => {
		const start = starts.get(name);
		if (start) limit.refused(start);
	};
	const startedAt = () => [...starts.values()].map(({ at }) => at);
	return { refuse, startedAt, queue, log, ask, end, cancel: () => controller.abort(), running };
}

describe('the queue', () => {
	beforeEach(() => {
		takeDelays();
	});

	it('lets as many start as the limit allows, and the next when one ends', async () => {
		const { ask, end, log, queue } = desk(2);
		const all = ['a', 'b', 'c', 'd'].map((name) => ask(name));
		await ticks();
		expect(log).toEqual(['a', 'b']);
		expect(queue.freeFor(queue.open(-1))).toBe(0);
		await end('b');
		expect(log).toEqual(['a', 'b', 'c']);
		await end('a');
		await end('c');
		await end('d');
		expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
		expect(queue.freeFor(queue.open(-1))).toBe(2);
	});

	it('holds back those of a full share, and lets others pass', async () => {
		const { ask, end, log, queue } = desk(9);
		const share = new Share(2);
		const lane = queue.open(0);
		const all = ['q1', 'q2', 'q3', 'q4'].map((name) => ask(name, lane, { share }));
		all.push(ask('other', queue.open(1)));
		await ticks();
		expect(log).toEqual(['q1', 'q2', 'other']);
		await end('q2');
		expect(log.at(-1)).toBe('q3');
		queue.close(lane);
		for (const name of ['q1', 'q3', 'other']) await end(name);
		expect(await Promise.all(all)).toEqual(['q1', 'q2', 'q3', 'ended', 'other']);
		expect(share.room).toBe(2);
	});

	it('lets requests of earlier items go first, else in order of arrival', async () => {
		const { ask, end, log, queue } = desk(1);
		const [run, first, second] = [-1, 0, 1].map((turn) => queue.open(turn));
		const all = [ask('1', second), ask('2', second), ask('3', first), ask('4', first)];
		all.push(ask('5', second), ask('6', run));
		for (const name of ['1', '6', '3', '4', '2', '5']) {
			await ticks();
			expect(log.at(-1)).toBe(name);
			await end(name);
		}
		await Promise.all(all);
	});

	it('lets what others wait for go before the rest of its item, not before earlier items', async () => {
		const { ask, end, log, queue } = desk(1);
		const [first, second] = [0, 1].map((turn) => queue.open(turn));
		const leading = { isLeading: true };
		const all = [ask('1', second), ask('2', second), ask('3', second, leading), ask('4', first)];
		all.push(ask('5', second, leading));
		for (const name of ['1', '4', '3', '5', '2']) {
			await ticks();
			expect(log.at(-1)).toBe(name);
			await end(name);
		}
		await Promise.all(all);
	});

	it('starts fewer after a 429', async () => {
		const { ask, end, log, refuse } = desk(4);
		const all = Array.from('abcdef', (name) => ask(name));
		await ticks();
		refuse('a');
		await end('a');
		await end('b');
		expect(log).toHaveLength(4);
		await end('c');
		expect(log).toHaveLength(5);
		for (const name of 'def') await end(name);
		await Promise.all(all);
	});

	it('keeps starts apart, as the limit says', async () => {
		const { ask, end, log, startedAt } = desk(10);
		const all = Array.from('abcdefghijkl', (name) => ask(name));
		await ticks();
		expect(log).toEqual([...'abcdefghij']);
		expect(startedAt()).toEqual([0, 5, 30, 55, 80, 105, 130, 155, 180, 205]);
		for (const name of 'abcdefghijkl') await end(name);
		expect(await Promise.all(all)).toEqual([...'abcdefghijkl']);
	});

	it('keeps room for items that have not started', () => {
		const { queue } = desk(10);
		queue.reserved = 7;
		expect(queue.freeFor(queue.open(-1))).toBe(3);
		queue.reserved = 100;
		expect(queue.freeFor(queue.open(-1))).toBe(0);
	});

	it('keeps room for items that have started and not asked yet, but not for the one that asks', async () => {
		const { ask, end, queue } = desk(10);
		const lanes = Array.from({ length: 4 }, (_, turn) => queue.open(turn));
		const free = () => queue.freeFor(lanes[0] ?? queue.open(-1));
		expect(free()).toBe(7);
		const asked = ask('a', lanes[1]);
		await ticks();
		expect(free()).toBe(7);
		await end('a');
		await asked;
		expect(free()).toBe(8);
		for (const lane of lanes.slice(2)) queue.close(lane);
		expect(free()).toBe(10);
	});

	it('holds all requests while Zoho wants a pause', async () => {
		const { ask, end, log, queue } = desk(3);
		const holding = queue.hold(7000);
		const asked = ask('a');
		expect(log).toEqual([]);
		await holding;
		await ticks();
		expect(log).toEqual(['a']);
		expect(takeDelays()).toEqual([7000]);
		await end('a');
		await asked;
	});

	it('lets others go on while one request pauses', async () => {
		const { ask, end, log, queue } = desk(3);
		const pausing = queue.pause(500, queue.open(0)).then(() => log.push('paused'));
		const asked = ask('a');
		await pausing;
		expect(log).toEqual(['a', 'paused']);
		await end('a');
		await asked;
	});

	it('starts nothing more of a lane that was closed', async () => {
		const { ask, end, log, queue } = desk(1);
		const [gone, other] = [queue.open(0), queue.open(1)];
		const all = [ask('a', gone), ask('b', gone), ask('c', other)];
		await ticks();
		queue.close(gone);
		expect(await all[1]).toBe('ended');
		await end('a');
		expect(log).toEqual(['a', 'c']);
		await end('c');
		expect(await Promise.all(all)).toEqual(['a', 'ended', 'c']);
		expect(await ask('d', gone)).toBe('ended');
		await expect(queue.pause(1, gone)).rejects.toBeInstanceOf(ExecutionStopped);
	});

	it('starts nothing more once stopped, and tells when the last one is done', async () => {
		const { ask, end, queue } = desk(1);
		const all = [ask('a'), ask('b')];
		await ticks();
		queue.stop();
		expect(await all[1]).toBe('ended');
		expect(await ask('c')).toBe('ended');
		let isSettled = false;
		const settled = queue.settled().then(() => (isSettled = true));
		await ticks();
		expect(isSettled).toBe(false);
		await end('a');
		await settled;
		expect(await all[0]).toBe('a');
		await queue.settled();
	});

	it('starts nothing more of later turns once stopped after one', async () => {
		const { ask, end, queue, log } = desk(1);
		const [earlier, later] = [queue.open(1), queue.open(5)];
		const all = [ask('a', later), ask('b', earlier), ask('c', later)];
		await ticks();
		queue.stopAfter(5);
		queue.stopAfter(3);
		queue.stopAfter(4);
		expect(await all[2]).toBe('ended');
		expect(await ask('d', queue.open(4))).toBe('ended');
		await end('a');
		await ticks();
		expect(log).toEqual(['a', 'b']);
		await end('b');
		expect(await Promise.all(all)).toEqual(['a', 'b', 'ended']);
	});

	it('ends a pause for all when stopped', async () => {
		const { queue } = desk(1);
		const holding = queue.hold(60_000);
		queue.stop();
		await expect(holding).rejects.toBeInstanceOf(ExecutionStopped);
	});

	it('refuses what waits when the execution is cancelled', async () => {
		const { ask, end, cancel, log } = desk(1);
		const all = [ask('a'), ask('b')];
		await ticks();
		cancel();
		await end('a');
		expect(await Promise.all(all)).toEqual(['a', 'ended']);
		expect(await ask('c')).toBe('ended');
		expect(log).toEqual(['a']);
	});
});
