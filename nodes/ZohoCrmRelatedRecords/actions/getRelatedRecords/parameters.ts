import type { INodeProperties } from 'n8n-workflow';
import { EMAILS } from '../../helpers/constants';
import { LABELS, type ParameterName } from '../../helpers/labels';
import type { Converted, SortField, SortOrder } from '../../helpers/types';
import type { RelatedListRead } from '../../transport/crm/fieldGroups';
import type { RecordItem } from '../forRecord';
import {
	emailDescriptions,
	emailOptions,
	refuseEmailOptions,
	type EmailOptions,
} from '../parameters/emailOptions';
import type { ItemParameters, OutputOptions } from '../parameters/itemParameters';
import { oneOf, recordIds } from '../parameters/validate';

const SORT_FIELDS: readonly SortField[] = ['id', 'Created_Time', 'Modified_Time'];
const SORT_ORDERS: readonly SortOrder[] = ['asc', 'desc'];
const WAYS = ['relatedList', 'query'] as const;
const CONVERTED: readonly Converted[] = ['false', 'true', 'both'];

export const ownOptions: INodeProperties[] = [
	{
		displayName: LABELS.converted,
		name: 'converted',
		type: 'options',
		options: [
			{ name: 'All Records', value: 'both' },
			{ name: 'Only Converted', value: 'true' },
			{ name: 'Only Not Converted', value: 'false' },
		],
		default: 'false',
		description: 'Whether to read related records that were converted, such as leads',
	},
	...emailDescriptions,
	{
		displayName: LABELS.readThrough,
		name: 'readThrough',
		type: 'options',
		options: [
			{
				name: 'Query',
				value: 'query',
				description:
					'Up to 100 input items with one call. Needs the scope ZohoCRM.coql.READ under Custom Scopes of the credential. Where Zoho has no query, the related list is read.',
			},
			{
				name: 'Related List',
				value: 'relatedList',
				description: 'At least one call for each input item',
			},
		],
		default: 'relatedList',
		description: 'How to read the rows of many input items',
	},
	{
		displayName: LABELS.ids,
		name: 'ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4876876000000376008,4876876000000376009',
		description: 'Comma-separated IDs of the related records to read; others are not returned',
	},
	{
		displayName: LABELS.sortBy,
		name: 'sortBy',
		type: 'options',
		options: [
			{ name: 'Created Time', value: 'Created_Time' },
			{ name: 'ID', value: 'id' },
			{ name: 'Modified Time', value: 'Modified_Time' },
		],
		default: 'id',
		description:
			'Field by which Zoho sorts the rows. IDs are not in the order of creation: for the newest rows, sort by Created Time.',
	},
	{
		displayName: LABELS.sortOrder,
		name: 'sortOrder',
		type: 'options',
		options: [
			{ name: 'Ascending', value: 'asc' },
			{ name: 'Descending', value: 'desc' },
		],
		default: 'desc',
		description: 'Order in which Zoho sorts the rows',
	},
];

/** What an input item reads. */
export interface RelatedRecordsRead {
	/** With the fields that were chosen by name; none for all. */
	request: RelatedListRead;
	/** Of the related list Emails. */
	emails?: EmailOptions;
	isQueried: boolean;
	output: OutputOptions;
}

/**
 * The other parameters of one input item. The related list is told to the subject, for the errors.
 * @throws ZohoError INVALID_PARAMETER
 */
export function readParameters(item: RecordItem): RelatedRecordsRead {
	const { parameters, module, record, subject } = item;
	const relatedList = (subject.relatedList = parameters.relatedList());
	const fields = parameters.fields();
	const emails = relatedList === EMAILS ? emailOptions(parameters, module) : undefined;
	if (emails === undefined) refuseEmailOptions(parameters, relatedList);
	const request = {
		...listOptions(parameters),
		version: parameters.apiVersion(),
		limit: parameters.limit(),
		pageSize: parameters.pageSize(),
		modifiedSince: parameters.modifiedSince(),
		module,
		recordId: record.text,
		relatedList,
		fields,
	};
	const way = oneOf(parameters.option('readThrough') ?? 'relatedList', WAYS, 'readThrough');
	return { request, emails, isQueried: way === 'query', output: parameters.output() };
}

function listOptions(parameters: ItemParameters) {
	const ids = recordIds(parameters.option('ids'), 'ids');
	const choice = <T extends string>(name: ParameterName, allowed: readonly T[]) => {
		const value = parameters.option(name);
		return value === undefined ? undefined : oneOf(value, allowed, name);
	};
	return {
		ids: ids.length > 0 ? ids : undefined,
		sortBy: choice('sortBy', SORT_FIELDS),
		sortOrder: choice('sortOrder', SORT_ORDERS),
		converted: choice('converted', CONVERTED),
	};
}
