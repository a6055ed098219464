import fc from 'fast-check';
import type { Change } from '../../unit/transport/pagination/model';
import { changes, fraction, limits } from '../../unit/transport/pagination/schedules';

/** Lists that the organization has, by their number of rows. */
export const SIZES = [0, 1, 5, 13, 40, 60, 150, 201, 399, 601, 1000, 1999, 2600, 4100, 5000];

/** One read by the node, while rows come and go between any two answers. */
export interface Schedule {
	rows: number;
	pageSize: number;
	/** Infinity for Return All. */
	limit: number;
	version: 'v6' | 'v7' | 'v8';
	sortBy: 'id' | 'Created_Time' | 'Modified_Time';
	sortOrder: 'asc' | 'desc';
	/** Whether more fields are read than fit one request. */
	hasManyFields: boolean;
	/** Requests at the same time. */
	atOnce: number;
	tokens: 'row' | 'position';
	/** Whether Zoho counts the list. */
	isCounted: boolean;
	/** What happens before the first answer, the second ... */
	changes: readonly (readonly Change[])[];
	/** Which of the waiting requests is answered next, from 0 to 1. */
	picks: number[];
}

const sized = (from: number, to: number, ...pageSizes: number[]) =>
	fc.record({
		rows: fc.constantFrom(...SIZES.filter((size) => size >= from && size <= to)),
		pageSize: fc.constantFrom(...pageSizes),
	});

/** A few pages, many small pages, more rows than page numbers reach, and than both ends reach. */
const sizes = fc.oneof(
	{ weight: 4, arbitrary: sized(0, 60, 1, 3, 7, 12) },
	{ weight: 6, arbitrary: sized(150, 1999, 97, 150, 200) },
	{ weight: 3, arbitrary: sized(2600, 2600, 150, 200) },
	{ weight: 2, arbitrary: sized(4100, 5000, 200) },
);

const kinds: readonly Change['kind'][] = ['create', 'link', 'remove', 'edit'];
const change = fc.record({ kind: fc.constantFrom(...kinds), at: fraction });
/** As many that leave as are linked, between the same two answers. */
const exchange = fc.tuple(fraction, fraction).map(([from, to]): Change[] => [
	{ kind: 'remove', at: from },
	{ kind: 'link', at: to },
]);

/** Changes all along the read, and while the list is read once more. */
function allAlong(step: fc.Arbitrary<Change[]>): fc.Arbitrary<Change[][]> {
	const steps = fc.oneof(
		{ weight: 2, arbitrary: fc.constant<Change[]>([]) },
		{ weight: 1, arbitrary: step },
	);
	return fc.noBias(fc.array(steps, { minLength: 5, maxLength: 250 }));
}

const allChanges = fc.oneof(
	{ weight: 2, arbitrary: changes },
	{ weight: 3, arbitrary: allAlong(fc.array(change, { minLength: 1, maxLength: 3 })) },
	{ weight: 1, arbitrary: allAlong(exchange) },
);

export const schedules: fc.Arbitrary<Schedule> = fc
	.tuple(
		sizes,
		fc.record({
			limit: limits,
			version: fc.constantFrom('v6' as const, 'v7' as const, 'v8' as const, 'v8' as const),
			sortBy: fc.oneof(
				{ weight: 4, arbitrary: fc.constant('id' as const) },
				{
					weight: 1,
					arbitrary: fc.constantFrom('Created_Time' as const, 'Modified_Time' as const),
				},
			),
			sortOrder: fc.constantFrom('asc' as const, 'desc' as const),
			hasManyFields: fc.oneof(
				{ weight: 3, arbitrary: fc.constant(false) },
				{ weight: 1, arbitrary: fc.constant(true) },
			),
			atOnce: fc.constantFrom(1, 3, 10),
			tokens: fc.constantFrom('row' as const, 'position' as const),
			isCounted: fc.constantFrom(true, true, false),
			changes: allChanges,
			picks: fc.array(fraction, { minLength: 1, maxLength: 40 }),
		}),
	)
	.map(([size, rest]) => ({ ...size, ...rest }));
