import fc from 'fast-check';
import { AdaptiveLimit } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/adaptiveLimit';

const answers = (limit: AdaptiveLimit, count: number) => {
	for (let done = 0; done < count; done += 1) limit.answered();
};
/** As many 429s as it takes to lower the limit so often. */
const lower = (limit: AdaptiveLimit, times: number) =>
	Array.from({ length: times }, () => limit.congested(limit.epoch));

describe('the adaptive limit', () => {
	it.each([
		[1, [1, 1]],
		[2, [1, 1]],
		[5, [2, 1, 1]],
		[10, [5, 2, 1, 1]],
		[25, [12, 6, 3, 1, 1]],
	])('of %d is halved with each 429, down to 1', (max, expected) => {
		const limit = new AdaptiveLimit(max);
		expect(limit.slots).toBe(max);
		expect(
			expected.map(() => {
				limit.congested(limit.epoch);
				return limit.slots;
			}),
		).toEqual(expected);
	});

	it('tells when it cannot be lowered', () => {
		expect(lower(new AdaptiveLimit(4), 4)).toEqual(['lowered', 'lowered', 'floor', 'floor']);
		expect(lower(new AdaptiveLimit(1), 1)).toEqual(['floor']);
	});

	it('counts the 429s of one burst once', () => {
		const limit = new AdaptiveLimit(10);
		const burst = Array.from({ length: 10 }, () => limit.epoch);
		expect(burst.map((epoch) => limit.congested(epoch))).toEqual([
			'lowered',
			...Array.from({ length: 9 }, () => 'known'),
		]);
		expect(limit.slots).toBe(5);
		expect(limit.congested(limit.epoch)).toBe('lowered');
		expect(limit.slots).toBe(2);
	});

	it('grows by about one for each round of answers, up to where it began', () => {
		const limit = new AdaptiveLimit(4);
		lower(limit, 2);
		expect(limit.slots).toBe(1);
		answers(limit, 1);
		expect(limit.slots).toBe(2);
		answers(limit, 3);
		expect(limit.slots).toBe(3);
		answers(limit, 100);
		expect(limit.slots).toBe(4);
	});

	it('stays between 1 and its maximum, whatever happens', () => {
		const event = fc.oneof(fc.constant('answer'), fc.integer({ min: 0, max: 5 }));
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 25 }), fc.array(event), (max, events) => {
				const limit = new AdaptiveLimit(max);
				for (const happened of events) {
					if (typeof happened === 'string') limit.answered();
					else limit.congested(Math.max(0, limit.epoch - happened));
					expect(limit.slots).toBeGreaterThanOrEqual(1);
					expect(limit.slots).toBeLessThanOrEqual(max);
				}
			}),
		);
	});
});
