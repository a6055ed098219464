import { helper, type NamedHelper } from './helper';

/** Values: what Deluge's methods and operators do that JavaScript's do not. */
export const VALUE_HELPERS: readonly NamedHelper[] = [
	[
		'get',
		helper(
			`
/** A value within maps and lists; null where a map lacks the key. */
function get(value«: Value», ...keys«: Value[]»)«: Value» {
	return keys.reduce«<Value>»((inner, key) => {
		if (Array.isArray(inner)) {
			const item = inner[Number(key)];
			if (item === undefined) throw new Error(\`There is no item \${key} in a list of \${inner.length}\`);
			return item;
		}
		if (typeof inner === 'string') return inner === '' ? null : get(parsed(inner), key);
		if (typeof inner !== 'object' || inner === null) throw new Error(\`There is no '\${key}' in \${inner}\`);
		return Object.hasOwn(inner, String(key)) ? inner[String(key)] ?? null : null;
	}, value);
}`,
			'parsed',
		),
	],
	[
		'text',
		helper(`
/** A value as text: maps as JSON, plain lists joined by commas. */
function text(value«: Value»)«: string» {
	if (typeof value === 'string') return value;
	const plain = (_key«: string», inner«: unknown») => (typeof inner === 'bigint' ? String(inner) : inner);
	const isNested = Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null);
	if (Array.isArray(value) && !isNested) return value.map(String).join(',');
	return typeof value === 'object' && value !== null ? JSON.stringify(value, plain) : String(value);
}`),
	],
	[
		'number',
		helper(
			`
/** A number, also from its text. */
function number(value«: Value»)«: number» {
	if (!isNumber(value)) throw new Error(\`\${String(value)} is not a number\`);
	return Number(value);
}`,
			'isNumber',
		),
	],
	[
		'whole',
		helper(
			`
/** A whole number; IDs beyond 2^53 are bigints, as JavaScript would round them. */
function whole(value«: Value»)«: Value» {
	const result = Math.trunc(number(value));
	return Number.isSafeInteger(result) || typeof value === 'number' ? result : BigInt(String(value).trim());
}`,
			'number',
		),
	],
	[
		'add',
		helper(
			`
/** Joins texts, adds numbers. */
function add(a«: Value», b«: Value»)«: Value» {
	if (typeof a === 'number' && typeof b === 'number') return a + b;
	const isWhole = (value«: Value») => typeof value === 'bigint' || Number.isInteger(value);
	if (isWhole(a) && isWhole(b)) return BigInt(String(a)) + BigInt(String(b));
	if (typeof a !== 'string' && typeof b !== 'string') throw new Error('Only numbers and texts can be added');
	return text(a) + text(b);
}`,
			'text',
		),
	],
	[
		'equals',
		helper(
			`
/** Equal by content; a number equals its text. */
function equals(a«: Value», b«: Value»)«: boolean» {
	if (a === null || b === null || typeof a === typeof b && typeof a !== 'object') return a === b;
	if (typeof a === 'bigint' || typeof b === 'bigint') return String(a).trim() === String(b).trim();
	const numbers = [a, b].map((value) => (typeof value === 'object' ? NaN : Number(value)));
	if (typeof a === 'number' || typeof b === 'number') return numbers[0] === numbers[1];
	return text(a) === text(b);
}`,
			'text',
		),
	],
	[
		'compare',
		helper(`
/** Below, at or above zero; a number is compared with its text as number. */
function compare(a«: Value», b«: Value»)«: number» {
	if (a === null || b === null) throw new Error('null cannot be ordered');
	const isNumeric = [a, b].some((value) => typeof value === 'number' || typeof value === 'bigint');
	const [left, right] = isNumeric ? [Number(a), Number(b)] : [String(a), String(b)];
	return left < right ? -1 : left === right ? 0 : 1;
}`),
	],
	[
		'truthy',
		helper(`
/** Whether a condition holds. */
function truthy(value«: Value»)«: boolean» {
	const word = String(value).toLowerCase();
	if (word === 'true') return true;
	if (word === 'false' || value === null) return false;
	throw new Error(\`A condition must be true or false, not \${word}\`);
}`),
	],
	[
		'round',
		helper(
			`
/** To so many digits after the point, halves away from zero. */
function round(value«: Value», digits = 0)«: number» {
	const given = number(value);
	return Math.sign(given) * Number(\`\${Math.round(Number(\`\${Math.abs(given)}e\${digits}\`))}e-\${digits}\`);
}`,
			'number',
		),
	],
	[
		'divide',
		helper(`
/** Division, which fails by zero. */
function divide(a«: number», b«: number»)«: number» {
	if (b === 0) throw new Error('Division by zero');
	return a / b;
}`),
	],
	[
		'parsed',
		helper(`
/** The value of a JSON text; IDs beyond 2^53 become text, as JavaScript would round them. */
function parsed(json«: string»)«: Value» {
	return JSON.parse(json.replace(/"(?:[^"\\\\]|\\\\.)*"|-?\\d{16,}(?![\\d.eE])/g, (part) => (part.startsWith('"') ? part : \`"\${part}"\`)));
}`),
	],
	[
		'isNumber',
		helper(`
/** Whether a value is a number, or the text of one. */
function isNumber(value«: Value»)«: boolean» {
	return ['number', 'bigint'].includes(typeof value) || (typeof value === 'string' && /^\\s*[+-]?\\d+(\\.\\d+)?\\s*$/.test(value));
}`),
	],
	[
		'removeLast',
		helper(`
/** A text without the last place of a part. */
function removeLast(value«: string», part«: string»)«: string» {
	const position = value.lastIndexOf(part);
	return position === -1 ? value : value.slice(0, position) + value.slice(position + part.length);
}`),
	],
	[
		'prefixOf',
		helper(`
/** What stands before a part of a text; null where the part is missing. */
function prefixOf(value«: string», part«: string»)«: Value» {
	return value.includes(part) ? value.slice(0, value.indexOf(part)) : null;
}`),
	],
	[
		'suffixOf',
		helper(`
/** What stands behind a part of a text; null where the part is missing. */
function suffixOf(value«: string», part«: string»)«: Value» {
	return value.includes(part) ? value.slice(value.indexOf(part) + part.length) : null;
}`),
	],
	[
		'replaceAll',
		helper(`
/** Replaces what a pattern finds; the replacement is taken as it is. */
function replaceAll(value«: string», pattern«: string», replacement«: string», flags = 'g')«: string» {
	return value.replace(new RegExp(pattern, flags), () => replacement);
}`),
	],
	[
		'proper',
		helper(`
/** Each word with a capital. */
function proper(value«: string»)«: string» {
	return value.toLowerCase().replace(/(^|[^\\p{L}\\p{N}'])(\\p{L})/gu, (found) => found.toUpperCase());
}`),
	],
	[
		'encodeUrl',
		helper(`
/** As forms are encoded: blanks become plus signs. */
function encodeUrl(value«: string»)«: string» {
	return new URLSearchParams([['', value]]).toString().slice(1);
}`),
	],
	[
		'caught',
		helper(`
/** An error as scripts see it. */
function caught(error«: unknown»)«: Row» {
	return { message: error instanceof Error ? error.message : String(error) };
}`),
	],
];
