import fc from 'fast-check';
import type { Row } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import {
	readPages,
	type FetchPage,
	type Page,
	type PageRequest,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination';
import { rejected } from '../../../support/caught';

const WINDOW = 2000;

const readOneByOne = async (fetchPage: FetchPage, limit: number, pageSize: number) =>
	await readPages(fetchPage, { limit, pageSize, free: () => 10 });
const rowsOf = (...ids: number[]): Row[] => ids.map((id) => ({ id: String(id) }));
const idsOf = (rows: readonly Row[]) => rows.map((row) => row.id);
const range = (first: number, last: number) =>
	Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** 200 rows of a page, as no other page has them. */
const freshRows = (page: number) => rowsOf(...range(page * 200, page * 200 + 199));

/** `page 2 of 125` or `token abc of 125`, and both when both are sent. */
function line(request: PageRequest): string {
	const position = [
		...('page' in request ? [`page ${request.page}`] : []),
		...('pageToken' in request ? [`token ${request.pageToken}`] : []),
	];
	return `${position.join(' and ')} of ${request.perPage}`;
}

/** Gives one page after the other, and an error for one more than there are. */
function script(...pages: Page[]) {
	const log: string[] = [];
	const fetchPage = async (request: PageRequest): Promise<Page> => {
		const page = pages[log.length];
		log.push(line(request));
		if (page === undefined) throw new Error(`One request too many: ${log.join(', ')}`);
		return page;
	};
	return { fetchPage, log };
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

describe('every request of a list', () => {
	it.each([
		{ total: 5000, limit: 50, pageSize: 200, log: pages(1, 1, 50) },
		{ total: 5000, limit: 250, pageSize: 200, log: pages(1, 2, 125) },
		{ total: 5000, limit: 201, pageSize: 200, log: pages(1, 2, 101) },
		{ total: 5000, limit: 2000, pageSize: 200, log: pages(1, 10, 200) },
		{
			total: 5000,
			limit: 2000,
			pageSize: 150,
			log: [...pages(1, 13, 143), 'token 1859/143 of 143'],
		},
		{
			total: 5000,
			limit: 2001,
			pageSize: 200,
			log: [...pages(1, 10, 200), 'token 2000/200 of 200'],
		},
		{
			total: 2001,
			limit: Infinity,
			pageSize: 200,
			log: [...pages(1, 10, 200), 'token 2000/200 of 200'],
		},
		{
			total: 2200,
			limit: Infinity,
			pageSize: 150,
			log: [...pages(1, 13, 150), 'token 1950/150 of 150', 'token 2100/150 of 150'],
		},
		{
			total: 2500,
			limit: 2401,
			pageSize: 200,
			log: [
				...pages(1, 10, 200),
				'token 2000/200 of 200',
				'token 2200/200 of 200',
				'token 2400/200 of 200',
			],
		},
		{ total: 2000, limit: Infinity, pageSize: 200, log: pages(1, 10, 200) },
		{ total: 1999, limit: Infinity, pageSize: 200, log: pages(1, 10, 200) },
		{ total: 0, limit: Infinity, pageSize: 200, log: pages(1, 1, 200) },
		{ total: 3, limit: 250, pageSize: 200, log: pages(1, 1, 125) },
		{ total: 250, limit: 250, pageSize: 200, log: pages(1, 2, 125) },
		{ total: 5, limit: 2, pageSize: 1, log: pages(1, 2, 1) },
	])('$total rows, limit $limit, page size $pageSize', async (given) => {
		const { fetchPage, log } = zoho(given.total);
		const rows = await readOneByOne(fetchPage, given.limit, given.pageSize);
		expect(log).toEqual(given.log);
		expect(rows).toEqual(rowsOf(...range(1, Math.min(given.total, given.limit))));
	});

	it('gives the first rows of any list with the fewest requests', async () => {
		const total = fc.integer({ min: 0, max: 3000 });
		const limit = fc.oneof(
			fc.integer({ min: 1, max: 3200 }),
			fc.constantFrom(50, 1999, 2000, 2001, Infinity),
		);
		const pageSize = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.constantFrom(1, 150, 199, 200));
		await fc.assert(
			fc.asyncProperty(total, limit, pageSize, async (rowCount, wanted, size) => {
				const { fetchPage, log } = zoho(rowCount);
				const rows = await readOneByOne(fetchPage, wanted, size);
				const count = Math.min(rowCount, wanted);
				expect(idsOf(rows)).toEqual(range(1, count).map(String));
				const perPage = wanted > WINDOW ? size : Math.ceil(wanted / Math.ceil(wanted / size));
				expect(log).toHaveLength(Math.max(1, Math.ceil(count / perPage)));
				expect(new Set(log).size).toBe(log.length);
			}),
			{ numRuns: 60 },
		);
	});
});

describe('lists that change or go wrong', () => {
	it('a limit met exactly asks no more, though there is more', async () => {
		const { fetchPage, log } = script({ rows: rowsOf(1, 2), moreRecords: true });
		expect(await readOneByOne(fetchPage, 2, 200)).toEqual(rowsOf(1, 2));
		expect(log).toEqual(['page 1 of 2']);
	});

	it('a limit met exactly beyond the window asks no more', async () => {
		const { fetchPage, log } = zoho(5000);
		await readOneByOne(fetchPage, 2200, 200);
		expect(log).toEqual([...pages(1, 10, 200), 'token 2000/200 of 200']);
	});

	it('rows seen twice come once, where and as they came first', async () => {
		const again: Row = { id: '2', Name: 'later' };
		const { fetchPage, log } = script(
			{ rows: [{ id: '1' }, { id: '2', Name: 'first' }], moreRecords: true },
			{ rows: [again, { id: '3' }], moreRecords: false },
		);
		const rows = await readOneByOne(fetchPage, Infinity, 2);
		expect(rows).toEqual([{ id: '1' }, { id: '2', Name: 'first' }, { id: '3' }]);
		expect(log).toEqual(['page 1 of 2', 'page 2 of 2']);
	});

	it('rows seen twice do not count for the limit', async () => {
		const { fetchPage, log } = script(
			{ rows: rowsOf(1, 2), moreRecords: true },
			{ rows: rowsOf(2, 3), moreRecords: true },
			{ rows: rowsOf(4, 5), moreRecords: true },
		);
		expect(await readOneByOne(fetchPage, 4, 2)).toEqual(rowsOf(1, 2, 3, 4));
		expect(log).toEqual(['page 1 of 2', 'page 2 of 2', 'page 3 of 2']);
	});

	it('more rows on a page than asked for do not exceed the limit', async () => {
		const { fetchPage } = script({ rows: rowsOf(1, 2, 3), moreRecords: false });
		expect(await readOneByOne(fetchPage, 2, 200)).toEqual(rowsOf(1, 2));
	});

	it('an empty page that announces more is followed', async () => {
		const { fetchPage, log } = script(
			{ rows: rowsOf(1, 2), moreRecords: true },
			{ rows: [], moreRecords: true },
			{ rows: rowsOf(3), moreRecords: false },
		);
		expect(await readOneByOne(fetchPage, Infinity, 2)).toEqual(rowsOf(1, 2, 3));
		expect(log).toEqual(['page 1 of 2', 'page 2 of 2', 'page 3 of 2']);
	});

	it.each<[string, Page[], string[], string[]]>([
		[
			'comes on asking again',
			[
				{ rows: rowsOf(1, 2), moreRecords: true },
				{ rows: [], moreRecords: false },
				{ rows: rowsOf(1, 2), moreRecords: true },
				{ rows: rowsOf(3), moreRecords: false },
			],
			['1', '2', '3'],
			['page 1 of 2', 'page 2 of 2', 'page 1 of 2', 'page 2 of 2'],
		],
		[
			'is gone, as the page before tells',
			[
				{ rows: rowsOf(1, 2), moreRecords: true },
				{ rows: [], moreRecords: false },
				{ rows: rowsOf(1, 2), moreRecords: false },
			],
			['1', '2'],
			['page 1 of 2', 'page 2 of 2', 'page 1 of 2'],
		],
	])('an announced page that is empty %s', async (_what, answers, ids, expected) => {
		const { fetchPage, log } = script(...answers);
		expect(idsOf(await readOneByOne(fetchPage, Infinity, 2))).toEqual(ids);
		expect(log).toEqual(expected);
	});

	it('an announced page that stays empty: INVALID_RESPONSE, not the end', async () => {
		const fetchPage = async (request: PageRequest): Promise<Page> => {
			const isFirst = 'page' in request && request.page === 1;
			return { rows: isFirst ? rowsOf(1) : [], moreRecords: isFirst };
		};
		const error = await rejected(readOneByOne(fetchPage, Infinity, 1));
		expect(error.code).toBe('INVALID_RESPONSE');
		expect(error.resolution).not.toBe('');
	});

	it('a short page that announces more is followed', async () => {
		const { fetchPage } = script(
			{ rows: rowsOf(1), moreRecords: true },
			{ rows: rowsOf(2), moreRecords: false },
		);
		expect(await readOneByOne(fetchPage, Infinity, 200)).toEqual(rowsOf(1, 2));
	});

	it('a token without more records is not followed', async () => {
		const { fetchPage, log } = script({ rows: rowsOf(1), moreRecords: false, nextPageToken: 't' });
		expect(await readOneByOne(fetchPage, Infinity, 200)).toEqual(rowsOf(1));
		expect(log).toHaveLength(1);
	});

	/** Ten pages by number, then these by token. */
	const beyond = (...tail: Page[]) =>
		script(
			...range(1, 10).map((page) => ({
				rows: rowsOf(page),
				moreRecords: true,
				nextPageToken: page === 10 ? 'A' : 'early',
			})),
			...tail,
		);

	it('the token of the last page within the window leads on, then each next one', async () => {
		const { fetchPage, log } = beyond(
			{ rows: rowsOf(11), moreRecords: true, nextPageToken: 'B' },
			{ rows: rowsOf(12), moreRecords: false },
		);
		expect(await readOneByOne(fetchPage, Infinity, 200)).toHaveLength(12);
		expect(log).toEqual([...pages(1, 10, 200), 'token A of 200', 'token B of 200']);
	});

	it('more rows without a token beyond the window: PAGE_TOKEN_MISSING', async () => {
		const first = script(
			...range(1, 10).map((page) => ({ rows: rowsOf(page), moreRecords: true })),
		);
		const error = await rejected(readOneByOne(first.fetchPage, Infinity, 200));
		expect(error.code).toBe('PAGE_TOKEN_MISSING');
		expect(error.resolution).not.toBe('');
		expect(first.log).toHaveLength(10);

		const later = beyond({ rows: rowsOf(11), moreRecords: true });
		expect((await rejected(readOneByOne(later.fetchPage, Infinity, 200))).code).toBe(
			'PAGE_TOKEN_MISSING',
		);
		expect(later.log.at(-1)).toBe('token A of 200');
	});

	it.each([
		['at once', ['A']],
		['after another', ['B', 'A']],
	])('a token that comes back %s: PAGE_TOKEN_REPEATED', async (_when, tokens) => {
		const { fetchPage, log } = beyond(
			...tokens.map((nextPageToken, index) => ({
				rows: rowsOf(11 + index),
				moreRecords: true,
				nextPageToken,
			})),
		);
		const error = await rejected(readOneByOne(fetchPage, Infinity, 200));
		expect(error.code).toBe('PAGE_TOKEN_REPEATED');
		expect(error.resolution).not.toBe('');
		expect(log).toHaveLength(10 + tokens.length);
	});

	it.each([
		['the same rows', () => rowsOf(1, 2), 10],
		['no rows', () => [], 10],
		['new rows beyond all that Zoho gives', (page: number) => freshRows(page), 1001],
	])('%s without end: INVALID_RESPONSE', async (_what, rowsAt, most) => {
		let asked = 0;
		const fetchPage = async (): Promise<Page> => {
			asked += 1;
			return { rows: rowsAt(asked), moreRecords: true, nextPageToken: String(asked) };
		};
		const error = await rejected(readOneByOne(fetchPage, Infinity, 200));
		expect(error).toMatchObject({
			code: 'INVALID_RESPONSE',
			resolution: expect.stringMatching(/./),
		});
		expect(asked).toBeLessThanOrEqual(most + 1);
	});

	it('a failure of a later page is the failure of the whole', async () => {
		const failing = async (request: PageRequest): Promise<Page> => {
			if ('page' in request && request.page === 2) throw new Error('EXPIRED_VALUE');
			return { rows: rowsOf(1), moreRecords: true };
		};
		await expect(readOneByOne(failing, Infinity, 200)).rejects.toThrow('EXPIRED_VALUE');
	});
});
