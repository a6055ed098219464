import type { Block, Call, Script } from '../language/ast';
import { httpMethodOf } from '../language/blocks';
import { nodesOf } from '../language/astWalk';
import { isRead } from './reads';
import { relatedCallOf } from './relatedCall';
import { Resolver } from './resolve';
import { Scope } from './scope';

/** What a script does beside reading related lists, a sentence each: other nodes have to do that. */
export function untranslated(script: Script): string[] {
	const resolver = new Resolver(new Scope(script));
	return [...nodesOf(script)].flatMap((node) => {
		if (node.kind !== 'block' && !(node.kind === 'call' && node.name.includes('.'))) return [];
		const isTranslated = isRead(node) && relatedCallOf(node, resolver) !== undefined;
		return isTranslated ? [] : [`Line ${node.at.line}: ${told(node)}`];
	});
}

function told(node: Call | Block): string {
	if (node.kind === 'call' || node.name.toLowerCase() !== 'invokeurl') {
		return `${node.name} does not read a related list. Use another node for it.`;
	}
	const method = httpMethodOf(node);
	return method === 'GET'
		? 'invokeurl reads something other than a related list. Use the HTTP Request node for it.'
		: `invokeurl sends a ${method}, but this node only reads. Use the HTTP Request node for it.`;
}
