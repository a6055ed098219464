import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { MAX_FIELDS, MAX_FIELDS_LENGTH } from '../helpers/constants';
import { LABELS } from '../helpers/labels';
import { shown } from '../helpers/shown';
import type { Subject } from '../helpers/types';
import { about, invalidParameter } from '../helpers/zohoError';
import { chunk } from '../transport/crm/chunk';
import { findRows, MOST_FOUND, type SearchBy } from '../transport/crm/recordSearch';
import type { Run } from './execution';
import { rowItem } from './output/items';
import {
	apiVersionOption,
	concurrencyOption,
	fieldsParameter,
	limitParameter,
	moduleLocator,
	optionsParameter,
	simplifyOption,
} from './parameters/descriptions';
import { ItemParameters } from './parameters/itemParameters';
import { oneOf } from './parameters/validate';

const SEARCH_BY: readonly SearchBy[] = ['text', 'email', 'phone', 'criteria'];
const SHORTEST_TEXT = 2;

const ownParameters: INodeProperties[] = [
	{
		displayName: LABELS.searchBy,
		name: 'searchBy',
		type: 'options',
		options: [
			{
				name: 'Criteria',
				value: 'criteria',
				description: "Conditions in Zoho's search syntax, such as (Last_Name:equals:Doe)",
			},
			{
				name: 'Email',
				value: 'email',
				description: 'The whole email address',
			},
			{
				name: 'Phone',
				value: 'phone',
				description: 'The whole phone number, as it is in Zoho CRM',
			},
			{
				name: 'Text',
				value: 'text',
				description: 'Words in any field, such as a name',
			},
		],
		default: 'text',
		description: 'Where to look for what you search',
	},
	{
		displayName: LABELS.searchFor,
		name: 'searchFor',
		type: 'string',
		default: '',
		placeholder: 'e.g. Jane Doe',
		description:
			'Text, email address or phone number to find, or criteria such as (Last_Name:equals:Doe)',
	},
	{ ...limitParameter, typeOptions: { minValue: 1, maxValue: MOST_FOUND } },
];

export const description = updateDisplayOptions({ show: { operation: ['searchRecords'] } }, [
	moduleLocator,
	...ownParameters,
	fieldsParameter,
	optionsParameter([apiVersionOption, concurrencyOption, simplifyOption]),
]);

/**
 * Finds records of one module.
 * @returns the JSON of the output items
 * @throws ZohoError
 */
export async function execute(run: Run, itemIndex: number): Promise<IDataObject[]> {
	const subject: Subject = {};
	return await about(subject, async () => {
		const parameters = new ItemParameters(run.context, itemIndex);
		const module = (subject.module = parameters.module());
		const by = oneOf(parameters.raw('searchBy') ?? 'text', SEARCH_BY, 'searchBy');
		const fields = fieldsOf(parameters);
		const limit = parameters.maxRows(MOST_FOUND);
		const text = textOf(parameters.searchFor(), by);
		const version = parameters.apiVersion();
		const { isSimple } = parameters.output();
		parameters.maxConcurrentRequests();
		const search = { version, module, by, text, fields, limit };
		const { rows, hasMore } = await findRows(run.client, search);
		// Nothing found is no list without rows, of which the other hints speak.
		if (rows.length > 0) run.hints.addRows(rows, fields, false);
		run.hints.addSearch({
			search: `in module '${module}' by ${by}: ${shown(text)}`,
			found: rows.length,
			limit,
			hasMore,
			most: MOST_FOUND,
		});
		return rows.map((row) => rowItem(row, isSimple));
	});
}

/** A search reads its fields in one request. */
function fieldsOf(parameters: ItemParameters): string[] {
	const fields = parameters.fields();
	if (chunk(fields, MAX_FIELDS, MAX_FIELDS_LENGTH).length <= 1) return fields;
	throw invalidParameter(
		'fields',
		`names ${fields.length} fields, more than one search takes`,
		`Choose at most ${MAX_FIELDS} fields, whose names have ${MAX_FIELDS_LENGTH} characters together, or none for all fields.`,
	);
}

function textOf(value: unknown, by: SearchBy): string {
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string') {
		throw invalidParameter('searchFor', `is not text: ${shown(value)}`, 'Enter what to find.');
	}
	const wanted = text.trim();
	if (wanted.length >= (by === 'text' ? SHORTEST_TEXT : 1)) return wanted;
	throw invalidParameter(
		'searchFor',
		wanted === '' ? 'is empty' : `is too short: ${shown(wanted)}`,
		by === 'text' ? 'Zoho needs at least two characters.' : 'Enter what to find.',
	);
}
