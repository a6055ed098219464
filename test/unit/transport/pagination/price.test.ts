import type { SortOrder } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import { readPages } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination';
import { ListModel } from './model';

/** A way in which lists are read, and whether Zoho counts them. */
interface Path {
	limit?: number;
	/** Order by ID; unset for lists by the time of the last edit. */
	idOrder?: SortOrder;
	/** Whether editing a row moves it. */
	isMovable?: boolean;
	/**
	 * When Zoho is asked for the number of rows: beside the first page, once it says that there are
	 * more, later, or never.
	 */
	counted: 'first' | 'behind' | 'later' | 'never';
	/** Whether rows show when they were created. */
	isTimed?: boolean;
	/** Requests that could start at once. */
	free: number;
}

/** Every request by kind: numbered pages, pages by token, counts, and rows changed since. */
async function requestsOf(rows: number, path: Path): Promise<number[]> {
	const { limit = Infinity, idOrder, isMovable, counted, isTimed, free } = path;
	const byEdit = idOrder === undefined ? 'desc' : undefined;
	const list = new ListModel(rows, { isTimed, byEdit });
	const count = async () => await list.count();
	const reading = await readPages(
		{
			fetchPage: async (request) => await list.fetchPage(request),
			pageSize: 200,
			idOrder,
			isMovable,
			free: () => free,
			firstCount: counted === 'first' || counted === 'behind' ? count : undefined,
			isCountLate: counted === 'behind',
			count: counted === 'never' ? undefined : count,
			restart: () => list.restart(),
			changes: async () => await list.changes(),
			hasCreated: (of) => list.hasCreated(of),
		},
		limit,
	);
	const ids = reading.rows.map(({ id }) => id);
	expect(
		ids.join() ===
			list
				.ids(idOrder ?? 'desc')
				.slice(0, limit)
				.join(),
	).toBe(true);
	expect(reading.confidence).toBe(
		counted === 'never' && list.log.some((line) => line.includes('token')) ? 'unchecked' : 'whole',
	);
	return ['page', 'token', 'count', 'changes'].map(
		(kind) => list.log.filter((line) => line.includes(kind)).length,
	);
}

