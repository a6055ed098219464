import type { RelatedListRead } from '../../../../../nodes/ZohoCrmRelatedRecords/transport/crm/fieldGroups';
import { Metadata } from '../../../../../nodes/ZohoCrmRelatedRecords/transport/crm/metadata';
import { QueryReads } from '../../../../../nodes/ZohoCrmRelatedRecords/transport/crm/query/queryReads';
import { body, FakeClient, type Answer } from '../../fakeClient';

const readOf = (recordId: string): RelatedListRead => ({
	version: 'v8',
	module: 'Accounts',
	recordId,
	relatedList: 'Contacts',
	fields: ['Email'],
	limit: Infinity,
	pageSize: 200,
});
const LOOKUP = {
	api_name: 'Account_Name',
	data_type: 'lookup',
	lookup: { id: '7', module: { api_name: 'Accounts' } },
};

/** Zoho with accounts that exist, and have one contact each. */
function world() {
	const client = new FakeClient(({ path, body: sent }): Answer => {
		if (path.at(-1) === 'fields') return { fields: [LOOKUP] };
		if (path.at(-1) === 'related_lists') {
			return {
				related_lists: [{ id: '7', api_name: 'Contacts', module: { api_name: 'Contacts' } }],
			};
		}
		const text = String(sent?.select_query);
		const ids = (/in \(([^)]*)\)/.exec(text)?.[1] ?? '').split(',').map((id) => id.slice(1, -1));
		const isParents = text.startsWith('select id from Accounts');
		const rows = isParents
			? ids.map((id) => ({ id }))
			: [...ids].reverse().map((id) => ({ id: `9${id}`, Email: null, Account_Name: { id } }));
		return body(rows);
	});
	const turns: number[] = [];
	const session = {
		forItem: async <T>(turn: number, step: (own: FakeClient) => Promise<T>) => {
			turns.push(turn);
			return await step(client);
		},
	};
	return { client, turns, queries: new QueryReads(session, new Metadata(client)) };
}

const idOf = (item: number) => `${10_000 + item}`;

describe('reads of many items', () => {
	it('are planned a thousand items ahead, in batches in the turn of their first item', async () => {
		const { queries, turns } = world();
		const source = { count: 2500, readOf: (item: number) => readOf(idOf(item)) };
		const outcome = await queries.outcome(0, readOf(idOf(0)), source);
		expect(outcome).toMatchObject({ rows: [{ id: `9${idOf(0)}`, Email: null }], hasMore: false });
		await queries.outcome(999, readOf(idOf(999)), source);
		expect(turns.slice(0, 10)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
		await queries.outcome(1500, readOf(idOf(1500)), source);
		await queries.outcome(2499, readOf(idOf(2499)), source);
		expect(turns).toHaveLength(25);
	});

	it('leave items alone that read in another way', async () => {
		const { queries, client } = world();
		const source = {
			count: 3,
			readOf: (item: number) => (item === 1 ? undefined : readOf(idOf(item))),
		};
		await queries.outcome(0, readOf(idOf(0)), source);
		expect(client.queries.at(-1)).toContain(`('${idOf(0)}','${idOf(2)}')`);
	});

	it('do not give one item the rows of another, where an expression changes its mind', async () => {
		const { queries } = world();
		let calls = 0;
		const source = { count: 1, readOf: () => readOf(idOf((calls += 1))) };
		expect(await queries.outcome(0, readOf(idOf(7)), source)).toEqual({
			obstacle: expect.stringContaining('something else'),
		});
	});

	it('give rows once, and keep none that were given', async () => {
		const { queries } = world();
		const source = { count: 1, readOf: () => readOf(idOf(0)) };
		const first = await queries.outcome(0, readOf(idOf(0)), source);
		expect(first).toMatchObject({ rows: [expect.anything()] });
		expect(await queries.outcome(0, readOf(idOf(0)), source)).toEqual({
			obstacle: expect.stringContaining('something else'),
		});
	});

	it('give items of one record rows of their own', async () => {
		const { queries } = world();
		const source = { count: 2, readOf: () => readOf(idOf(0)) };
		const [first, second] = [
			await queries.outcome(0, readOf(idOf(0)), source),
			await queries.outcome(1, readOf(idOf(0)), source),
		];
		expect(second).toEqual(first);
		const [row, other] = [first, second].map((found) => ('rows' in found ? found.rows[0] : found));
		expect(row).not.toBe(other);
	});
});
