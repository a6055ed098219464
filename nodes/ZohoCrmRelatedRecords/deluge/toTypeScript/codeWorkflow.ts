import type { IConnections, INode } from 'n8n-workflow';
import type { SuggestedNode } from '../toNode/nodes';
import { connect, GRID, type PasteableWorkflow } from '../toNode/workflow';

/** Inputs of n8n's Merge node. */
export const MOST_READS = 10;

const CODE = 'Script';
const ALL_READ = 'All rows read';

/**
 * The Code node of a script behind the nodes that read, which give one item for each record: so the
 * code finds the rows by the record that it asks for, also where there are none.
 * @param reads at most `MOST_READS`, with names of their own
 */
export function codeWorkflow(
	jsCode: string,
	input: INode,
	reads: readonly SuggestedNode[],
): PasteableWorkflow {
	const connections: IConnections = {};
	const readers = reads.flatMap(({ workflow }) =>
		workflow.nodes.filter(({ name }) => name !== input.name),
	);
	const nodes: INode[] = [input, ...readers.map(asReader)];
	for (const { name } of readers) connect(connections, input.name, name);
	const isMerged = readers.length > 1;
	if (isMerged) {
		nodes.push({
			id: ALL_READ,
			name: ALL_READ,
			type: 'n8n-nodes-base.merge',
			typeVersion: 3.2,
			position: [2 * GRID, 0],
			parameters: { mode: 'append', numberInputs: readers.length },
		});
		for (const [index, { name }] of readers.entries()) connect(connections, name, ALL_READ, index);
	}
	const before = isMerged ? ALL_READ : (readers[0]?.name ?? input.name);
	nodes.push({
		id: CODE,
		name: CODE,
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		position: [(isMerged ? 3 : readers.length + 1) * GRID, 0],
		parameters: { mode: 'runOnceForAllItems', language: 'javaScript', jsCode },
	});
	connect(connections, before, CODE);
	return { nodes, connections };
}

function asReader(node: INode, row: number): INode {
	const { options } = node.parameters;
	return {
		...node,
		position: [GRID, row * GRID],
		parameters: {
			...node.parameters,
			options: { ...(typeof options === 'object' ? options : {}), outputMode: 'itemPerInput' },
		},
	};
}
