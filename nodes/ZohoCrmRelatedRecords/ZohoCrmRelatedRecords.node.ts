import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { properties } from './actions/description';
import { route } from './actions/router';
import { CREDENTIAL } from './helpers/constants';
import { listSearch, loadOptions } from './methods';

export class ZohoCrmRelatedRecords implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zoho CRM Related Records',
		name: 'zohoCrmRelatedRecords',
		icon: {
			light: 'file:zohoCrmRelatedRecords.svg',
			dark: 'file:zohoCrmRelatedRecords.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle:
			'={{ { convertDelugeScript: "Convert Deluge script", countRelatedRecords: "Related record counts", downloadAttachments: "Attachments", getActivityTimeline: "Activity timeline", getRecordDigest: "Record digest", getRecordHistory: "Record history", runDelugeScript: "Deluge script", searchRecords: "Record search" }[$parameter["operation"]] ?? "Related records" }}',
		description: 'Read related records, timelines, attachments and digests from Zoho CRM',
		defaults: { name: 'Zoho CRM Related Records' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: CREDENTIAL, required: true }],
		properties,
	};

	methods = { listSearch, loadOptions };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route.call(this);
	}
}
