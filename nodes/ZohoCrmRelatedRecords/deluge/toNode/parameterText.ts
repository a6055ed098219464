import { piecesOf, type ItemValue, type Known } from './knownValues';

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/**
 * A value as a parameter of a node holds it: as it is, or as expression.
 * @returns undefined when it is neither fixed nor a value of an item
 */
export function parameterText(value: Known): string | undefined {
	const pieces = piecesOf(value);
	if (pieces === undefined) return undefined;
	const isFixed = pieces.every((piece) => typeof piece === 'string');
	const text = isFixed ? pieces.join('') : undefined;
	// A text that begins like an expression has to be one that gives this text.
	if (text !== undefined && !text.startsWith('=')) return text;
	const terms = pieces.map((piece) => (typeof piece === 'string' ? literal(piece) : access(piece)));
	return `={{ ${terms.join(' + ')} }}`;
}

/** How an expression reaches a value of the node's input item. */
function access({ path }: ItemValue): string {
	const members = path.map((key) => (IDENTIFIER.test(key) ? `.${key}` : `[${literal(key)}]`));
	return `$json${members.join('')}`;
}

/** Text in an expression; braces are escaped, since two of them would end it. */
function literal(text: string): string {
	return JSON.stringify(text).replace(
		/[{}\u2028\u2029]/g,
		(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
