import type { Block, Call } from '../language/ast';
import type { Node } from '../language/astWalk';
import { httpMethodOf } from '../language/blocks';

/** What to do about a task that no node stands for; nothing for what is no task. */
export function remarksOn(node: Node): string[] {
	const isTask = node.kind === 'block' || (node.kind === 'call' && node.name.includes('.'));
	return isTask ? [`Line ${node.at.line}: ${told(node)}`] : [];
}

function told(node: Call | Block): string {
	if (node.kind === 'call' || node.name.toLowerCase() !== 'invokeurl') {
		return `${node.name} has no node here that does the same. Use another node for it.`;
	}
	const method = httpMethodOf(node);
	return method === 'GET'
		? 'invokeurl reads something other than a related list or records, or an address that only the script works out. Use the HTTP Request node for it.'
		: `invokeurl sends a ${method}, but this node only reads. Use the HTTP Request node for it.`;
}
