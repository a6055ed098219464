import type { Row } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import {
	readChained,
	type Page,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination';
import { rejected } from '../../../support/caught';

const rowsOf = (...ids: number[]): Row[] => ids.map((id) => ({ id: String(id) }));
const page = (rows: Row[], nextPageToken?: string): Page => ({
	rows,
	moreRecords: nextPageToken !== undefined,
	nextPageToken,
});
const EMPTY = page([]);

/** A chain whose pages are answered by their tokens, in turn where there are several answers. */
function chain(answers: Readonly<Record<string, Page | readonly Page[]>>) {
	const log: string[] = [];
	const fetchPage = async (token = 'first'): Promise<Page> => {
		const asked = log.filter((line) => line === token).length;
		log.push(token);
		const found = [answers[token] ?? []].flat();
		const answer = found[Math.min(asked, found.length - 1)];
		if (answer === undefined) throw new Error(`There is no page ${token}`);
		return await Promise.resolve(answer);
	};
	return { fetchPage, log };
}

describe('every request and row', () => {
	const three = {
		first: page(rowsOf(1, 2), 'a'),
		a: page(rowsOf(2, 3), 'b'),
		b: page(rowsOf(4)),
	};

	it.each([
		['all', Infinity, three, ['first', 'a', 'b'], [1, 2, 3, 4]],
		['a limit within the first page', 1, three, ['first'], [1]],
		['a limit at the end of a page', 3, three, ['first', 'a'], [1, 2, 3]],
		['no rows', Infinity, { first: EMPTY }, ['first'], []],
		[
			'a page of rows that came before',
			Infinity,
			{ first: page(rowsOf(1), 'a'), a: page(rowsOf(1), 'b'), b: page(rowsOf(2)) },
			['first', 'a', 'b'],
			[1, 2],
		],
		[
			'an empty page that announces more',
			Infinity,
			{ first: page(rowsOf(1), 'a'), a: page([], 'b'), b: page(rowsOf(2)) },
			['first', 'a', 'b'],
			[1, 2],
		],
		[
			'a page that is empty once',
			Infinity,
			{ first: page(rowsOf(1), 'a'), a: [EMPTY, page(rowsOf(2))] },
			['first', 'a', 'first', 'a'],
			[1, 2],
		],
		[
			'a page that stays empty though it is announced',
			Infinity,
			{ first: page(rowsOf(1), 'a'), a: page(rowsOf(2), 'b'), b: EMPTY } as const,
			['first', 'a', 'b', 'a', 'b', 'a', 'b', 'a', 'b'],
			'INVALID_RESPONSE',
		],
		[
			'a page whose rows were deleted, as the page before tells',
			Infinity,
			{ first: page(rowsOf(1), 'a'), a: [page(rowsOf(2), 'b'), page(rowsOf(2))], b: EMPTY },
			['first', 'a', 'b', 'a'],
			[1, 2],
		],
		[
			'more rows without a token',
			Infinity,
			{ first: { rows: rowsOf(1), moreRecords: true } },
			['first'],
			'PAGE_TOKEN_MISSING',
		],
		[
			'a token that comes again',
			Infinity,
			{ first: page(rowsOf(1), 'a'), a: page(rowsOf(2), 'a') },
			['first', 'a'],
			'PAGE_TOKEN_REPEATED',
		],
	] as const)('%s', async (_, limit, answers, log, expected) => {
		const made = chain(answers);
		const reading = readChained(made.fetchPage, limit);
		if (typeof expected === 'string') {
			const error = await rejected(reading);
			expect(error).toMatchObject({ code: expected, resolution: expect.any(String) });
		} else {
			expect((await reading).rows).toEqual(rowsOf(...expected));
		}
		expect(made.log).toEqual(log);
	});
});

it('a row that comes again stays as it came first, and is none that a limit leaves out', async () => {
	const versions = (...names: string[]): Row[] => names.map((Name) => ({ id: '1', Name }));
	const two = chain({
		first: page(versions('old'), 'a'),
		a: page([...versions('new'), ...rowsOf(2)]),
	});
	expect(await readChained(two.fetchPage, Infinity)).toEqual({
		rows: [...versions('old'), ...rowsOf(2)],
		hasMore: false,
	});
	const twice = chain({ first: page(versions('old', 'new')) });
	expect(await readChained(twice.fetchPage, 1)).toEqual({ rows: versions('old'), hasMore: false });
});

it.each([
	['the same rows', () => rowsOf(1), 11],
	['no rows', () => [], 10],
])('%s without end: INVALID_RESPONSE', async (_, rowsAt, requests) => {
	let asked = 0;
	const fetchPage = async (): Promise<Page> => {
		asked += 1;
		return await Promise.resolve(page(rowsAt(), String(asked)));
	};
	const error = await rejected(readChained(fetchPage, Infinity));
	expect(error).toMatchObject({ code: 'INVALID_RESPONSE', resolution: expect.any(String) });
	expect(asked).toBe(requests);
});

it('new rows without end: INVALID_RESPONSE', async () => {
	let asked = 0;
	const fetchPage = async (): Promise<Page> => {
		asked += 1;
		if (asked > 9) throw new Error('There is no end');
		const rows = Array.from({ length: 50_000 }, (_, index) => ({ id: `${asked}-${index}` }));
		return await Promise.resolve(page(rows, String(asked)));
	};
	const error = await rejected(readChained(fetchPage, Infinity));
	expect(error).toMatchObject({ code: 'INVALID_RESPONSE' });
	expect(asked).toBe(5);
});

it('a failure of a later page is the failure of the whole', async () => {
	const { fetchPage } = chain({ first: page(rowsOf(1), 'gone') });
	await expect(readChained(fetchPage, Infinity)).rejects.toThrow('There is no page gone');
});
