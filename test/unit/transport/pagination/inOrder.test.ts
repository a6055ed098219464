import type { Row } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import {
	readPages,
	type FetchPage,
	type Page,
	type PageRequest,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination';
import { rejected } from '../../../support/caught';
import { lineOf, ListModel, type ModelOptions } from './model';

const WINDOW = 2000;

const readInOrder = async (fetchPage: FetchPage, limit: number, pageSize: number) =>
	(await readPages({ fetchPage, pageSize, free: () => 10 }, limit)).rows;
const rowsOf = (...ids: number[]): Row[] => ids.map((id) => ({ id: String(id) }));
const idsOf = (rows: readonly Row[]) => rows.map((row) => row.id);
const range = (first: number, last: number) =>
	Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** `page 2 of 125` or `token abc of 125`, and both when both are sent. */
function line(request: PageRequest): string {
	const position = [
		...('page' in request ? [`page ${request.page}`] : []),
		...('pageToken' in request ? [`token ${request.pageToken}`] : []),
	];
	return `${position.join(' and ')} of ${request.perPage}`;
}

/** A list of rows 1..total as Zoho pages it: numbers within the first 2,000 rows, tokens beyond. */
function zoho(total: number) {
	const log: string[] = [];
	const fetchPage = async (request: PageRequest): Promise<Page> => {
		log.push(line(request));
		const start = startOf(request);
		const end = Math.min(start + request.perPage, total);
		const moreRecords = end < total;
		const nextPageToken = moreRecords ? `${end}/${request.perPage}` : undefined;
		return { rows: rowsOf(...range(start + 1, end)), moreRecords, nextPageToken };
	};
	return { fetchPage, log };
}

function startOf(request: PageRequest): number {
	if (request.perPage < 1 || request.perPage > 200) throw new Error('INVALID_DATA: per_page');
	if ('page' in request) {
		const { page, perPage } = request;
		if ('pageToken' in request) throw new Error('AMBIGUITY_DURING_PROCESSING');
		if (page * perPage > WINDOW) throw new Error('DISCRETE_PAGINATION_LIMIT_EXCEEDED');
		return (page - 1) * perPage;
	}
	const [start, perPage] = request.pageToken.split('/').map(Number);
	if (perPage !== request.perPage) throw new Error('TOKEN_BOUND_DATA_MISMATCH');
	return start ?? Number.NaN;
}

const pages = (from: number, to: number, perPage: number) =>
	range(from, to).map((page) => `page ${page} of ${perPage}`);

/** Pages each of which holds the last row of the one before. */
const overlapping = (count: number) =>
	range(1, count).map((page) => `page ${page} of ${201 - page}`);

describe('every request of a list', () => {
	it.each([
		{ total: 5000, limit: 50, pageSize: 200, log: pages(1, 1, 50) },
		{ total: 5000, limit: 250, pageSize: 200, log: ['page 1 of 126', 'page 2 of 125'] },
		{ total: 5000, limit: 201, pageSize: 200, log: ['page 1 of 102', 'page 2 of 101'] },
		{ total: 5000, limit: 594, pageSize: 200, log: overlapping(3) },
		{ total: 5000, limit: 1910, pageSize: 200, log: overlapping(10) },
		{
			total: 5000,
			limit: 2001,
			pageSize: 200,
			log: [...overlapping(10), 'page 10 of 200', 'token 2000/200 of 200'],
		},
		{
			total: 2001,
			limit: Infinity,
			pageSize: 200,
			log: [...overlapping(10), 'page 10 of 200', 'token 2000/200 of 200'],
		},
		{
			total: 2500,
			limit: 2401,
			pageSize: 200,
			log: [
				...overlapping(10),
				'page 10 of 200',
				'token 2000/200 of 200',
				'token 2200/200 of 200',
				'token 2400/200 of 200',
			],
		},
		{
			total: 2000,
			limit: Infinity,
			pageSize: 200,
			log: [...overlapping(10), 'page 10 of 200'],
		},
		{ total: 1910, limit: Infinity, pageSize: 200, log: overlapping(10) },
		{ total: 0, limit: Infinity, pageSize: 200, log: pages(1, 1, 200) },
		{ total: 3, limit: 250, pageSize: 200, log: pages(1, 1, 126) },
		{ total: 250, limit: 250, pageSize: 200, log: ['page 1 of 126', 'page 2 of 125'] },
		{ total: 5, limit: 2, pageSize: 1, log: ['page 1 of 1', 'page 1 of 9'] },
	])('$total rows, limit $limit, page size $pageSize', async (given) => {
		const { fetchPage, log } = zoho(given.total);
		const rows = await readInOrder(fetchPage, given.limit, given.pageSize);
		expect(log).toEqual(given.log);
		expect(rows).toEqual(rowsOf(...range(1, Math.min(given.total, given.limit))));
	});
});

/** A list whose answers can be altered: a page in place of the right one, or undefined for that. */
function altered(
	rows: number,
	alter: (line: string, page: Page, answer: number) => Page | undefined,
	options: ModelOptions = {},
) {
	const list = new ListModel(rows, options);
	const fetchPage: FetchPage = async (request) => {
		const page = await list.fetchPage(request);
		return alter(lineOf(request), page, list.log.length) ?? page;
	};
	const read = async (limit: number, order?: 'asc' | 'desc', pageSize = 200) =>
		await readPages({ fetchPage, pageSize, idOrder: order, free: () => 10 }, limit);
	return { list, read };
}

const EMPTY: Page = { rows: [], moreRecords: false };

describe('answers that do not fit', () => {
	it('rows beyond the limit are cut off', async () => {
		const { read } = altered(300, () => ({ rows: rowsOf(1, 2, 3), moreRecords: false }));
		expect(idsOf((await read(2)).rows)).toEqual(['1', '2']);
	});

	it('a row twice on a page comes once', async () => {
		const { list, read } = altered(300, (_, page) => ({
			...page,
			rows: page.rows.flatMap((row) => [row, row]),
		}));
		expect(idsOf((await read(Infinity, 'asc')).rows)).toEqual(list.ids('asc'));
	});

	it.each([
		['once', 2, 'whole'],
		['three times', 4, 'whole'],
	])('an announced page that is empty %s comes on asking again', async (_, times, confidence) => {
		let left = Number(times) - 1;
		const { list, read } = altered(300, (line) =>
			line.startsWith('asc page 2 ') && left-- > 0 ? EMPTY : undefined,
		);
		const reading = await read(Infinity, 'asc');
		expect(idsOf(reading.rows)).toEqual(list.ids('asc'));
		expect(reading.confidence).toBe(confidence);
	});

	it('an announced page that stays empty, though there are rows: INVALID_RESPONSE', async () => {
		for (const order of ['asc', 'desc', undefined] as const) {
			const { read } = altered(300, (line) => (/page 2 /.test(line) ? EMPTY : undefined));
			const error = await rejected(read(order === 'asc' ? Infinity : 300, order));
			expect(error).toMatchObject({ code: 'INVALID_RESPONSE', resolution: expect.any(String) });
		}
	});

	it('a last page whose rows are all hidden, and which is answered by nothing, ends the list', async () => {
		// 300 rows of which the last 100 are hidden: page 1 announces more, page 2 is a 204.
		const hidden = new Set(range(200, 300).map((index) => String(index * 10)));
		const { list, read } = altered(
			300,
			(line, page) => (line.includes('page 2 ') && page.rows.length === 0 ? EMPTY : undefined),
			{ hidden },
		);
		const visible = list.ids('asc').filter((id) => !hidden.has(id));
		const reading = await read(Infinity, 'asc');
		expect(idsOf(reading.rows)).toEqual(visible);
		expect(reading.confidence).toBe('whole');
	});

	it('whole pages of hidden rows are no gap, and no sign of a change', async () => {
		const hidden = new Set(range(150, 450).map((index) => String(index * 10)));
		const { list, read } = altered(800, () => undefined, { hidden });
		for (const order of ['asc', 'desc'] as const) {
			const reading = await read(order === 'asc' ? Infinity : 700, order);
			expect(idsOf(reading.rows)).toEqual(
				list
					.ids(order)
					.filter((id) => !hidden.has(id))
					.slice(0, 700),
			);
			expect(reading.confidence).toBe('whole');
		}
	});

	it('a short page that does not say whether there are more is followed', async () => {
		const hidden = new Set(['100', '200']);
		const { list, read } = altered(
			300,
			(line, page) =>
				/page 1 /.test(line) ? { ...page, moreRecords: true, isGuess: true } : undefined,
			{ hidden },
		);
		const reading = await read(Infinity, 'asc');
		expect(idsOf(reading.rows)).toEqual(list.ids('asc').filter((id) => !hidden.has(id)));
	});

	it('a short page that does not say so, and is the last one, ends the list', async () => {
		const { list, read } = altered(30, (line, page) =>
			/page 1 /.test(line) ? { ...page, moreRecords: true, isGuess: true } : EMPTY,
		);
		expect(idsOf((await read(Infinity, 'asc')).rows)).toEqual(list.ids('asc'));
		expect(list.log).toHaveLength(2);
	});

	it('more rows without a token beyond the window: PAGE_TOKEN_MISSING', async () => {
		const { read } = altered(2600, (_, page) => ({ ...page, nextPageToken: undefined }));
		for (const order of ['desc', undefined] as const) {
			const error = await rejected(read(2600, order));
			expect(error).toMatchObject({ code: 'PAGE_TOKEN_MISSING', resolution: expect.any(String) });
		}
	});

	it('a token that comes again: PAGE_TOKEN_REPEATED', async () => {
		let token: string | undefined;
		const { read } = altered(2900, (line, page) => {
			if (!line.includes('token')) return undefined;
			token ??= page.nextPageToken;
			return { ...page, nextPageToken: token };
		});
		const error = await rejected(read(2900, 'desc'));
		expect(error).toMatchObject({ code: 'PAGE_TOKEN_REPEATED', resolution: expect.any(String) });
	});

	it.each([
		['the same rows', () => rowsOf(1, 2), 200],
		['no rows', () => [], 200],
		['the same rows on numbered pages', () => rowsOf(1, 2), 10],
	])('%s without end: INVALID_RESPONSE', async (_what, rowsAt, pageSize) => {
		let asked = 0;
		const fetchPage = async (): Promise<Page> => {
			asked += 1;
			return { rows: rowsAt(), moreRecords: true, nextPageToken: String(asked) };
		};
		const read = readPages({ fetchPage, pageSize, idOrder: 'asc', free: () => 10 }, Infinity);
		const error = await rejected(read);
		expect(error).toMatchObject({ code: 'INVALID_RESPONSE', resolution: expect.any(String) });
		expect(asked).toBeLessThan(60);
	});

	it('more rows than both ends reach, new ones without end: INVALID_RESPONSE', async () => {
		const { fetchPage } = zoho(2200);
		let tokens = 0;
		const endless: FetchPage = async (request) => {
			if ('page' in request) return await fetchPage(request);
			tokens += 1;
			if (tokens > 9) throw new Error('There is no end');
			const rows = rowsOf(...range(tokens * 50_000, tokens * 50_000 + 49_999));
			return { rows, moreRecords: true, nextPageToken: String(tokens) };
		};
		const error = await rejected(readInOrder(endless, Infinity, 200));
		expect(error).toMatchObject({ code: 'INVALID_RESPONSE', resolution: expect.any(String) });
	});

	it('a failure of a later page is the failure of the whole', async () => {
		const { read } = altered(600, (line) => {
			if (line.includes('page 2 ')) throw new Error('EXPIRED_VALUE');
			return undefined;
		});
		await expect(read(Infinity, 'asc')).rejects.toThrow('EXPIRED_VALUE');
	});
});

describe('a list that does not heed the order asked for', () => {
	it.each(['asc', 'desc'] as const)('is read in its own order, and sorted: %s', async (own) => {
		for (const order of ['asc', 'desc'] as const) {
			for (const limit of [7, 450, Infinity]) {
				const list = new ListModel(1000, { ignoresOrder: own });
				const reading = await readPages(
					{
						fetchPage: async (request) => await list.fetchPage(request),
						pageSize: 200,
						idOrder: order,
						free: () => 10,
					},
					limit,
				);
				expect(idsOf(reading.rows)).toEqual(list.ids(order).slice(0, limit));
			}
		}
	});

	it('loses no row when one is added while it is read', async () => {
		const changes = [[], [], [{ kind: 'create', at: 0.99999 } as const]];
		const list = new ListModel(1000, { ignoresOrder: 'desc', changes });
		const before = list.ids('asc');
		const { rows } = await readPages(
			{
				fetchPage: async (request) => await list.fetchPage(request),
				pageSize: 200,
				idOrder: 'desc',
				free: () => 10,
			},
			Infinity,
		);
		expect(idsOf(rows)).toEqual(expect.arrayContaining(before));
	});
});

describe('a list whose rows move when they are edited', () => {
	it.each([
		['nothing changed', 'desc', [], 'whole', 2],
		['nobody can tell', 'desc', undefined, 'unchecked', 2],
		['a row that was read', 'desc', ['3000'], 'whole', 2],
		['a row that was not read, each time', 'desc', ['7'], 'changed', 4],
		['a row that was not read, in no order by ID', undefined, ['7'], 'changed', 4],
	] as const)('%s, order %s', async (_, idOrder, ids, confidence, requests) => {
		const list = new ListModel(300);
		const reading = await readPages(
			{
				fetchPage: async (request) => await list.fetchPage(request),
				pageSize: 200,
				idOrder,
				isMovable: true,
				changes: async () => await Promise.resolve(ids && { ids, hasCreated: false }),
				free: () => 10,
			},
			300,
		);
		expect(reading.confidence).toBe(confidence);
		expect(idsOf(reading.rows).sort()).toEqual(list.ids('desc').sort());
		expect(list.log).toHaveLength(requests);
	});
});
