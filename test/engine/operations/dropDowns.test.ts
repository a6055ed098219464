import type { INodeParameters } from 'n8n-workflow';
import { known } from '../../support/sandbox';
import {
	byName,
	countOf,
	CREDENTIAL_TYPE,
	NODE_TYPE,
	openBench,
	related,
	type Bench,
} from './fixture';

describe('drop-downs', () => {
	let bench: Bench;

	beforeEach(async () => {
		bench = await openBench();
	});
	afterEach(async () => await bench.close());

	const asked = (method: string, parameters: INodeParameters) => ({
		type: NODE_TYPE,
		method,
		parameters,
		credentials: { [CREDENTIAL_TYPE]: bench.credentialId },
	});
	const search = async (
		method: string,
		parameters: INodeParameters,
		filter?: string,
		paginationToken?: string,
	) => await bench.engine.listSearch({ ...asked(method, parameters), filter, paginationToken });
	const fieldsOf = async (parameters: INodeParameters) =>
		await bench.engine.loadOptions(asked('getFields', parameters));

	it('list the modules by name, custom ones too, without those that cannot be read', async () => {
		const { results } = await search('searchModules', {});
		const values = results.map(({ value }) => value);
		expect(values).toEqual(expect.arrayContaining(['Leads', known.customModule.apiName]));
		expect(values).not.toContain(known.hiddenModule);
		expect(values).not.toContain(known.notSupportedModule);
		const names = results.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
		const filtered = await search('searchModules', {}, 'LEA');
		expect(filtered.results.map(({ value }) => value)).toEqual(['Leads']);
	});

	it('list the related lists of the module that users see', async () => {
		const { results } = await search('searchRelatedLists', { module: byName('Accounts') });
		const values = results.map(({ value }) => value);
		expect(values).toEqual(expect.arrayContaining(['Contacts', 'Emails', known.customModule.list]));
		bench.sandbox.data.hideRelatedList('Accounts', 'Contacts');
		const hidden = await search('searchRelatedLists', { module: byName('Accounts') });
		expect(hidden.results.map(({ value }) => value)).not.toContain('Contacts');
	});

	it('search the records of the module', async () => {
		const name = String(bench.sandbox.data.record('Leads', known.lead.id)?.Full_Name);
		const { results } = await search('searchRecords', { module: byName('Leads') }, name);
		const company = bench.sandbox.data.record('Leads', known.lead.id)?.Company;
		expect(results).toContainEqual({
			name: `${name} · ${String(company)}`,
			value: known.lead.id,
			// The sandbox's data center is Custom, which has no known address in the browser.
			url: undefined,
		});
	});

	it('tell records of one name apart by the end of their IDs where nothing else does', async () => {
		const { results } = await search('searchRecords', { module: byName('Tasks') });
		for (const { name, value } of results) {
			expect(name).toContain(` · …${String(value).slice(-6)}`);
		}
		expect(results.length).toBeGreaterThan(10);
	});

	it('list the records changed last, page by page, before anything is typed', async () => {
		const first = await search('searchRecords', { module: byName('Leads') });
		expect(first.results).toHaveLength(100);
		const next = await search(
			'searchRecords',
			{ module: byName('Leads') },
			'',
			first.paginationToken,
		);
		expect(next.results).toHaveLength(100);
		const values = [...first.results, ...next.results].map(({ value }) => value);
		expect(new Set(values).size).toBe(200);
		expect(bench.sandbox.log.crm()[0]?.query).toMatchObject({
			sort_by: 'Modified_Time',
			sort_order: 'desc',
		});
	});

	it('fall back to the records changed last without the scope to search, unrefreshed', async () => {
		await bench.close();
		bench = await openBench({ scope: 'ZohoCRM.modules.READ' });
		const { results } = await search('searchRecords', { module: byName('Leads') });
		const some = results[3];
		const found = await search(
			'searchRecords',
			{ module: byName('Leads') },
			some?.name.split(' · ')[0],
		);
		const [, company = ''] = some?.name.split(' · ') ?? [];
		const byCompany = await search('searchRecords', { module: byName('Leads') }, company);
		expect(byCompany.results).toContainEqual(some);
		expect(found.results).toContainEqual(some);
		expect(bench.sandbox.log.token()).toEqual([]);
	});

	it('refresh an expired token while searching', async () => {
		bench.sandbox.tokens.expireAccessTokens();
		const name = String(bench.sandbox.data.record('Leads', known.lead.id)?.Full_Name);
		const { results } = await search('searchRecords', { module: byName('Leads') }, name);
		expect(results.map(({ value }) => value)).toContain(known.lead.id);
		expect(bench.sandbox.log.token()).toHaveLength(1);
	});

	it('offer the fields of the rows of the related list', async () => {
		const options = await fieldsOf({
			operation: 'getRelatedRecords',
			module: byName('Accounts'),
			relatedList: byName(known.customModule.list),
		});
		expect(options).toHaveLength(known.customModule.fieldCount);
		expect(options[0]).toEqual({
			name: expect.any(String),
			value: expect.any(String),
			description: expect.any(String),
		});
	});

	const chooseFirst = (what: string) => [{ name: `Choose the ${what} first`, value: '' }];

	it.each<[string, string, INodeParameters]>([
		['module', 'a module', { module: byName(''), relatedList: byName('Notes') }],
		['related list', 'a related list', { module: byName('Leads'), relatedList: byName('') }],
		['module', 'both, as when the node has just been added', {}],
		['module', 'a module to search', { operation: 'searchRecords', module: byName('') }],
	])(
		'of fields say to choose the %s first, and ask nothing, without %s',
		async (what, _, chosen) => {
			const parameters = { operation: 'getRelatedRecords', ...chosen };
			expect(await fieldsOf(parameters)).toEqual(chooseFirst(what));
			expect(bench.sandbox.log.crm()).toEqual([]);
		},
	);

	it('take that text, chosen by mistake, for nothing', async () => {
		const { id } = known.lead;
		const mistaken = await bench.run(countOf('Leads', id, ['', 'Notes']));
		expect(mistaken.json).toEqual((await bench.run(countOf('Leads', id, ['Notes']))).json);
		const { json } = await bench.run(related('Leads', id, 'Notes', { fields: ['', 'Note_Title'] }));
		expect(Object.keys(json[0] ?? {})).toEqual(expect.arrayContaining(['id', 'Note_Title']));
	});

	it('offer the keys of emails, which have no metadata, without asking', async () => {
		const options = await fieldsOf({
			operation: 'getRelatedRecords',
			module: byName('Leads'),
			relatedList: byName('Emails'),
		});
		expect(options.map(({ value }) => value)).toEqual(
			expect.arrayContaining(['subject', 'from', 'to', 'time', 'content', 'content_text']),
		);
		expect(bench.sandbox.log.crm()).toEqual([]);
	});

	it('offer the related lists to count, of the chosen module alone', async () => {
		const listsOf = async (module: string) =>
			await bench.engine.loadOptions(asked('getRelatedLists', { module: byName(module) }));
		expect(await listsOf('')).toEqual(chooseFirst('module'));
		expect(bench.sandbox.log.crm()).toEqual([]);
		bench.sandbox.data.hideRelatedList('Accounts', 'Contacts');
		const options = await listsOf('Accounts');
		const values = options.map(({ value }) => value);
		expect(values).toEqual(expect.arrayContaining(['Notes', known.customModule.list]));
		expect(values).not.toContain('Contacts');
		expect(bench.sandbox.log.crm().map(({ path, query }) => [path, query])).toEqual([
			['/crm/v8/settings/related_lists', { module: 'Accounts' }],
		]);
	});

	it('offer the fields of all activities for a timeline', async () => {
		const options = await fieldsOf({ operation: 'getActivityTimeline', module: byName('Leads') });
		const values = options.map(({ value }) => value);
		expect(values).toEqual(expect.arrayContaining(['Subject', 'Event_Title', 'Call_Duration']));
		expect(new Set(values).size).toBe(values.length);
	});

	it('say what is missing', async () => {
		await expect(search('searchRelatedLists', { module: byName('') })).rejects.toMatchObject({
			message: 'Choose the module first. Its records or lists are then shown here.',
			description: expect.stringMatching(/./),
		});
		await expect(search('searchRecords', { module: byName('Nonsense') })).rejects.toMatchObject({
			message: expect.stringContaining("module 'Nonsense'"),
		});
	});
});
