import type { Assignment, Call, Method, Script } from './ast';
import { nodesWithin, type Node } from './astWalk';
import { partsOf } from './ownFunctions';

/**
 * An empty collection is one of keys with values or one of elements, which shows where it is filled
 * (Zoho: collection). In each function, `c = Collection()` becomes a map where keys with values are
 * put into `c`, and else a list.
 */
export function settleCollections(script: Script): void {
	for (const statements of partsOf(script)) {
		const empty: EmptyCollection[] = [];
		const keyed = new Set<string>();
		for (const node of nodesWithin(statements)) {
			if (isEmptyCollection(node)) empty.push(node);
			if (node.kind === 'method' && node.target.kind === 'variable' && putsKeys(node)) {
				keyed.add(node.target.name);
			}
		}
		for (const { variable, value } of empty) if (keyed.has(variable)) value.name = 'Map';
	}
}

type EmptyCollection = Assignment & { value: Call };

function isEmptyCollection(node: Node): node is EmptyCollection {
	if (node.kind !== 'assignment' || node.value.kind !== 'call') return false;
	return node.value.name.toLowerCase() === 'collection' && node.value.args.length === 0;
}

/** Whether a call puts keys with values into its collection. */
function putsKeys({ name, args: [first] }: Method): boolean {
	switch (name.toLowerCase()) {
		case 'insert':
			return first?.kind === 'map' && first.isGiven === true;
		case 'insertall':
			return first?.kind === 'map';
		case 'update':
		case 'put':
			return first?.kind === 'text';
		default:
			return false;
	}
}
