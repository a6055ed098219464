import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { known } from '../../support/sandbox';
import { historyOf, openBench, related, timeline, type Bench } from './fixture';

const IN_ONE_ITEM = { outputMode: 'itemPerInput' };
const RAISE = 'raise Limit or switch on Return All.';

describe('a limit that leaves out rows', () => {
	let bench: Bench;

	beforeAll(async () => {
		bench = await openBench();
	});
	afterAll(async () => await bench.close());

	const { lead, bareLead, bigAccount, account } = known;
	const cutHints = (hints: readonly string[]) => hints.filter((hint) => hint.includes('Limit'));
	const hasMore = (json: readonly IDataObject[]) => json.map(({ hasMore: more }) => more);

	describe.each<[string, (more: INodeParameters) => INodeParameters]>([
		['a related list', (more) => related('Leads', lead.id, 'Notes', more)],
		['emails', (more) => related('Leads', lead.id, 'Emails', more)],
		[
			'a list in an order by time',
			(more) =>
				related('Leads', lead.id, 'Notes', {
					...more,
					options: { ...(more.options as object), sortBy: 'Modified_Time' },
				}),
		],
		['a timeline', (more) => timeline('Leads', lead.id, more)],
		['a history', (more) => historyOf('Leads', lead.id, { ...more, returnAll: false })],
	])('of %s', (_, parametersOf) => {
		it.each([
			['fewer than there are', -1, true],
			['as many as there are', 0, false],
			['more than there are', 1, false],
		])('%s', async (_name, difference, isCut) => {
			const all = await bench.run(parametersOf({ limit: 5000, options: IN_ONE_ITEM }));
			expect(hasMore(all.json)).toEqual([false]);
			expect(cutHints(all.hints)).toEqual([]);
			const count = Number(all.json[0]?.count);
			const limit = count + difference;
			const { json, hints } = await bench.run(parametersOf({ limit, options: IN_ONE_ITEM }));
			expect(hasMore(json)).toEqual([isCut]);
			const hint = `The record has more than ${limit} rows: ${RAISE}`;
			expect(cutHints(hints)).toEqual(isCut ? [hint] : []);
		});
	});

	it('is told once, with the number of input items whose records have more', async () => {
		const input = [{ id: lead.id }, { id: bareLead.id }, { id: lead.id }];
		const parameters = related('Leads', '={{ $json.id }}', 'Notes', { limit: 1 });
		const { hints, json } = await bench.run(parameters, { input });
		expect(json).toHaveLength(2);
		expect(cutHints(hints)).toEqual([`2 of 3 records have more than 1 row: ${RAISE}`]);
	});

	it('is told of limits that differ', async () => {
		const input = [
			{ id: bigAccount.id, limit: 10 },
			{ id: account.id, limit: 2 },
		];
		const parameters = related('Accounts', '={{ $json.id }}', 'Contacts', {
			limit: '={{ $json.limit }}',
		});
		const { hints } = await bench.run(parameters, { input });
		expect(cutHints(hints)).toEqual([`2 of 2 records have more than their limits: ${RAISE}`]);
	});

	it.each([
		[2, true],
		[3, false],
	])('of rows that are chosen by ID: %s of 3', async (limit, isCut) => {
		const rows = bench.sandbox.data.relatedRows('Accounts', bigAccount.id, 'Contacts').slice(0, 3);
		const options = { ...IN_ONE_ITEM, ids: rows.map(({ id }) => id).join() };
		const parameters = related('Accounts', bigAccount.id, 'Contacts', { limit, options });
		expect(hasMore((await bench.run(parameters)).json)).toEqual([isCut]);
	});

	it('of a list of several pages', async () => {
		const read = async (limit: number) => {
			const more = { limit, options: IN_ONE_ITEM };
			return hasMore((await bench.run(related('Accounts', bigAccount.id, 'Contacts', more))).json);
		};
		const count = bench.sandbox.data.relatedRows('Accounts', bigAccount.id, 'Contacts').length;
		expect(await read(count)).toEqual([false]);
		expect(await read(count - 1)).toEqual([true]);
		expect(await read(250)).toEqual([true]);
	});

	describe('of a script', () => {
		const script = async (text: string) => {
			const run = await bench.run({ operation: 'runDelugeScript', script: text });
			return run.hints.filter((hint) => hint.includes('one page'));
		};
		const page = (more: string) =>
			`rows = zoho.crm.getRelatedRecords("Contacts", "Accounts", ${bigAccount.id}${more});`;

		it('names the list whose next page was not read', async () => {
			expect(await script(page(''))).toEqual([
				"Zoho has more rows of 'Contacts' than the script read: a task gives one page. Read the next ones with page numbers, or use Get Related Records with Return All.",
			]);
		});

		it('says nothing where the last page was read', async () => {
			const pages = [1, 2, 3, 4, 5, 6, 7].map((number) => page(`, ${number}, 200`)).join('\n');
			expect(await script(pages)).toEqual([]);
			const notes = `zoho.crm.getRelatedRecords("Notes", "Leads", ${lead.id});`;
			expect(await script(`rows = ${notes}`)).toEqual([]);
		});
	});
});

describe('the keys of a row', () => {
	it('begin with its ID and its place in the timeline', async () => {
		const bench = await openBench();
		const { id } = known.lead;
		const firstKeys = async (parameters: INodeParameters, count: number) => {
			const { json } = await bench.run(parameters);
			return new Set(json.map((row) => Object.keys(row).slice(0, count).join()));
		};
		expect(await firstKeys(timeline('Leads', id), 2)).toEqual(new Set(['id,timeline']));
		expect(await firstKeys(related('Leads', id, 'Notes'), 1)).toEqual(new Set(['id']));
		expect(await firstKeys(related('Leads', id, 'Emails'), 1)).toEqual(new Set(['id']));
		expect(await firstKeys(historyOf('Leads', id), 1)).toEqual(new Set(['id']));
		await bench.close();
	});
});
