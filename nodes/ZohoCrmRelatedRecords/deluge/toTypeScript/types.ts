/** What is known of the type of an expression before the script runs. */
export type StaticType =
	/** Of what is never reached. */
	| 'never'
	| 'text'
	/** A number that stays far below 2^53: of items, of characters, a day. */
	| 'count'
	/** Not a bigint. */
	| 'number'
	| 'numeric'
	| 'boolean'
	| 'null'
	| 'date'
	/** A list of maps. */
	| 'rows'
	| 'list'
	| 'map'
	| 'value';

const NAMES: Readonly<Record<StaticType, string>> = {
	never: 'Value',
	text: 'string',
	count: 'number',
	number: 'number',
	numeric: 'number | bigint',
	boolean: 'boolean',
	null: 'Value',
	date: 'ZonedDate',
	rows: 'Row[]',
	list: 'Value[]',
	map: 'Row',
	value: 'Value',
};

/** A type as TypeScript writes it. */
export function typeName(type: StaticType): string {
	return NAMES[type];
}

/** Types from the narrowest to the widest. */
const CHAINS: readonly (readonly StaticType[])[] = [
	['count', 'number', 'numeric'],
	['rows', 'list'],
];

/** The type of what can be either. */
export function join(a: StaticType, b: StaticType): StaticType {
	if (a === b || b === 'never') return a;
	if (a === 'never') return b;
	const chain = CHAINS.find((types) => types.includes(a) && types.includes(b));
	return chain === undefined ? 'value' : chain.indexOf(a) > chain.indexOf(b) ? a : b;
}

export function isNumeric(type: StaticType): boolean {
	return type === 'count' || type === 'number' || type === 'numeric';
}

export function isList(type: StaticType): boolean {
	return type === 'rows' || type === 'list';
}
