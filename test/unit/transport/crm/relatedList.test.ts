import type { JsonObject, Row } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import type { ZohoRequest } from '../../../../nodes/ZohoCrmRelatedRecords/transport/request';
import type { RelatedListRead } from '../../../../nodes/ZohoCrmRelatedRecords/transport/crm/fieldGroups';
import { readRelatedList as readWithCount } from '../../../../nodes/ZohoCrmRelatedRecords/transport/crm/relatedList';
import { rejected } from '../../../support/caught';
import { body, FakeClient } from '../fakeClient';

const READ: RelatedListRead = {
	version: 'v8',
	module: 'Leads',
	recordId: '7',
	relatedList: 'Products',
	fields: ['Name'],
	limit: 50,
	pageSize: 200,
};

const readRelatedList = async (client: FakeClient, read: RelatedListRead) =>
	(await readWithCount(client, read)).rows;
const fieldsNamed = (count: number) => Array.from({ length: count }, (_, index) => `F${index}`);
const idsOf = (rows: readonly Row[]) => rows.map((row) => row.id);
const count = (text = '') => (text === '' ? 0 : text.split(',').length);

/**
 * A related list: ids, sorting, fields and pages as Zoho reads them. A field's value tells its row.
 * @param ids of the rows; asked for anew with each request, so that a test can change them
 */
function listOf(ids: () => readonly string[], values: (id: string) => JsonObject = () => ({})) {
	return new FakeClient(({ query = {} }: ZohoRequest) => {
		const chosen = query.ids?.split(',');
		const all = ids().filter((id) => chosen === undefined || chosen.includes(id));
		const rows = all.map((id) => ({ ...values(id), id })).sort(by(query.sort_by, query.sort_order));
		const perPage = Number(query.per_page);
		const start = (Number(query.page) - 1) * perPage;
		const page = rows.slice(start, start + perPage);
		if (page.length === 0) return undefined;
		const names = (query.fields ?? '').split(',');
		return body(
			page.map((row) => ({ ...pick(row, names), id: row.id })),
			{ more_records: start + perPage < rows.length },
		);
	});
}

function pick(row: Row, names: readonly string[]): JsonObject {
	return Object.fromEntries(names.map((name) => [name, row[name] ?? `${name} of ${row.id}`]));
}

function by(key = 'id', order = 'desc') {
	const sign = order === 'asc' ? 1 : -1;
	const text = (row: Row) => (key === 'id' ? row.id.padStart(20, '0') : String(row[key]));
	return (a: Row, b: Row) => sign * (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0);
}

