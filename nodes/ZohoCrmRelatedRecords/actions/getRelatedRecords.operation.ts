import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { EMAILS } from '../helpers/constants';
import { LABELS, type ParameterName } from '../helpers/labels';
import type { Converted, Row, SortField, SortOrder, Subject } from '../helpers/types';
import { emailDescriptions, emailOptions, refuseEmailOptions } from './parameters/emailOptions';
import { oneOf, recordIds } from './parameters/validate';
import { about } from '../helpers/zohoError';
import { allFields, withoutFields } from '../transport/crm/allFields';
import { readEmails } from '../transport/crm/emails';
import { findRecordId } from '../transport/crm/record';
import { readRelatedList } from '../transport/crm/relatedList';
import type { RelatedListQuery } from '../transport/crm/relatedPage';
import { outputOf } from './output/items';
import { ItemParameters } from './parameters/itemParameters';
import type { Run } from './execution';
import {
	commonOptions,
	fieldsParameter,
	limitParameters,
	moduleLocator,
	optionsParameter,
	recordLocator,
	relatedListLocator,
} from './parameters/descriptions';

const SORT_FIELDS: readonly SortField[] = ['id', 'Created_Time', 'Modified_Time'];
const SORT_ORDERS: readonly SortOrder[] = ['asc', 'desc'];
const CONVERTED: readonly Converted[] = ['false', 'true', 'both'];

const ownOptions: INodeProperties[] = [
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
		description: 'Field by which Zoho sorts the rows',
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

export const description = updateDisplayOptions({ show: { operation: ['getRelatedRecords'] } }, [
	moduleLocator,
	recordLocator,
	relatedListLocator,
	fieldsParameter,
	...limitParameters,
	optionsParameter([...commonOptions, ...ownOptions]),
]);

/**
 * Reads one related list of one record.
 * @returns the JSON of the output items
 * @throws ZohoError
 */
export async function execute(run: Run, itemIndex: number): Promise<IDataObject[]> {
	const subject: Subject = {};
	return await about(subject, async () => {
		const parameters = new ItemParameters(run.context, itemIndex);
		const module = (subject.module = parameters.module());
		const record = parameters.recordKey(module);
		subject.recordId = record.text;
		const relatedList = (subject.relatedList = parameters.relatedList());
		const chosen = parameters.fields();
		const emails = relatedList === EMAILS ? emailOptions(parameters, module) : undefined;
		if (emails === undefined) refuseEmailOptions(parameters, relatedList);
		const wanted = {
			...listOptions(parameters),
			version: parameters.apiVersion(),
			limit: parameters.limit(),
			pageSize: parameters.pageSize(),
			modifiedSince: parameters.modifiedSince(),
			module,
			relatedList,
		};
		const output = parameters.output();
		parameters.maxConcurrentRequests();
		const recordId = (subject.recordId = await findRecordId(run.client, {
			version: wanted.version,
			module,
			record,
		}));
		const request = { ...wanted, recordId };
		const parent = { module, recordId, relatedList };
		if (emails !== undefined) {
			const { rows, hasMore } = await readEmails(run.client, { ...request, ...emails });
			run.hints.addRows(rows, chosen, emails.type !== undefined);
			run.hints.addLimit(request.limit, hasMore);
			return outputOf(
				rows.map((row) => asOutput(picked(row, chosen), relatedList)),
				parent,
				output,
				hasMore,
			);
		}
		const fields = chosen.length > 0 ? chosen : await allFields(run.metadata, run.client, request);
		const read = { ...request, fields };
		const related = await readRelatedList(run.client, read, run.counts).catch((error: unknown) => {
			throw fields.length > 0 ? error : withoutFields(subject, error);
		});
		const { rows, counted, confidence, hasOthers, hasMore = false } = related;
		run.hints.addRows(rows, chosen, isFiltered(request));
		run.hints.addCount(rows.length, counted);
		run.hints.addConfidence(confidence);
		run.hints.addLimit(request.limit, hasMore);
		if (hasOthers === true) run.hints.addOthers();
		return outputOf(
			rows.map((row) => asOutput(row, relatedList)),
			parent,
			output,
			hasMore,
		);
	});
}

/** Zoho gives whole emails, whichever fields are wanted. */
function picked(email: Row, fields: readonly string[]): Row {
	if (fields.length === 0) return email;
	const wanted = Object.entries(email).filter(([name]) => fields.includes(name));
	return { id: email.id, ...Object.fromEntries(wanted) };
}

function asOutput(json: Row, relatedList: string) {
	return { json, relatedList };
}

function isFiltered({ ids, converted, modifiedSince }: Partial<RelatedListQuery>): boolean {
	return ids !== undefined || converted !== undefined || modifiedSince !== undefined;
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
