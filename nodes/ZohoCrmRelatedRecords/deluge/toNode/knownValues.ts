import type { Block, Call } from '../language/ast';

/** The expression of a script that reads something from Zoho. */
export type ReadExpression = Call | Block;

/** A value that an input item of the node holds; `[]` is the item itself. */
export interface ItemValue {
	kind: 'item';
	path: readonly string[];
	/** The read whose rows the items are; unset for the input of the script. */
	of?: ReadExpression;
	/** Whether it is one row that the script picked by its number. */
	isPicked?: boolean;
}

/** What is known of a value without running the script. */
export type KnownValue =
	| ItemValue
	/** Text or digits, of fixed pieces and of values that differ from item to item. */
	| { kind: 'text'; pieces: readonly (string | ItemValue)[]; isNumber?: boolean }
	| { kind: 'map'; entries: ReadonlyMap<string, KnownValue> }
	/** What a read gives: its rows, or the answer that holds them as `data`. */
	| { kind: 'rows'; of: ReadExpression }
	/** A list whose entries are all made alike: by one `add`, or of one entry. */
	| { kind: 'list'; entry: KnownValue }
	| { kind: 'null' }
	| { kind: 'unknown' };

export const UNKNOWN: KnownValue = { kind: 'unknown' };

export function fixedText(text: string, isNumber = false): KnownValue {
	return { kind: 'text', pieces: [text], isNumber };
}

/** The text of a value that is the same for every item; undefined for any other. */
export function fixedTextOf(value: KnownValue | undefined): string | undefined {
	if (value?.kind !== 'text') return undefined;
	const fixed = value.pieces.filter((piece) => typeof piece === 'string');
	return fixed.length === value.pieces.length ? fixed.join('') : undefined;
}

/** The pieces of a value that can be part of a text. */
export function piecesOf(value: KnownValue): readonly (string | ItemValue)[] | undefined {
	if (value.kind === 'text') return value.pieces;
	return value.kind === 'item' && value.path.length > 0 ? [value] : undefined;
}

/** Characters and pieces of one text; addresses, names and IDs need far fewer. */
const MAX_CHARACTERS = 10_000;
const MAX_PIECES = 100;
/** Members of members; Zoho's rows have about five. */
const MAX_PATH = 100;

/** A text of these pieces; unknown where it grows too long. */
export function textOf(pieces: readonly (string | ItemValue)[]): KnownValue {
	const joined: (string | ItemValue)[] = [];
	for (const piece of pieces) {
		const last = joined.at(-1);
		if (typeof piece === 'string' && typeof last === 'string') joined.splice(-1, 1, last + piece);
		else joined.push(piece);
	}
	const length = joined.reduce(
		(sum, piece) => sum + (typeof piece === 'string' ? piece.length : 0),
		0,
	);
	return joined.length > MAX_PIECES || length > MAX_CHARACTERS
		? UNKNOWN
		: { kind: 'text', pieces: joined };
}

/** A member of a map or of an item. */
export function memberOf(value: KnownValue, key: string): KnownValue {
	switch (value.kind) {
		case 'item':
			if (value.path.length >= MAX_PATH) return UNKNOWN;
			return { ...value, path: [...value.path, key] };
		case 'map':
			return value.entries.get(key) ?? UNKNOWN;
		case 'rows':
			return key === 'data' ? value : UNKNOWN;
		default:
			return UNKNOWN;
	}
}

/** One of the rows that a read gives; where a list is walked, each of them in turn. */
export function elementOf(value: KnownValue, isPicked = false): KnownValue {
	switch (value.kind) {
		case 'rows':
			return { kind: 'item', path: [], of: value.of, ...(isPicked ? { isPicked } : {}) };
		case 'list':
			return value.entry;
		default:
			return UNKNOWN;
	}
}

/** An entry of a list by its number: a row of a read, or an entry of a list within an item. */
export function entryOf(value: KnownValue, index: string): KnownValue {
	return value.kind === 'item' && /^\d{1,6}$/.test(index)
		? memberOf(value, index)
		: elementOf(value, true);
}

/** Whether a value is what scripts set variables to before they have one. */
export function isEmpty(value: KnownValue): boolean {
	return value.kind === 'null' || fixedTextOf(value) === '';
}

/** Whether two texts or values of items are the same; of maps and lists, only the very same. */
export function isSame(one: KnownValue, other: KnownValue): boolean {
	const [left, right] = [piecesOf(one), piecesOf(other)];
	if (left === undefined || right === undefined) return one === other;
	return (
		left.length === right.length && left.every((piece, index) => isSamePiece(piece, right[index]))
	);
}

function isSamePiece(one: string | ItemValue, other: string | ItemValue | undefined): boolean {
	if (typeof one === 'string' || typeof other === 'string' || other === undefined) {
		return one === other;
	}
	return (
		one.of === other.of &&
		one.path.length === other.path.length &&
		one.path.every((key, index) => key === other.path[index])
	);
}