describe('one request', () => {
	it('names version, module, record, list, fields, order and page', async () => {
		const client = listOf(() => ['1', '2']);
		expect(await readRelatedList(client, READ)).toEqual([
			{ id: '2', Name: 'Name of 2' },
			{ id: '1', Name: 'Name of 1' },
		]);
		expect(client.log).toEqual([
			'v8/Leads/7/Products?fields=Name&page=1&per_page=50&sort_by=id&sort_order=desc',
		]);
		expect(client.requests[0]).toMatchObject({
			headers: {},
			subject: { module: 'Leads', recordId: '7', relatedList: 'Products' },
			scope: 'ZohoCRM.modules.READ',
		});
	});

	it('carries the options', async () => {
		const client = listOf(() => ['1']);
		await readRelatedList(client, {
			...READ,
			version: 'v6',
			sortBy: 'Modified_Time',
			sortOrder: 'asc',
			converted: 'both',
			modifiedSince: '2026-01-31T09:00:00+01:00',
			ids: ['1', '2'],
		});
		expect(client.log).toEqual([
			'v6/Leads/7/Products?converted=both&fields=Name&ids=1,2&page=1&per_page=50' +
				'&sort_by=Modified_Time&sort_order=asc',
		]);
		expect(client.requests[0]?.headers).toEqual({
			'If-Modified-Since': '2026-01-31T09:00:00+01:00',
		});
	});

	it.each(['Activities_Chronological_View', 'Activities_Chronological_View_History'])(
		'%s keeps its own order',
		async (relatedList) => {
			const client = listOf(() => ['1']);
			await readRelatedList(client, { ...READ, relatedList });
			expect(client.log).toEqual([`v8/Leads/7/${relatedList}?fields=Name&page=1&per_page=50`]);
		},
	);

	it('a chronological list is sorted where that was asked for', async () => {
		const client = listOf(() => ['1']);
		const relatedList = 'Activities_Chronological_View';
		await readRelatedList(client, { ...READ, relatedList, sortBy: 'Modified_Time' });
		expect(client.log).toEqual([
			`v8/Leads/7/${relatedList}?fields=Name&page=1&per_page=50` +
				'&sort_by=Modified_Time&sort_order=desc',
		]);
	});

	it.each([
		['Notes', 'ZohoCRM.modules.READ and ZohoCRM.modules.notes.READ'],
		['Attachments', 'ZohoCRM.modules.READ and ZohoCRM.modules.attachments.READ'],
		['Emails', 'ZohoCRM.modules.READ and ZohoCRM.modules.emails.READ'],
		['constructor', 'ZohoCRM.modules.READ'],
	])('%s takes %s', async (relatedList, scope) => {
		const client = listOf(() => []);
		await readRelatedList(client, { ...READ, relatedList });
		expect(client.requests[0]?.scope).toBe(scope);
	});

	it('nothing related is no row', async () => {
		const client = listOf(() => []);
		expect(await readRelatedList(client, READ)).toEqual([]);
		expect(client.log).toHaveLength(1);
	});
});

describe('an answer that holds no rows', () => {
	it.each<[string, JsonObject]>([
		['no data', { info: {} }],
		['data that is no array', { data: {} }],
		['Emails in their own shape', { Emails: [], info: {} }],
		['a row without an id', body([{ Name: 'x' }])],
		['a row with an empty id', body([{ id: '' }])],
		['a row that is null', body([null])],
	])('%s: INVALID_RESPONSE', async (_what, answer) => {
		const error = await rejected(readRelatedList(new FakeClient(() => answer), READ));
		expect(error).toMatchObject({
			code: 'INVALID_RESPONSE',
			httpStatusCode: 200,
			subject: { module: 'Leads', recordId: '7', relatedList: 'Products' },
		});
	});

	it('rows without info are the last ones', async () => {
		const client = new FakeClient(() => ({ data: [{ id: '1' }] }));
		expect(idsOf(await readRelatedList(client, { ...READ, limit: Infinity }))).toEqual(['1']);
		// Rows may be hidden from a short page: only the next one tells.
		expect(client.log).toHaveLength(2);
	});
});

/** Rows of a page by their places in the list; those by token come after 2,000. */
function pageOfRows({ page, per_page = '200', sort_order }: Record<string, string>) {
	const size = Number(per_page);
	const start = page === undefined ? 2000 : (Number(page) - 1) * size;
	const sign = sort_order === 'desc' ? -1 : 1;
	return Array.from({ length: size }, (_, index) => ({
		id: String(10_000 + sign * (start + index)),
	}));
}

