import { piecesOf, type ItemValue, type KnownValue } from './knownValues';

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** How an expression reaches the item that holds a value, and where in the item the value is. */
export interface Access {
	/** `$json`, or another node's item. */
	item: string;
	path: readonly string[];
}

export type Reach = (value: ItemValue) => Access;

/**
 * A value as a parameter of a node holds it: as it is, or as expression.
 * @returns undefined when it is neither fixed nor a value of an item
 */
export function parameterText(value: KnownValue, reach: Reach): string | undefined {
	const pieces = piecesOf(value);
	if (pieces === undefined) return undefined;
	const isFixed = pieces.every((piece) => typeof piece === 'string');
	const text = isFixed ? pieces.join('') : undefined;
	// A text that begins like an expression must become an expression that gives this text.
	if (text !== undefined && !text.startsWith('=')) return text;
	const terms = pieces.map((piece) =>
		typeof piece === 'string' ? literal(piece) : access(reach(piece)),
	);
	return `={{ ${terms.join(' + ')} }}`;
}

function access({ item, path }: Access): string {
	const members = path.map(member);
	return `${item}${members.join('')}`;
}

function member(key: string): string {
	if (IDENTIFIER.test(key)) return `.${key}`;
	return /^(0|[1-9]\d{0,5})$/.test(key) ? `[${key}]` : `[${literal(key)}]`;
}

/** Text in an expression; braces are escaped, since two of them would end it. */
function literal(text: string): string {
	return JSON.stringify(text).replace(
		/[{}\u2028\u2029]/g,
		(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
