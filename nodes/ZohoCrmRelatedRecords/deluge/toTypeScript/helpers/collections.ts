import { helper, type NamedHelper } from './helper';

/** Lists and maps, and what may be either. */
export const COLLECTION_HELPERS: readonly NamedHelper[] = [
	[
		'isEmpty',
		helper(`
/** Null, an empty text, list or map. */
function isEmpty(value«: Value»)«: boolean» {
	if (value === null || value === '') return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}`),
	],
	[
		'isBlank',
		helper(
			`
/** Empty, or nothing but blanks. */
function isBlank(value«: Value»)«: boolean» {
	return isEmpty(typeof value === 'string' ? value.trim() : value);
}`,
			'isEmpty',
		),
	],
	[
		'size',
		helper(`
/** Characters of a text, entries of a list or map. */
function size(value«: Value»)«: number» {
	if (typeof value === 'string' || Array.isArray(value)) return value.length;
	if (typeof value !== 'object' || value === null) throw new Error(\`\${value} has no size\`);
	return Object.keys(value).length;
}`),
	],
	[
		'contains',
		helper(
			`
/** Whether a text holds a text, or a list an item. */
function contains(value«: Value», wanted«: Value»)«: boolean» {
	if (Array.isArray(value)) return value.some((item) => equals(item, wanted));
	return text(value).includes(text(wanted));
}`,
			'equals',
			'text',
		),
	],
	[
		'containsValue',
		helper(
			`
/** Whether a map holds a value. */
function containsValue(map«: Value», wanted«: Value»)«: boolean» {
	return Object.values(map ?? {}).some((value) => equals(value, wanted));
}`,
			'equals',
		),
	],
	[
		'hasKey',
		helper(
			`
/** Whether a map, or the JSON of one, has a key. */
function hasKey(value«: Value», key«: Value»)«: boolean» {
	const map = typeof value === 'string' && value !== '' ? parsed(value) : value;
	return typeof map === 'object' && map !== null && Object.hasOwn(map, String(key));
}`,
			'parsed',
		),
	],
	[
		'items',
		helper(`
/** The items of a list. Where Zoho refused, there is a map with its message instead. */
function items(value«: Value»)«: Value[]» {
	if (Array.isArray(value)) return [...value];
	if (value === '') return [];
	const refusal = typeof value === 'object' && value !== null ? value.message : value;
	throw new Error(\`This is no list: \${refusal}\`);
}`),
	],
	[
		'toList',
		helper(
			`
/** The list in a text: JSON, or parts with a separator between them. */
function toList(value«: Value», separator«?: string»)«: Value[]» {
	if (Array.isArray(value)) return value;
	if (typeof value !== 'string') return [value];
	if (separator === undefined && value.trimStart().startsWith('[')) return toList(parsed(value));
	return value === '' ? [] : value.split(separator ?? ',');
}`,
			'parsed',
		),
	],
	[
		'toMap',
		helper(
			`
/** The map in a text of JSON. */
function toMap(value«: Value»)«: Row» {
	const map = typeof value === 'string' ? parsed(value) : value;
	if (typeof map === 'object' && map !== null && !Array.isArray(map)) return map;
	throw new Error('This is no map');
}`,
			'parsed',
		),
	],
	[
		'put',
		helper(`
/** Sets a key of a map, which is given back. */
function put(map«: Value», key«: Value», value«: Value»)«: Row» {
	if (typeof map !== 'object' || map === null || Array.isArray(map)) throw new Error('This is no map');
	map[String(key)] = value;
	return map;
}`),
	],
	[
		'append',
		helper(`
/** Adds items to a list, which is given back. */
function append(list«: Value», ...added«: Value[]»)«: Value[]» {
	if (!Array.isArray(list)) throw new Error('This is no list');
	for (const item of added) list.push(item);
	return list;
}`),
	],
	[
		'remove',
		helper(`
/** Takes an item out of a list, a key out of a map, or a part out of a text. */
function remove(value«: Value», key«: Value»)«: Value» {
	if (typeof value === 'string') return value.replaceAll(String(key), '');
	if (Array.isArray(value)) return value.splice(Number(key), 1)[0] ?? null;
	if (typeof value !== 'object' || value === null) throw new Error('This is no list or map');
	const removed = value[String(key)] ?? null;
	delete value[String(key)];
	return removed;
}`),
	],
	[
		'sorted',
		helper(
			`
/** A sorted copy of a list. */
function sorted(list«: Value», ascending«: Value» = true)«: Value[]» {
	const sign = ascending === false ? -1 : 1;
	return items(list).sort((a, b) => sign * compare(a, b));
}`,
			'items',
			'compare',
		),
	],
	[
		'distinct',
		helper(
			`
/** A list without doubles. */
function distinct(list«: Value»)«: Value[]» {
	const all = items(list);
	return all.filter((item, index) => all.findIndex((other) => equals(item, other)) === index);
}`,
			'items',
			'equals',
		),
	],
	[
		'positionOf',
		helper(
			`
/** Where a list holds an item, or a text a part; -1 where it does not. */
function positionOf(value«: Value», wanted«: Value»)«: number» {
	return Array.isArray(value) ? value.findIndex((item) => equals(item, wanted)) : text(value).indexOf(text(wanted));
}`,
			'equals',
			'text',
		),
	],
	[
		'lastPositionOf',
		helper(
			`
/** Where a list holds an item, or a text a part, for the last time. */
function lastPositionOf(value«: Value», wanted«: Value»)«: number» {
	if (!Array.isArray(value)) return text(value).lastIndexOf(text(wanted));
	return value.reduce«<number>»((last, item, index) => (equals(item, wanted) ? index : last), -1);
}`,
			'equals',
			'text',
		),
	],
	[
		'keep',
		helper(
			`
/** Takes items out of a list that are, or are not, in another; the list is given back. */
function keep(list«: Value», others«: Value», isKept«: boolean»)«: Value[]» {
	if (!Array.isArray(list)) throw new Error('This is no list');
	const kept = list.filter((item) => contains(others, item) === isKept);
	list.length = 0;
	return append(list, ...kept);
}`,
			'contains',
			'append',
		),
	],
	[
		'removeElement',
		helper(
			`
/** Takes the first item that equals a value out of a list, which is given back. */
function removeElement(list«: Value», wanted«: Value»)«: Value» {
	const index = positionOf(list, wanted);
	if (Array.isArray(list) && index !== -1) list.splice(index, 1);
	return list;
}`,
			'positionOf',
		),
	],
	[
		'clear',
		helper(`
/** Empties a list or map, which is given back. */
function clear(value«: Value»)«: Value» {
	if (Array.isArray(value)) value.length = 0;
	else if (typeof value === 'object' && value !== null) for (const key of Object.keys(value)) delete value[key];
	return value;
}`),
	],
];
