import fc from 'fast-check';
import { chunk } from '../../../../nodes/ZohoCrmRelatedRecords/transport/crm/chunk';
import {
	MAX_FIELDS,
	MAX_FIELDS_LENGTH,
	MAX_IDS,
	MAX_IDS_LENGTH,
} from '../../../../nodes/ZohoCrmRelatedRecords/helpers/constants';

const names = (count: number, length: number) =>
	Array.from({ length: count }, (_, index) => String(index).padStart(length, '_'));

const sizes = (groups: string[][]) => groups.map((group) => group.length);

describe('chunk', () => {
	it.each([
		{ what: 'nothing', texts: [], expected: [] },
		{ what: 'exactly one full group', texts: names(50, 5), expected: [50] },
		{ what: 'one more than a group', texts: names(51, 5), expected: [50, 1] },
		{ what: 'several groups', texts: names(123, 5), expected: [50, 50, 23] },
		{
			what: '1,000 characters with commas',
			texts: [...names(9, 99), 'x'.repeat(100)],
			expected: [10],
		},
		{
			what: '1,001 characters with commas',
			texts: [...names(9, 99), 'x'.repeat(101)],
			expected: [9, 1],
		},
	])('splits fields: $what', ({ texts, expected }) => {
		expect(sizes(chunk(texts, MAX_FIELDS, MAX_FIELDS_LENGTH))).toEqual(expected);
	});

	it('splits more than 100 ids of 19 digits by 100, of 20 digits by the length of the text', () => {
		expect(sizes(chunk(names(250, 19), MAX_IDS, MAX_IDS_LENGTH))).toEqual([100, 100, 50]);
		const groups = chunk(names(250, 20), MAX_IDS, MAX_IDS_LENGTH);
		expect(Math.max(...groups.map((group) => group.join(',').length))).toBeLessThanOrEqual(2000);
		expect(groups.flat()).toHaveLength(250);
	});

	it('keeps all texts in order, within both bounds, and starts a group only when it has to', () => {
		const texts = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 60 });
		const bounds = [fc.integer({ min: 1, max: 9 }), fc.integer({ min: 12, max: 50 })] as const;
		fc.assert(
			fc.property(texts, ...bounds, (all, maxCount, maxLength) => {
				const groups = chunk(all, maxCount, maxLength);
				expect(groups.flat()).toEqual(all);
				groups.forEach((group, index) => {
					expect(group.length).toBeGreaterThan(0);
					expect(group.length).toBeLessThanOrEqual(maxCount);
					expect(group.join(',').length).toBeLessThanOrEqual(maxLength);
					const next = groups[index + 1]?.[0];
					const fits =
						next !== undefined &&
						group.length < maxCount &&
						[...group, next].join(',').length <= maxLength;
					expect(fits).toBe(false);
				});
			}),
		);
	});

	it('leaves its input alone', () => {
		const texts = Object.freeze(['A', 'B', 'C']);
		expect(chunk(texts, 2, 100)).toEqual([['A', 'B'], ['C']]);
	});
});
