import type { Expression, Script, Statement } from './ast';

export type Node = Statement | Expression;

/** The statements and expressions directly within a node, in source order. */
export function childrenOf(node: Node): readonly Node[] {
	switch (node.kind) {
		case 'assignment':
		case 'expression':
		case 'info':
			return [node.value];
		case 'return':
			return node.value === undefined ? [] : [node.value];
		case 'if':
			return [
				...node.branches.flatMap(({ condition, body }) => [condition, ...body]),
				...(node.otherwise ?? []),
			];
		case 'forEach':
			return [node.list, ...node.body];
		case 'while':
			return [node.condition, ...node.body];
		case 'try':
			return [...node.body, ...node.handler];
		default:
			return expressionsIn(node);
	}
}

/** All nodes of a script or a function, parents first, in source order; its other functions aside. */
export function nodesOf({ statements }: Pick<Script, 'statements'>): Generator<Node> {
	return nodesWithin(statements);
}

/** These nodes and all within them, parents first, in source order. */
export function* nodesWithin(nodes: readonly Node[]): Generator<Node> {
	const stack: Node[] = [...nodes].reverse();
	for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
		yield node;
		// One by one: spread arguments have a limit.
		for (const child of [...childrenOf(node)].reverse()) stack.push(child);
	}
}

function expressionsIn(node: Exclude<Node, { kind: 'assignment' }>): readonly Expression[] {
	switch (node.kind) {
		case 'list':
			return node.items;
		case 'map':
			return node.entries.flatMap(({ key, value }) => [key, value]);
		case 'property':
			return [node.target];
		case 'unary':
			return [node.operand];
		case 'binary':
			return [node.left, node.right];
		case 'call':
			return node.args;
		case 'method':
			return [node.target, ...node.args];
		case 'block':
			return node.attributes.map(({ value }) => value);
		default:
			return [];
	}
}
