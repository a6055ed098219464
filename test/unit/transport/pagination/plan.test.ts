import fc from 'fast-check';
import {
	batchSize,
	hasTwoEnds,
	overlapsDown,
	pagesInWindow,
	planPageSize,
	planTwoEnds,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination/plan';

const WINDOW = 2000;

describe('the page size of a limit', () => {
	it.each([
		{ limit: 1, pageSize: 200, expected: 1 },
		{ limit: 50, pageSize: 200, expected: 50 },
		{ limit: 200, pageSize: 200, expected: 200 },
		{ limit: 201, pageSize: 200, expected: 101 },
		{ limit: 250, pageSize: 200, expected: 125 },
		{ limit: 250, pageSize: 100, expected: 84 },
		{ limit: 2000, pageSize: 200, expected: 200 },
		{ limit: 2000, pageSize: 150, expected: 143 },
		{ limit: 2001, pageSize: 200, expected: 200 },
		{ limit: 2001, pageSize: 150, expected: 150 },
		{ limit: Infinity, pageSize: 7, expected: 7 },
		{ limit: 3, pageSize: 1, expected: 1 },
	])('limit $limit, at most $pageSize: $expected', ({ limit, pageSize, expected }) => {
		expect(planPageSize(limit, pageSize)).toBe(expected);
	});

	it('is within the bounds, and takes no more requests than full pages would', () => {
		const limits = fc.integer({ min: 1, max: WINDOW });
		fc.assert(
			fc.property(limits, fc.integer({ min: 1, max: 200 }), (limit, pageSize) => {
				const planned = planPageSize(limit, pageSize);
				const requests = Math.ceil(limit / pageSize);
				expect(planned).toBe(Math.ceil(limit / requests));
				expect(planned).toBeLessThanOrEqual(pageSize);
				expect(Math.ceil(limit / planned)).toBe(requests);
			}),
		);
	});
});

describe('pages by number', () => {
	it.each([
		[200, 10],
		[143, 13],
		[150, 13],
		[1, 2000],
	])('of %d rows: %d', (perPage, pages) => expect(pagesInWindow(perPage)).toBe(pages));
});

describe('how many pages are asked for at once', () => {
	it.each([
		{ what: 'nothing known', done: 1, last: 10, known: 0, free: 10, expected: 3 },
		{ what: 'near the end', done: 9, last: 10, known: 0, free: 10, expected: 1 },
		{ what: 'no slot free', done: 1, last: 10, known: 0, free: 0, expected: 1 },
		{ what: 'one slot free', done: 1, last: 10, known: 0, free: 1, expected: 1 },
		{ what: 'two slots free', done: 1, last: 10, known: 0, free: 2, expected: 2 },
		{ what: 'known ones', done: 1, last: 10, known: 8, free: 10, expected: 7 },
		{ what: 'known ones, no slot free', done: 1, last: 10, known: 8, free: 0, expected: 7 },
		{ what: 'more known than wanted', done: 1, last: 10, known: 30, free: 10, expected: 9 },
		{ what: 'more than were known', done: 8, last: 10, known: 8, free: 1, expected: 1 },
	])('$what', ({ done, last, known, free, expected }) => {
		expect(batchSize(done, { last, known, guesses: 3 }, free)).toBe(expected);
	});

	it('asks for at most two in vain while nothing is known', () => {
		const pages = fc.integer({ min: 1, max: 30 });
		fc.assert(
			fc.property(pages, pages, fc.array(fc.integer({ min: 0, max: 12 })), (last, exist, free) => {
				let done = 1;
				for (let round = 0; done < Math.min(last, exist); round += 1) {
					done += batchSize(done, { last, known: 0, guesses: 3 }, free[round] ?? 10);
				}
				expect(done - exist).toBeLessThanOrEqual(2);
				expect(done).toBeLessThanOrEqual(last);
			}),
		);
	});
});

describe('a limited read from the end', () => {
	it.each([
		[4, 10, false],
		[5, 10, true],
		[10, 1, false],
		[10, 2, true],
	])('of %d pages with %d free slots overlaps: %p', (pages, free, expected) => {
		expect(overlapsDown(pages, free)).toBe(expected);
	});
});

describe('two ends', () => {
	it.each([
		[undefined, false],
		[2000, false],
		[2001, true],
		[199_999, true],
		[200_000, false],
	])('are read for a count of %p: %p', (count, expected) => {
		expect(hasTwoEnds(count)).toBe(expected);
	});

	it.each([
		[2001, 200, { up: 10, down: 1, between: 0 }],
		[2200, 200, { up: 10, down: 1, between: 0 }],
		[4000, 200, { up: 10, down: 10, between: 0 }],
		[4001, 200, { up: 10, down: 10, between: 1 }],
		[5000, 200, { up: 10, down: 10, between: 5 }],
		[2001, 150, { up: 13, down: 1, between: 0 }],
	])('of %d rows by %d', (count, perPage, expected) => {
		expect(planTwoEnds(count, perPage)).toEqual(expected);
	});

	it('take as many pages as one end would', () => {
		const counts = fc.integer({ min: WINDOW + 1, max: 200_000 });
		fc.assert(
			fc.property(counts, fc.integer({ min: 1, max: 200 }), (count, perPage) => {
				const { up, down, between } = planTwoEnds(count, perPage);
				expect(up + down + between).toBe(Math.ceil(count / perPage));
				expect(down).toBeGreaterThanOrEqual(1);
				expect(between).toBeGreaterThanOrEqual(0);
			}),
		);
	});
});
