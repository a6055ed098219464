import type { Position, Script } from './ast';
import { childrenOf, type Node } from './astWalk';
import { partsOf } from './ownFunctions';

/** Brackets within brackets, and operators or calls in one chain. Real scripts stay below 20. */
export const MAX_NESTING = 100;
export const MAX_CHAIN = 1000;

/** What brackets in these do not count: texts and comments. Open ends run to the end of the script. */
const SKIPPED =
	/"(?:[^"\\]|\\[^])*(?:"|$)|'(?:[^'\\]|\\[^])*(?:'|$)|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y;

/**
 * Where brackets nest deeper than a parser that calls itself can follow, before it tries.
 * @returns undefined where they do not
 */
export function tooDeepBracket(source: string): Position | undefined {
	let depth = 0;
	for (let offset = 0; offset < source.length; offset += 1) {
		const char = source.charAt(offset);
		if (char === '"' || char === "'" || char === '/') offset = endOfSkipped(source, offset) - 1;
		else if ('([{'.includes(char)) depth += 1;
		else if (')]}'.includes(char)) depth -= 1;
		if (depth > MAX_NESTING) return positionOf(source, offset);
	}
	return undefined;
}

/**
 * Where an expression is a longer chain than a walk that calls itself can follow, such as ten
 * thousand additions.
 */
export function tooLongChain(script: Script): Position | undefined {
	const stack: { node: Node; depth: number }[] = partsOf(script)
		.flat()
		.map((node) => ({ node, depth: 1 }));
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		const { node, depth } = next;
		if (depth > MAX_CHAIN) return node.at;
		for (const child of childrenOf(node)) stack.push({ node: child, depth: depth + 1 });
	}
	return undefined;
}

function endOfSkipped(source: string, offset: number): number {
	SKIPPED.lastIndex = offset;
	return SKIPPED.test(source) ? SKIPPED.lastIndex : offset + 1;
}

function positionOf(source: string, offset: number): Position {
	const before = source.slice(0, offset).split('\n');
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
