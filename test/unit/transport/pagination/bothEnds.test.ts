import {
	readPages,
	type FetchPage,
	type Reading,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination';
import { rejected } from '../../../support/caught';
import { lineOf, ListModel, type Change } from './model';

const readAll = async (
	list: ListModel,
	count: number | undefined,
	fetchPage: FetchPage = async (request) => await list.fetchPage(request),
): Promise<Reading> =>
	await readPages(
		{
			fetchPage,
			pageSize: 200,
			idOrder: 'asc',
			firstCount: count === undefined ? undefined : async () => await Promise.resolve(count),
			count: async () => await list.count(),
			restart: () => list.restart(),
			changes: async () => await list.changes(),
			free: () => 10,
		},
		Infinity,
	);

const idsOf = ({ rows }: Reading) => rows.map(({ id }) => id).join();
const lines = (list: ListModel, part: string) => list.log.filter((line) => line.includes(part));
/** One change before an answer. */
const before = (answer: number, change: Change) => [
	...Array.from({ length: answer - 1 }, () => []),
	[change],
];

/** A list whose answers are changed before they are given. */
function altered(
	list: ListModel,
	alter: (line: string, page: Awaited<ReturnType<FetchPage>>) => void,
): FetchPage {
	return async (request) => {
		const page = await list.fetchPage(request);
		alter(lineOf(request), page);
		return page;
	};
}

describe('a list at rest', () => {
	// The count beside the first page is not in the log of the list.
	it.each([
		[650, 4],
		[1999, 11],
		[2000, 11],
		[2001, 11],
		[2200, 12],
		[3000, 16],
		[3999, 22],
		[4001, 22 + 1 + 1 + 2],
		[5000, 25 + 1 + 1 + 2],
		[20_000, 100 + 1 + 1 + 2],
	])('%d rows with a count take %d requests', async (rows, most) => {
		const list = new ListModel(rows);
		const reading = await readAll(list, rows);
		expect(idsOf(reading)).toBe(list.ids('asc').join());
		expect(reading.confidence).toBe('whole');
		expect(list.log.length).toBeLessThanOrEqual(most);
	});

	it('of 150,000 rows is read from both ends', async () => {
		const list = new ListModel(150_000);
		const reading = await readAll(list, 150_000);
		expect(idsOf(reading) === list.ids('asc').join()).toBe(true);
		expect(list.log.length).toBeLessThanOrEqual(750 + 5);
		expect(lines(list, 'asc').length).toBeLessThanOrEqual(502);
	}, 60_000);

	it('of more than one end reaches, without a first count, ends with the error of Zoho', async () => {
		const list = new ListModel(103_000);
		await expect(readAll(list, undefined)).rejects.toThrow('PAGINATION_LIMIT_EXCEEDED');
	}, 60_000);

	it('is whole without a count up to 3,999 rows, without a token', async () => {
		const list = new ListModel(3999);
		const reading = await readAll(list, undefined);
		expect(reading.confidence).toBe('whole');
		expect(idsOf(reading)).toBe(list.ids('asc').join());
		expect(lines(list, 'token')).toEqual([]);
	});
});

describe('rows that come and go', () => {
	it('600 rows, one inserted in the middle between two overlapped pages: none is lost', async () => {
		const list = new ListModel(600);
		const changed = { isDone: false };
		const held: (() => void)[] = [];
		const fetchPage: FetchPage = async (request) => {
			// Page 3 is answered first, then a row comes between rows 300 and 301, then page 2.
			if ('page' in request && request.page === 2) await new Promise<void>((go) => held.push(go));
			const page = await list.fetchPage(request);
			if ('page' in request && request.page === 3 && !changed.isDone) {
				changed.isDone = true;
				list.change({ kind: 'link', at: 0.5 });
				held.forEach((go) => go());
			}
			return page;
		};
		const old = list.ids('asc');
		const { rows } = await readAll(list, 600, fetchPage);
		expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(old));
	});

	it.each(['create', 'link', 'remove'] as const)(
		'5,000 rows, %s during the read: all that stayed are there',
		async (kind) => {
			for (const answer of [2, 9, 15, 22, 27]) {
				for (const tokens of ['row', 'position'] as const) {
					const list = new ListModel(5000, { tokens, changes: before(answer, { kind, at: 0.31 }) });
					const reading = await readAll(list, 5000);
					const ids = new Set(reading.rows.map(({ id }) => id));
					expect(list.stayed.filter((id) => !ids.has(id))).toEqual([]);
					expect(reading.confidence).toBe('whole');
				}
			}
		},
	);
});

describe('what does not fit', () => {
	it.each([6000, 4200, 2400, 2001, 0, -1])(
		'a count of %d for 5,000 rows is no harm',
		async (count) => {
			const list = new ListModel(5000);
			expect(idsOf(await readAll(list, count))).toBe(list.ids('asc').join());
		},
	);

	it('no tokens at all, where numbered pages suffice: they are not missed', async () => {
		const list = new ListModel(3999);
		const fetchPage = altered(list, (_, page) => delete page.nextPageToken);
		expect(idsOf(await readAll(list, 3999, fetchPage))).toBe(list.ids('asc').join());
	});

	it('no tokens from either end: PAGE_TOKEN_MISSING', async () => {
		const list = new ListModel(4500);
		const fetchPage = altered(list, (_, page) => delete page.nextPageToken);
		expect((await rejected(readAll(list, 4500, fetchPage))).code).toBe('PAGE_TOKEN_MISSING');
	});

	it('a token that comes again: PAGE_TOKEN_REPEATED', async () => {
		const list = new ListModel(9000);
		const first = new Map<string, string | undefined>();
		const fetchPage = altered(list, (line, page) => {
			if (!line.includes('token')) return;
			const direction = line.split(' ')[0] ?? '';
			if (!first.has(direction)) first.set(direction, page.nextPageToken);
			page.nextPageToken = first.get(direction);
		});
		expect((await rejected(readAll(list, 9000, fetchPage))).code).toBe('PAGE_TOKEN_REPEATED');
	});

	it('a failure of either end is the failure of the whole', async () => {
		for (const broken of ['asc page 7', 'desc page 1', 'desc page 10', 'desc token']) {
			const list = new ListModel(5000);
			const fetchPage = altered(list, (line) => {
				if (line.startsWith(broken)) throw new Error(`no ${broken}`);
			});
			await expect(readAll(list, 5000, fetchPage)).rejects.toThrow(`no ${broken}`);
		}
	});
});
