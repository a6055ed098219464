import fc from 'fast-check';
import {
	batchSize,
	endOf,
	isFar,
	nextSpan,
	planEnds,
	planPageSize,
	planTwoEnds,
	spanAround,
	spansUpTo,
	startOf,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination/spans';

const WINDOW = 2000;
const sizes = fc.integer({ min: 1, max: 200 });

describe('overlapping pages', () => {
	it('hold the last row of the page before, and reach 2,000 rows, never more', () => {
		fc.assert(
			fc.property(sizes, (pageSize) => {
				const spans = spansUpTo(Infinity, pageSize);
				spans.forEach((span, index) => {
					const before = spans[index - 1];
					expect(span.perPage).toBeLessThanOrEqual(Math.max(pageSize, 9));
					if (before === undefined) return;
					expect(startOf(span)).toBeLessThan(endOf(before));
					expect(endOf(span)).toBeGreaterThan(endOf(before));
				});
				const last = spans.at(-1);
				expect(last && endOf(last)).toBe(WINDOW);
				expect(nextSpan(WINDOW, pageSize)).toBeUndefined();
			}),
		);
	});

	it.each([
		[200, 1],
		[201, 2],
		[398, 2],
		[399, 3],
		[1000, 6],
		[1910, 10],
		[1911, 11],
		[2000, 11],
	])('%d rows by 200 take %d', (rows, pages) => {
		expect(spansUpTo(rows, 200)).toHaveLength(pages);
	});

	it('of 200 rows are at most one more than pages that do not overlap', () => {
		for (let rows = 1; rows <= WINDOW; rows += 1) {
			expect(spansUpTo(rows, 200).length).toBeLessThanOrEqual(Math.ceil(rows / 200) + 1);
		}
	});
});

describe('the page size of a limit', () => {
	it.each([
		{ limit: 1, pageSize: 200, expected: 1 },
		{ limit: 50, pageSize: 200, expected: 50 },
		{ limit: 200, pageSize: 200, expected: 200 },
		{ limit: 201, pageSize: 200, expected: 102 },
		{ limit: 250, pageSize: 200, expected: 126 },
		{ limit: 2001, pageSize: 200, expected: 200 },
		{ limit: 2001, pageSize: 150, expected: 150 },
		{ limit: Infinity, pageSize: 7, expected: 7 },
	])('limit $limit, at most $pageSize: $expected', ({ limit, pageSize, expected }) => {
		expect(planPageSize(limit, pageSize)).toBe(expected);
	});

	it('takes no more requests than full pages would, and reaches the limit', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: WINDOW }), sizes, (limit, pageSize) => {
				const spans = spansUpTo(limit, planPageSize(limit, pageSize));
				expect(spans.length).toBeLessThanOrEqual(spansUpTo(limit, pageSize).length);
				expect(endOf(spans.at(-1) ?? { page: 0, perPage: 0 })).toBeGreaterThanOrEqual(limit);
			}),
		);
	});
});

describe('a page around a border', () => {
	it('shows rows on both sides', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1900 }), sizes, (place, pageSize) => {
				const span = spanAround(place, pageSize);
				expect(span && startOf(span)).toBeLessThan(place);
				expect(span && endOf(span)).toBeGreaterThan(place);
				expect(span && endOf(span)).toBeLessThanOrEqual(WINDOW);
			}),
		);
	});
});

describe('how many pages are asked for at once', () => {
	it.each([
		{ what: 'nothing known', known: 0, free: 10, expected: 3 },
		{ what: 'no slot free', known: 0, free: 0, expected: 1 },
		{ what: 'two slots free', known: 0, free: 2, expected: 2 },
		{ what: 'known ones', known: 7, free: 10, expected: 7 },
		{ what: 'known ones, no slot free', known: 7, free: 0, expected: 7 },
		{ what: 'more than were known', known: -2, free: 1, expected: 1 },
	])('$what', ({ known, free, expected }) => expect(batchSize(known, 3, free)).toBe(expected));
});

describe('two ends', () => {
	it('have a row in common, with at most one page more than pages that do not overlap', () => {
		for (let count = 1; count < 4000; count += 1) {
			const { up, down } = planEnds(count, 200) ?? { up: 0, down: 0 };
			const reach = (pages: number) => {
				const last = spansUpTo(Infinity, 200)[pages - 1];
				return last === undefined ? 0 : endOf(last);
			};
			expect(down === 0 ? reach(up) : reach(up) + reach(down) - 1).toBeGreaterThanOrEqual(count);
			expect(up + down).toBeLessThanOrEqual(Math.ceil(count / 200) + 2);
		}
	});

	it.each([
		[undefined, false],
		[3999, false],
		[4000, true],
		[199_999, true],
		[200_000, false],
	])('need tokens for a count of %p: %p', (count, expected) => {
		expect(isFar(count, 200)).toBe(expected);
	});

	it.each([
		[4001, 200, { up: 10, down: 10, between: 1 }],
		[5000, 200, { up: 10, down: 10, between: 5 }],
	])('of %d rows by %d', (count, perPage, expected) => {
		expect(planTwoEnds(count, perPage)).toEqual(expected);
	});
});
