import {
	NodeConnectionTypes,
	type EngineRequest,
	type EngineResponse,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import type { NodeClass } from './nodeTypes';

/**
 * How a tool is called: by n8n's engine, which the agent asks for it, or by the agent itself, which
 * takes the tool from n8n as a function.
 */
export type ToolPath = 'engine' | 'function';

interface Tool {
	invoke(input: IDataObject): Promise<string>;
}

/** Calls its one tool with what the parameter `input` holds, as an AI agent does. */
export class Agent implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Agent',
		name: 'agent',
		group: ['transform'],
		version: 1,
		description: 'Stands in for an AI agent and its model',
		defaults: { name: 'Agent' },
		inputs: [NodeConnectionTypes.Main, { type: NodeConnectionTypes.AiTool }],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{ displayName: 'Path', name: 'path', type: 'string', default: 'engine' },
			{ displayName: 'Tool', name: 'tool', type: 'string', default: '' },
			{ displayName: 'Input', name: 'input', type: 'json', default: '{}' },
		],
	};

	/** Gives out what a model would be told, as `said`. */
	async execute(
		this: IExecuteFunctions,
		response?: EngineResponse,
	): Promise<INodeExecutionData[][] | EngineRequest> {
		const input = JSON.parse(String(this.getNodeParameter('input', 0))) as IDataObject;
		if (this.getNodeParameter('path', 0) === 'function') {
			return [[{ json: { said: await saidByFunction(this, input) } }]];
		}
		const [answer] = response?.actionResponses ?? [];
		if (answer === undefined) return requestOf(String(this.getNodeParameter('tool', 0)), input);
		const items = answer.data.data?.[NodeConnectionTypes.AiTool]?.[0] ?? [];
		return [[{ json: { said: JSON.stringify(items.map(({ json }) => json)) } }]];
	}
}

async function saidByFunction(context: IExecuteFunctions, input: IDataObject): Promise<string> {
	const tools = (await context.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Tool[];
	const [tool] = tools;
	if (tool === undefined) throw new Error('The agent has no tool');
	try {
		return await tool.invoke(input);
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

function requestOf(nodeName: string, input: IDataObject): EngineRequest {
	const action = {
		actionType: 'ExecutionNodeAction' as const,
		nodeName,
		input,
		type: NodeConnectionTypes.AiTool,
		id: 'call-1',
		metadata: { itemIndex: 0 },
	};
	return { actions: [action], metadata: {} };
}

/** A node as n8n offers it to agents: with `Tool` behind its name, and a tool as its output. */
export function asTool(Type: new () => INodeType): NodeClass {
	return class implements INodeType {
		private readonly node = new Type();

		readonly methods = this.node.methods;

		readonly execute = this.node.execute;

		readonly description: INodeTypeDescription = {
			...this.node.description,
			name: `${this.node.description.name}Tool`,
			inputs: [],
			outputs: [NodeConnectionTypes.AiTool],
			properties: [
				...this.node.description.properties,
				{
					displayName: 'Description',
					name: 'toolDescription',
					type: 'string',
					default: this.node.description.description,
				},
			],
		};
	};
}
