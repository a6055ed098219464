import type { IDataObject } from 'n8n-workflow';
import type { JsonObject, JsonValue } from '../../helpers/types';

/** Keys that make n8n take an item for a failed one. */
const ERROR_KEYS: readonly string[] = ['error', 'message', 'details'];

/**
 * The JSON of the output items of one script: an item for each entry of a list, one for any other
 * value, none for null.
 */
export function scriptItems(value: JsonValue | undefined): IDataObject[] {
	if (value === undefined || value === null) return [];
	return Array.isArray(value) ? value.map(itemOf) : [itemOf(value)];
}

/** Maps are items as they are, other values are wrapped. */
function itemOf(value: JsonValue): IDataObject {
	const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isMap && !looksFailed(value) ? value : { value };
}

function looksFailed(map: JsonObject): boolean {
	const keys = Object.keys(map);
	return keys.length > 0 && keys.every((key) => ERROR_KEYS.includes(key));
}
