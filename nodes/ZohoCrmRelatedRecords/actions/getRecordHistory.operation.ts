import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { LABELS } from '../helpers/labels';
import type { ApiVersion } from '../helpers/types';
import { invalidParameter } from '../helpers/zohoError';
import { HISTORY, readHistory, type HistoryFilter } from '../transport/crm/history';
import type { RecordName } from '../transport/crm/record';
import type { Run } from './execution';
import { forRecord } from './forRecord';
import { outputOf } from './output/items';
import {
	apiVersionOption,
	concurrencyOption,
	includeParentOption,
	limitParameters,
	moduleLocator,
	optionsParameter,
	outputModeOption,
	recordLocator,
	simplifyOption,
} from './parameters/descriptions';
import type { ItemParameters } from './parameters/itemParameters';
import { apiNames, recordIds, sourceNames } from './parameters/validate';

/** Zoho: Timeline of a Record, v7 and v8. */
const HISTORY_VERSIONS: readonly ApiVersion[] = ['v8', 'v7'];

const ownOptions: INodeProperties[] = [
	{
		displayName: LABELS.endTime,
		name: 'endTime',
		type: 'dateTime',
		default: '',
		description: 'Only return changes made before this time',
	},
	{
		displayName: LABELS.recordModules,
		name: 'recordModules',
		type: 'multiOptions',
		options: [
			{ name: 'Attachments', value: 'Attachments' },
			{ name: 'Calls', value: 'Calls' },
			{ name: 'Emails', value: 'Emails' },
			{ name: 'Meetings', value: 'Events' },
			{ name: 'Notes', value: 'Notes' },
			{ name: 'Tasks', value: 'Tasks' },
		],
		default: [],
		description: 'Only return changes of records in these modules. Leave empty for all.',
	},
	{
		displayName: LABELS.sources,
		name: 'sources',
		type: 'string',
		default: '',
		placeholder: 'e.g. crm_ui,workflow',
		description:
			'Only return changes from these sources, comma-separated, as Zoho names them. Leave empty for all.',
	},
	{
		displayName: LABELS.startTime,
		name: 'startTime',
		type: 'dateTime',
		default: '',
		description: 'Only return changes made at or after this time',
	},
	{
		displayName: LABELS.userIds,
		name: 'userIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4876876000000327001',
		description:
			'Only return changes by the users with these IDs, comma-separated. Leave empty for all.',
	},
];

export const description = updateDisplayOptions({ show: { operation: ['getRecordHistory'] } }, [
	moduleLocator,
	recordLocator,
	...limitParameters,
	optionsParameter([
		apiVersionOption,
		concurrencyOption,
		includeParentOption,
		outputModeOption,
		simplifyOption,
		...ownOptions,
	]),
]);

/**
 * Reads the history of one record, newest first.
 * @returns the JSON of the output items
 * @throws ZohoError
 */
export async function execute(run: Run, itemIndex: number): Promise<IDataObject[]> {
	return await forRecord(run, itemIndex, ({ parameters }) => {
		const filter = filterOf(parameters);
		const wanted = {
			...filter,
			version: parameters.apiVersionOf(HISTORY_VERSIONS, 'read the history of a record'),
			limit: parameters.limit(),
		};
		const output = parameters.output();
		const read = async (record: RecordName) => {
			const { module, recordId } = record;
			const { rows, hasMore } = await readHistory(run.client, { ...wanted, ...record });
			run.hints.addRows(rows, [], isFiltered(filter));
			run.hints.addLimit(wanted.limit, hasMore);
			return outputOf(
				rows.map((json) => ({ json, relatedList: HISTORY })),
				{ module, recordId, relatedList: HISTORY },
				output,
				hasMore,
			);
		};
		return { version: wanted.version, read };
	});
}

function filterOf(parameters: ItemParameters): HistoryFilter {
	const start = parameters.instant('startTime');
	const end = parameters.instant('endTime');
	if (start !== undefined && end !== undefined && start >= end) {
		throw invalidParameter(
			'endTime',
			`is not after ${LABELS.startTime}`,
			'Enter a later time, or remove one of the two options.',
		);
	}
	return {
		recordModules: apiNames(parameters.option('recordModules'), 'recordModules'),
		sources: sourceNames(parameters.option('sources'), 'sources'),
		userIds: recordIds(parameters.option('userIds'), 'userIds'),
		start,
		end,
	};
}

function isFiltered({ recordModules, sources, userIds, start, end }: HistoryFilter): boolean {
	const isNamed = [recordModules, sources, userIds].some((values) => values.length > 0);
	return isNamed || start !== undefined || end !== undefined;
}