/** Numbered pages, pages by token, counts, and requests for rows changed since, of lists at rest. */
const PRICES: readonly (readonly [string, Path, readonly (readonly [number, number[]])[]])[] = [
	[
		'Return All, counted beside the first page, Created Time among the fields',
		{ idOrder: 'desc', counted: 'first', isTimed: true, free: 10 },
		[
			[1, [1, 0, 1, 0]],
			[200, [1, 0, 1, 0]],
			[2000, [11, 0, 1, 0]],
			[3909, [21, 0, 1, 0]],
			[3999, [22, 0, 1, 0]],
			[4001, [20, 1, 2, 0]],
			[4188, [20, 1, 2, 0]],
			[4189, [20, 2, 2, 0]],
			[4200, [20, 2, 2, 0]],
			[4201, [20, 2, 2, 0]],
			[5001, [20, 6, 2, 0]],
			[20_001, [20, 81, 2, 0]],
		],
	],
	[
		'Return All, an older API version, Created Time among the fields',
		{ idOrder: 'desc', counted: 'behind', isTimed: true, free: 10 },
		[
			[0, [1, 0, 0, 0]],
			[200, [1, 0, 0, 0]],
			[201, [2, 0, 1, 0]],
			[650, [4, 0, 1, 0]],
			[2000, [11, 0, 1, 0]],
			[3909, [21, 0, 1, 0]],
			[3999, [22, 0, 1, 0]],
			[4001, [20, 1, 2, 0]],
			[5000, [20, 6, 2, 0]],
			[5001, [20, 6, 2, 0]],
			[20_001, [20, 81, 2, 0]],
		],
	],
	[
		'Return All, counted beside the first page',
		{ idOrder: 'desc', counted: 'first', free: 10 },
		[
			[0, [1, 0, 1, 0]],
			[1, [1, 0, 1, 0]],
			[200, [1, 0, 1, 0]],
			[201, [2, 0, 1, 0]],
			[1910, [10, 0, 1, 0]],
			[2000, [11, 0, 1, 0]],
			[2001, [11, 0, 1, 0]],
			[3999, [22, 0, 1, 0]],
			[4000, [20, 1, 2, 1]],
			[4001, [20, 1, 2, 1]],
			[5000, [20, 6, 2, 1]],
			[20_000, [20, 81, 2, 1]],
			[150_000, [20, 732, 2, 1]],
		],
	],
	[
		'Return All, many input items',
		{ idOrder: 'asc', counted: 'later', free: 1 },
		[
			[1, [1, 0, 0, 0]],
			[200, [1, 0, 0, 0]],
			[201, [2, 0, 0, 0]],
			[2000, [11, 0, 0, 0]],
			[2001, [11, 0, 0, 0]],
			[3909, [21, 0, 0, 0]],
			[3999, [22, 0, 1, 0]],
			[4000, [22, 1, 2, 1]],
			[4001, [22, 1, 2, 1]],
			[5000, [22, 6, 2, 1]],
			[20_000, [22, 81, 2, 1]],
		],
	],
	[
		'Return All, where Zoho does not count, with slots for guesses',
		{ idOrder: 'desc', counted: 'never', free: 10 },
		[
			[200, [1, 0, 0, 0]],
			[201, [4, 0, 0, 0]],
			[2000, [13, 0, 0, 0]],
			[5000, [22, 6, 0, 0]],
		],
	],
	[
		'Return All, where Zoho does not count',
		{ idOrder: 'desc', counted: 'never', free: 1 },
		[
			[200, [1, 0, 0, 0]],
			[201, [2, 0, 0, 0]],
			[2000, [11, 0, 0, 0]],
			[3999, [22, 0, 0, 0]],
			[4001, [22, 1, 0, 0]],
			[4999, [22, 5, 0, 0]],
			[5000, [22, 6, 0, 0]],
			[20_000, [22, 81, 0, 0]],
		],
	],
	[
		'Limit 50',
		{ idOrder: 'desc', counted: 'later', free: 10, limit: 50 },
		[
			[1, [1, 0, 0, 0]],
			[20_000, [1, 0, 0, 0]],
		],
	],
	[
		'Limit 2,000',
		{ idOrder: 'desc', counted: 'later', free: 10, limit: 2000 },
		[
			[2000, [11, 0, 0, 0]],
			[20_000, [11, 0, 0, 0]],
		],
	],
	[
		'Limit 3,000',
		{ idOrder: 'desc', counted: 'later', free: 1, limit: 3000 },
		[
			[200, [1, 0, 0, 0]],
			[1910, [10, 0, 0, 0]],
			[2000, [11, 0, 1, 0]],
			[2001, [11, 1, 2, 1]],
			[20_000, [11, 5, 2, 1]],
		],
	],
	[
		'Limit 3,000, where Zoho does not count',
		{ idOrder: 'desc', counted: 'never', free: 1, limit: 3000 },
		[[20_000, [11, 5, 0, 0]]],
	],
	[
		'sorted by Created Time',
		{ counted: 'later', free: 10 },
		[
			[200, [1, 0, 0, 0]],
			[201, [2, 0, 0, 0]],
			[1910, [10, 0, 0, 0]],
			[2000, [11, 0, 1, 0]],
			[2001, [11, 1, 2, 1]],
			[5000, [11, 15, 2, 1]],
		],
	],
	[
		'sorted by Modified Time',
		{ isMovable: true, counted: 'later', free: 10 },
		[
			[200, [1, 0, 0, 0]],
			[201, [2, 0, 0, 1]],
			[2000, [11, 0, 1, 1]],
			[2001, [11, 1, 2, 1]],
			[5000, [11, 15, 2, 1]],
		],
	],
	[
		'sorted by Modified Time, where Zoho does not count, as the timeline',
		{ isMovable: true, counted: 'never', free: 10 },
		[
			[200, [1, 0, 0, 0]],
			[201, [2, 0, 0, 1]],
			[2000, [11, 0, 0, 1]],
			[5000, [11, 15, 0, 1]],
		],
	],
];

describe.each(PRICES)('a list at rest, %s', (_path, path, prices) => {
	it.each(prices)(
		'%d rows',
		async (rows, requests) => {
			expect(await requestsOf(rows, path)).toEqual(requests);
		},
		60_000,
	);
});
