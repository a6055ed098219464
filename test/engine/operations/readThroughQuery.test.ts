import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DatasetBuilder, DEFAULT_SCOPE } from '../../support/sandbox';
import { openBench, related, type Bench, type BenchOptions } from './fixture';

const SCOPE = `${DEFAULT_SCOPE},ZohoCRM.coql.READ`;
const ID = '={{ $json.id }}';
const MISSING = '4876876000009999999';

/** Accounts with so many contacts each; the rows lead to them by a lookup. */
function dataOf(...counts: number[]) {
	const dataset = new DatasetBuilder();
	const ids = counts.map((count) => dataset.withRelated('Accounts', 'Contacts', count));
	return { dataset: dataset.build(), ids };
}

describe('Get Related Records through a query', () => {
	const open: Bench[] = [];
	const benchOf = async (options: BenchOptions): Promise<Bench> => {
		const bench = await openBench({ scope: SCOPE, ...options });
		open.push(bench);
		return bench;
	};
	afterEach(async () => {
		await Promise.all(open.splice(0).map(async (bench) => await bench.close()));
	});

	const run = async (
		bench: Bench,
		ids: readonly string[],
		more: INodeParameters = {},
		options: IDataObject = { readThrough: 'query' },
		list = 'Contacts',
	) => {
		bench.sandbox.log.clear();
		const parameters = related('Accounts', ID, list, {
			returnAll: true,
			options: options as INodeParameters,
			...more,
		});
		const input = ids.map((id) => ({ id }));
		const result = await bench.run(parameters, { input, onError: 'continueErrorOutput' });
		const items = result.output.map(({ json, pairedItem }) => ({ json, pairedItem }));
		return { ...result, items };
	};
	const requests = ({ sandbox }: Bench) =>
		sandbox.log.crm().map(({ path, body }) => {
			const text = /"select_query":"(.*)"/.exec(body ?? '')?.[1];
			return text === undefined ? path.replace('/crm/', '') : text;
		});
	const fallback = (hints: readonly string[]) =>
		hints.find((hint) => hint.includes('not by query'));

	it('reads many records with one query, and gives what the related lists give', async () => {
		const { dataset, ids } = dataOf(3, 0, 250);
		const bench = await benchOf({ dataset });
		const fields = ['Last_Name', 'Email'];
		const listed = await run(bench, ids, { fields }, {});
		const queried = await run(bench, ids, { fields });
		const parents = `('${ids.join("','")}')`;
		expect(queried.items).toEqual(listed.items);
		expect(queried.items).toHaveLength(253);
		expect(requests(bench).sort()).toEqual([
			`select id from Accounts where id in ${parents} order by id asc limit 3`,
			`select id, Account_Name, Last_Name, Email from Contacts where Account_Name in ${parents} order by id desc limit 600`,
			'v8/settings/fields',
			'v8/settings/related_lists',
		]);
		expect(queried.hints).toEqual([
			'Nothing is related for 1 of 3 input items.',
			'4 Zoho API calls used.',
		]);
	});

	it('goes on after the last ID, beyond the rows of one query', async () => {
		const { dataset, ids } = dataOf(250, 260);
		const bench = await benchOf({ dataset });
		const { items } = await run(bench, ids);
		expect(items).toEqual((await run(bench, ids, {}, {})).items);
		await run(bench, ids);
		const pages = requests(bench).filter((text) => text.includes('from Contacts'));
		expect(pages.map((text) => / and id < '\d+'/.test(text))).toEqual([false, true]);
	});

	it.each([
		['a limit', { returnAll: false, limit: 2 }, {}],
		['ascending order', {}, { sortOrder: 'asc' }],
		['a limit in ascending order', { returnAll: false, limit: 2 }, { sortOrder: 'asc' }],
		['parents', {}, { includeParent: true }],
		['an item for each input item', {}, { outputMode: 'itemPerInput' }],
		['the lookup itself', { fields: ['Account_Name'] }, {}],
		['all fields', { fields: [] }, {}],
		['version v7', {}, { apiVersion: 'v7' }],
	])('gives the same with %s', async (_, more: INodeParameters, options: IDataObject) => {
		const { dataset, ids } = dataOf(3, 5, 0);
		const bench = await benchOf({ dataset });
		const listed = await run(bench, ids, more, options);
		const queried = await run(bench, ids, more, { ...options, readThrough: 'query' });
		expect(fallback(queried.hints)).toBeUndefined();
		const [actual, expected] = [queried, listed].map(({ items }) => comparable(items));
		expect(actual).toEqual(expected);
	});

	it('says which fields a query cannot give', async () => {
		const { dataset, ids } = dataOf(1);
		const bench = await benchOf({ dataset });
		const { hints, json } = await run(bench, ids, { fields: [] });
		expect(hints).toContain('A query cannot give these fields, so they are missing: Record_Image.');
		expect(json[0]).not.toHaveProperty('Record_Image');
	});

	it('says what a query leaves out of a field', async () => {
		const { dataset, ids } = dataOf(1);
		const bench = await benchOf({ dataset });
		const { hints, json } = await run(bench, ids, { fields: ['Owner', 'Last_Name'] });
		expect(hints).toContain(
			'A query gives less of these fields than the related list: Owner (no email address).',
		);
		expect(Object.keys((json[0]?.Owner ?? {}) as object).sort()).toEqual(['id', 'name']);
	});

	it('keeps rows with their items where items name one record', async () => {
		const { dataset, ids } = dataOf(2, 1);
		const bench = await benchOf({ dataset });
		const twice = [...ids, ...ids];
		const { items } = await run(bench, twice);
		expect(items).toEqual((await run(bench, twice, {}, {})).items);
	});

	it('keeps the error of a record that does not exist with its item', async () => {
		const { dataset, ids } = dataOf(2, 1);
		const bench = await benchOf({ dataset });
		const some = [ids[0] ?? '', MISSING, 'no ID', ids[1] ?? ''];
		const listed = await run(bench, some, {}, {});
		const queried = await run(bench, some);
		expect(queried.items).toEqual(listed.items);
		expect(queried.errorOutput).toEqual(listed.errorOutput);
		expect(queried.errorOutput.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 1 },
			{ item: 2 },
		]);
		expect(requests(bench)).toContain(`v8/Accounts/${MISSING}/Contacts`);
	});

	it('stops at the first item that fails, where the workflow wants that', async () => {
		const { dataset, ids } = dataOf(2, 1);
		const bench = await benchOf({ dataset });
		const parameters = related('Accounts', ID, 'Contacts', { options: { readThrough: 'query' } });
		const input = [{ id: ids[0] }, { id: MISSING }, { id: ids[1] }] as IDataObject[];
		const { error } = await bench.run(parameters, { input });
		expect(error?.message).toContain(MISSING);
	});

	it('reads 250 records by three batches, the first alone', async () => {
		const { dataset, ids } = dataOf(...Array.from({ length: 250 }, () => 1));
		const bench = await benchOf({ dataset });
		const { items } = await run(bench, ids);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => ({ item })));
		const sizes = requests(bench)
			.filter((text) => text.includes('from Contacts'))
			.map((text) => text.split("','").length);
		expect(sizes).toEqual([100, 100, 50]);
	});

	it.each<[string, BenchOptions, INodeParameters, IDataObject, string]>([
		[
			'no scope for queries',
			{ scope: DEFAULT_SCOPE },
			{},
			{},
			"the credential lacks the scope 'ZohoCRM.coql.READ', or that of the module",
		],
		[
			'no scope for the fields',
			{ scope: 'ZohoCRM.modules.READ,ZohoCRM.coql.READ' },
			{},
			{},
			'the fields of the rows cannot be looked up (OAUTH_SCOPE_MISMATCH)',
		],
		['version v6', {}, {}, { apiVersion: 'v6' }, "a query takes 'API Version' v7 or v8"],
		[
			'a time of change',
			{},
			{},
			{ modifiedSince: '2020-01-01' },
			"a query cannot be used with the option 'Modified Since'",
		],
		[
			'record IDs',
			{},
			{},
			{ ids: '4876876000000000001' },
			"a query cannot be used with the option 'Record IDs'",
		],
		[
			'converted records',
			{},
			{},
			{ converted: 'both' },
			"a query cannot be used with the option 'Converted Records'",
		],
		[
			'a time to sort by',
			{},
			{},
			{ sortBy: 'Created_Time' },
			"a query sorts by ID, not by 'Created_Time'",
		],
		['an unknown field', {}, { fields: ['Nothing'] }, {}, 'the query failed (INVALID_QUERY)'],
		[
			'more than 50 fields',
			{},
			{ fields: Array.from({ length: 49 }, (_, index) => `F${index}`) },
			{},
			'a query gives 50 fields at most, not 51',
		],
	])('reads the related lists with %s, and says why', async (_, set, more, options, reason) => {
		const { dataset, ids } = dataOf(2, 1);
		const bench = await benchOf({ dataset, ...set });
		const listed = await run(bench, ids, more, options);
		const queried = await run(bench, ids, more, { ...options, readThrough: 'query' });
		expect(queried.items).toEqual(listed.items);
		expect(fallback(queried.hints)).toBe(
			`The rows of 2 of 2 input items were read through the related list, not by query, as ${reason}.`,
		);
		expect(requests(bench).filter((text) => text.startsWith('v8/coql')).length).toBeLessThan(2);
	});

	it.each([
		['Attachments', "Zoho has no query for the rows of 'Attachments'"],
		['Emails', "Zoho has no query for the rows of 'Emails'"],
		['Tasks', 'a query cannot tell open activities from closed ones'],
		['Tasks_History', 'a query cannot tell open activities from closed ones'],
		['Notes', 'Zoho lets only administrators query notes (NOT_SUPPORTED)'],
	])('reads the related list %s itself, and says why', async (list, reason) => {
		const dataset = new DatasetBuilder();
		const ids = [1, 2].map((count) => dataset.withRelated('Accounts', list, count));
		const bench = await benchOf({ dataset: dataset.build() });
		const fields = list === 'Emails' ? { fields: [] } : {};
		const { items, hints } = await run(bench, ids, fields, undefined, list);
		expect(items).toHaveLength(3);
		expect(fallback(hints)).toContain(reason);
	});

	it('lowers what it asks for where Zoho takes less', async () => {
		const { dataset, ids } = dataOf(...Array.from({ length: 60 }, () => 5));
		const bench = await benchOf({ dataset, unsettled: { queryRows: 200, queryValues: 50 } });
		const { items, hints } = await run(bench, ids);
		expect(items).toHaveLength(300);
		expect(fallback(hints)).toBeUndefined();
	});

	it('keeps each row that stays while others come and go', async () => {
		const { dataset, ids } = dataOf(300, 300);
		const bench = await benchOf({ dataset });
		const { data } = bench.sandbox;
		const rows = ids.map((id) => data.relatedRows('Accounts', id, 'Contacts').map((row) => row.id));
		const gone = rows.map((list) => list[150] ?? '');
		const match = { path: '/coql', method: 'POST' };
		bench.sandbox.faults.add({
			match,
			times: Infinity,
			then: () => {
				for (const [index, id] of ids.entries()) {
					data.addRelated('Accounts', id, 'Contacts', { Last_Name: 'New' });
					data.removeRecord('Contacts', gone[index] ?? '');
				}
			},
		});
		const { items, hints } = await run(bench, ids);
		const read = ids.map((_, item) =>
			items.filter(({ pairedItem }) => pairedItem === undefined || itemOf(pairedItem) === item),
		);
		for (const [index, list] of rows.entries()) {
			const found = (read[index] ?? []).map(({ json }) => json.id);
			expect(found.filter((id) => list.includes(String(id)))).toEqual(
				list.filter((id) => id !== gone[index]),
			);
			expect(new Set(found).size).toBe(found.length);
		}
		expect(fallback(hints)).toBeUndefined();
	});
});

function itemOf(pairedItem: unknown): unknown {
	return typeof pairedItem === 'object' && pairedItem !== null && 'item' in pairedItem
		? pairedItem.item
		: pairedItem;
}

/** Without what a query cannot give: pictures, and email addresses of users. */
function comparable(value: unknown): unknown {
	const lacking = ['email', 'Record_Image'];
	return JSON.parse(
		JSON.stringify(value, (key, inner: unknown) => (lacking.includes(key) ? undefined : inner)),
	);
}
