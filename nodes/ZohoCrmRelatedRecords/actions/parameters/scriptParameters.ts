import type { INodeProperties } from 'n8n-workflow';
import { LABELS } from '../../helpers/labels';
import { shown } from '../../helpers/shown';
import { invalidParameter } from '../../helpers/zohoError';
import type { ItemParameters } from './itemParameters';
import { wholeNumber } from './validate';

/** Running time; Zoho stops functions after 10 to 30 seconds, waiting included. */
const MAX_SECONDS = 30;
const MOST_SECONDS = 300;

export const scriptParameter: INodeProperties = {
	displayName: LABELS.script,
	name: 'script',
	type: 'string',
	// Its colours are JavaScript's, whose mistakes it does not mark: so no valid Deluge looks wrong.
	typeOptions: { editor: 'jsEditor', rows: 12 },
	default: '',
	placeholder: 'e.g. return zoho.crm.getRelatedRecords("Notes", "Leads", leadId);',
	description:
		"A script in Deluge, Zoho's language. It can use the fields of the input item as variables.",
	hint: 'A name that the script does not set, such as leadId, is a field of the input item or a value under Variables',
};

export const variablesParameter: INodeProperties = {
	displayName: LABELS.variables,
	name: 'variables',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add variable',
	default: {},
	description:
		'Values that the script can use as variables, by name, such as leadId. They take precedence over fields of the input item with the same name.',
	options: [
		{
			displayName: 'Variable',
			name: 'variable',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. leadId',
					description: 'Name as in the script; case-sensitive',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. 4876876000000376008',
					description: 'Text, or any value as an expression',
				},
			],
		},
	],
};

export const entryFunctionOption: INodeProperties = {
	displayName: LABELS.entryFunction,
	name: 'entryFunction',
	type: 'string',
	default: '',
	placeholder: 'e.g. automation.main',
	description:
		'Function to run if the script has several. Default: the one that no other function calls, or else the first.',
};

export const maxSecondsOption: INodeProperties = {
	displayName: LABELS.maxSeconds,
	name: 'maxSeconds',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MOST_SECONDS },
	default: MAX_SECONDS,
	description:
		'Max running time of a script in seconds before it is stopped. Time spent waiting for Zoho does not count.',
};

/**
 * @returns undefined where none is chosen
 * @throws ZohoError INVALID_PARAMETER
 */
export function entryFunctionIn(parameters: ItemParameters): string | undefined {
	const value = parameters.option('entryFunction') ?? '';
	if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
	throw invalidParameter(
		'entryFunction',
		`is not text: ${shown(value)}`,
		'Enter the name of a function of the script, such as automation.main.',
	);
}

export function maxSecondsIn(parameters: ItemParameters): number {
	return wholeNumber(parameters.option('maxSeconds') ?? MAX_SECONDS, 'maxSeconds', MOST_SECONDS);
}