describe('pages', () => {
	it('beyond 2,000 rows go by token, with the same parameters on every page', async () => {
		const client = new FakeClient(({ query = {} }) => {
			const isLast = query.page_token !== undefined;
			return body(pageOfRows(query), {
				more_records: !isLast,
				next_page_token: isLast ? null : 'T',
			});
		});
		const read: RelatedListRead = {
			...READ,
			limit: Infinity,
			sortBy: 'Created_Time',
			converted: 'true',
			modifiedSince: '2026-01-31T09:00:00+01:00',
		};
		expect(await readRelatedList(client, read)).toHaveLength(2200);
		const same = { sort_by: 'Created_Time', sort_order: 'desc', converted: 'true' };
		const always = { ...same, fields: 'Name' };
		expect(client.requests.map(({ query }) => query)).toEqual([
			...Array.from({ length: 10 }, (_, index) => ({
				...always,
				page: String(index + 1),
				per_page: String(200 - index),
			})),
			{ ...always, page: '10', per_page: '200' },
			{ ...always, page_token: 'T', per_page: '200' },
		]);
		for (const { headers } of client.requests) {
			expect(headers).toEqual({ 'If-Modified-Since': '2026-01-31T09:00:00+01:00' });
		}
	});

	it.each([null, '', 7])('a token %p is none: PAGE_TOKEN_MISSING', async (next_page_token) => {
		const client = new FakeClient(({ query = {} }) =>
			body(pageOfRows(query), { more_records: true, next_page_token }),
		);
		const read: RelatedListRead = { ...READ, limit: Infinity, sortBy: 'Created_Time' };
		expect((await rejected(readRelatedList(client, read))).code).toBe('PAGE_TOKEN_MISSING');
	});
});

describe('more fields than one request holds', () => {
	it('are read in passes of 50 and merged by row, in order', async () => {
		const client = listOf(() => ['1', '2', '3']);
		const fields = fieldsNamed(120);
		const rows = await readRelatedList(client, { ...READ, fields });
		expect(client.requests.map(({ query }) => count(query?.fields))).toEqual([50, 50, 20]);
		expect(client.requests.map(({ query }) => query?.fields).join(',')).toBe(fields.join(','));
		expect(rows).toEqual(
			['3', '2', '1'].map((id) => ({
				id,
				...Object.fromEntries(fields.map((field) => [field, `${field} of ${id}`])),
			})),
		);
	});

	it('50 names are one request, names of 1,000 characters are too', async () => {
		const client = listOf(() => ['1']);
		await readRelatedList(client, { ...READ, fields: fieldsNamed(50) });
		await readRelatedList(client, {
			...READ,
			fields: fieldsNamed(10).map((n) => n.padEnd(99, 'x')),
		});
		expect(client.log).toHaveLength(2);
		await readRelatedList(client, {
			...READ,
			fields: fieldsNamed(11).map((n) => n.padEnd(99, 'x')),
		});
		expect(client.log).toHaveLength(4);
		for (const { query } of client.requests)
			expect(query?.fields?.length).toBeLessThanOrEqual(1000);
	});

	it('a row that is gone by a later pass is left out', async () => {
		const lists = [
			['1', '2', '3'],
			['1', '3'],
		];
		const client = listOf(() => lists.shift() ?? []);
		const rows = await readRelatedList(client, { ...READ, fields: fieldsNamed(60) });
		expect(idsOf(rows)).toEqual(['3', '1']);
		expect(rows[1]?.F59).toBe('F59 of 1');
		expect(client.requests.map(({ query }) => query?.ids)).toEqual([undefined, undefined, '2']);
	});

	it('a row that came between two passes is left out: its other half was not read', async () => {
		const lists = [
			['1', '3'],
			['1', '2', '3'],
		];
		const client = listOf(() => lists.shift() ?? []);
		const rows = await readRelatedList(client, { ...READ, fields: fieldsNamed(60) });
		expect(idsOf(rows)).toEqual(['3', '1']);
	});

	it('a row pushed beyond the limit by a newer one is asked for by id, and is whole', async () => {
		const lists = [
			['1', '2'],
			['1', '2', '3'],
			['1', '2', '3'],
		];
		const client = listOf(() => lists.shift() ?? []);
		const rows = await readRelatedList(client, { ...READ, fields: fieldsNamed(60), limit: 2 });
		expect(idsOf(rows)).toEqual(['2', '1']);
		expect(rows[1]).toMatchObject({ F0: 'F0 of 1', F59: 'F59 of 1' });
		expect(client.requests.map(({ query }) => query?.ids)).toEqual([undefined, undefined, '1']);
	});

	it('a row deleted before a limit that was met is left out', async () => {
		const lists = [['1', '2'], ['2'], ['2']];
		const client = listOf(() => lists.shift() ?? []);
		const rows = await readRelatedList(client, { ...READ, fields: fieldsNamed(60), limit: 2 });
		expect(idsOf(rows)).toEqual(['2']);
	});

	it('no rows in the first pass need no second, unless slots are free for both', async () => {
		const client = listOf(() => []);
		expect(await readRelatedList(client, { ...READ, fields: fieldsNamed(120) })).toEqual([]);
		expect(client.log).toHaveLength(3);
		client.reserve(8);
		expect(await readRelatedList(client, { ...READ, fields: fieldsNamed(120) })).toEqual([]);
		expect(client.log).toHaveLength(4);
	});
});

