import type { INodeParameters } from 'n8n-workflow';
import { known, type Fault } from '../../support/sandbox';
import { byName, CREDENTIAL_TYPE, NODE_TYPE, openBench, related, type Bench } from './fixture';

const ON_ERROR = { onError: 'continueErrorOutput' } as const;
const NO_FIELDS = { fields: [] };
const FIELDS = '/settings/fields';

function refusal(status: number, code: string, details = {}): Fault['reply'] {
	return { status, body: { code, details, message: 'no', status: 'error' } };
}

describe('fields of lists whose rows are described in odd ways', () => {
	let bench: Bench;

	beforeEach(async () => {
		bench = await openBench();
	});
	afterEach(async () => await bench.close());

	const errorOf = async (parameters: INodeParameters) => {
		const { errorOutput, output } = await bench.run(parameters, ON_ERROR);
		expect(output).toEqual([]);
		return errorOutput[0]?.json.error;
	};
	const asked = () => bench.sandbox.log.crm().map(({ path, query }) => ({ path, query }));

	it('are asked for by the linking module, too, if named with it', async () => {
		const fields = 'Deals_X_Products.Product_Link, Deals_X_Products.Quantity_c';
		const { json, hints } = await bench.run(
			related('Deals', known.deal.id, 'Products9', { fields }),
		);
		expect(json).toHaveLength(2);
		expect(Object.keys(json[0] ?? {})).toEqual(['id', 'Product_Link', 'Quantity_c']);
		expect(asked()[0]?.query.fields).toBe(fields.replace(' ', ''));
		expect(hints.join()).not.toContain('no row with these fields');
	});

	it.each(['connected', 'linking'] as const)(
		'are those of the linking module where Zoho names the %s one',
		async (multiSelectModule) => {
			await bench.close();
			bench = await openBench({ unsettled: { multiSelectModule } });
			const { json } = await bench.run(related('Deals', known.deal.id, 'Products9', NO_FIELDS));
			expect(json).toHaveLength(2);
			expect(json[0]).toMatchObject({
				Product_Link: { id: expect.any(String) },
				Deal_Link: { id: known.deal.id },
				Quantity_c: expect.any(Number),
			});
		},
	);

	it('are not asked for where Zoho names no module, as other Zoho apps answer', async () => {
		const list = related('Leads', known.lead.id, 'Zoho_Support', NO_FIELDS);
		const { json } = await bench.run(list);
		expect(json.map(({ subject }) => subject)).toContain('Pump does not start');
		expect(asked().at(-1)?.query).not.toHaveProperty('fields');
	});

	it('have to be chosen where such a list wants some', async () => {
		const fault = { match: { path: 'Zoho_Support' } };
		const reply = refusal(400, 'REQUIRED_PARAM_MISSING', { param_name: 'fields' });
		bench.sandbox.faults.add({ ...fault, reply });
		const error = await errorOf(related('Leads', known.lead.id, 'Zoho_Support', NO_FIELDS));
		expect(error).toMatchObject({
			code: 'FIELDS_REQUIRED',
			message: expect.stringContaining('does not report the module of its rows'),
		});
		expect(JSON.stringify(error)).not.toContain('several modules');
	});

	it("are not looked up in vain as the user's own mistake", async () => {
		expect(await errorOf(related('Leads', known.lead.id, 'CheckLists', NO_FIELDS))).toMatchObject({
			code: 'FIELDS_REQUIRED',
			module: 'Leads',
			message: expect.stringMatching(/'CheckLists'.*INVALID_MODULE/),
			resolution: expect.stringContaining('Choose at least one field'),
		});
	});

	it.each([
		['NOT_SUPPORTED', 400, 'FIELDS_REQUIRED'],
		['NO_PERMISSION', 403, 'FIELDS_REQUIRED'],
		['OAUTH_SCOPE_MISMATCH', 401, 'OAUTH_SCOPE_MISMATCH'],
	])('that Zoho refuses with %s (%d) are %s', async (code, status, expected) => {
		bench.sandbox.faults.add({ match: { path: FIELDS }, reply: refusal(status, code), times: 9 });
		const list = related('Accounts', known.account.id, known.customModule.list, NO_FIELDS);
		const error = await errorOf(list);
		expect(error).toMatchObject({ code: expected, message: expect.stringContaining("'Vehicles'") });
		if (expected === 'FIELDS_REQUIRED') {
			expect(error).toMatchObject({ message: expect.stringContaining(code) });
		}
	});

	it('are asked of the list itself where its module may not be described', async () => {
		const match = { path: '/settings/related_lists' };
		bench.sandbox.faults.add({ match, reply: refusal(403, 'NO_PERMISSION'), times: 9 });
		const readable = await errorOf(related('Leads', known.lead.id, 'Notes', NO_FIELDS));
		expect(readable).toMatchObject({ code: 'FIELDS_REQUIRED' });
		const unknown = await errorOf(related('Leads', '111', 'Notes', NO_FIELDS));
		expect(unknown).toMatchObject({ code: 'INVALID_DATA', details: { resource_path_index: 1 } });
	});

	it('that have no name are not asked for', async () => {
		const body = { fields: [{ api_name: 'Note_Title' }, {}, { api_name: '' }, { api_name: null }] };
		bench.sandbox.faults.add({ match: { path: FIELDS }, reply: { status: 200, body } });
		await bench.run(related('Leads', known.lead.id, 'Notes', NO_FIELDS));
		expect(asked().at(-1)?.query.fields).toBe('Note_Title');
	});

	it('that no row has are told of, although nobody chose them', async () => {
		const body = { fields: [{ api_name: 'Elsewhere' }] };
		bench.sandbox.faults.add({ match: { path: FIELDS }, reply: { status: 200, body } });
		const { json, hints } = await bench.run(related('Leads', known.lead.id, 'Notes', NO_FIELDS));
		expect(Object.keys(json[0] ?? {})).toEqual(['id']);
		expect(hints[0]).toMatch(/only IDs/);
	});
});

