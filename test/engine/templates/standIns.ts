import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
	ITriggerFunctions,
	ITriggerResponse,
} from 'n8n-workflow';
import { CORE_NODES } from '../../support/engine/coreNodes';
import type { NodeClass } from '../../support/engine/nodeTypes';

type Output = Promise<INodeExecutionData[][]>;

const SetFields = CORE_NODES['n8n-nodes-base.set'];
const Trigger = CORE_NODES['n8n-nodes-base.manualTrigger'];

function described(
	name: string,
	properties: Partial<INodeProperties>[],
	outputs: INodeTypeDescription['outputs'] = ['main'],
): INodeTypeDescription {
	return {
		displayName: name,
		name,
		group: ['transform'],
		version: [1, 1.1, 1.2, 2.2, 2.3, 3.4],
		description: `Stands in for n8n's own ${name}`,
		defaults: { name },
		inputs: ['main'],
		outputs,
		properties: properties.map(
			(property) =>
				({
					displayName: property.name,
					type: 'string',
					default: '',
					...property,
				}) as INodeProperties,
		),
	};
}

const conditions: Partial<INodeProperties> = { name: 'conditions', type: 'filter', default: {} };

/** n8n's core decides whether the conditions of an item hold. */
function isMet(context: IExecuteFunctions, item: number): boolean {
	return context.getNodeParameter('conditions', item, false, { extractValue: true }) as boolean;
}

function linked(json: IDataObject, item: number): INodeExecutionData {
	return { json, pairedItem: { item } };
}

class ScheduleTrigger implements INodeType {
	description = { ...described('scheduleTrigger', []), inputs: [], group: ['trigger' as const] };

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const manualTriggerFunction = async (): Promise<void> => {
			this.emit([[{ json: {} }]]);
			await Promise.resolve();
		};
		return await Promise.resolve({ manualTriggerFunction });
	}
}

/** JSON as written, or one field for each assignment. */
class Set implements INodeType {
	description = described('set', [
		{ name: 'mode' },
		{ name: 'jsonOutput' },
		{ name: 'assignments', type: 'assignmentCollection', default: {} },
	]);

	async execute(this: IExecuteFunctions): Output {
		if (this.getNodeParameter('mode', 0, '') === 'raw' && SetFields) {
			return (await new SetFields().execute?.call(this)) as INodeExecutionData[][];
		}
		const output = this.getInputData().map((_, item) => {
			const fields = this.getNodeParameter('assignments.assignments', item) as IDataObject[];
			const entries = fields.map(({ name, value }) => [String(name), value] as const);
			return linked(Object.fromEntries(entries) as IDataObject, item);
		});
		return [output];
	}
}

class Filter implements INodeType {
	description = described('filter', [conditions]);

	async execute(this: IExecuteFunctions): Output {
		const output = this.getInputData().map(({ json }, item) => linked(json, item));
		return await Promise.resolve([output.filter((_, item) => isMet(this, item))]);
	}
}

class If implements INodeType {
	description = described('if', [conditions], ['main', 'main']);

	async execute(this: IExecuteFunctions): Output {
		const output = this.getInputData().map(({ json }, item) => linked(json, item));
		const met = output.map((_, item) => isMet(this, item));
		return await Promise.resolve([
			output.filter((_, item) => met[item]),
			output.filter((_, item) => !met[item]),
		]);
	}
}

/** All items as one list; none where there is no item, as n8n's own does not run then. */
class Aggregate implements INodeType {
	description = described('aggregate', [{ name: 'destinationFieldName' }]);

	async execute(this: IExecuteFunctions): Output {
		const items = this.getInputData();
		const field = String(this.getNodeParameter('destinationFieldName', 0));
		const pairedItem = items.map((_, item) => ({ item }));
		return await Promise.resolve([
			[{ json: { [field]: items.map(({ json }) => json) }, pairedItem }],
		]);
	}
}

/** Gives out the message instead of sending it. */
class Slack implements INodeType {
	description = described('slack', [{ name: 'text' }]);

	async execute(this: IExecuteFunctions): Output {
		const output = this.getInputData().map((_, item) =>
			linked({ text: this.getNodeParameter('text', item) as string }, item),
		);
		return await Promise.resolve([output]);
	}
}

/** Counts the rows that it is given, and keeps none. */
class DataTable implements INodeType {
	description = described('dataTable', [{ name: 'operation' }]);

	async execute(this: IExecuteFunctions): Output {
		const operation = this.getNodeParameter('operation', 0) as string;
		const inserted = { success: true, insertedRows: this.getInputData().length };
		const json = operation === 'insert' ? inserted : { success: true };
		return await Promise.resolve([[linked(json, 0)]]);
	}
}

/**
 * What the templates need of n8n's own nodes, beside what the engine has. In the real n8n they run
 * in test/n8n/e2e/templates.e2e.ts.
 */
export const STAND_INS: Record<string, NodeClass> = {
	'n8n-nodes-base.set': Set,
	'n8n-nodes-base.filter': Filter,
	'n8n-nodes-base.if': If,
	'n8n-nodes-base.aggregate': Aggregate,
	'n8n-nodes-base.slack': Slack,
	'n8n-nodes-base.dataTable': DataTable,
	'n8n-nodes-base.scheduleTrigger': ScheduleTrigger,
	...(Trigger && { 'n8n-nodes-base.executeWorkflowTrigger': Trigger }),
};
