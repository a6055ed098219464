import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DEFAULT_SCOPE, emptyDataset, known } from '../../support/sandbox';
import { byName, openBench, useBench } from './fixture';

const found = (searchFor: unknown, more: INodeParameters = {}): INodeParameters =>
	({
		operation: 'searchRecords',
		module: byName('Leads'),
		searchFor,
		...more,
	}) as INodeParameters;

const names = (count: number, length = 3) =>
	Array.from({ length: count }, (_, n) => `${'A'.repeat(length)}_${n}`);

describe('Search Records', () => {
	const bench = useBench();

	const { id } = known.lead;
	const lead = () => bench().sandbox.data.record('Leads', id) ?? ({} as IDataObject);

	it.each([
		['text', 'Full_Name', 'word'],
		['email', 'Email', 'email'],
		['phone', 'Phone', 'phone'],
	])('by %s', async (searchBy, field, key) => {
		const searchFor = String(lead()[field]);
		const { json } = await bench().run(found(` ${searchFor} `, { searchBy, fields: ['Company'] }));
		const row = json.find((record) => record.id === id);
		expect(row).toEqual({ id, Company: lead().Company });
		expect(Object.keys(row ?? {})[0]).toBe('id');
		expect(
			bench()
				.sandbox.log.crm()
				.map(({ path, query }) => [path, query]),
		).toEqual([
			['/crm/v8/Leads/search', { [key]: searchFor, fields: 'Company', page: '1', per_page: '50' }],
		]);
	});

	it('by criteria, with all fields where none are chosen', async () => {
		const searchFor = `(Last_Name:equals:${String(lead().Last_Name)})`;
		const { json } = await bench().run(found(searchFor, { searchBy: 'criteria', limit: 200 }));
		expect(json.find((record) => record.id === id)).toMatchObject({
			Full_Name: lead().Full_Name,
			Owner: { name: expect.any(String) },
		});
		expect(bench().sandbox.log.crm()[0]?.query).not.toHaveProperty('fields');
	});

	it('simplifies on request, and for agents', async () => {
		const parameters = found(String(lead().Full_Name), { options: { simplify: true } });
		const { json } = await bench().run(parameters);
		expect(json.find((record) => record.id === id)).toMatchObject({
			Owner: expect.any(String),
			Owner_id: expect.any(String),
		});
		const said = await bench().runAsTool('engine', found(String(lead().Full_Name)));
		expect((JSON.parse(said) as IDataObject[])[0]?.Owner).toEqual(expect.any(String));
	});

	it('says that nothing was found', async () => {
		const { json, hints } = await bench().run(found('nobodyatall'));
		expect(json).toEqual([]);
		expect(hints[0]).toBe("Zoho found no record in module 'Leads' by text: nobodyatall");
	});

	it('counts the input items for which nothing was found, and hides no other hint', async () => {
		const input = Array.from({ length: 30 }, (_, index) => ({ name: `nobody${index}` }));
		const name = String(lead().Full_Name);
		const { hints } = await bench().run(
			found('={{ $json.name }}', { fields: ['Company', 'Compny'] }),
			{ input: [...input, { name }] },
		);
		expect(hints).toEqual([
			expect.stringContaining('Zoho returned no row with these fields'),
			"Zoho found no record for 30 of 31 input items, for example in module 'Leads' by text: nobody0",
			expect.stringContaining('31 Zoho API calls used.'),
		]);
	});

	it('names fields that no record has', async () => {
		const { hints } = await bench().run(found(String(lead().Full_Name), { fields: ['Compny'] }));
		expect(hints[0]).toBe('Zoho returned no row with these fields, so they are missing: Compny.');
	});

	it.each([
		[{ searchFor: '' }, 'searchFor', 'is empty'],
		[{ searchFor: 'a' }, 'searchFor', 'is too short: a'],
		[{ searchFor: '={{ $json.name }}' }, 'searchFor', 'gave nothing for input item 0'],
		[{ searchFor: '={{ [1] }}' }, 'searchFor', 'is not text'],
		[{ searchBy: 'name' }, 'searchBy', 'cannot be name'],
		[{ limit: 2001 }, 'limit', 'from 1 to 2000'],
		[{ limit: 0 }, 'limit', 'from 1 to 2000'],
		[{ module: byName('') }, 'module', 'is empty'],
		[{ fields: 'a b' }, 'fields', 'not an API name'],
		[{ fields: names(51) }, 'fields', 'names 51 fields, more than one search takes'],
		[{ fields: names(50, 30) }, 'fields', 'names 50 fields, more than one search takes'],
		[{ options: { apiVersion: 'v5' } }, 'apiVersion', 'cannot be v5'],
	])('refuses what does not hold, unsent: %j', async (more, parameter, message) => {
		const { errorOutput } = await bench().run(found('Dach', more as INodeParameters), {
			onError: 'continueErrorOutput',
		});
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: expect.stringContaining(message),
			details: { parameter },
		});
		expect(bench().sandbox.log.all).toEqual([]);
	});

	it("names Zoho's refusals", async () => {
		const { errorOutput } = await bench().run(found('(Nonsense', { searchBy: 'criteria' }), {
			onError: 'continueErrorOutput',
		});
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: expect.stringMatching(/^INVALID/),
			module: 'Leads',
		});
	});

	it('names the scope that is missing', async () => {
		const scope = DEFAULT_SCOPE.replace(',ZohoSearch.securesearch.READ', '');
		const other = await openBench({ scope });
		const { errorOutput } = await other.run(found('Dach'), { onError: 'continueErrorOutput' });
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: 'OAUTH_SCOPE_MISMATCH',
			resolution: expect.stringContaining('ZohoSearch.securesearch.READ'),
		});
		await other.close();
	});
});

