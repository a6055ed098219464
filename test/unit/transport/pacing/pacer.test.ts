import fc from 'fast-check';
import {
	Pacer,
	type Congestion,
	type Start,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/pacer';
import { chances } from '../../../tools/pacing/chances';
import { simulate } from '../../../tools/pacing/simulate';

const MANY = 1000;

/** Ends a request with an answer after this time. */
function answer(pacer: Pacer, start: Start, ms: number): void {
	pacer.answered(start, start.at + ms);
	pacer.end();
}

/** Ends a request with a 429. */
function refuse(pacer: Pacer, start: Start): Congestion {
	const congestion = pacer.refused(start);
	pacer.end();
	return congestion;
}

/** Lets requests go as early as the pacer allows. @returns their times, ms */
function startTimes(pacer: Pacer, count: number, waiting = MANY, from = 0): number[] {
	let now = from;
	return Array.from({ length: count }, () => {
		now += pacer.delay(now);
		pacer.start(now, waiting);
		return now;
	});
}

/** Lets requests go and answers each after this time, always with others waiting. */
function answerRound(pacer: Pacer, now: number, answerMs: number): number {
	const starts: Start[] = [];
	let clock = now;
	while (pacer.hasRoom) {
		clock += pacer.delay(clock);
		starts.push(pacer.start(clock, MANY));
	}
	for (const start of starts) answer(pacer, start, answerMs);
	return Math.max(clock, now + answerMs);
}

describe('the pacer', () => {
	it('lets ten go at first, spread out where more wait than that', () => {
		const pacer = new Pacer(50);
		expect(startTimes(pacer, 10)).toEqual([0, 25, 50, 75, 100, 125, 150, 175, 200, 225]);
		expect(pacer.hasRoom).toBe(false);
	});

	it('lets as few as fit the first window go closely together', () => {
		const pacer = new Pacer(50);
		const times = [10, 9, 8].map((waiting) => startTimes(pacer, 1, waiting)[0]);
		expect(times).toEqual([0, 5, 10]);
	});

	it('lets go closely together again only after a rest', () => {
		const pacer = new Pacer(50);
		const first = pacer.start(0, 2);
		const second = pacer.start(pacer.delay(0), 1);
		answer(pacer, first, 300);
		answer(pacer, second, 300);
		pacer.start(1000, 10);
		expect(pacer.delay(1000)).toBe(5);
	});

	it('spreads starts over the time that an answer takes', () => {
		const pacer = new Pacer(10);
		const now = answerRound(pacer, 0, 500);
		expect(startTimes(pacer, 3, MANY, now).map((time) => time - now)).toEqual([0, 50, 100]);
	});

	it('catches up with one request when a timer fired late', () => {
		const pacer = new Pacer(10);
		const now = answerRound(pacer, 0, 500);
		startTimes(pacer, 1, MANY, now);
		const late = now + 10_000;
		expect(startTimes(pacer, 4, MANY, late)).toEqual([late, late, late + 50, late + 100]);
	});

	it.each([
		[50, [10, 20, 26]],
		[15, [10, 15, 15]],
		[3, [3, 3, 3]],
		[1, [1, 1, 1]],
	])('with at most %d under way, widens round by round: %p', (max, windows) => {
		const pacer = new Pacer(max);
		let now = 0;
		const seen = windows.map(() => {
			const { slots } = pacer;
			now = answerRound(pacer, now, 300);
			return slots;
		});
		expect(seen).toEqual(windows);
	});

	it('stays as wide as it is while nothing waits', () => {
		const pacer = new Pacer(50);
		for (let index = 0; index < 40; index += 1) {
			answer(pacer, pacer.start(index * 1000, 1), 300);
		}
		expect(pacer.slots).toBe(10);
	});

	it('learns nothing from requests that ended without an answer', () => {
		const pacer = new Pacer(2);
		pacer.start(0, MANY);
		pacer.start(20, MANY);
		pacer.end();
		expect(pacer.hasRoom).toBe(true);
		expect(pacer.slots).toBe(2);
	});

	it('lowers the window once for all 429s of one burst', () => {
		const pacer = new Pacer(10);
		const starts = Array.from({ length: 10 }, (_, index) => pacer.start(index * 25, MANY));
		const told = starts.map((start) => refuse(pacer, start));
		expect(told).toEqual(['lowered', ...Array<string>(9).fill('known')]);
		expect(pacer.slots).toBe(7);
		expect(refuse(pacer, pacer.start(1000, MANY))).toBe('lowered');
	});

	it('says when it cannot be lowered further', () => {
		const pacer = new Pacer(1);
		expect(refuse(pacer, pacer.start(0, MANY))).toBe('floor');
		expect(pacer.slots).toBe(1);
	});

	it('comes back to just below what Zoho refused, and tries it ever more rarely', () => {
		const pacer = new Pacer(50);
		const cap = 12;
		const refusals: number[] = [];
		let now = 0;
		for (let round = 0; round < 120; round += 1) {
			const starts: Start[] = [];
			while (pacer.hasRoom) {
				now += pacer.delay(now);
				starts.push(pacer.start(now, MANY));
			}
			for (const start of starts.splice(cap)) {
				if (refuse(pacer, start) !== 'known') refusals.push(round);
			}
			for (const start of starts) answer(pacer, start, 300);
			now += 300;
		}
		const gaps = refusals.slice(1).map((round, index) => round - (refusals[index] ?? 0));
		expect(refusals.length).toBeLessThan(12);
		expect(gaps.at(-1)).toBeGreaterThan(gaps[1] ?? Infinity);
		expect(pacer.slots).toBeGreaterThanOrEqual(cap - 1);
	});

	it('halves its bursts when one of them was refused, and keeps the window growing', () => {
		const pacer = new Pacer(50);
		const [first, second] = [pacer.start(0, 6), pacer.start(5, 5)];
		answer(pacer, first, 300);
		expect(refuse(pacer, second)).toBe('lowered');
		pacer.start(1000, 6);
		expect(pacer.delay(1000)).toBeGreaterThan(5);
	});

	it('never lets more go than allowed, whatever comes', () => {
		const steps = fc.array(fc.constantFrom('start', 'answered', 'refused', 'failed'));
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 50 }), steps, (max, actions) => {
				const pacer = new Pacer(max);
				const underWay: Start[] = [];
				let now = 0;
				for (const action of actions) {
					now += 10;
					if (action === 'start' && pacer.hasRoom) underWay.push(pacer.start(now, MANY));
					const ended = action === 'start' ? undefined : underWay.shift();
					if (ended && action === 'answered') answer(pacer, ended, now - ended.at);
					if (ended && action === 'refused') refuse(pacer, ended);
					if (ended && action === 'failed') pacer.end();
					expect(underWay.length).toBeLessThanOrEqual(max);
					expect(pacer.slots).toBeGreaterThanOrEqual(1);
					expect(pacer.slots).toBeLessThanOrEqual(max);
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
