import type { Steps } from '../../helpers/steps';
import type { Expression, Try } from '../language/ast';
import { nodesOf, type Node } from '../language/astWalk';
import type { Translation } from './translation';

const NO_LINE = 'An error has no line number in TypeScript.';
const OTHER_WORDS = 'Messages of errors are worded differently in TypeScript.';

/** Tells where a script reads of an error what differs in its translation: its line, and its words. */
export function* noteErrors({ error, handler }: Try, translation: Translation): Steps<void> {
	const isError = (node: Node) => node.kind === 'variable' && node.name === error;
	const parts = new Set<Expression>();
	for (const node of nodesOf({ statements: handler })) {
		yield;
		const name = partOf(node);
		if (name !== undefined && isError(name.target)) {
			parts.add(name.target);
			if (name.part === 'lineno') translation.note(node.at, NO_LINE);
			if (name.part === 'message') translation.noteOnce(node.at, OTHER_WORDS);
		}
		if (isError(node) && !parts.has(node as Expression)) {
			translation.note(node.at, NO_LINE);
			translation.noteOnce(node.at, OTHER_WORDS);
		}
	}
}

/** `e.message` and `e.get("message")`; parents come before their targets. */
function partOf(node: Node): { target: Expression; part: string } | undefined {
	if (node.kind === 'property') return { target: node.target, part: node.name.toLowerCase() };
	if (node.kind !== 'method' || !/^get(json)?$/i.test(node.name)) return undefined;
	const [key] = node.args;
	return key?.kind === 'text' ? { target: node.target, part: key.value.toLowerCase() } : undefined;
}
