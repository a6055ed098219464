import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import type { JsonValue } from '../../helpers/types';
import { INPUT, isSplit, type Place } from './placement';

/** Can be pasted on n8n's canvas. */
export interface PasteableWorkflow {
	nodes: INode[];
	connections: IConnections;
}

const OWN_TYPE = 'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecords';
/** From one node to the next, in pixels. */
export const GRID = 220;

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

/** Values that a script is given whatever the item has, by name. */
export type Variables = ReadonlyMap<string, JsonValue>;

/** The nodes of one read by themselves, behind one with the values of the script if there are any. */
export function workflowOf(own: readonly INode[], variables: Variables): PasteableWorkflow {
	const connections: IConnections = {};
	const nodes = variables.size === 0 ? own : [inputNode(variables), ...own.map(moved)];
	let before: INode | undefined;
	for (const node of nodes) {
		if (before !== undefined) connect(connections, before.name, node.name);
		before = node;
	}
	return { nodes: [...nodes], connections };
}

function moved(node: INode): INode {
	return { ...node, position: [node.position[0] + GRID, node.position[1]] };
}

/** The node before all others, whose items have what the script is given. */
export function inputNode(variables: Variables): INode {
	const common = { id: INPUT, name: INPUT, position: [0, 0] as [number, number] };
	if (variables.size === 0) {
		return {
			...common,
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			parameters: {},
			notes: 'Its items have the values that the script is given.',
		};
	}
	return {
		...common,
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: {
			mode: 'raw',
			jsonOutput: JSON.stringify(Object.fromEntries(variables), null, 2),
			includeOtherFields: true,
			options: {},
		},
		notes: 'Sets the variables of the script; it keeps the other fields of its items.',
	};
}

/** All nodes of a script, each behind the one its values come from, after a node for the input. */
export function wholeWorkflow(
	parts: readonly { place: Place; nodes: readonly INode[] }[],
	variables: Variables,
): PasteableWorkflow {
	const nodes = [inputNode(variables)];
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

/** Runs one node behind another. */
export function connect(connections: IConnections, from: string, to: string, index = 0): void {
	const outputs = (connections[from] ??= { main: [[]] });
	outputs.main?.[0]?.push({ node: to, type: 'main', index });
}
