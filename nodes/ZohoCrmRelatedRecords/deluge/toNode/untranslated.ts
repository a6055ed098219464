import type { Block, Call, OwnFunction, Script } from '../language/ast';
import { nodesOf, type Node } from '../language/astWalk';
import { httpMethodOf } from '../language/blocks';
import { functionsOf } from '../language/ownFunctions';

/** These only compute: they send no request. */
const COMPUTING = /^zoho\.encryption\./i;

function hasTask(own: OwnFunction): boolean {
	for (const node of nodesOf(own)) if (isTask(node)) return true;
	return false;
}

function isTask(node: Node): node is Block | Call {
	if (node.kind !== 'call') return node.kind === 'block';
	return node.name.includes('.') && !COMPUTING.test(node.name);
}

/** What to do about a task that no node stands for; nothing for what is no task. */
export function remarksOn(node: Node): string[] {
	return isTask(node) ? [`Line ${node.at.line}: ${told(node)}`] : [];
}

/** The functions of a script besides the one it begins with: no node stands for what they ask. */
export function remarksOnFunctions(script: Script): string[] {
	return functionsOf(script)
		.filter((own) => own.statements !== script.statements && hasTask(own))
		.map(
			({ header }) =>
				`Line ${header.at.line}: the function ${header.name} has no node: give it as a script of its own.`,
		);
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
