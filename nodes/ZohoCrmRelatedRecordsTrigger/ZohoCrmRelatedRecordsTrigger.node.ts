import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { CREDENTIAL } from '../ZohoCrmRelatedRecords/helpers/constants';
import { properties } from './description';
import { listSearch, loadOptions } from './methods';
import { poll } from './poll/poll';

export class ZohoCrmRelatedRecordsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zoho CRM Related Records Trigger',
		name: 'zohoCrmRelatedRecordsTrigger',
		icon: {
			light: 'file:zohoCrmRelatedRecordsTrigger.svg',
			dark: 'file:zohoCrmRelatedRecordsTrigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ { activityClosed: "Activity closed", createdOrUpdated: "Row created or updated" }[$parameter["event"]] ?? "Row created" }}',
		description: 'Starts a workflow when something is added to a record in Zoho CRM',
		defaults: { name: 'Zoho CRM Related Records Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: CREDENTIAL, required: true }],
		properties,
	};

	methods = { listSearch, loadOptions };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll.call(this);
	}
}