describe('ids', () => {
	const all = Array.from({ length: 250 }, (_, index) => String(1000 + index));
	const shuffled = [...all].sort((a, b) => ((Number(a) * 7919) % 997) - ((Number(b) * 7919) % 997));
	const sizes = (client: FakeClient) => client.requests.map(({ query }) => count(query?.ids));

	it.each([
		['desc', undefined, [...all].reverse()],
		['asc', 'asc', all],
	] as const)(
		'more than 100 are split, and come sorted as asked: %s',
		async (_what, order, sorted) => {
			const client = listOf(() => all);
			const rows = await readRelatedList(client, {
				...READ,
				ids: shuffled,
				limit: Infinity,
				sortOrder: order,
			});
			expect(idsOf(rows)).toEqual(sorted);
			expect(sizes(client)).toEqual([100, 100, 50]);
		},
	);

	it('a limit that is met asks for no further group', async () => {
		const client = listOf(() => all);
		const rows = await readRelatedList(client, { ...READ, ids: shuffled, limit: 100 });
		expect(idsOf(rows)).toEqual([...all].reverse().slice(0, 100));
		expect(sizes(client)).toEqual([100]);
	});

	it('a limit counts over all groups', async () => {
		const odd = all.filter((id) => Number(id) % 2 === 1);
		const client = listOf(() => odd);
		const rows = await readRelatedList(client, { ...READ, ids: shuffled, limit: 60 });
		expect(idsOf(rows)).toEqual([...odd].reverse().slice(0, 60));
		expect(sizes(client)).toEqual([100, 100]);
	});

	it('100 ids are one request', async () => {
		const client = listOf(() => all);
		await readRelatedList(client, { ...READ, ids: all.slice(0, 100), limit: Infinity });
		expect(sizes(client)).toEqual([100]);
	});

	const minute = (id: string) => String((Number(id) * 7) % 60).padStart(2, '0');
	const time = (id: string) => `2026-01-31T0${Number(id) % 10}:${minute(id)}:00+00:00`;
	const expected = (sign: number) =>
		[...all].sort((a, b) => {
			const difference = Date.parse(time(a)) - Date.parse(time(b));
			return sign * (difference || Number(a) - Number(b));
		});

	it.each([
		['asc', 1],
		['desc', -1],
	] as const)('groups by time are put in order together: %s', async (sortOrder, sign) => {
		const client = listOf(
			() => all,
			(id) => ({ Created_Time: time(id) }),
		);
		const read = { ...READ, ids: shuffled, sortBy: 'Created_Time', sortOrder, limit: 7 } as const;
		const rows = await readRelatedList(client, read);
		expect(idsOf(rows)).toEqual(expected(sign).slice(0, 7));
		expect(sizes(client)).toEqual([100, 100, 50]);
		expect(client.requests[0]?.query?.fields).toBe('Name,Created_Time');
		expect(rows[0]).toEqual({ id: rows[0]?.id, Name: `Name of ${rows[0]?.id}` });
	});

	it('the time stays in the rows where it was asked for', async () => {
		const client = listOf(
			() => all,
			(id) => ({ Created_Time: time(id) }),
		);
		const fields = ['Created_Time', 'Name'];
		const read = { ...READ, fields, ids: shuffled, sortBy: 'Created_Time', limit: 1 } as const;
		const rows = await readRelatedList(client, read);
		expect(rows[0]?.Created_Time).toBe(time(rows[0]?.id ?? ''));
		expect(client.requests[0]?.query?.fields).toBe('Created_Time,Name');
	});

	it('one group by time is sorted by Zoho', async () => {
		const client = listOf(
			() => all,
			(id) => ({ Created_Time: time(id) }),
		);
		const ids = all.slice(0, 20);
		const rows = await readRelatedList(client, { ...READ, ids, sortBy: 'Created_Time', limit: 5 });
		expect(rows).toHaveLength(5);
		expect(client.log).toEqual([
			`v8/Leads/7/Products?fields=Name&ids=${ids.join(',')}&page=1&per_page=5` +
				'&sort_by=Created_Time&sort_order=desc',
		]);
	});

	it('ids and more fields than one request holds go together', async () => {
		const client = listOf(() => all);
		const rows = await readRelatedList(client, {
			...READ,
			fields: fieldsNamed(60),
			ids: shuffled,
			limit: Infinity,
		});
		expect(idsOf(rows)).toEqual([...all].reverse());
		expect(rows[249]).toMatchObject({ F0: 'F0 of 1000', F59: 'F59 of 1000' });
		expect(sizes(client)).toEqual([100, 100, 100, 100, 50, 50]);
	});
});

