import type { INodeProperties } from 'n8n-workflow';
import { LABELS } from '../helpers/labels';
import * as convertDelugeScript from './convertDelugeScript/convertDelugeScript.operation';
import * as countRelatedRecords from './countRelatedRecords.operation';
import * as downloadAttachments from './downloadAttachments/downloadAttachments.operation';
import * as getActivityTimeline from './getActivityTimeline/getActivityTimeline.operation';
import * as getRecordDigest from './getRecordDigest/getRecordDigest.operation';
import * as getRecordHistory from './getRecordHistory.operation';
import * as getRelatedRecords from './getRelatedRecords/getRelatedRecords.operation';
import * as runDelugeScript from './runDelugeScript/runDelugeScript.operation';
import * as searchRecords from './searchRecords.operation';

/** The node's parameters: the operations, and what each of them takes. */
export const properties: INodeProperties[] = [
	{
		// n8n describes the tool of an AI agent by the action of its operation only where that depends
		// on a resource (n8n-workflow: makeDescription).
		displayName: 'Resource',
		name: 'resource',
		type: 'hidden',
		options: [{ name: 'Record', value: 'record' }],
		default: 'record',
	},
	{
		displayName: LABELS.operation,
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['record'] } },
		options: [
			{
				name: 'Convert Deluge Script',
				value: 'convertDelugeScript',
				description:
					"Turn a script in Zoho's language into nodes or TypeScript, without running it",
				action: 'Convert a deluge script',
			},
			{
				name: 'Count Related Records',
				value: 'countRelatedRecords',
				description: 'Count the rows of related lists of a record, such as its notes and deals',
				action: 'Count the related records of a record',
			},
			{
				name: 'Download Attachments',
				value: 'downloadAttachments',
				description:
					'Download the files of a record, and optionally those of its notes; AI agents get names, sizes and links',
				action: 'Download attachments of a record',
			},
			{
				name: 'Get Activity Timeline',
				value: 'getActivityTimeline',
				description: 'Read the calls, meetings and tasks of a record in time order',
				action: 'Get the activity timeline of a record',
			},
			{
				name: 'Get Record Digest',
				value: 'getRecordDigest',
				description:
					'Read a record and its related data as one item of plain text: notes, activities, emails and names of attachments, newest first',
				action: 'Get a digest of a record',
			},
			{
				name: 'Get Record History',
				value: 'getRecordHistory',
				description: 'Read what was changed in a record, when and by whom',
				action: 'Get the history of a record',
			},
			{
				name: 'Get Related Records',
				value: 'getRelatedRecords',
				description: 'Read a related list of a record, such as its notes, deals or contacts',
				action: 'Get related records of a record',
			},
			{
				name: 'Run Deluge Script',
				value: 'runDelugeScript',
				description: "Run a script in Zoho's language that reads related records",
				action: 'Run a deluge script',
			},
			{
				name: 'Search Records',
				value: 'searchRecords',
				description: 'Find records by name, email, phone or criteria, to get their IDs and fields',
				action: 'Search records by name or email or phone',
			},
		],
		default: 'getRelatedRecords',
	},
	...getRelatedRecords.description,
	...getActivityTimeline.description,
	...countRelatedRecords.description,
	...downloadAttachments.description,
	...getRecordDigest.description,
	...getRecordHistory.description,
	...runDelugeScript.description,
	...searchRecords.description,
	...convertDelugeScript.description,
];
