import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';
import {
	apiVersionOption,
	fieldsParameter,
	includeParentOption,
	moduleLocator,
	optionsParameter,
	recordLocator,
	relatedListLocator,
	simplifyOption,
} from '../ZohoCrmRelatedRecords/actions/parameters/descriptions';
import { LABELS } from '../ZohoCrmRelatedRecords/helpers/labels';
import { DEFAULT_MAX_PER_POLL } from './parameters/triggerParameters';

const forRecord = { displayOptions: { show: { watch: ['record'] } } };
const forModule = { displayOptions: { show: { watch: ['module'] } } };

const childModuleLocator: INodeProperties = {
	...moduleLocator,
	displayName: LABELS.childModule,
	name: 'childModule',
	description:
		'The module whose records are related to others, such as Tasks, Calls, Events, or one with a lookup. For closed activities, leave it empty to watch all three.',
	...forModule,
};

const options: INodeProperties[] = [
	apiVersionOption,
	{ ...includeParentOption, default: true },
	{
		displayName: LABELS.maxPerPoll,
		name: 'maxPerPoll',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_MAX_PER_POLL,
		description: 'Max number of rows to return at once; the rest comes with the next polls',
	},
	{
		...simplifyOption,
		default: false,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: LABELS.startFrom,
		name: 'startFrom',
		type: 'dateTime',
		default: '',
		description:
			'Also return rows since this time when the workflow is published for the first time. Leave this option out to start from now.',
	},
];

/** A record that is watched is named once and for all. */
function isWatchable({ name }: INodePropertyMode): boolean {
	return name !== 'externalId';
}

/** The trigger's parameters; n8n adds how often it polls. */
export const properties: INodeProperties[] = [
	{
		displayName: LABELS.event,
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Activity Closed',
				value: 'activityClosed',
				description: 'When a task or call is completed, or a meeting is over',
			},
			{
				name: 'Row Created',
				value: 'created',
				description: 'When a note, an activity or another related record is created',
			},
			{
				name: 'Row Created or Updated',
				value: 'createdOrUpdated',
				description: 'When a related record is created or changed; each item says which it is',
			},
		],
		default: 'created',
	},
	{
		displayName: LABELS.watch,
		name: 'watch',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Module',
				value: 'module',
				description: 'All records of a module, whichever record they are related to',
			},
			{
				name: 'Record',
				value: 'record',
				description: 'One related list of one record',
			},
		],
		default: 'record',
	},
	{ ...moduleLocator, ...forRecord },
	{ ...recordLocator, modes: recordLocator.modes?.filter(isWatchable), ...forRecord },
	{ ...relatedListLocator, ...forRecord },
	childModuleLocator,
	{
		displayName: LABELS.parentField,
		name: 'parentField',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: 'getParentFields',
			loadOptionsDependsOn: ['event', 'childModule.value'],
		},
		default: '',
		description:
			'The lookup that leads to the parent. It is required where the module has several. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		...forModule,
	},
	{
		...fieldsParameter,
		typeOptions: {
			loadOptionsMethod: 'getFields',
			loadOptionsDependsOn: [
				'event',
				'watch',
				'module.value',
				'relatedList.value',
				'childModule.value',
			],
		},
		description:
			'Fields to read of each row. None means a few that show what it is. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	optionsParameter(options),
];
