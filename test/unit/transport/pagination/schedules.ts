import fc from 'fast-check';
import type { Row, SortOrder } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import {
	readPages,
	type Reading,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination';
import { AnyOrder, ListModel, type Change, type ModelOptions } from './model';

/** One read of a list that may change between any two answers. */
export interface Schedule extends ModelOptions {
	rows: number;
	pageSize: number;
	limit: number;
	/** Order by id; unset for a list by the time of the last edit. */
	idOrder?: SortOrder;
	/** Whether Zoho counts the rows: beside the first page, right behind it, later, or not at all. */
	counted: 'first' | 'behind' | 'later' | 'never';
	/** Slots that are free, request by request. */
	free: number[];
	/** Which waiting request is answered next. */
	picks: number[];
}

/** From 0 to 1, each part of it as often as any other. */
export const fraction = fc
	.noBias(fc.integer({ min: 0, max: 9999 }))
	.map((number) => number / 10_000);

/** Lists of a few pages, of many small pages, of more than 2,000 rows, and of more than 4,000. */
const sizes = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			rows: fc.integer({ min: 0, max: 60 }),
			pageSize: fc.integer({ min: 1, max: 12 }),
		}),
	},
	{
		weight: 5,
		arbitrary: fc.record({
			rows: fc.integer({ min: 0, max: 1999 }),
			pageSize: fc.constantFrom(97, 150, 200),
		}),
	},
	{
		weight: 3,
		arbitrary: fc.record({
			rows: fc.integer({ min: 1900, max: 4100 }),
			pageSize: fc.constantFrom(150, 199, 200),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			rows: fc.integer({ min: 3950, max: 6000 }),
			pageSize: fc.constant(200),
		}),
	},
);

const surroundings = {
	counted: fc.constantFrom<Schedule['counted']>('first', 'behind', 'later', 'never'),
	isTimed: fc.boolean(),
	tokens: fc.constantFrom('row' as const, 'position' as const),
	free: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 8 }),
	picks: fc.array(fraction, { minLength: 1, maxLength: 40 }),
};

export const limits = fc.oneof(
	{ weight: 3, arbitrary: fc.constant(Infinity) },
	{ weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 1, max: 2600 }) },
);

const orders = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ idOrder: fc.constantFrom<SortOrder>('asc', 'desc') }) },
	{ weight: 1, arbitrary: fc.record({ byEdit: fc.constantFrom<SortOrder>('asc', 'desc') }) },
);

/** Rows that come and go, from none to several between two answers. */
function changesOf(kinds: readonly Change['kind'][], longest: number) {
	const change = fc.record({ kind: fc.constantFrom(...kinds), at: fraction });
	const several = fc.array(change, { minLength: 1, maxLength: 3 });
	const step = fc.oneof(
		{ weight: 4, arbitrary: fc.constant<Change[]>([]) },
		{ weight: 1, arbitrary: several },
	);
	return fc.array(step, { maxLength: longest });
}

/** As many that leave as are linked, between the same two answers. */
const traceless = fc.array(
	fc.oneof(
		{ weight: 4, arbitrary: fc.constant<Change[]>([]) },
		{
			weight: 1,
			arbitrary: fc.tuple(fraction, fraction).map(([from, to]): Change[] => [
				{ kind: 'remove', at: from },
				{ kind: 'link', at: to },
			]),
		},
	),
	{ maxLength: 40 },
);

/** A single change somewhere: what most lists see while they are read. */
const single = fc
	.record({
		kind: fc.constantFrom<Change['kind']>('create', 'link', 'remove', 'edit'),
		at: fraction,
		before: fc.integer({ min: 0, max: 35 }),
	})
	.map(({ kind, at, before }): Change[][] => [
		...Array.from({ length: before }, (): Change[] => []),
		[{ kind, at }],
	]);

const ALL_KINDS = ['create', 'link', 'remove', 'edit'] as const;

export const changes = fc.oneof(
	{ weight: 3, arbitrary: single },
	{ weight: 3, arbitrary: changesOf(ALL_KINDS, 40) },
	{ weight: 1, arbitrary: changesOf(['create', 'link'], 40) },
	{ weight: 1, arbitrary: changesOf(['remove'], 40) },
	{ weight: 1, arbitrary: traceless },
);

export const schedules: fc.Arbitrary<Schedule> = fc
	.tuple(sizes, limits, orders, fc.record({ changes, ...surroundings }))
	.map(([size, limit, order, rest]) => ({ ...rest, ...size, ...order, limit }));

export const schedulesAtRest: fc.Arbitrary<Schedule> = schedules.map((schedule) => ({
	...schedule,
	changes: [],
}));

export interface Outcome extends Reading {
	list: ListModel;
}

/** Reads the list of a schedule. @param miscount what Zoho's count is wrong by */
export async function readSchedule(schedule: Schedule, miscount = 0): Promise<Outcome> {
	const { rows, pageSize, limit, idOrder, byEdit, counted, free, picks } = schedule;
	const list = new ListModel(rows, schedule);
	const order = new AnyOrder(picks);
	const count = order.wrap(async () => (await list.count()) + miscount);
	const changes = order.wrap(async () => await list.changes());
	const ask = async () => await count(undefined);
	let asked = 0;
	const reading = await order.run(
		readPages(
			{
				fetchPage: order.wrap(async (request) => await list.fetchPage(request)),
				pageSize,
				idOrder,
				isMovable: byEdit !== undefined,
				free: () => free[asked++ % free.length] ?? 0,
				firstCount: counted === 'first' || counted === 'behind' ? ask : undefined,
				isCountLate: counted === 'behind',
				count: counted === 'never' ? undefined : ask,
				restart: () => list.restart(),
				changes: async () => await changes(undefined),
				hasCreated: (rows) => list.hasCreated(rows),
			},
			limit,
		),
	);
	return { ...reading, list };
}

export const idsOf = (rows: readonly Row[]): string[] => rows.map(({ id }) => id);

/** Ids of rows that stayed, belong into the result, and are missing. */
export function lostOf({ rows, list }: Outcome, { limit, idOrder }: Schedule): string[] {
	const ids = new Set(idsOf(rows));
	const missing = list.stayed.filter((id) => !ids.has(id));
	const last = rows.at(-1);
	if (rows.length < limit || last === undefined) return missing;
	if (idOrder === undefined) return [];
	// A limit that is met leaves out what comes after the last row.
	const sign = idOrder === 'asc' ? 1 : -1;
	return missing.filter((id) => sign * (Number(id) - Number(last.id)) < 0);
}
