import type { INodeParameters } from 'n8n-workflow';
import { known } from '../../support/sandbox';
import { byId, byName, byUrl, openBench, related, useBench } from './fixture';

describe('a parameter without a value', () => {
	const bench = useBench();

	const { id } = known.lead;
	const EXPRESSION = '={{ $json.leadId }}';
	const errorOf = async (parameters: INodeParameters, input: object[]) => {
		const { errorOutput } = await bench().run(parameters, {
			input: input as [],
			onError: 'continueErrorOutput',
		});
		expect(errorOutput).toHaveLength(1);
		return errorOutput[0]?.json.error;
	};
	const script = { operation: 'runDelugeScript', script: EXPRESSION };

	it.each<[string, INodeParameters, string]>([
		['recordId', { ...related('Leads', '', 'Notes'), recordId: byId(EXPRESSION) }, 'Record'],
		['recordId', { ...related('Leads', '', 'Notes'), recordId: byUrl(EXPRESSION) }, 'Record'],
		['recordId', { ...related('Leads', '', 'Notes'), recordId: EXPRESSION }, 'Record'],
		['module', { ...related('Leads', id, 'Notes'), module: byName(EXPRESSION) }, 'Module'],
		['relatedList', related('Leads', id, EXPRESSION), 'Related List'],
		['script', script, 'Script'],
		['script', { ...script, operation: 'convertDelugeScript' }, 'Script'],
	])('%s: names the expression, the item and its fields', async (parameter, parameters, label) => {
		const good = { leadId: parameter === 'script' ? 'return 1;' : id };
		const values = { module: 'Leads', relatedList: 'Notes' }[parameter];
		const input = [{ leadId: values ?? good.leadId }, { id, name: 'Erling Dach' }];
		expect(await errorOf(parameters, input)).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: `Parameter '${label}' has an expression that gave nothing for input item 1: {{ $json.leadId }}`,
			resolution: expect.stringContaining('The item has the fields: id, name.'),
			details: { parameter },
		});
	});

	it.each([
		[{}, 'The item has no fields.'],
		[
			Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`f${i}`, i])),
			'f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, and 2 more.',
		],
	])('names the fields in short: %j', async (item, fields) => {
		const parameters = { ...related('Leads', '', 'Notes'), recordId: byId(EXPRESSION) };
		expect(await errorOf(parameters, [item])).toMatchObject({
			resolution: expect.stringContaining(fields),
		});
	});

	it('that is no expression is empty', async () => {
		expect(await errorOf(related('Leads', '', 'Notes'), [{}])).toMatchObject({
			message: "Parameter 'Record' is empty",
		});
		expect(bench().sandbox.log.all).toEqual([]);
	});
});

describe('the address of a record', () => {
	it.each([
		['Contacts', 'tab/Leads', 'Leads'],
		['Leads', 'tab/Potentials', 'Deals'],
		['Quotes', 'tab/SalesOrders', 'Sales_Orders'],
	])('of another module than %s is refused: %s', async (module, tab, other) => {
		const fresh = await openBench();
		const recordId = byUrl(`https://crm.zoho.com/crm/org123/${tab}/${known.lead.id}`);
		const parameters = { ...related(module, '', 'Notes'), recordId };
		const { errorOutput } = await fresh.run(parameters, { onError: 'continueErrorOutput' });
		expect(errorOutput[0]?.json.error).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: `Parameter 'Record' is the address of a record in module '${other}', but Module is '${module}'`,
			resolution: expect.stringContaining(`Choose the module ${other}`),
		});
		expect(fresh.sandbox.log.crm()).toEqual([]);
		await fresh.close();
	});

	it.each([
		['Leads', 'Leads'],
		['Deals', 'Potentials'],
		['Vehicles5', 'CustomModule5'],
		['Vehicles5', 'Leads'],
		['Leads', 'CustomModule5'],
	])('may be one of module %s: tab %s', async (module, tab) => {
		const fresh = await openBench();
		const recordId = byUrl(`https://crm.zoho.com/crm/org123/tab/${tab}/${known.lead.id}`);
		await fresh.run(
			{ ...related(module, '', 'Notes'), recordId },
			{ onError: 'continueErrorOutput' },
		);
		expect(fresh.sandbox.log.crm()).toHaveLength(1);
		await fresh.close();
	});
});
