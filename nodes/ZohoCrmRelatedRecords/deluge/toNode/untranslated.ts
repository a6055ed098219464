import type { Block, Call, Script } from '../language/ast';
import type { Node } from '../language/astWalk';
import { httpMethodOf } from '../language/blocks';
import { functionsOf } from '../language/ownFunctions';

/** What to do about a task that no node stands for; nothing for what is no task. */
export function remarksOn(node: Node): string[] {
	const isTask = node.kind === 'block' || (node.kind === 'call' && node.name.includes('.'));
	return isTask ? [`Line ${node.at.line}: ${told(node)}`] : [];
}

/** The functions of a script besides the one it begins with: no node stands for what they read. */
export function remarksOnFunctions(script: Script): string[] {
	return functionsOf(script)
		.filter(({ statements }) => statements !== script.statements)
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
