import fc from 'fast-check';
import type { Row, SortOrder } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import { readPages } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination';
import { planPageSize } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination/plan';
import { AnyOrder, ListModel, type Change } from './model';

interface Case {
	rows: number;
	pageSize: number;
	limit: number;
	idOrder: SortOrder;
	/** Whether Zoho tells the number of rows. */
	isCounted: boolean;
	/** Slots that are free, request by request. */
	free: number[];
	/** Which waiting request is answered next. */
	picks: number[];
}

const fraction = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** Lists of a few pages, of many small pages, and of more than 2,000 rows. */
const sizes = fc.oneof(
	fc.record({ rows: fc.integer({ min: 0, max: 60 }), pageSize: fc.integer({ min: 1, max: 9 }) }),
	fc.record({ rows: fc.integer({ min: 0, max: 1999 }), pageSize: fc.constantFrom(97, 150, 200) }),
	fc.record({
		rows: fc.integer({ min: 1990, max: 5200 }),
		pageSize: fc.constantFrom(150, 199, 200),
	}),
);
const orders = fc.constantFrom<SortOrder>('asc', 'desc');
const surroundings = {
	isCounted: fc.boolean(),
	free: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 8 }),
	picks: fc.array(fraction, { minLength: 1, maxLength: 40 }),
};
const full: fc.Arbitrary<Case> = fc
	.tuple(sizes, fc.record({ idOrder: orders, ...surroundings }))
	.map(([size, rest]) => ({ ...size, ...rest, limit: Infinity }));
const limited: fc.Arbitrary<Case> = fc
	.tuple(
		sizes,
		fc.record({
			limit: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 2600 })),
			idOrder: orders,
			...surroundings,
		}),
	)
	.map(([size, rest]) => ({ ...size, ...rest }));

const changes = (kinds: fc.Arbitrary<Change>) =>
	fc.array(fc.oneof(fc.constant([]), fc.array(kinds, { maxLength: 3 })), { maxLength: 30 });
const added = changes(fc.constant('add'));
const addedAndRemoved = changes(
	fc.oneof(fc.constant('add' as const), fc.record({ remove: fraction })),
);

/** @param miscount what the count is wrong by */
async function read(list: ListModel, given: Case, miscount = 0): Promise<Row[]> {
	const order = new AnyOrder(given.picks);
	const count = order.wrap(async () => (await list.count()) + miscount);
	let asked = 0;
	const work = readPages(
		order.wrap(async (request) => await list.fetchPage(request)),
		{
			...given,
			count: given.isCounted ? async () => await count(undefined) : undefined,
			free: () => given.free[asked++ % given.free.length] ?? 0,
		},
	);
	return await order.run(work);
}

const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const ascending = (ids: readonly string[], order: SortOrder) =>
	(order === 'asc' ? [...ids] : [...ids].reverse()).map(Number);

describe('a list that does not change', () => {
	it('is read exactly, in its order, with at most two requests more than it has pages', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(full, limited), async (given) => {
				const list = new ListModel(given.rows);
				const rows = await read(list, given);
				expect(idsOf(rows).join()).toBe(list.ids(given.idOrder).slice(0, given.limit).join());
				const perPage = planPageSize(given.limit, given.pageSize);
				const pages = Math.max(1, Math.ceil(Math.min(given.rows, given.limit) / perPage));
				expect(list.log.length).toBeLessThanOrEqual(pages + 2);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('a list that Zoho counts wrongly', () => {
	it('is read exactly all the same', async () => {
		const wrong = fc.integer({ min: -3000, max: 3000 });
		await fc.assert(
			fc.asyncProperty(full, wrong, added, async (given, error, what) => {
				const list = new ListModel(given.rows, what);
				const counted = { ...given, isCounted: true };
				const ids = ascending(idsOf(await read(list, counted, error)), given.idOrder);
				expect(ids.slice(0, given.rows).join()).toBe(upTo(given.rows).join());
				expect(new Set(ids).size).toBe(ids.length);
			}),
			{ numRuns: 200 },
		);
	});
});

describe('a list to which rows are added', () => {
	it('loses none of the rows that were there, wherever it is read from', async () => {
		await fc.assert(
			fc.asyncProperty(full, added, async (given, what) => {
				const list = new ListModel(given.rows, what);
				const ids = ascending(idsOf(await read(list, given)), given.idOrder);
				expect(ids.slice(0, given.rows).join()).toBe(upTo(given.rows).join());
				expect(new Set(ids).size).toBe(ids.length);
				expect(ids.join()).toBe([...ids].sort((a, b) => a - b).join());
				expect(ids.every((id) => list.ever.has(id))).toBe(true);
			}),
			{ numRuns: 400 },
		);
	});

	it('gives the first rows, without a gap, up to a limit', async () => {
		await fc.assert(
			fc.asyncProperty(limited, added, async (given, what) => {
				const list = new ListModel(given.rows, what);
				const ids = idsOf(await read(list, given)).map(Number);
				expect(ids.length).toBeGreaterThanOrEqual(Math.min(given.limit, given.rows));
				expect(ids.length).toBeLessThanOrEqual(given.limit);
				const step = given.idOrder === 'asc' ? 1 : -1;
				const old = ids.filter((id) => id <= given.rows);
				const first = step === 1 ? 1 : given.rows;
				expect(old.join()).toBe(old.map((_, index) => first + step * index).join());
				expect(new Set(ids).size).toBe(ids.length);
			}),
			{ numRuns: 400 },
		);
	});
});

describe('a list to which rows are added and from which rows are deleted', () => {
	it('gives no row twice, and misses one only next to a deleted one of an earlier page', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(full, limited), addedAndRemoved, async (given, what) => {
				const list = new ListModel(given.rows, what);
				const ids = idsOf(await read(list, given)).map(Number);
				expect(new Set(ids).size).toBe(ids.length);
				expect(ids.length).toBeLessThanOrEqual(given.limit);
				expect(ids.every((id) => list.ever.has(id))).toBe(true);
				if (given.limit !== Infinity) return;
				const found = new Set(ids);
				const missed = upTo(given.rows).filter((id) => !found.has(id) && !list.removed.has(id));
				const boundaries = Math.ceil(given.rows / given.pageSize);
				expect(missed.length).toBeLessThanOrEqual(list.removed.size * boundaries);
			}),
			{ numRuns: 400 },
		);
	});
});
