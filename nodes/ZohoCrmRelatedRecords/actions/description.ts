import type { INodeProperties } from 'n8n-workflow';
import { LABELS } from '../helpers/labels';
import * as convertDelugeScript from './convertDelugeScript/convertDelugeScript.operation';
import * as countRelatedRecords from './countRelatedRecords.operation';
import * as downloadAttachments from './downloadAttachments/downloadAttachments.operation';
import * as getActivityTimeline from './getActivityTimeline/getActivityTimeline.operation';
import * as getRecordDigest from './getRecordDigest/getRecordDigest.operation';
import * as getRecordHistory from './getRecordHistory.operation';
import * as getRelatedRecords from './getRelatedRecords.operation';
import * as runDelugeScript from './runDelugeScript/runDelugeScript.operation';

/** The node's parameters: the operations, and what each of them takes. */
export const properties: INodeProperties[] = [
	{
		displayName: LABELS.operation,
		name: 'operation',
		type: 'options',
		noDataExpression: true,
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
				action: 'Count related records',
			},
			{
				name: 'Download Attachments',
				value: 'downloadAttachments',
				description:
					'Download the files of a record, and on request those of its notes; AI agents get names, sizes and links',
				action: 'Download attachments of a record',
			},
			{
				name: 'Get Activity Timeline',
				value: 'getActivityTimeline',
				description: 'Read the calls, meetings and tasks of a record in time order',
				action: 'Get activity timeline',
			},
			{
				name: 'Get Record Digest',
				value: 'getRecordDigest',
				description:
					'Read a record and what hangs off it in one item of plain text: notes, activities, emails and names of files, newest first',
				action: 'Get a digest of a record',
			},
			{
				name: 'Get Record History',
				value: 'getRecordHistory',
				description: 'Read what was changed in a record, when and by whom',
				action: 'Get record history',
			},
			{
				name: 'Get Related Records',
				value: 'getRelatedRecords',
				description: 'Read a related list of a record, such as its notes, deals or contacts',
				action: 'Get related records',
			},
			{
				name: 'Run Deluge Script',
				value: 'runDelugeScript',
				description: "Run a script in Zoho's language that reads related records",
				action: 'Run a deluge script',
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
	...convertDelugeScript.description,
];
