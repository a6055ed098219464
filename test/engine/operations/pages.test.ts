import { emptyDataset, known, type Dataset, type LoggedRequest } from '../../support/sandbox';
import { openBench, related, type Bench, type BenchOptions } from './fixture';

const ON_ERROR = { onError: 'continueErrorOutput' } as const;

/** A parent for each length of list, and its id by that length. */
function lists(...lengths: number[]): { dataset: Dataset; idOf: (length: number) => string } {
	const builder = emptyDataset();
	const ids = new Map(
		lengths.map((length) => [length, builder.withRelated('Campaigns', 'Leads', length)]),
	);
	return { dataset: builder.build(), idOf: (length) => ids.get(length) ?? '' };
}

/** `page 2`, `asc page 2`, `asc token`, `changes`, or `count`. */
function lineOf({ path, query, headers }: LoggedRequest): string {
	if (headers['if-modified-since'] !== undefined && query.fields?.endsWith('Modified_Time')) {
		return 'changes';
	}
	if (path.endsWith('get_related_records_count')) return 'count';
	if (query.page_token !== undefined) return `${query.sort_order} token`;
	return `${query.sort_order} page ${query.page}`;
}

const numbers = (from: number, to: number) =>
	Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
const pages = (order: string, from: number, to: number) =>
	numbers(from, to).map((page) => `${order} page ${page}`);
const times = (count: number, line: string) => Array.from({ length: count }, () => line);

const LENGTHS = [0, 1, 200, 201, 650, 2000, 2001, 2100, 3999, 4000, 4001, 5000, 20_000];
const { dataset, idOf } = lists(...LENGTHS);

