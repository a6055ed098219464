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
		expect(found.lists.Emails).toMatchObject({ shown: 2, total: counts.Emails, more: true });
		expect(found.lists[OPEN]).toMatchObject({ shown: 2, total: counts[OPEN], more: true });
		expect(found.events).toHaveLength(10);
		const [counted, ...others] = bench().sandbox.log.crm('get_related_records_count');
		expect(others).toEqual([]);
		expect(counted?.body).toContain('"Notes"');
		expect(counted?.body).not.toContain('"Emails"');
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

	it('says how many fields it leaves out', async () => {
		bench().sandbox.faults.add({
			match: { path: 'settings/fields', query: { module: 'Campaigns' } },
			alter: (reply) => {
				const { fields } = JSON.parse(String(reply.body)) as { fields: IDataObject[] };
				const long = (_: unknown, n: number) => ({
					...fields[0],
					api_name: `A_rather_long_name_of_a_custom_field_${n}`,
				});
				return { ...reply, body: JSON.stringify({ fields: Array.from({ length: 30 }, long) }) };
			},
		});
		const { hints } = await bench().run(digestOf('Leads', id, { relatedLists: ['Campaigns'] }));
		const [request] = bench().sandbox.log.crm(/\/Campaigns$/);
		expect(request?.query.fields?.length).toBeLessThanOrEqual(1000);
		const count = request?.query.fields?.split(',').length;
		expect(count).toBeLessThan(30);
		expect(hints[0]).toBe(
			`The digest shows ${count} of the 30 fields of the rows in related list 'Campaigns'. Get Related Records reads them all.`,
		);
		expect(bench().sandbox.log.crm(/\/Campaigns$/)).toHaveLength(1);
	});

	describe('of lists that Zoho does not sort', () => {
		/** Times that are neither in the order of the rows nor against it. */
		const time = (index: number) =>
			new Date(Date.UTC(2025, 0, 1 + ((index * 7) % 25))).toISOString().replace('.000Z', '+00:00');
		const withRows = async (list: string, count: number, row?: (index: number) => IDataObject) => {
			const data = emptyDataset();
			const lead = data.withRelated('Leads', list, count, { row: row as never });
			const other = await openBench({ dataset: data.build() });
			try {
				const found = await digest(other, lead, { relatedLists: [list], limit: 3 });
				return { ...found, requests: other.sandbox.log.crm(new RegExp(`/${list}$`)).length };
			} finally {
				await other.close();
			}
		};

		it.each([
			['Emails', 'time', 3],
			['Attachments', 'Created_Time', 1],
		])('shows the newest %s', async (list, key, calls) => {
			const { lists, events, requests } = await withRows(list, 25, (index) => ({
				[key]: time(index),
			}));
			const newest = Array.from({ length: 25 }, (_, index) => time(index))
				.sort()
				.reverse()
				.slice(0, 3);
			expect(events.map((event) => event.time)).toEqual(newest);
			expect(lists[list]?.rows.map((row) => row[key])).toEqual(newest);
			expect(lists[list]).toMatchObject({ shown: 3, total: 25, more: true });
			expect(lists[list]).not.toHaveProperty('incomplete');
			expect(requests).toBe(calls);
		});

		it.each([
			[OPEN, 2100, 12],
			['Emails', 2001, 200],
			['Attachments', 2001, 11],
		])('marks %s that are too many to be read whole', async (list, count, calls) => {
			const { lists, requests } = await withRows(list, count);
			expect(lists[list]).toMatchObject({ shown: 3, more: true, incomplete: true });
			expect(requests).toBe(calls);
		});

		it.each([OPEN, 'Emails', 'Attachments'])('knows 2,000 %s whole', async (list) => {
			const { lists } = await withRows(list, 2000);
			expect(lists[list]).toMatchObject({ shown: 3, total: 2000, more: true });
			expect(lists[list]).not.toHaveProperty('incomplete');
		});
	});

	it('says what it does about activities that Zoho gives otherwise', async () => {
		bench().sandbox.faults.add({
			match: { path: new RegExp(`${OPEN}$`) },
			alter: (reply) => ({
				...reply,
				body: String(reply.body).replace('"$module":"Calls"', '"$module":"Visits"'),
			}),
		});
		const refusal = {
			code: 'INVALID_DATA',
			details: { resource_path_index: 2 },
			message: 'x',
			status: 'error',
		};
		bench().sandbox.faults.add({
			match: { path: new RegExp(`${CLOSED}$`) },
			reply: { status: 400, body: refusal },
		});
		const { hints, json } = await bench().run(
			digestOf('Leads', id, { relatedLists: [OPEN, CLOSED] }),
		);
		expect(hints.slice(0, 2).sort()).toEqual([
			"The digest shows calls, meetings and tasks. Zoho's list also holds records of module 'Visits', which were left out.",
			'Zoho refused its list of all activities, so the digest was merged from the lists of calls, meetings and tasks.',
		]);
		const { lists } = json[0] as unknown as Digest;
		expect(lists[OPEN]?.total).toBe((counts[OPEN] ?? 0) - 1);
		expect(lists[CLOSED]?.total).toBe(counts[CLOSED]);
	});

	it('has a way out that fits for a list whose fields Zoho does not report', async () => {
		bench().sandbox.faults.add({
			match: { path: 'settings/fields', query: { module: 'Campaigns' } },
			reply: { status: 204 },
		});
		const { refused, lists } = await digest(bench(), id, { relatedLists: ['Campaigns', 'Notes'] });
		expect(Object.keys(lists)).toEqual(['Notes']);
		expect(refused).toEqual([
			{
				relatedList: 'Campaigns',
				code: 'FIELDS_REQUIRED',
				resolution: "Read the list with 'Get Related Records', with its fields chosen.",
			},
		]);
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

		it.each([
			['500 emoji', '😀'.repeat(500), true],
			['emoji that take 500 units of UTF-16', '😀'.repeat(250), true],
			['one character less', 'x'.repeat(499), false],
			['one character more', 'x'.repeat(501), false],
		])('are marked as cut or not: %s', async (_what, Description, isMarked) => {
			const data = emptyDataset();
			const lead = data.add('Leads', { Last_Name: 'A', Description });
			const other = await openBench({ dataset: data.build() });
			try {
				const { record } = await digest(other, lead.id, { relatedLists: ['Notes'] });
				expect(record.Description).toBe(
					isMarked ? `${Description}… [may be cut by Zoho]` : Description,
				);
			} finally {
				await other.close();
			}
		});

		it('keep what only looks a little like HTML', async () => {
			const data = emptyDataset();
			const Description = 'Map<String> a; if (1 < 2 && 3 > 2) <ann@example.test>';
			const lead = data.add('Leads', { Last_Name: 'A', Description });
			const other = await openBench({ dataset: data.build() });
			try {
				const { record } = await digest(other, lead.id, { relatedLists: ['Notes'] });
				expect(record.Description).toBe(Description);
			} finally {
				await other.close();
			}
		});

		it('are read whole where that is wanted, and cut with a mark', async () => {
			const { record, asked } = await withTexts({ fullText: true });
			expect(record.Description).toBe(`${CUT}${'y'.repeat(500)}… [cut: 1000 of 1200 characters]`);
			expect(asked).toBe(1);
		});

		it('are read whole in the rows of other lists as well', async () => {
			const data = emptyDataset();
			const lead = data.add('Leads', { Last_Name: 'A' });
			const campaign = { Description: CUT, $full_Description: `${CUT}!` };
			data.relate('Leads', lead.id, 'Campaigns', data.add('Campaigns', campaign));
			const other = await openBench({ dataset: data.build() });
			try {
				const options = { fullText: true };
				const { lists } = await digest(other, lead.id, { relatedLists: ['Campaigns'], options });
				expect(lists.Campaigns?.rows[0]?.Description).toBe(`${CUT}!`);
			} finally {
				await other.close();
			}
		});

		it('stay marked where Zoho refuses them whole', async () => {
			const data = emptyDataset();
			const lead = data.add('Leads', { Last_Name: 'A', Description: CUT });
			const other = await openBench({ dataset: data.build() });
			other.sandbox.faults.add({
				match: { path: /fetch_full_data$/ },
				reply: { status: 403, body: { code: 'NO_PERMISSION', message: 'x', status: 'error' } },
			});
			try {
				const options = { fullText: true };
				const { record } = await digest(other, lead.id, { relatedLists: ['Notes'], options });
				expect(record.Description).toBe(`${CUT}… [may be cut by Zoho]`);
			} finally {
				await other.close();
			}
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
