import fc from 'fast-check';
import {
	AdaptiveLimit,
	type Congestion,
	type Start,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/adaptiveLimit';
import { chances } from '../../../tools/pacing/chances';
import { simulate } from '../../../tools/pacing/simulate';

const MANY = 1000;

/** Ends a request with an answer after this time. */
function answer(limit: AdaptiveLimit, start: Start, ms: number): void {
	limit.answered(start, start.at + ms);
	limit.end();
}

/** Ends a request with a 429. */
function refuse(limit: AdaptiveLimit, start: Start): Congestion {
	const congestion = limit.refused(start);
	limit.end();
	return congestion;
}

/** Lets requests go as early as the limit allows. @returns their times, ms */
function startTimes(limit: AdaptiveLimit, count: number, waiting = MANY, from = 0): number[] {
	let now = from;
	return Array.from({ length: count }, () => {
		now += limit.delay(now);
		limit.start(now, waiting);
		return now;
	});
}

/** Lets requests go and answers each after this time, always with others waiting. */
function answerRound(limit: AdaptiveLimit, now: number, answerMs: number): number {
	const starts: Start[] = [];
	let clock = now;
	while (limit.hasRoom) {
		clock += limit.delay(clock);
		starts.push(limit.start(clock, MANY));
	}
	for (const start of starts) answer(limit, start, answerMs);
	return Math.max(clock, now + answerMs);
}

describe('the limit', () => {
	it('lets ten go at first, spread out where more wait than that', () => {
		const limit = new AdaptiveLimit(50);
		expect(startTimes(limit, 10)).toEqual([0, 25, 50, 75, 100, 125, 150, 175, 200, 225]);
		expect(limit.hasRoom).toBe(false);
	});

	it('lets as few as fit the first window go closely together', () => {
		const limit = new AdaptiveLimit(50);
		const times = [10, 9, 8].map((waiting) => startTimes(limit, 1, waiting)[0]);
		expect(times).toEqual([0, 5, 10]);
	});

	it('lets go closely together again only after a rest', () => {
		const limit = new AdaptiveLimit(50);
		const first = limit.start(0, 2);
		const second = limit.start(limit.delay(0), 1);
		answer(limit, first, 300);
		answer(limit, second, 300);
		limit.start(1000, 10);
		expect(limit.delay(1000)).toBe(5);
	});

	it('spreads starts over the time that an answer takes', () => {
		const limit = new AdaptiveLimit(10);
		const now = answerRound(limit, 0, 500);
		expect(startTimes(limit, 3, MANY, now).map((time) => time - now)).toEqual([0, 50, 100]);
	});

	it('catches up with one request when a timer fired late', () => {
		const limit = new AdaptiveLimit(10);
		const now = answerRound(limit, 0, 500);
		startTimes(limit, 1, MANY, now);
		const late = now + 10_000;
		expect(startTimes(limit, 4, MANY, late)).toEqual([late, late, late + 50, late + 100]);
	});

	it.each([
		[50, [10, 30, 33]],
		[15, [10, 15, 15]],
		[3, [3, 3, 3]],
		[1, [1, 1, 1]],
	])('with at most %d under way, widens round by round: %p', (max, windows) => {
		const limit = new AdaptiveLimit(max);
		let now = 0;
		const seen = windows.map(() => {
			const { slots } = limit;
			now = answerRound(limit, now, 300);
			return slots;
		});
		expect(seen).toEqual(windows);
	});

	it('stays as wide as it is while nothing waits', () => {
		const limit = new AdaptiveLimit(50);
		for (let index = 0; index < 40; index += 1) {
			answer(limit, limit.start(index * 1000, 1), 300);
		}
		expect(limit.slots).toBe(10);
	});

	it('learns nothing from requests that ended without an answer', () => {
		const limit = new AdaptiveLimit(2);
		limit.start(0, MANY);
		limit.start(20, MANY);
		limit.end();
		expect(limit.hasRoom).toBe(true);
		expect(limit.slots).toBe(2);
	});

	it('lowers the window once for all 429s of one burst', () => {
		const limit = new AdaptiveLimit(10);
		const starts = Array.from({ length: 10 }, (_, index) => limit.start(index * 25, MANY));
		const told = starts.map((start) => refuse(limit, start));
		expect(told).toEqual(['lowered', ...Array<string>(9).fill('known')]);
		expect(limit.slots).toBe(7);
		expect(refuse(limit, limit.start(1000, MANY))).toBe('lowered');
	});

	it('says when it cannot be lowered further', () => {
		const limit = new AdaptiveLimit(1);
		expect(refuse(limit, limit.start(0, MANY))).toBe('floor');
		expect(limit.slots).toBe(1);
	});

	it('comes back to just below what Zoho refused, and tries it ever more rarely', () => {
		const limit = new AdaptiveLimit(50);
		const cap = 12;
		const refusals: number[] = [];
		let now = 0;
		for (let round = 0; round < 120; round += 1) {
			const starts: Start[] = [];
			while (limit.hasRoom) {
				now += limit.delay(now);
				starts.push(limit.start(now, MANY));
			}
			for (const start of starts.splice(cap)) {
				if (refuse(limit, start) !== 'known') refusals.push(round);
			}
			for (const start of starts) answer(limit, start, 300);
			now += 300;
		}
		const gaps = refusals.slice(1).map((round, index) => round - (refusals[index] ?? 0));
		expect(refusals.length).toBeLessThan(12);
		expect(gaps.at(-1)).toBeGreaterThan(gaps[1] ?? Infinity);
		expect(limit.slots).toBeGreaterThanOrEqual(cap - 1);
	});

	it('halves its bursts when one of them was refused, and keeps the window growing', () => {
		const limit = new AdaptiveLimit(50);
		const [first, second] = [limit.start(0, 6), limit.start(5, 5)];
		answer(limit, first, 300);
		expect(refuse(limit, second)).toBe('lowered');
		limit.start(1000, 6);
		expect(limit.delay(1000)).toBeGreaterThan(5);
	});

	it('never lets more go than allowed, whatever comes', () => {
		const steps = fc.array(fc.constantFrom('start', 'answered', 'refused', 'failed'));
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 50 }), steps, (max, actions) => {
				const limit = new AdaptiveLimit(max);
				const underWay: Start[] = [];
				let now = 0;
				for (const action of actions) {
					now += 10;
					if (action === 'start' && limit.hasRoom) underWay.push(limit.start(now, MANY));
					const ended = action === 'start' ? undefined : underWay.shift();
					if (ended && action === 'answered') answer(limit, ended, now - ended.at);
					if (ended && action === 'refused') refuse(limit, ended);
					if (ended && action === 'failed') limit.end();
					expect(underWay.length).toBeLessThanOrEqual(max);
					expect(limit.slots).toBeGreaterThanOrEqual(1);
					expect(limit.slots).toBeLessThanOrEqual(max);
				}
			}),
		);
	});
});

