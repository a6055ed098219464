import type { JsonObject } from '../../../../../nodes/ZohoCrmRelatedRecords/helpers/types';
import { ZohoError } from '../../../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import { MOST_SURPLUS } from '../../../../../nodes/ZohoCrmRelatedRecords/transport/crm/query/parentRows';
import { QueryLimits } from '../../../../../nodes/ZohoCrmRelatedRecords/transport/crm/query/queryLimits';
import {
	readParents,
	type ParentsRead,
} from '../../../../../nodes/ZohoCrmRelatedRecords/transport/crm/query/readParents';
import { rejected } from '../../../../support/caught';
import { body, FakeClient, type Answer } from '../../fakeClient';

const READ: Omit<ParentsRead, 'limits'> = {
	version: 'v8',
	module: 'Accounts',
	relatedList: 'Contacts',
	from: 'Contacts',
	column: 'Account_Name',
	columns: ['id', 'Account_Name', 'Email'],
	isColumnWanted: false,
	order: 'desc',
};
const all = (...parents: string[]) => new Map(parents.map((id) => [id, Infinity]));
const row = (id: number, parent: string): JsonObject => ({
	id: `${id}`,
	Account_Name: { id: parent, name: 'x' },
	Email: `${id}@example.test`,
});
const more = { more_records: true };
const EXISTS = /^select id from Accounts /;

/** A client whose parents exist, and whose rows come page by page. */
function clientOf(existing: readonly string[], ...pages: Answer[]): FakeClient {
	return new FakeClient(({ body: sent }) => {
		if (EXISTS.test(String(sent?.select_query))) return body(existing.map((id) => ({ id })));
		return pages.shift();
	});
}

async function read(client: FakeClient, more: Partial<ParentsRead>) {
	const found = await readParents(
		client,
		{ ...READ, limits: all('1', '2'), ...more },
		new QueryLimits(),
	);
	return Object.fromEntries(
		[...found].map(([id, rows]) => [
			id,
			typeof rows === 'string' ? rows : rows.map((found) => found.id),
		]),
	);
}

const rowsQuery = (where: string, order = 'desc', limit = 400) =>
	`select id, Account_Name, Email from Contacts where Account_Name in ${where} order by id ${order} limit ${limit}`;

