import { CREDENTIAL_NAME, CREDENTIAL_TYPE } from '../../tools/editor/credential';

const WEBHOOK_PATH = 'related-records';

/** Small, so that one execution reads many pages. */
const PAGE_SIZE = 5;

export const TRIGGER = 'Webhook';
export const ZOHO = 'Zoho CRM Related Records';

/** The webhook's address below n8n's. */
export const WEBHOOK = `/webhook/${WEBHOOK_PATH}`;

/**
 * A webhook that takes `ids` of leads, and reads all notes of each.
 * @param errorWorkflowId what n8n starts for each execution that fails
 */
export function notesWorkflow(credentialId: string, errorWorkflowId: string): object {
	const nodes = [
		node(TRIGGER, 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path: WEBHOOK_PATH }),
		node('Split Out', 'n8n-nodes-base.splitOut', 1, {
			fieldToSplitOut: 'body.ids',
			options: { destinationFieldName: 'id' },
		}),
		{
			...node(ZOHO, 'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecords', 1, {
				operation: 'getRelatedRecords',
				module: { __rl: true, mode: 'name', value: 'Leads' },
				recordId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				relatedList: { __rl: true, mode: 'name', value: 'Notes' },
				fields: ['Created_Time'],
				returnAll: true,
				options: { pageSize: PAGE_SIZE, includeParent: true },
			}),
			credentials: { [CREDENTIAL_TYPE]: { id: credentialId, name: CREDENTIAL_NAME } },
		},
	];
	return workflow('Notes of leads', nodes, { errorWorkflow: errorWorkflowId });
}

export function errorWorkflow(): object {
	return workflow('After a failure', [
		node('Error Trigger', 'n8n-nodes-base.errorTrigger', 1, {}),
		node('Tell', 'n8n-nodes-base.noOp', 1, {}),
	]);
}

interface Node {
	name: string;
	[key: string]: unknown;
}

function node(name: string, type: string, typeVersion: number, parameters: object): Node {
	// Without a webhookId, n8n puts other words into a webhook's path.
	return { id: name, name, type, typeVersion, position: [0, 0], parameters, webhookId: name };
}

/** Its nodes in a row. */
function workflow(name: string, nodes: readonly Node[], settings: object = {}): object {
	const links = nodes.slice(1).map((next, index) => {
		const link = { node: next.name, type: 'main', index: 0 };
		return [nodes[index]?.name, { main: [[link]] }] as const;
	});
	return { name, nodes, connections: Object.fromEntries(links), settings };
}
