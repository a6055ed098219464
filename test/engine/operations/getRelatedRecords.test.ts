import { emptyDataset, known } from '../../support/sandbox';
import { byId, byName, byUrl, openBench, pagesOf, related, type Bench } from './fixture';

describe('Get Related Records', () => {
	let bench: Bench;

	beforeAll(async () => {
		bench = await openBench();
	});
	afterEach(() => bench.sandbox.log.clear());
	afterAll(async () => await bench.close());

	const idsOf = (json: readonly { id?: unknown }[]) => json.map(({ id }) => id);
	const inOrder = (module: string, id: string, list: string) =>
		bench.sandbox.data
			.relatedRows(module, id, list)
			.map((row) => String(row.id))
			.sort((a, b) => (a < b ? 1 : -1));

	it('reads the first 50 rows with one request of 50', async () => {
		const { id } = known.bigAccount;
		const { json, output } = await bench.run(related('Accounts', id, 'Contacts'));
		expect(idsOf(json)).toEqual(inOrder('Accounts', id, 'Contacts').slice(0, 50));
		expect(output.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(
			true,
		);
		expect(bench.sandbox.log.crm().map(({ path, query }) => ({ path, query }))).toEqual([
			{
				path: `/crm/v8/Accounts/${id}/Contacts`,
				query: {
					fields: 'Created_Time',
					sort_by: 'id',
					sort_order: 'desc',
					page: '1',
					per_page: '50',
				},
			},
		]);
	});

	it.each([
		{ limit: 250, pages: ['1', '2'], sizes: ['126', '125'] },
		{ limit: '401', pages: ['1', '2', '3'], sizes: ['136', '135', '134'] },
	])('reads $limit rows with pages that overlap', async ({ limit, pages, sizes }) => {
		const { id } = known.bigAccount;
		const { json } = await bench.run(related('Accounts', id, 'Contacts', { limit }));
		expect(idsOf(json)).toEqual(inOrder('Accounts', id, 'Contacts').slice(0, Number(limit)));
		expect(pagesOf(bench.sandbox)).toEqual(
			pages.map((page, index) => ({ page, per_page: sizes[index] })),
		);
	});

	it('counts the limit for each input item', async () => {
		const input = [{ id: known.bigAccount.id }, { id: known.account.id }];
		const parameters = { ...related('Accounts', '={{ $json.id }}', 'Contacts'), limit: 2 };
		const { output } = await bench.run(parameters, { input });
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 1, 1].map((item) => ({ item })),
		);
	});

	it.each([
		['an ID as text', byId],
		['a bare ID in URL mode', byUrl],
		['an address', (id: string) => byUrl(`https://crm.zoho.eu/crm/org1/tab/Any/${id}/x?y=1`)],
		['an address without org', (id: string) => byUrl(`https://crm.zohocloud.ca/crm/tab/A/${id}`)],
		['a plain value', (id: string) => id],
	])('takes the record as %s', async (_, recordId) => {
		const { id, counts } = known.lead;
		const parameters = { ...related('Leads', id, 'Notes'), recordId: recordId(id) };
		expect((await bench.run(parameters)).json).toHaveLength(counts.Notes ?? NaN);
	});

	it.each([
		['an array', ['Note_Title', ' Owner ', 'Note_Title']],
		['a text', 'Note_Title, Owner,,Note_Title'],
		['an expression', '={{ ["Note_Title", "Owner"] }}'],
	])('takes fields as %s', async (_, fields) => {
		await bench.run(related('Leads', known.lead.id, 'Notes', { fields }));
		expect(bench.sandbox.log.crm().map(({ query }) => query.fields)).toEqual(['Note_Title,Owner']);
	});

	it.each([[[]], [''], ['={{ null }}']])(
		'reads all fields for %j, with two metadata calls for any number of items',
		async (fields) => {
			const { id } = known.lead;
			const parameters = related('Leads', id, 'Notes', { fields });
			const { json } = await bench.run(parameters, { input: [{}, {}, {}] });
			expect(json[0]).toMatchObject({ Note_Title: expect.any(String), Owner: expect.any(Object) });
			expect(bench.sandbox.log.crm().map(({ path }) => path)).toEqual([
				'/crm/v8/settings/related_lists',
				'/crm/v8/settings/fields',
				...Array.from({ length: 3 }, () => `/crm/v8/Leads/${id}/Notes`),
			]);
		},
	);

	it('reads more fields than fit one request in passes, and merges them by row', async () => {
		const { apiName, list, count, fieldCount } = known.customModule;
		const parameters = related('Accounts', known.account.id, list, { fields: [], limit: count });
		const { json } = await bench.run(parameters);
		const all = inOrder('Accounts', known.account.id, list);
		expect(idsOf(json)).toEqual(all);
		expect(Object.keys(json[0] ?? {}).length).toBeGreaterThan(120);
		const record = bench.sandbox.data.record(apiName, all[0] ?? '');
		expect(json[0]).toMatchObject({ id: record?.id, Name: record?.Name });
		const passes = new Set(bench.sandbox.log.crm('Vehicles5').map(({ query }) => query.fields));
		expect([...passes].flatMap((fields) => fields?.split(',') ?? [])).toHaveLength(fieldCount);
		for (const fields of passes) expect(fields?.length).toBeLessThanOrEqual(1000);
	});

	it('keeps numbers beyond 2^53 as text', async () => {
		const parameters = related('Deals', known.deal.id, 'Contact_Roles', { fields: 'Contact_Role' });
		const { json } = await bench.run(parameters);
		expect(json.map((row) => row.Contact_Role)).toContain(known.contactRole);
	});

	it('sends the options as Zoho names them', async () => {
		const options = {
			apiVersion: 'v6',
			sortBy: 'Modified_Time',
			converted: 'both',
			ids: '1, 2,1',
			pageSize: 20,
			modifiedSince: '2026-01-31T09:00:00',
		};
		const run = bench.run(related('Leads', known.lead.id, 'Notes', { options }), {
			timezone: 'Asia/Kolkata',
		});
		expect((await run).json).toEqual([]);
		const [request] = bench.sandbox.log.crm();
		expect(request?.path).toBe(`/crm/v6/Leads/${known.lead.id}/Notes`);
		expect(request?.headers['if-modified-since']).toBe('2026-01-31T09:00:00+05:30');
		expect(request?.query).toEqual({
			fields: 'Created_Time',
			sort_by: 'Modified_Time',
			sort_order: 'desc',
			ids: '1,2',
			converted: 'both',
			page: '1',
			per_page: '19',
		});
	});

	it('sorts in the order asked for', async () => {
		const options = { sortBy: 'id', sortOrder: 'asc' };
		const { json } = await bench.run(related('Leads', known.lead.id, 'Notes', { options }));
		expect(idsOf(json)).toEqual(inOrder('Leads', known.lead.id, 'Notes').reverse());
	});

	it.each(['id', 'Modified_Time'])(
		'splits more than 100 IDs over several requests, in order of %s',
		async (sortBy) => {
			const { id } = known.bigAccount;
			const wanted = inOrder('Accounts', id, 'Contacts').filter((_, i) => i % 2 === 0);
			const shuffled = [...wanted].sort((a, b) => (a.slice(-2) < b.slice(-2) ? -1 : 1));
			const options = { ids: shuffled.join(','), sortBy };
			const parameters = related('Accounts', id, 'Contacts', { options, returnAll: true });
			const { json } = await bench.run({ ...parameters, fields: 'Last_Name' });
			const expected = bench.sandbox.data
				.relatedRows('Accounts', id, 'Contacts')
				.filter((row) => wanted.includes(String(row.id)))
				.sort((a, b) => {
					const instant = (row: typeof a) => Date.parse(String(row.Modified_Time));
					const byTime = sortBy === 'id' ? 0 : instant(b) - instant(a);
					return byTime || (a.id < b.id ? 1 : -1);
				});
			expect(idsOf(json)).toEqual(expected.map((row) => row.id));
			expect(Object.keys(json[0] ?? {}).sort()).toEqual(['Last_Name', 'id']);
			expect(bench.sandbox.log.crm()).toHaveLength(3);
		},
	);

	it('gives nothing, and says so, where nothing is related or nothing was modified', async () => {
		const none = await bench.run(related('Leads', known.bareLead.id, 'Notes'));
		expect(none.json).toEqual([]);
		expect(none.hints).toContain('Nothing is related to this record in Zoho CRM.');
		const options = { modifiedSince: '2040-01-01T00:00:00Z' };
		const unchanged = await bench.run(related('Leads', known.lead.id, 'Notes', { options }));
		expect(unchanged.json).toEqual([]);
		expect(unchanged.hints[0]).toBe('No related record matches the filters.');
		expect(bench.sandbox.log.crm().map(({ status }) => status)).toEqual([204, 304]);
	});

	it('gives one item for each input item when asked to', async () => {
		const options = { outputMode: 'itemPerInput', includeParent: true };
		const input = [{ id: known.lead.id }, { id: known.bareLead.id }];
		const parameters = related('Leads', '={{ $json.id }}', 'Notes', { options });
		const { json } = await bench.run(parameters, { input });
		const count = known.lead.counts.Notes;
		expect(json).toEqual([
			{
				records: expect.any(Array),
				count,
				hasMore: false,
				module: 'Leads',
				recordId: known.lead.id,
				relatedList: 'Notes',
			},
			{
				records: [],
				count: 0,
				hasMore: false,
				module: 'Leads',
				recordId: known.bareLead.id,
				relatedList: 'Notes',
			},
		]);
		expect(json[0]?.records).toHaveLength(count ?? NaN);
		expect(json[0]?.records).toContainEqual(
			expect.objectContaining({
				parent: { module: 'Leads', id: known.lead.id, relatedList: 'Notes' },
			}),
		);
	});

	it('adds the parent to each row when asked to', async () => {
		const options = { includeParent: true };
		const { json } = await bench.run(related('Leads', known.lead.id, 'Notes', { options }));
		expect(json[0]?.parent).toEqual({ module: 'Leads', id: known.lead.id, relatedList: 'Notes' });
	});

	it('tells of a chosen field that no row has', async () => {
		const fields = ['Note_Title', 'Not_A_Field'];
		const { hints } = await bench.run(related('Leads', known.lead.id, 'Notes', { fields }));
		expect(hints).toContain(
			'Zoho returned no row with these fields, so they are missing: Not_A_Field.',
		);
	});

	it('reads a chronological list in its own order, and asks for fields there', async () => {
		const list = 'Activities_Chronological_View';
		const fields = 'Subject';
		const { json } = await bench.run(related('Leads', known.lead.id, list, { fields }));
		expect(json[0]?.$module).toMatch(/^(Calls|Events|Tasks)$/);
		expect(bench.sandbox.log.crm()[0]?.query).toEqual({ fields, page: '1', per_page: '50' });
		const without = bench.run(related('Leads', known.lead.id, list, { fields: [] }), {
			onError: 'continueErrorOutput',
		});
		const { errorOutput } = await without;
		expect(errorOutput[0]?.json.error).toMatchObject({ code: 'FIELDS_REQUIRED' });
	});

	it('lets Zoho name an unknown list when no fields are chosen', async () => {
		const parameters = related('Leads', known.lead.id, 'Nonsense', { fields: [] });
		const { errorOutput } = await bench.run(parameters, { onError: 'continueErrorOutput' });
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: 'INVALID_DATA',
			details: { resource_path_index: 2 },
			relatedList: 'Nonsense',
		});
	});

	it('takes names from an expression on the whole locator', async () => {
		const parameters = { ...related('Leads', known.lead.id, 'Notes'), module: '={{ $json.m }}' };
		const { json } = await bench.run(parameters, { input: [{ m: 'Leads' }] });
		expect(json.length).toBeGreaterThan(0);
		const list = {
			...related('Leads', known.lead.id, 'Notes'),
			relatedList: byName('={{ "Notes" }}'),
		};
		expect((await bench.run(list)).json).toHaveLength(json.length);
	});
});