describe('runs that know nothing of each other', () => {
	const max = 50;
	const link = { roundTripMs: 100, serverTimeMs: 50 };
	const slow = { roundTripMs: 10, serverTimeMs: 300 };

	it.each([
		['one run on a long link', { ...link, cap: 10, runs: 1, requests: 100 }, 0.001],
		['two runs on a long link', { ...link, cap: 10, runs: 2, requests: 500 }, 0.05],
		['two runs on a long link with a small cap', { ...link, cap: 5, runs: 2, requests: 500 }, 0.05],
		['one run at a slow server', { ...slow, cap: 10, runs: 1, requests: 100 }, 0.03],
		['two runs at a slow server', { ...slow, cap: 10, runs: 2, requests: 500 }, 0.05],
		['ten runs on a long link', { ...link, cap: 10, runs: 10, requests: 10 }, 0.6],
		['ten runs with a cap of three', { ...slow, cap: 3, runs: 10, requests: 10 }, 0.7],
	])('%s: nothing is lost, few are refused', (_name, scenario, share) => {
		const { sent, refused, answered } = simulate({ ...scenario, max, random: chances() });
		expect(answered).toBe(scenario.runs * scenario.requests);
		expect(refused / sent).toBeLessThanOrEqual(share);
	});

	it('share the cap: neither of two equal runs waits for the other to end', () => {
		const scenario = { ...link, cap: 10, runs: 2, requests: 500, max, random: chances() };
		const { firstMs, lastMs } = simulate(scenario);
		expect(firstMs).toBeGreaterThan(lastMs / 2);
	});
});