describe('drop-downs of an organisation with odd modules and lists', () => {
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
	const search = async (method: string, parameters: INodeParameters, filter?: string) =>
		(await bench.engine.listSearch({ ...asked(method, parameters), filter })).results;

	it('offer no module that is hidden, deleted, or part of a form', async () => {
		const values = (await search('searchModules', {})).map(({ value }) => value);
		expect(values).toEqual(expect.arrayContaining(['Services__s', 'Appointments__s']));
		for (const name of ['Purchase_Items', 'File_Upload_1__s', 'Leavers', 'Machinery']) {
			expect(values).not.toContain(name);
		}
	});

	it.each(['searchRelatedLists', 'getRelatedLists'])(
		'offer no related list that is hidden or deleted: %s',
		async (method) => {
			const leads = { module: byName('Leads') };
			const offered =
				method === 'getRelatedLists'
					? await bench.engine.loadOptions(asked(method, leads))
					: await search(method, leads);
			const values = offered.map(({ value }) => value);
			expect(values).toContain('Notes');
			for (const name of ['Leavers', 'Machinery']) expect(values).not.toContain(name);
		},
	);

	it('leave out what has no API name', async () => {
		const module = { api_supported: true, plural_label: 'Nameless' };
		const body = {
			modules: [{ ...module, api_name: '' }, module, { ...module, api_name: 'Real' }],
		};
		bench.sandbox.faults.add({
			match: { path: '/settings/modules' },
			reply: { status: 200, body },
		});
		expect(await search('searchModules', {})).toEqual([{ name: 'Nameless', value: 'Real' }]);
	});

	it('tell equal labels apart by API name', async () => {
		const lists = await search('searchRelatedLists', { module: byName('Deals') });
		const same = (api_name: string, display_label: string) => ({ api_name, display_label });
		const body = {
			related_lists: [same('Leads', 'Leads'), same('leads9', 'leads'), same('A', 'B')],
		};
		const match = { path: '/settings/related_lists' };
		bench.sandbox.faults.add({ match, reply: { status: 200, body } });
		expect(lists.map(({ value }) => value)).toContain('Products9');
		expect(await search('searchRelatedLists', { module: byName('Deals') })).toEqual([
			{ name: 'B', value: 'A' },
			{ name: 'Leads (Leads)', value: 'Leads' },
			{ name: 'leads (leads9)', value: 'leads9' },
		]);
	});

	it.each([
		['Services__s', 'Service_Name', 'Yearly inspection · …009827', 1],
		['Coupons__s', 'Coupon_Code', 'SPRING · …009828', 2],
	])('name the records of %s by %s', async (module, field, name, requests) => {
		const [first] = await search('searchRecords', { module: byName(module) });
		expect(first?.name).toBe(name);
		expect(bench.sandbox.log.crm()).toHaveLength(requests);
		expect(bench.sandbox.log.crm().at(-1)?.query.fields).toBe(field);
	});

	it('offer the fields of the linking module', async () => {
		const parameters = {
			operation: 'getRelatedRecords',
			module: byName('Deals'),
			relatedList: byName('Products9'),
		};
		const options = await bench.engine.loadOptions(asked('getFields', parameters));
		expect(options.map(({ value }) => value)).toContain('Product_Link');
	});

	it('say why no fields can be offered', async () => {
		const parameters = {
			operation: 'getRelatedRecords',
			module: byName('Leads'),
			relatedList: byName('CheckLists'),
		};
		await expect(bench.engine.loadOptions(asked('getFields', parameters))).rejects.toMatchObject({
			message: expect.stringMatching(/fields of related list 'CheckLists'/),
		});
	});

	it('offer the fields of the activities that the user may see', async () => {
		const match = { path: FIELDS, query: { module: 'Calls' } };
		bench.sandbox.faults.add({ match, reply: refusal(403, 'NO_PERMISSION') });
		const parameters = { operation: 'getActivityTimeline', module: byName('Leads') };
		const options = await bench.engine.loadOptions(asked('getFields', parameters));
		expect(options.map(({ value }) => value)).toContain('Event_Title');
	});
});
