import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_API_VERSION } from '../../helpers/constants';
import { LABELS } from '../../helpers/labels';

// The locators have no `validation` and no `required`: n8n would then refuse the whole run where one
// item has a bad value, instead of that item.

export const moduleLocator: INodeProperties = {
	displayName: LABELS.module,
	name: 'module',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description:
		'The module of the record: choose it from the list, or enter its API name, such as Leads, Contacts, Accounts or Deals',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchModules', searchable: true },
		},
		{ displayName: 'By API Name', name: 'name', type: 'string', placeholder: 'e.g. Leads' },
	],
};

export const recordLocator: INodeProperties = {
	displayName: LABELS.recordId,
	name: 'recordId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description:
		'The record: choose it from the list, or enter its ID of 18 or 19 digits, such as 4876876000000376008',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchRecords', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 4876876000000376008',
		},
		{
			displayName: 'By External ID',
			name: 'externalId',
			type: 'string',
			placeholder: 'e.g. Customer_No=4711',
			hint: 'API name of the external field, an equals sign, and the value',
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://crm.zoho.com/crm/org123/tab/Leads/4876876000000376008',
		},
	],
};

export const relatedListLocator: INodeProperties = {
	displayName: LABELS.relatedList,
	name: 'relatedList',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description:
		'The related list to read: choose it from the list, or enter its API name, such as Notes, Deals or Contacts',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchRelatedLists', searchable: true },
		},
		{ displayName: 'By API Name', name: 'name', type: 'string', placeholder: 'e.g. Notes' },
	],
};

export const fieldsParameter: INodeProperties = {
	displayName: LABELS.fields,
	name: 'fields',
	type: 'multiOptions',
	typeOptions: {
		loadOptionsMethod: 'getFields',
		loadOptionsDependsOn: ['operation', 'module.value', 'relatedList.value'],
	},
	default: [],
	description:
		'Fields to return for each row, such as Created_Time. Leave empty for all. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const relatedListsParameter: INodeProperties = {
	displayName: LABELS.relatedLists,
	name: 'relatedLists',
	type: 'multiOptions',
	typeOptions: {
		loadOptionsMethod: 'getRelatedLists',
		loadOptionsDependsOn: ['module.value'],
	},
	default: [],
	description:
		'Related lists to read. Leave empty for all. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const limitParameter: INodeProperties = {
	displayName: LABELS.limit,
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
};

export const limitParameters: INodeProperties[] = [
	{
		displayName: LABELS.returnAll,
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{ ...limitParameter, displayOptions: { show: { returnAll: [false] } } },
];

export const concurrencyOption: INodeProperties = {
	displayName: LABELS.maxConcurrentRequests,
	name: 'maxConcurrentRequests',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 50 },
	default: 50,
	description:
		'Max number of concurrent requests to Zoho for all input items together; the value of the first item is used. Without this option, the node adapts to what Zoho accepts, up to 50.',
};

export const apiVersionOption: INodeProperties = {
	displayName: LABELS.apiVersion,
	name: 'apiVersion',
	type: 'options',
	options: [
		{ name: 'V6', value: 'v6' },
		{ name: 'V7', value: 'v7' },
		{ name: 'V8', value: 'v8' },
	],
	default: DEFAULT_API_VERSION,
	description: 'Version of the Zoho CRM API to use',
};

export const includeParentOption: INodeProperties = {
	displayName: LABELS.includeParent,
	name: 'includeParent',
	type: 'boolean',
	default: false,
	description:
		'Whether to add the module, ID and related list of the record to each row, as its parent',
};

export const outputModeOption: INodeProperties = {
	displayName: LABELS.outputMode,
	name: 'outputMode',
	type: 'options',
	options: [
		{
			name: 'One Item per Input Item',
			value: 'itemPerInput',
			description: 'All rows for an input item in one list, with a count',
		},
		{
			name: 'One Item per Row',
			value: 'itemPerRecord',
			description: 'Each row of the related list is an item of its own',
		},
	],
	default: 'itemPerRecord',
	description: 'How to divide the rows into items',
};

export const simplifyOption: INodeProperties = {
	displayName: LABELS.simplify,
	name: 'simplify',
	type: 'boolean',
	default: true,
	description:
		'Whether to return a simplified version of the response instead of the raw data: names and IDs in place of lookups, no empty values, no system keys. Without this option, rows are simplified only for AI agents.',
};

export const commonOptions: INodeProperties[] = [
	apiVersionOption,
	includeParentOption,
	concurrencyOption,
	{
		displayName: LABELS.modifiedSince,
		name: 'modifiedSince',
		type: 'dateTime',
		default: '',
		description: 'Only return rows that were modified after this time',
	},
	outputModeOption,
	{
		displayName: LABELS.pageSize,
		name: 'pageSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 200 },
		default: 200,
		description:
			'Rows to read in one request. A smaller number makes responses smaller but uses more API calls.',
	},
	simplifyOption,
];

/** The collection of options, in the order of their names. */
export function optionsParameter(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}
