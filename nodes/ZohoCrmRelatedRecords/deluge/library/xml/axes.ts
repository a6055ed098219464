import type { Step } from './path';
import type { XmlNode } from './tree';

/** The nodes that a step can lead to, in the order of the document. */
export function* candidates(node: XmlNode, axis: Step['axis']): Generator<XmlNode> {
	switch (axis) {
		case 'self':
			yield node;
			return;
		case 'parent':
			if (node.kind !== 'document') yield node.parent;
			return;
		case 'attribute':
			if (node.kind === 'element') yield* node.attributes;
			return;
		case 'child':
			yield* childrenOf(node);
			return;
		case 'descendants':
			yield* descendants(node);
	}
}

/** A node and all within it but attributes, in the order of the document. */
export function* descendants(node: XmlNode): Generator<XmlNode> {
	const waiting: XmlNode[] = [node];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		yield next;
		for (const child of [...childrenOf(next)].reverse()) waiting.push(child);
	}
}

function childrenOf(node: XmlNode): readonly XmlNode[] {
	return 'children' in node ? node.children : [];
}

/** Whether a node is of the name or the kind that a step asks for. */
export function passes(node: XmlNode, test: string): boolean {
	if (test === 'node()') return true;
	if (test === 'text()') return node.kind === 'text';
	return 'name' in node && (test === '*' || node.name === test);
}