describe('what Zoho gives otherwise than asked', () => {
	it('a row that a later group of fields missed is asked for by ID, whatever the limit', async () => {
		const lists = [
			['1', '2', '3'],
			['1', '3'],
			['1', '2', '3'],
		];
		const client = listOf(() => lists.shift() ?? []);
		const read = { ...READ, fields: fieldsNamed(60), limit: Infinity };
		const rows = await readRelatedList(client, read);
		expect(idsOf(rows)).toEqual(['3', '2', '1']);
		expect(rows[1]).toMatchObject({ F0: 'F0 of 2', F59: 'F59 of 2' });
	});

	it.each([
		['more than 1,000 rows', 'Products', 1001],
		['a row of a list that may not heed ids', 'Activities_Chronological_View', 1],
	])(
		'%s that a later group missed: all are read again, not by ID',
		async (_, relatedList, gone) => {
			const all = Array.from({ length: gone + 1 }, (_row, index) => String(1000 + index));
			let isMissed = true;
			const client = listOf(() => all);
			const forgetful = new FakeClient((request) => {
				const isLater = request.query?.fields?.includes('F59') === true;
				if (!isLater || !isMissed) return client.answerTo(request);
				isMissed = false;
				return body([{ id: '1000', F59: 'F59 of 1000' }], { more_records: false });
			});
			const read = { ...READ, relatedList, fields: fieldsNamed(60), limit: Infinity };
			const rows = await readRelatedList(forgetful, read);
			expect(rows).toHaveLength(all.length);
			expect(forgetful.requests.filter(({ query }) => query?.ids !== undefined)).toEqual([]);
		},
	);

	it('a list that does not heed ids: those that were not asked for are left out, each once', async () => {
		const all = Array.from({ length: 450 }, (_, index) => String(1000 + index));
		const client = listOf(() => all);
		const deaf = new FakeClient((request) => {
			const query = Object.entries(request.query ?? {}).filter(([name]) => name !== 'ids');
			return client.answerTo({ ...request, query: Object.fromEntries(query) });
		});
		const ids = all.slice(100, 350);
		const result = await readWithCount(deaf, { ...READ, ids, limit: Infinity });
		expect(idsOf(result.rows)).toEqual([...ids].reverse());
		expect(result.hasOthers).toBe(true);
		const one = await readWithCount(deaf, { ...READ, ids: ['1007'], limit: 50 });
		expect(idsOf(one.rows)).toEqual(['1007']);
	});
});
