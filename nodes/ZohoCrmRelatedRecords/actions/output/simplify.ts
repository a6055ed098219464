import type { IDataObject } from 'n8n-workflow';

/** System keys that tell something to whoever reads the row, and what they are called then. */
const SYSTEM_KEYS: ReadonlyMap<string, string> = new Map([
	['$module', 'module'],
	['$link_url', 'link'],
]);

/**
 * A row with less around its values: a lookup becomes the name of the record that it names, with the
 * ID beside it (and the module where Zoho names it), and nulls and system keys are left out. A key that the row has already stays as it is.
 * @param row a row as Zoho gives it
 */
export function simplified(row: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(row).flatMap((entry) => simplifiedEntry(row, entry)));
}

function simplifiedEntry(
	row: IDataObject,
	[key, value]: [string, IDataObject[string]],
): [string, IDataObject[string]][] {
	if (value === null || value === undefined) return [];
	if (key.startsWith('$')) {
		const name = SYSTEM_KEYS.get(key);
		return name === undefined || Object.hasOwn(row, name) ? [] : [[name, value]];
	}
	const idKey = `${key}_id`;
	if (!isLookup(value) || Object.hasOwn(row, idKey)) return [[key, value]];
	const moduleKey = `${key}_module`;
	const module = moduleOf(value);
	const hasModule = module !== undefined && !Object.hasOwn(row, moduleKey);
	return [
		[key, value.name],
		[idKey, value.id],
		...(hasModule ? [[moduleKey, module] as [string, string]] : []),
	];
}

interface Lookup {
	name: string;
	id: string;
	module?: unknown;
}

function isLookup(value: unknown): value is Lookup {
	if (typeof value !== 'object' || value === null || !('name' in value && 'id' in value)) {
		return false;
	}
	return typeof value.name === 'string' && typeof value.id === 'string';
}

/** Zoho names the module where the record may be of several: of a note's parent, and in histories. */
function moduleOf({ module }: Lookup): string | undefined {
	if (typeof module !== 'object' || module === null || !('api_name' in module)) return undefined;
	return typeof module.api_name === 'string' ? module.api_name : undefined;
}
