import { NodeConnectionTypes, type INode } from 'n8n-workflow';

export interface ToolContext {
	getNode(): INode;
	isToolExecution?(): boolean;
}

/**
 * Whether the node runs as the tool of an AI agent. n8n has three ways to show it, by release and
 * path: `isToolExecution` is true only where the agent itself calls the tool, the output is rewired
 * where n8n's engine calls it, and the type of a node on the canvas ends with `Tool` in both.
 */
export function isToolExecution(context: ToolContext): boolean {
	const { type, rewireOutputLogTo } = context.getNode();
	if (type.endsWith('Tool') || rewireOutputLogTo === NodeConnectionTypes.AiTool) return true;
	return context.isToolExecution?.() === true;
}