describe('rows of several parents', () => {
	it('take one query, and one for the parents that exist', async () => {
		const client = clientOf(['1', '2'], body([row(9, '2'), row(8, '1'), row(7, '2')]));
		expect(await read(client, {})).toEqual({ '1': ['8'], '2': ['9', '7'] });
		expect(client.queries).toEqual([
			"select id from Accounts where id in ('1','2') order by id asc limit 2",
			rowsQuery("('1','2')"),
		]);
		expect(client.log).toEqual(['v8/coql', 'v8/coql']);
	});

	it.each([
		['desc', '<', [9, 8], [7, 6]],
		['asc', '>', [6, 7], [8, 10]],
	] as const)('go on after the last ID, %s', async (order, sign, first, last) => {
		const client = clientOf(
			['1', '2'],
			body(
				first.map((id) => row(id, '1')),
				more,
			),
			body(last.map((id) => row(id, '2'))),
		);
		expect(await read(client, { order })).toEqual({
			'1': first.map(String),
			'2': last.map(String),
		});
		expect(client.queries.slice(1)).toEqual([
			rowsQuery("('1','2')", order),
			rowsQuery(`('1','2') and id ${sign} '${first[1]}'`, order),
		]);
	});

	it('end with nothing, also where more was announced', async () => {
		expect(await read(clientOf(['1', '2'], undefined), {})).toEqual({ '1': [], '2': [] });
		const client = clientOf(['1', '2'], body([row(9, '1')], more), undefined);
		expect(await read(client, {})).toEqual({ '1': ['9'], '2': [] });
	});

	it('leave out a parent that was not found, with rows or without', async () => {
		const client = clientOf(['1'], body([row(9, '1'), row(8, '2')]));
		expect(await read(client, {})).toEqual({
			'1': ['9'],
			'2': 'the query did not find the record',
		});
	});

	it('have the column of the parent only if it was asked for', async () => {
		for (const isColumnWanted of [true, false]) {
			const client = clientOf(['1'], body([row(9, '1')]));
			const limits = new QueryLimits();
			const found = await readParents(
				client,
				{ ...READ, isColumnWanted, limits: all('1') },
				limits,
			);
			const rest = { id: '9', Email: '9@example.test' };
			const column = { Account_Name: { id: '1', name: 'x' } };
			expect(found.get('1')).toEqual([isColumnWanted ? { ...rest, ...column } : rest]);
		}
	});

	it('with a limit, ask no more of parents that have enough', async () => {
		const client = clientOf(
			['1', '2'],
			body([row(9, '1'), row(8, '1'), row(7, '2')], more),
			body([row(6, '2'), row(5, '2')], more),
		);
		const limits = new Map([
			['1', 1],
			['2', 2],
		]);
		expect(await read(client, { limits })).toEqual({ '1': ['9'], '2': ['7', '6'] });
		expect(client.queries.slice(1)).toEqual([
			rowsQuery("('1','2')"),
			rowsQuery("('2') and id < '7'", 'desc', 200),
		]);
	});

	it('with a limit, stop where too much is read in vain', async () => {
		const pages = Array.from({ length: 9 }, (_, page) =>
			body(
				Array.from({ length: 2000 }, (_, index) => row(90_000 - page * 2000 - index, `${page}`)),
				more,
			),
		);
		const parents = Array.from({ length: 20 }, (_, index) => `${index}`);
		const client = clientOf(parents, ...pages);
		const found = await read(client, { limits: new Map(parents.map((id) => [id, 1])) });
		expect(found['5']).toEqual(['80000']);
		expect(found['6']).toMatch(`over ${MOST_SURPLUS} rows`);
		expect(client.queries).toHaveLength(7);
	});

	it.each([
		[{ rows: 2000, ids: 100 }, ['100/2000']],
		[{ rows: 200, ids: 100 }, ['100/2000', '100/200']],
		[{ rows: 2000, ids: 50 }, ['100/2000', '100/200', '50/2000', '50/2000']],
		[{ rows: 200, ids: 50 }, ['100/2000', '100/200', '50/2000', '50/2000', '50/200', '50/200']],
	])('are asked for within the limits that Zoho has: %j', async (limit, expected) => {
		const parents = Array.from({ length: 100 }, (_, index) => `${100 + index}`);
		const sizes: string[] = [];
		const client = new FakeClient(({ body: sent }) => {
			const text = String(sent?.select_query);
			const ids = (/in \(([^)]*)\)/.exec(text)?.[1] ?? '').split(',').map((id) => id.slice(1, -1));
			const rows = Number(/limit (\d+)$/.exec(text)?.[1]);
			if (!EXISTS.test(text)) sizes.push(`${ids.length}/${rows}`);
			if (ids.length > limit.ids || rows > limit.rows) return refusal('LIMIT_EXCEEDED');
			return EXISTS.test(text) ? body(ids.map((id) => ({ id }))) : undefined;
		});
		const limits = new QueryLimits();
		const found = await readParents(client, { ...READ, limits: all(...parents) }, limits);
		expect([...found]).toEqual(parents.map((id) => [id, []]));
		expect(sizes).toEqual(expected);
		sizes.length = 0;
		await readParents(client, { ...READ, limits: all(...parents) }, limits);
		expect(sizes).toHaveLength(100 / limit.ids);
	});

	it.each<[string, Answer]>([
		['LIMIT_EXCEEDED', refusal('LIMIT_EXCEEDED')],
		['INVALID_QUERY', refusal('INVALID_QUERY')],
		['INVALID_RESPONSE', body([row(8, '1'), row(9, '1')])],
		['INVALID_RESPONSE', body([row(8, '1'), row(8, '1')])],
		['INVALID_RESPONSE', body([row(8, '3')])],
		['INVALID_RESPONSE', body([{ id: '8', Account_Name: null }])],
		['INVALID_RESPONSE', body([], more)],
		['INVALID_RESPONSE', body([{ Account_Name: { id: '1' } }])],
	])('fail with %s', async (code, answer) => {
		const client = new FakeClient(({ body: sent }) =>
			EXISTS.test(String(sent?.select_query)) ? undefined : answer,
		);
		expect(await rejected(read(client, {}))).toMatchObject({ code });
	});
});

function refusal(code: string): ZohoError {
	return new ZohoError({ code, message: code, resolution: '', httpStatusCode: 400 });
}
