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
	type Span,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination/pagePlan';

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
		{ what: 'the last one is known', known: 1, free: 10, expected: 1 },
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
		[4001, 200, { up: [2, 10, 199], down: [1, 10, 200], between: 12 }],
		[5000, 200, { up: [2, 10, 199], down: [1, 10, 200], between: 1011 }],
		[5000, 9, { up: [1, 222, 9], down: [1, 222, 9], between: 1005 }],
		[5000, 3, { up: [1, 222, 9], down: [1, 666, 3], between: 1005 }],
	])('of %d rows by %d', (count, perPage, expected) => {
		const { up, down, between } = planTwoEnds(count, perPage);
		const ends = (spans: readonly Span[]) => [
			spans[0]?.page,
			spans.at(-1)?.page,
			spans.at(-1)?.perPage,
		];
		expect({ up: ends(up), down: ends(down), between }).toEqual(expected);
	});

	it('begin with a page that shares a row with page 1, from the smallest ID on', () => {
		fc.assert(
			fc.property(sizes, fc.integer({ min: 4000, max: 199_999 }), (perPage, count) => {
				const [second] = planTwoEnds(count, perPage).up;
				expect(second && startOf(second)).toBeLessThan(perPage);
				expect(second && endOf(second)).toBeGreaterThanOrEqual(perPage);
			}),
		);
	});
});
