import type { JsonValue } from './types';

/** Levels of nesting at most. Zoho's rows have about five; n8n's own copying fails at some thousands. */
const MAX_DEPTH = 200;

/**
 * Parses JSON so that numbers beyond 2^53 survive, as text. Zoho sends some ids unquoted
 * (Contact_Role in a related list), and JSON.parse would round them. Keys named `__proto__`, which no
 * field of Zoho can have, are dropped: copying them would change prototypes.
 * @throws SyntaxError when the text is not JSON, or nested more than MAX_DEPTH levels deep
 */
export function parseJson(text: string): JsonValue {
	const exact = HUGE.test(text) ? quoteHugeNumbers(text) : text;
	const value: JsonValue = PROTO.test(text) ? JSON.parse(exact, withoutProto) : JSON.parse(exact);
	if (isWithin(value, MAX_DEPTH)) return value;
	throw new SyntaxError('Nested too deeply');
}

/** Whether there may be a number beyond 2^53; a text within that looks like one does no harm. */
const HUGE = /(?:^|[[:,\s])-?\d(?:[\d.]{15}|[\d.]*[eE])/;

/** Whether there may be a key `__proto__`, escaped or not. */
const PROTO = /__proto__|\\u00[567]/;

function withoutProto(key: string, value: unknown): unknown {
	return key === '__proto__' ? undefined : value;
}

function isWithin(value: JsonValue, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return true;
	const parts = Array.isArray(value) ? value : Object.values(value);
	return levels > 0 && parts.every((part) => isWithin(part, levels - 1));
}

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const SHORTEST_HUGE = '9007199254740992'.length;

/** Walks from string to string, as digits within a string are no number. */
function quoteHugeNumbers(text: string): string {
	const parts: string[] = [];
	let position = 0;
	while (position < text.length) {
		const open = text.indexOf('"', position);
		const gapEnd = open === -1 ? text.length : open;
		parts.push(quoteIn(text.slice(position, gapEnd)));
		position = open === -1 ? text.length : endOfString(text, open);
		parts.push(text.slice(gapEnd, position));
	}
	return parts.join('');
}

function quoteIn(gap: string): string {
	if (gap.length < SHORTEST_HUGE && !/[eE]/.test(gap)) return gap;
	return gap.replace(NUMBER, (number) =>
		Math.abs(Number(number)) > Number.MAX_SAFE_INTEGER ? `"${number}"` : number,
	);
}

/** Position after the closing quote of the string that opens at `open`. */
function endOfString(text: string, open: number): number {
	let close = text.indexOf('"', open + 1);
	while (close !== -1 && isEscaped(text, close)) close = text.indexOf('"', close + 1);
	return close === -1 ? text.length : close + 1;
}

function isEscaped(text: string, quote: number): boolean {
	let backslashes = 0;
	while (text[quote - 1 - backslashes] === '\\') backslashes += 1;
	return backslashes % 2 === 1;
}
