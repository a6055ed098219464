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
