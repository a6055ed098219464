import type { JsonObject, JsonValue } from './types';

export function isObject(value: JsonValue | undefined): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value where it is text, else an empty text. */
export function textOf(value: JsonValue | undefined): string {
	return typeof value === 'string' ? value : '';
}
