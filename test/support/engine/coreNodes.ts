import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

const text = (name: string): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
});

function described(
	name: string,
	properties: INodeProperties[] = [],
	inputs: INodeTypeDescription['inputs'] = ['main'],
): INodeTypeDescription {
	return {
		displayName: name,
		name,
		group: ['transform'],
		version: 1,
		description: `Stands in for n8n's own ${name}`,
		defaults: { name },
		inputs,
		outputs: ['main'],
		properties,
	};
}

class ManualTrigger implements INodeType {
	description = described('manualTrigger', [], []);

	async execute(): Promise<INodeExecutionData[][]> {
		return await Promise.resolve([[{ json: {} }]]);
	}
}

class NoOp implements INodeType {
	description = described('noOp');

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	}
}

/** Only the mode that gives out JSON as written. */
class SetFields implements INodeType {
	description = described('set', [text('mode'), text('jsonOutput')]);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const output = this.getInputData().map((_, item) => {
			const json = this.getNodeParameter('jsonOutput', item);
			return {
				json: typeof json === 'string' ? jsonParse<IDataObject>(json) : (json as IDataObject),
				pairedItem: { item },
			};
		});
		return [output];
	}
}

class SplitOut implements INodeType {
	description = described('splitOut', [text('fieldToSplitOut')]);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const output = this.getInputData().flatMap(({ json }, item) => {
			const list = json[String(this.getNodeParameter('fieldToSplitOut', item))];
			const entries = Array.isArray(list) ? (list as IDataObject[]) : [];
			return entries.map((entry) => ({ json: entry, pairedItem: { item } }));
		});
		return [output];
	}
}

/** A note on the canvas: part of exported workflows, never run. */
class StickyNote implements INodeType {
	description = { ...described('stickyNote', [text('content')], []), outputs: [] };
}

/** The nodes of n8n that the example workflows need, so that they run as they are. */
export const CORE_NODES: Record<string, new () => INodeType> = {
	'n8n-nodes-base.manualTrigger': ManualTrigger,
	'n8n-nodes-base.noOp': NoOp,
	'n8n-nodes-base.set': SetFields,
	'n8n-nodes-base.splitOut': SplitOut,
	'n8n-nodes-base.stickyNote': StickyNote,
};
