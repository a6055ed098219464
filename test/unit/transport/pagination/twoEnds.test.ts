import type { Row } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import {
	readPages,
	type FetchPage,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination';
import { rejected } from '../../../support/caught';
import { lineOf, ListModel } from './model';

const readAll = async (fetchPage: FetchPage, count: number | undefined): Promise<Row[]> =>
	await readPages(fetchPage, {
		limit: Infinity,
		pageSize: 200,
		idOrder: 'asc',
		count: async () => await Promise.resolve(count),
		free: () => 10,
	});

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id).join();
const lines = (list: ListModel, part: string) => list.log.filter((line) => line.includes(part));

/** A list whose requests can be answered otherwise; undefined: as they should be. */
function altered(
	list: ListModel,
	alter: (line: string, page: Awaited<ReturnType<FetchPage>>) => void,
) {
	const fetchPage: FetchPage = async (request) => {
		const page = await list.fetchPage(request);
		alter(lineOf(request), page);
		return page;
	};
	return fetchPage;
}

describe('a long list', () => {
	it.each([150_000, 199_999])('of %d rows is read from both ends', async (count) => {
		const list = new ListModel(count);
		const rows = await readAll(async (request) => await list.fetchPage(request), count);
		expect(idsOf(rows) === numbers(count).join()).toBe(true);
		expect(list.log.length).toBeLessThanOrEqual(Math.ceil(count / 200) + 2);
		expect(lines(list, 'asc').length).toBeLessThanOrEqual(500);
		expect(lines(list, 'desc').length).toBeLessThanOrEqual(501);
	});

	it.each([
		['more than both ends reach and meet', 200_000, 200_000],
		['more than one end reaches, without a count', 100_001, undefined],
	])('of %s ends with the error of Zoho', async (_, rows, count) => {
		const list = new ListModel(rows);
		const work = readAll(async (request) => await list.fetchPage(request), count);
		await expect(work).rejects.toThrow('PAGINATION_LIMIT_EXCEEDED');
		expect(list.log).toHaveLength(501);
	});
});

describe('what does not fit', () => {
	it.each([
		['more than there are', 6000],
		['fewer than there are', 4200],
		['as many as the pages that are read', 2400],
		['just above the window', 2001],
	])('a count of %s: the ascending end is read to the end', async (_, count) => {
		const list = new ListModel(5000);
		const rows = await readAll(async (request) => await list.fetchPage(request), count);
		expect(idsOf(rows)).toBe(numbers(5000).join());
		expect(lines(list, 'asc')).toHaveLength(25);
	});

	it('a row added after the first descending page: no further token from there', async () => {
		const changes = numbers(60).map((answer) => (answer === 18 ? (['add'] as const) : []));
		const list = new ListModel(9000, changes);
		const rows = await readAll(async (request) => await list.fetchPage(request), 9000);
		expect(idsOf(rows)).toBe(numbers(9001).join());
		expect(lines(list, 'desc token').length).toBeLessThan(10);
	});

	it('no tokens at all, where numbered pages suffice: they are not missed', async () => {
		const list = new ListModel(3999);
		const fetchPage = altered(list, (_, page) => delete page.nextPageToken);
		expect(idsOf(await readAll(fetchPage, 3999))).toBe(numbers(3999).join());
	});

	it('no tokens from one end: the other one goes on', async () => {
		const list = new ListModel(5000);
		const fetchPage = altered(list, (line, page) => {
			if (line.startsWith('asc')) delete page.nextPageToken;
		});
		expect(idsOf(await readAll(fetchPage, 5000))).toBe(numbers(5000).join());
		expect(lines(list, 'desc token')).toHaveLength(5 + 1);
	});

	it('no tokens from either end: PAGE_TOKEN_MISSING', async () => {
		const list = new ListModel(4001);
		const fetchPage = altered(list, (_, page) => delete page.nextPageToken);
		expect((await rejected(readAll(fetchPage, 4001))).code).toBe('PAGE_TOKEN_MISSING');
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
		expect((await rejected(readAll(fetchPage, 9000))).code).toBe('PAGE_TOKEN_REPEATED');
	});

	it('a failure of either end is the failure of the whole', async () => {
		for (const broken of ['asc page 7', 'desc page 1', 'desc page 10', 'desc token', 'first']) {
			const list = new ListModel(5000);
			const fetchPage = altered(list, (line) => {
				const name = line === 'desc page 1 of 1' ? 'first' : line;
				if (name.startsWith(broken)) throw new Error(`no ${broken}`);
			});
			await expect(readAll(fetchPage, 5000)).rejects.toThrow(`no ${broken}`);
		}
	});
});
