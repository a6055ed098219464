import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type * as clock from '../../support/engine/clock';
import { DEFAULT_SCOPE, emptyDataset, known } from '../../support/sandbox';
import { digestOf, openBench, useBench, type Bench } from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const ON_ERROR = { onError: 'continueErrorOutput' } as const;
const OPEN = 'Activities_Chronological_View';
const CLOSED = 'Activities_Chronological_View_History';

interface List {
	shown: number;
	total: number | null;
	more: boolean;
	incomplete?: boolean;
	rows: IDataObject[];
}

interface Digest {
	module: string;
	recordId: string;
	record: IDataObject;
	lists: Record<string, List>;
	events: { time: string | null; type: string; relatedList: string; id: string; title: string }[];
	refused: { relatedList: string; code: string; resolution: string }[];
}

async function digest(bench: Bench, id: string, more: INodeParameters = {}): Promise<Digest> {
	const { json, error } = await bench.run(digestOf('Leads', id, more), { timezone: 'UTC' });
	expect(error).toBeUndefined();
	expect(json).toHaveLength(1);
	return json[0] as unknown as Digest;
}

describe('Get Record Digest', () => {
	const bench = useBench();

	const { id, counts } = known.lead;
	const paths = () =>
		bench()
			.sandbox.log.crm()
			.map(({ path }) => path.replace('/crm/v8/', ''));

	it('gives one item with the record, its lists and all events, newest first', async () => {
		const found = await digest(bench(), id);
		expect(found).toMatchObject({ module: 'Leads', recordId: id, refused: [] });
		expect(found.record).toMatchObject({ id, Full_Name: known.lead.name });
		expect(Object.keys(found.record).filter((key) => key.startsWith('$'))).toEqual([]);
		expect(Object.keys(found.lists)).toEqual(['Notes', OPEN, CLOSED, 'Emails', 'Attachments']);
		for (const [name, list] of Object.entries(found.lists)) {
			expect(list).toMatchObject({ shown: counts[name], total: counts[name], more: false });
			expect(list.rows).toHaveLength(list.shown);
		}
		const total = Object.values(found.lists).reduce((sum, { shown }) => sum + shown, 0);
		expect(found.events).toHaveLength(total);
		const times = found.events.flatMap(({ time }) => (time === null ? [] : [Date.parse(time)]));
		expect(times).toEqual([...times].sort((a, b) => b - a));
		expect(new Set(found.events.map(({ type }) => type))).toEqual(
			new Set(['note', 'call', 'meeting', 'task', 'email', 'attachment']),
		);
		expect(found.lists.Emails?.rows[0]).not.toHaveProperty('content');
		expect(paths()).toContain(`Leads/${id}`);
		expect(paths().filter((path) => path.includes('count'))).toEqual([]);
	});

	it('shows as many of each list as wanted, and how many there are by count', async () => {
		const found = await digest(bench(), id, { limit: 2 });
		expect(found.lists.Notes).toMatchObject({ shown: 2, total: counts.Notes, more: true });
		expect(found.lists.Attachments).toMatchObject({ shown: 2, total: 3, more: true });
		expect(found.lists.Emails).toMatchObject({ shown: 2, total: null, more: true });
		expect(found.lists[OPEN]).toMatchObject({ shown: 2, total: null, more: true });
		expect(found.events).toHaveLength(10);
		const counted = bench().sandbox.log.crm('get_related_records_count');
		expect(counted).toHaveLength(1);
	});

	it('asks for no count where Zoho has none', async () => {
		const found = await digest(bench(), id, { limit: 2, options: { apiVersion: 'v7' } });
		expect(found.lists.Notes).toMatchObject({ shown: 2, total: null, more: true });
		expect(bench().sandbox.log.crm('get_related_records_count')).toEqual([]);
	});

	it('shows the newest rows of lists that Zoho sorts', async () => {
		const { lists } = await digest(bench(), id, { limit: 3, relatedLists: ['Notes'] });
		const newest = bench()
			.sandbox.data.relatedRows('Leads', id, 'Notes')
			.map((row) => String(row.Created_Time))
			.sort((a, b) => Date.parse(b) - Date.parse(a));
		expect(lists.Notes?.rows.map((row) => row.Created_Time)).toEqual(newest.slice(0, 3));
		const [request] = bench().sandbox.log.crm(/\/Notes$/);
		expect(request?.query).toMatchObject({ sort_by: 'Created_Time', sort_order: 'desc' });
	});

	it('shows the lists that are chosen', async () => {
		const { lists, events } = await digest(bench(), id, { relatedLists: ['Campaigns', 'Notes'] });
		expect(Object.keys(lists)).toEqual(['Campaigns', 'Notes']);
		expect(lists.Campaigns).toMatchObject({ shown: 2, more: false });
		expect(events.filter(({ type }) => type === 'Campaigns')).toHaveLength(2);
		const titles = events.filter(({ type }) => type === 'Campaigns').map(({ title }) => title);
		expect(titles).toEqual(lists.Campaigns?.rows.map(({ Campaign_Name: name }) => name));
		expect(titles).not.toContain(null);
	});

	it('has time and title of rows with more fields than one request takes', async () => {
		bench().sandbox.faults.add({
			match: { path: 'settings/fields', query: { module: 'Campaigns' } },
			alter: (reply) => {
				const { fields } = JSON.parse(String(reply.body)) as { fields: IDataObject[] };
				const more = Array.from({ length: 60 }, (_, n) => ({
					...fields[0],
					api_name: `Extra_${n}`,
				}));
				return { ...reply, body: JSON.stringify({ fields: [...more, ...fields] }) };
			},
		});
		const { events } = await digest(bench(), id, { relatedLists: ['Campaigns'] });
		expect(events).toHaveLength(2);
		for (const event of events) {
			expect(event).toMatchObject({ time: expect.any(String), title: expect.any(String) });
		}
		const [request] = bench().sandbox.log.crm(/\/Campaigns$/);
		expect(request?.query.fields?.split(',')).toHaveLength(50);
	});

	it('says so where a list without an order is too long to be read whole', async () => {
		const data = emptyDataset();
		const lead = data.withRelated('Leads', OPEN, 2100);
		const other = await openBench({ dataset: data.build() });
		try {
			const { lists } = await digest(other, lead, { relatedLists: [OPEN], limit: 5 });
			expect(lists[OPEN]).toMatchObject({ shown: 5, more: true, incomplete: true });
		} finally {
			await other.close();
		}
	});

	it('gives a refused list its reason, and the rest', async () => {
		const scope = DEFAULT_SCOPE.replace('ZohoCRM.modules.emails.READ,', '');
		const old = await openBench({ scope });
		try {
			const { lists, refused, record } = await digest(old, id);
			expect(record.id).toBe(id);
			expect(Object.keys(lists)).toEqual(['Notes', OPEN, CLOSED, 'Attachments']);
			expect(refused).toEqual([
				{
					relatedList: 'Emails',
					code: 'OAUTH_SCOPE_MISMATCH',
					resolution: expect.stringContaining('ZohoCRM.modules.emails.READ'),
				},
			]);
		} finally {
			await old.close();
		}
	});

	it('is an error where the record itself is not there', async () => {
		const { errorOutput } = await bench().run(digestOf('Leads', '1'), ON_ERROR);
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: 'INVALID_DATA',
			message: "Record 1 was not found in module 'Leads'",
			recordId: '1',
		});
		expect(paths()).toEqual(['Leads/1']);
	});

	it('is an error where Zoho has trouble with a list', async () => {
		bench().sandbox.faults.add({
			match: { path: /Notes$/ },
			times: Infinity,
			reply: { status: 500, body: { code: 'INTERNAL_ERROR', message: 'x', status: 'error' } },
		});
		const { errorOutput } = await bench().run(digestOf('Leads', id), ON_ERROR);
		expect(errorOutput[0]?.json.error).toMatchObject({ code: 'INTERNAL_ERROR' });
	});

	describe('texts', () => {
		const NOTE = '<p>Hello &amp; <b>welcome</b></p><script>evil()</script><p>Bye</p>';
		const CUT = 'x'.repeat(500);
		const withTexts = async (options: INodeParameters = {}) => {
			const data = emptyDataset();
			const lead = data.add('Leads', {
				Last_Name: 'A',
				Description: CUT,
				$full_Description: `${CUT}${'y'.repeat(700)}`,
			});
			data.relate('Leads', lead.id, 'Notes', data.add('Notes', { Note_Content: NOTE }));
			const other = await openBench({ dataset: data.build() });
			try {
				const found = await digest(other, lead.id, { relatedLists: ['Notes'], options });
				return { ...found, asked: other.sandbox.log.crm('fetch_full_data').length };
			} finally {
				await other.close();
			}
		};

		it('are plain, and marked where Zoho may have cut them', async () => {
			const { record, lists, asked } = await withTexts();
			expect(lists.Notes?.rows[0]?.Note_Content).toBe('Hello & welcome\n\nBye');
			expect(record.Description).toBe(`${CUT}… [may be cut by Zoho]`);
			expect(asked).toBe(0);
		});

		it('are read whole where that is wanted, and cut with a mark', async () => {
			const { record, asked } = await withTexts({ fullText: true });
			expect(record.Description).toBe(`${CUT}${'y'.repeat(500)}… [cut: 1000 of 1200 characters]`);
			expect(asked).toBe(1);
		});

		it('are cut where it is wanted', async () => {
			const { record, lists } = await withTexts({ maxCharacters: 5 });
			expect(record.Description).toBe('xxxxx… [cut: 5 of 500 characters]');
			expect(lists.Notes?.rows[0]?.Note_Content).toMatch(/^Hello… \[cut: 5 of \d+ characters\]$/);
		});
	});

	it.each([
		['maxCharacters', 0],
		['maxCharacters', 'many'],
		['fullText', 'maybe'],
	])('refuses %s %j, unsent', async (name, value) => {
		const { errorOutput } = await bench().run(
			digestOf('Leads', id, { options: { [name]: value } }),
			ON_ERROR,
		);
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: 'INVALID_PARAMETER',
			details: { parameter: name },
		});
		expect(paths()).toEqual([]);
	});

	it('is what an AI agent gets', async () => {
		const said = await bench().runAsTool('engine', digestOf('Leads', id, { limit: 1 }));
		const [found] = JSON.parse(said) as Digest[];
		expect(found?.events).toHaveLength(5);
	});
});