describe('a search with many results', () => {
	const dataset = emptyDataset();
	for (let number = 0; number < 450; number += 1) dataset.add('Leads', { Last_Name: 'Dach' });
	const bench = useBench({ dataset: dataset.build() });

	it.each([
		[50, ['1'], true],
		[200, ['1'], true],
		[401, ['1', '2', '3'], true],
		[450, ['1', '2', '3'], false],
		[2000, ['1', '2', '3'], false],
	])('is read page by page up to the limit: %s', async (limit, pages, isCut) => {
		const { json, hints } = await bench().run(found('Dach', { limit, fields: ['Last_Name'] }));
		expect(new Set(json.map(({ id }) => id)).size).toBe(Math.min(limit, 450));
		expect(
			bench()
				.sandbox.log.crm()
				.map(({ query }) => query.page),
		).toEqual(pages);
		expect(hints.filter((hint) => hint.includes('Raise Limit'))).toEqual(
			isCut
				? [
						`Zoho found more than ${limit} records in module 'Leads' by text: Dach. Raise Limit, or search for something narrower.`,
					]
				: [],
		);
	});

	it('counts the input items whose limit left out records', async () => {
		const input = Array.from({ length: 3 }, () => ({}));
		const { hints } = await bench().run(found('Dach', { limit: 1, fields: ['Last_Name'] }), {
			input,
		});
		expect(hints[0]).toBe(
			"Zoho found more records than Limit for 3 of 3 input items, for example in module 'Leads' by text: Dach. Raise Limit, or search for something narrower.",
		);
	});
});

describe('a search with more results than Zoho gives', () => {
	it('does not say that the limit could be raised', async () => {
		const dataset = emptyDataset();
		for (let number = 0; number < 2001; number += 1) dataset.add('Leads', { Last_Name: 'Dach' });
		const bench = await openBench({ dataset: dataset.build() });
		const { json, hints } = await bench.run(found('Dach', { limit: 2000, fields: ['Last_Name'] }));
		expect(json).toHaveLength(2000);
		expect(hints[0]).toBe(
			"Zoho found 2000 records in module 'Leads' by text: Dach. Zoho returns no more of one search, so search for something narrower.",
		);
		await bench.close();
	});
});
