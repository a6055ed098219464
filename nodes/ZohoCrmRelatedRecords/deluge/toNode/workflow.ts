import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import { INPUT, isSplit, type Place } from './placement';

/** Can be pasted on n8n's canvas. */
export interface PasteableWorkflow {
	nodes: INode[];
	connections: IConnections;
}

const OWN_TYPE = 'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecords';
const GRID = 220;

/** The node of one read, and the one that makes items of its rows where it needs one. */
export function nodesFor(place: Place, parameters: INodeParameters, notes: string[]): INode[] {
	const { name, output, call } = place;
	const isOwn = call.kind === 'related';
	const reader: INode = {
		id: name,
		name,
		type: isOwn ? OWN_TYPE : 'n8n-nodes-base.httpRequest',
		typeVersion: isOwn ? 1 : 4.2,
		position: [0, 0],
		parameters,
		notes: notes.join('\n'),
	};
	const splitter: INode = {
		id: output,
		name: output,
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		position: [GRID, 0],
		parameters: { fieldToSplitOut: 'data', options: {} },
	};
	return isSplit(call) ? [reader, splitter] : [reader];
}

/** The nodes of one read by themselves. */
export function workflowOf(nodes: readonly INode[]): PasteableWorkflow {
	const connections: IConnections = {};
	let before: INode | undefined;
	for (const node of nodes) {
		if (before !== undefined) connect(connections, before.name, node.name);
		before = node;
	}
	return { nodes: [...nodes], connections };
}

/** All nodes of a script, each behind the one its values come from, after a node for the input. */
export function wholeWorkflow(
	parts: readonly { place: Place; nodes: readonly INode[] }[],
): PasteableWorkflow {
	const input: INode = {
		id: INPUT,
		name: INPUT,
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		notes: 'Its items have the values that the script is given.',
	};
	const nodes = [input];
	const connections: IConnections = {};
	for (const [row, { place, nodes: own }] of parts.entries()) {
		let before = place.behind?.output ?? INPUT;
		for (const [index, node] of own.entries()) {
			connect(connections, before, node.name);
			nodes.push({ ...node, position: [(columnOf(place) + index) * GRID, row * GRID] });
			before = node.name;
		}
	}
	return { nodes, connections };
}

/** Nodes before a read's own one. */
function columnOf({ behind }: Place): number {
	let column = 1;
	for (let place = behind; place !== undefined; place = place.behind) {
		column += isSplit(place.call) ? 2 : 1;
	}
	return column;
}

function connect(connections: IConnections, from: string, to: string): void {
	const outputs = (connections[from] ??= { main: [[]] });
	outputs.main?.[0]?.push({ node: to, type: 'main', index: 0 });
}
