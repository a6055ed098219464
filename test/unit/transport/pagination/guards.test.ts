import type { SortOrder } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import {
	readPages,
	type PagedList,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination';
import { ListModel, type Change } from './model';

/** Each guard against a lost row by itself: a list at whose changes only this guard looks. */
interface Guarded {
	rows: number;
	limit?: number;
	idOrder?: SortOrder;
	/** The list is sorted by the time of the last edit. */
	byEdit?: SortOrder;
	/** Whether Zoho counts beside the first page, right behind it, later, or never. */
	counted?: 'first' | 'behind' | 'later';
	/** Whether rows show when they were created. */
	isTimed?: boolean;
	/** Rows that the user may not see. */
	hidden?: ReadonlySet<string>;
	/** What happens before the answers with these numbers, the first of which is 0. */
	changes: Readonly<Record<number, Change[]>>;
}

const remove = (at: number, times = 1): Change[] =>
	Array.from({ length: times }, () => ({ kind: 'remove', at }));
const create = (at: number): Change => ({ kind: 'create', at });
const edit = (at: number): Change => ({ kind: 'edit', at });

async function readGuarded(
	{ rows, counted, changes, ...order }: Guarded,
	more?: Partial<PagedList>,
) {
	const { limit = Infinity, idOrder, byEdit, hidden, isTimed } = order;
	const last = Math.max(...Object.keys(changes).map(Number));
	const list = new ListModel(rows, {
		byEdit,
		hidden,
		isTimed,
		tokens: 'position',
		changes: Array.from({ length: last + 1 }, (_, answer) => changes[answer] ?? []),
	});
	const count = async () => await list.count();
	const reading = await readPages(
		{
			fetchPage: async (request) => await list.fetchPage(request),
			pageSize: 200,
			idOrder,
			isMovable: byEdit !== undefined,
			// One page after the other, so that the number of each answer is known.
			free: () => 1,
			firstCount: counted === 'first' || counted === 'behind' ? count : undefined,
			isCountLate: counted === 'behind',
			count: counted === undefined ? undefined : count,
			restart: () => list.restart(),
			changes: async () => await list.changes(),
			hasCreated: (rows) => list.hasCreated(rows),
			...more,
		},
		limit,
	);
	const ids = new Set(reading.rows.map(({ id }) => id));
	// Behind a limit, rows are left out.
	const end = reading.rows.length < limit ? Infinity : Number(reading.rows.at(-1)?.id);
	const isDue = (id: string) => Number(id) <= end && hidden?.has(id) !== true;
	return { reading, lost: list.stayed.filter((id) => !ids.has(id) && isDue(id)) };
}

describe('a row that only this guard keeps', () => {
	it.each<[string, Guarded]>([
		[
			'by ID: neighbouring pages touch',
			{ rows: 600, idOrder: 'asc', changes: { 1: remove(0.1, 4) } },
		],
		[
			'by time: neighbouring pages have a row in common',
			{ rows: 600, byEdit: 'asc', changes: { 1: remove(0.1, 4) } },
		],
		[
			'by time: a row that moved is no row in common',
			{ rows: 390, byEdit: 'asc', changes: { 1: [...remove(0.1, 4), edit(0.1)] } },
		],
		[
			'by time, with tokens: where a row moved, pages that only follow prove nothing',
			{ rows: 2600, byEdit: 'asc', counted: 'later', changes: { 13: [edit(0.1)] } },
		],
		[
			'from both ends: the count afterwards',
			{
				rows: 5000,
				idOrder: 'asc',
				counted: 'first',
				// Page 10 from the largest ID on, then a row comes before it, then the others of them.
				changes: { 12: [{ kind: 'link', at: 0.9 }] },
			},
		],
		[
			'from both ends: rows that left page 1 before the count',
			{ rows: 5000, idOrder: 'asc', counted: 'first', changes: { 1: remove(0.01) } },
		],
		[
			'from both ends: rows created since',
			{
				rows: 5000,
				idOrder: 'asc',
				counted: 'first',
				changes: { 25: [...remove(0.01), create(0.5)] },
			},
		],
		[
			'from both ends, rows that show their times: rows created since',
			{
				rows: 5000,
				idOrder: 'asc',
				counted: 'first',
				isTimed: true,
				changes: { 25: [...remove(0.01), create(0.5)] },
			},
		],
		[
			'from both ends, counted behind the first page: rows that left it before the count',
			{
				rows: 5000,
				idOrder: 'asc',
				counted: 'behind',
				isTimed: true,
				changes: { 1: remove(0.01) },
			},
		],
		[
			'from both ends, rows that show their times: the count afterwards',
			{
				rows: 5000,
				idOrder: 'asc',
				counted: 'behind',
				isTimed: true,
				// Page 10 from the largest ID on, then a row comes before it, then the others of them.
				changes: { 12: [{ kind: 'link', at: 0.9 }] },
			},
		],
		[
			'from both ends, counted later: the count before and after',
			{ rows: 5000, idOrder: 'asc', counted: 'later', changes: { 26: remove(0.01) } },
		],
		[
			'from both ends, counted later: rows created since',
			{
				rows: 5000,
				idOrder: 'asc',
				counted: 'later',
				changes: { 26: [...remove(0.01), create(0.001)] },
			},
		],
		[
			'up to a limit: the count before and after',
			{ rows: 5000, idOrder: 'asc', limit: 4900, counted: 'later', changes: { 14: remove(0.01) } },
		],
		[
			'up to a limit: rows created since',
			{
				rows: 5000,
				idOrder: 'asc',
				limit: 4900,
				counted: 'later',
				changes: { 14: [...remove(0.01), create(0.999)] },
			},
		],
		[
			'by ID: a page with hidden rows is the same when it is read again',
			{ rows: 600, idOrder: 'asc', hidden: new Set(['500']), changes: { 1: remove(0.1, 4) } },
		],
	])('%s', async (_what, guarded) => {
		const { lost, reading } = await readGuarded(guarded);
		expect(reading.confidence).toBe('whole');
		expect(lost).toEqual([]);
	});
});

describe('a list that never holds still', () => {
	it('is read a bounded number of times, and the read says so', async () => {
		let answers = 0;
		const reading = await readPages(
			{
				fetchPage: async (request) => {
					answers += 1;
					if (answers > 300) throw new Error('There is no end');
					const rows = Array.from({ length: 200 }, (_, index) => ({
						id: String(answers * 1000 + index),
					}));
					const moreRecords = 'page' in request && request.page < 3;
					return await Promise.resolve({ rows, moreRecords });
				},
				pageSize: 200,
				free: () => 1,
			},
			Infinity,
		);
		expect(reading.confidence).toBe('changed');
		expect(answers).toBeLessThan(60);
	});
});