describe('Get Related Records while rows change', () => {
	const FIELDS = Array.from({ length: 60 }, (_, i) => `Custom_Field_${i}`);
	let id: string;
	let bench: Bench;

	beforeEach(async () => {
		const builder = emptyDataset();
		id = builder.withRelated('Accounts', 'Contacts', 40);
		bench = await openBench({ dataset: builder.build() });
	});
	afterEach(async () => await bench.close());

	it('leaves out a row that was deleted between two passes over the fields', async () => {
		const rows = bench.sandbox.data.relatedRows('Accounts', id, 'Contacts').map((row) => row.id);
		bench.sandbox.faults.add({
			match: { path: '/Contacts' },
			skip: 1,
			then: ({ data }) => data.removeRelated('Accounts', id, 'Contacts', String(rows[3])),
		});
		const { json } = await bench.run(
			related('Accounts', id, 'Contacts', { fields: FIELDS, returnAll: true }),
		);
		expect(json.map((row) => row.id)).toEqual(rows.filter((_, i) => i !== 3));
	});

	it('keeps a row that a newer one pushed beyond the limit between two passes', async () => {
		const rows = bench.sandbox.data.relatedRows('Accounts', id, 'Contacts').map((row) => row.id);
		bench.sandbox.faults.add({
			match: { path: '/Contacts' },
			skip: 1,
			then: ({ data }) => data.addRelated('Accounts', id, 'Contacts'),
		});
		const { json } = await bench.run(
			related('Accounts', id, 'Contacts', { fields: FIELDS, limit: 10 }),
		);
		expect(json.map((row) => row.id)).toEqual(rows.slice(0, 10));
	});
});