describe('the pages of a list', () => {
	let bench: Bench;

	const open = async (options: BenchOptions = {}) => {
		bench = await openBench({ dataset, ...options });
	};
	beforeAll(async () => await open());
	afterEach(() => {
		bench.sandbox.log.clear();
		bench.sandbox.faults.clear();
	});
	afterAll(async () => await bench.close());

	const members = (length: number, more = {}) => related('Campaigns', idOf(length), 'Leads', more);
	const lines = () => bench.sandbox.log.crm().map(lineOf);
	const idsOf = (length: number, order = 'desc') => {
		const ids = bench.sandbox.data
			.relatedRows('Campaigns', idOf(length), 'Leads')
			.map(({ id }) => id)
			.sort();
		return order === 'asc' ? ids : ids.reverse();
	};
	const read = async (...parameters: Parameters<typeof members>) => {
		const { json, hints, error } = await bench.run(members(...parameters));
		expect(error).toBeUndefined();
		return { ids: json.map(({ id }) => id).join(), hints };
	};

	describe('all of them', () => {
		it.each(LENGTHS)(
			'%d rows: exactly, with a call for each 200, a count, and at most two',
			async (n) => {
				const { ids, hints } = await read(n, { returnAll: true });
				expect(ids).toBe(idsOf(n).join());
				const needed = Math.max(1, Math.ceil(n / 200)) + 1;
				expect(lines().length).toBeGreaterThanOrEqual(needed);
				expect(lines().length).toBeLessThanOrEqual(needed + 2);
				expect(hints.filter((hint) => /Zoho counted|changed while/.test(hint))).toEqual([]);
			},
		);

		it.each<[number, string[]]>([
			[1, ['asc page 1', 'count']],
			[650, [...pages('asc', 1, 4), 'count']],
			[2000, [...pages('asc', 1, 10), 'asc page 10', 'count']],
			[2001, [...pages('asc', 1, 6), 'count', ...pages('desc', 1, 5)]],
			[
				3999,
				[...pages('asc', 1, 10), 'asc page 10', 'count', ...pages('desc', 1, 10), 'desc page 10'],
			],
			[4000, [...pages('asc', 1, 10), ...times(2, 'count'), ...pages('desc', 1, 10), 'asc token']],
		])(
			'%d rows: these requests, the first page and the count before all others',
			async (n, expected) => {
				await read(n, { returnAll: true });
				expect(lines().slice(0, 2).sort()).toEqual(['asc page 1', 'count']);
				expect(lines().sort()).toEqual([...expected].sort());
			},
		);

		it('5,000 rows: from both ends, and a page more to see that they have met', async () => {
			await read(5000, { returnAll: true });
			const tokens = lines().filter((line) => line.endsWith('token'));
			expect(tokens).toHaveLength(5 + 1);
			expect(new Set(tokens)).toEqual(new Set(['asc token', 'desc token']));
			const others = [...pages('asc', 1, 10), ...pages('desc', 1, 10), ...times(2, 'count')];
			expect(
				lines()
					.filter((line) => !line.endsWith('token'))
					.sort(),
			).toEqual(others.sort());
		});

		it('without Created Time: asks for rows created since', async () => {
			const { ids } = await read(4001, { returnAll: true, fields: ['Last_Name'] });
			expect(ids).toBe(idsOf(4001).join());
			expect(lines().filter((line) => line === 'changes')).toHaveLength(1);
		});

		it.each(['v7', 'v6'])(
			'%s: counted when the first page says that there are more',
			async (apiVersion) => {
				await read(200, { returnAll: true, options: { apiVersion } });
				expect(lines()).toEqual(['asc page 1']);
				bench.sandbox.log.clear();
				const { ids } = await read(4001, { returnAll: true, options: { apiVersion } });
				expect(ids).toBe(idsOf(4001).join());
				expect(lines().slice(0, 2)).toEqual(['asc page 1', 'count']);
				expect(lines()).toHaveLength(Math.ceil(4001 / 200) + 2);
			},
		);

		it('5,000 rows: what the tokens hang on goes before the other pages', async () => {
			await read(5000, { returnAll: true, options: { maxConcurrentRequests: 2 } });
			expect(lines().slice(2, 4).sort()).toEqual(['asc page 10', 'desc page 10']);
			for (const token of ['asc token', 'desc token']) {
				expect(lines()).toContain(token);
				expect(lines().lastIndexOf(token)).toBeLessThan(lines().indexOf('desc page 1'));
			}
		});

		it('come in ascending order when that is asked for', async () => {
			const options = { sortBy: 'id', sortOrder: 'asc' };
			const { ids } = await read(5000, { returnAll: true, options });
			expect(ids).toBe(idsOf(5000, 'asc').join());
		});

		it('are not counted with converted records among others', async () => {
			const { ids } = await read(2100, { returnAll: true, options: { converted: 'both' } });
			expect(ids).toBe(idsOf(2100).join());
			expect(lines()).not.toContain('count');
			expect(lines().length).toBeLessThanOrEqual(11 + 3);
		});

		it.each([
			['650', 650, 4],
			['201', 201, 2],
		])('%s rows without a count: at most two pages in vain', async (_, n, needed) => {
			await read(n, { returnAll: true, options: { converted: 'both' } });
			expect(lines().length).toBeLessThanOrEqual(needed + 2);
		});

		it('are counted as the option says', async () => {
			await read(650, { returnAll: true, options: { converted: 'true' } });
			const bodies = bench.sandbox.log.crm('count').map(({ body }) => JSON.parse(body) as unknown);
			expect(bodies).toEqual([
				{
					get_related_records_count: [
						{ related_list: { api_name: 'Leads' }, params: { converted: true } },
					],
				},
			]);
		});

		it.each(['Created_Time', 'Modified_Time'])('by %s are read one by one', async (sortBy) => {
			await read(650, { returnAll: true, options: { sortBy } });
			const last = sortBy === 'Modified_Time' ? ['changes'] : [];
			expect(lines()).toEqual([...pages('desc', 1, 4), ...last]);
		});

		it('that were modified are read one by one, and not counted', async () => {
			const options = { modifiedSince: '2000-01-01T00:00:00Z' };
			await read(650, { returnAll: true, options });
			expect(lines()).toEqual(pages('asc', 1, 4));
		});

		it('one by one when only one request at a time is allowed', async () => {
			const options = { maxConcurrentRequests: 1 };
			const { ids } = await read(650, { returnAll: true, options });
			expect(ids).toBe(idsOf(650).join());
			expect(lines()).toEqual(pages('asc', 1, 4));
		});

		it('of many input items are not counted, and none is asked for in vain', async () => {
			const input = Array.from({ length: 30 }, () => ({ id: idOf(201) }));
			const parameters = { ...related('Campaigns', '={{ $json.id }}', 'Leads'), returnAll: true };
			const { json } = await bench.run(parameters, { input });
			expect(json).toHaveLength(30 * 201);
			const crowded = lines().slice(0, 30);
			expect(crowded).not.toContain('asc page 3');
			expect(lines().filter((line) => line === 'asc page 1')).toHaveLength(30);
			expect(lines().length).toBeLessThanOrEqual(30 * 2 + 10 * 2);
		});
	});

	describe('a count that is refused', () => {
		const REFUSALS: [string, object][] = [
			['no scope', { status: 401, body: { code: 'OAUTH_SCOPE_MISMATCH', status: 'error' } }],
			['no permission', { status: 403, body: { code: 'NO_PERMISSION', status: 'error' } }],
			['a fault', { status: 500, body: { code: 'INTERNAL_ERROR', status: 'error' } }],
			['too many requests', { status: 429, body: { code: 'TOO_MANY_REQUESTS', status: 'error' } }],
			['not for this list', { status: 207, body: { get_related_records_count: [{ code: 'X' }] } }],
			['a page of a proxy', { status: 200, body: '<html>' }],
			['nothing', { status: 204 }],
		];

		it.each(REFUSALS)('is not missed, and not asked for again: %s', async (_, reply) => {
			bench.sandbox.faults.add({
				match: { path: 'get_related_records_count' },
				times: Infinity,
				reply: reply as { status: number },
			});
			const input = [{}, {}];
			const { json, error } = await bench.run(
				{ ...members(2100), returnAll: true, options: { maxConcurrentRequests: 25 } },
				{ input },
			);
			expect(error).toBeUndefined();
			const expected = idsOf(2100);
			expect(json.map(({ id }) => id).join()).toBe([...expected, ...expected].join());
			expect(lines().filter((line) => line === 'count').length).toBeLessThanOrEqual(2);
			expect(bench.sandbox.log.token()).toEqual([]);
		});

		it('for an expired token is asked for again with the new one', async () => {
			bench.sandbox.tokens.expireAccessTokens();
			const { ids } = await read(4000, { returnAll: true });
			expect(ids).toBe(idsOf(4000).join());
			expect(bench.sandbox.log.token()).toHaveLength(1);
			expect(lines()).toContain('desc page 10');
		});
	});

	describe('a limit', () => {
		it.each([
			[50, 1],
			[200, 1],
			[201, 2],
			[788, 4],
		])('of %d takes %d calls, one after the other', async (limit, calls) => {
			const { ids } = await read(5000, { limit });
			expect(ids).toBe(idsOf(5000).slice(0, limit).join());
			expect(lines()).toEqual(pages('desc', 1, calls));
		});

		it.each([
			[1000, 6],
			[2000, 11],
		])('of %d overlaps, with one page more than it holds', async (limit, calls) => {
			const { ids } = await read(5000, { limit });
			expect(ids).toBe(idsOf(5000).slice(0, limit).join());
			expect(lines()).toHaveLength(calls);
		});

		it('of 2,000 on a short list asks for at most two pages more', async () => {
			const { ids } = await read(650, { limit: 2000 });
			expect(ids).toBe(idsOf(650).join());
			expect(lines().length).toBeLessThanOrEqual(4 + 2);
		});

		it('in ascending order overlaps, too', async () => {
			const options = { sortOrder: 'asc' };
			const { ids } = await read(5000, { limit: 1000, options });
			expect(ids).toBe(idsOf(5000, 'asc').slice(0, 1000).join());
			expect(lines().sort()).toEqual(pages('asc', 1, 6).sort());
		});

		it('beyond 2,000 goes on by token, as far as it has to', async () => {
			const { ids } = await read(5000, { limit: 2600 });
			expect(ids).toBe(idsOf(5000).slice(0, 2600).join());
			expect(lines().sort()).toEqual(
				[
					...pages('desc', 1, 10),
					'desc page 10',
					...times(2, 'count'),
					'changes',
					...times(3, 'desc token'),
				].sort(),
			);
		});
	});

	describe('while rows change', () => {
		const add = (page: string, order: string) =>
			bench.sandbox.faults.add({
				match: { query: { page, sort_order: order } },
				then: ({ data }) => data.addRelated('Campaigns', idOf(2100), 'Leads'),
			});
		beforeEach(async () => {
			await bench.close();
			await open();
		});

		it.each(['1', '2', '7', '10'])('a row added at page %s costs none', async (page) => {
			const before = idsOf(2100);
			add(page, 'asc');
			const { ids } = await read(2100, { returnAll: true });
			expect(
				ids
					.split(',')
					.filter((id) => before.includes(id))
					.join(),
			).toBe(before.join());
		});

		it('a row added to a limited read costs none of those that were there', async () => {
			const before = idsOf(2100);
			add('4', 'desc');
			const { ids, hints } = await read(2100, { limit: 2000 });
			expect(ids.split(',').filter((id) => before.includes(id))).toEqual(
				before.slice(0, ids.split(',').filter((id) => before.includes(id)).length),
			);
			expect(hints.filter((hint) => hint.includes('changed while'))).toEqual([]);
		});

		it('says when the count is not what was read', async () => {
			bench.sandbox.faults.add({
				match: { query: { page: '2' } },
				then: ({ data }) => {
					for (const id of idsOf(650).slice(0, 3)) {
						data.removeRelated('Campaigns', idOf(650), 'Leads', id);
					}
				},
			});
			const { hints } = await read(650, { returnAll: true });
			expect(hints).toContainEqual(
				expect.stringContaining('Zoho counted 650 rows but 647 were read. Rows were'),
			);
		});

		it('rows deleted at the end are no error', async () => {
			bench.sandbox.faults.add({
				match: { query: { page: '4' } },
				then: ({ data }) => {
					for (const id of idsOf(650).slice(0, 80)) {
						data.removeRelated('Campaigns', idOf(650), 'Leads', id);
					}
				},
			});
			const { ids } = await read(650, { returnAll: true });
			const left = idsOf(650);
			expect(
				ids
					.split(',')
					.filter((id) => left.includes(id))
					.join(),
			).toBe(left.join());
		});

		it('two ends that do not fit the count: the list is read again', async () => {
			const gone = idsOf(5000)[2500] ?? '';
			bench.sandbox.faults.add({
				match: { query: { page: '10', sort_order: 'desc' } },
				then: ({ data }) => data.removeRelated('Campaigns', idOf(5000), 'Leads', gone),
			});
			const { ids } = await read(5000, { returnAll: true });
			expect(ids).toBe(idsOf(5000).join());
			expect(lines().filter((line) => line === 'count').length).toBeGreaterThan(2);
		});
	});

	describe('a wrong answer', () => {
		it('without rows in the middle is asked for again', async () => {
			bench.sandbox.faults.add({ match: { query: { page: '2' } }, reply: { status: 204 } });
			const { ids } = await read(650, { returnAll: true });
			expect(ids).toBe(idsOf(650).join());
		});

		it('that stays without rows is an error, not the end of the list', async () => {
			bench.sandbox.faults.add({
				match: { query: { page: '2' } },
				times: Infinity,
				reply: { status: 204 },
			});
			const run = await bench.run(members(650, { returnAll: true }), ON_ERROR);
			expect(run.output).toEqual([]);
			expect(run.errorOutput.map(({ json }) => json.error)).toEqual([
				expect.objectContaining({ code: 'INVALID_RESPONSE', recordId: idOf(650) }),
			]);
		});

		it('of one page fails the item only, and no page is asked for afterwards', async () => {
			bench.sandbox.faults.add({
				match: { query: { page: '3' } },
				reply: { status: 403, body: { code: 'NO_PERMISSION', status: 'error', details: {} } },
			});
			const run = await bench.run(
				{ ...related('Campaigns', '={{ $json.id }}', 'Leads'), returnAll: true },
				{ ...ON_ERROR, input: [{ id: idOf(20_000) }, { id: idOf(1) }] },
			);
			expect(run.errorOutput.map(({ json }) => json.error)).toEqual([
				expect.objectContaining({ code: 'NO_PERMISSION', recordId: idOf(20_000) }),
			]);
			expect(run.output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
			expect(lines().length).toBeLessThan(40);
		});
	});
});

describe('more fields than fit one request', () => {
	it('are read at the same time, with one count, and merged by row', async () => {
		const bench = await openBench();
		const { list, count, fieldCount } = known.customModule;
		const parameters = related('Accounts', known.account.id, list, {
			fields: [],
			returnAll: true,
		});
		const { json } = await bench.run(parameters);
		expect(json).toHaveLength(count);
		expect(Object.keys(json[0] ?? {}).length).toBeGreaterThan(120);
		const requests = bench.sandbox.log.crm('Vehicles5').filter(({ query }) => query.page === '1');
		expect(requests.flatMap(({ query }) => query.fields?.split(',') ?? [])).toHaveLength(
			fieldCount,
		);
		expect(bench.sandbox.log.crm('get_related_records_count')).toHaveLength(1);
		await bench.close();
	});
});
