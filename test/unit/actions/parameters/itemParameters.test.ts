import type { IExecuteFunctions } from 'n8n-workflow';
import { ItemParameters } from '../../../../nodes/ZohoCrmRelatedRecords/actions/parameters/itemParameters';

/** An item whose options are the given value, as n8n hands it out. */
function parametersWith(options: unknown): ItemParameters {
	const context: IExecuteFunctions = Object.create({
		getNodeParameter: (name: string): unknown => (name === 'options' ? options : null),
	});
	return new ItemParameters(context, 0);
}

describe('options', () => {
	it.each([
		['an array', [1]],
		['a number', 7],
		['true', true],
		['words', 'pageSize 7'],
		['JSON of an array', '[]'],
		['JSON of null', 'null'],
	])('are refused by name where they are %s', (_what, options) => {
		expect(() => parametersWith(options)).toThrow(
			expect.objectContaining({ code: 'INVALID_PARAMETER', details: { parameter: 'options' } }),
		);
	});

	it.each([
		['an object', { pageSize: 7 }, 7],
		['the JSON text of an object', '{"pageSize": 7}', 7],
		['nothing', null, 200],
		['an empty text', ' ', 200],
	])('are read from %s', (_what, options, pageSize) => {
		expect(parametersWith(options).pageSize()).toBe(pageSize);
	});
});

describe('the record', () => {
	const ID = '4876876000000376008';
	const ADDRESS = `https://crm.zoho.com/crm/org123/tab/Leads/${ID}`;

	it.each([
		['id', ID, { text: ID }],
		['url', ADDRESS, { text: ID }],
		['externalId', 'No=7', { text: 'No=7', external: { field: 'No', value: '7' } }],
	])('by %s is evaluated once, and so is the module', (mode, value, expected) => {
		const asked: string[] = [];
		const context: IExecuteFunctions = Object.create({
			getNodeParameter: (name: string): unknown => {
				asked.push(name);
				return name === 'recordId' ? { __rl: true, mode, value } : null;
			},
		});
		expect(new ItemParameters(context, 0).recordKey('Leads')).toEqual(expected);
		expect(asked).toEqual(['options', 'recordId']);
	});
});
