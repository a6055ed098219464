import type { JsonObject, JsonValue } from '../../helpers/types';
import { shown } from '../../helpers/shown';
import { invalidParameter } from '../../helpers/zohoError';

/**
 * The values a script starts with: the item's own fields, and the variables, which win.
 * @param item JSON of the input item
 * @param raw parameter `variables` as n8n gives it
 * @throws ZohoError INVALID_PARAMETER
 */
export function scriptVariables(item: object, raw: unknown): ReadonlyMap<string, JsonValue> {
	return new Map([...Object.entries(asJson(item) as JsonObject), ...givenVariables(raw)]);
}

/** The variables alone; n8n leaves the key out where there are none. */
export function givenVariables(raw: unknown): [string, JsonValue][] {
	const entries = typeof raw === 'object' && raw !== null && 'variable' in raw ? raw.variable : [];
	if (Array.isArray(entries)) return entries.map(variable);
	throw malformed(entries);
}

function variable(entry: unknown): [string, JsonValue] {
	const isPair = typeof entry === 'object' && entry !== null && 'name' in entry;
	const name = isPair ? entry.name : undefined;
	if (typeof name !== 'string' || name.trim() === '') throw malformed(entry);
	return [name.trim(), asJson(isPair && 'value' in entry ? entry.value : null)];
}

/** Expressions also give dates and other objects, which count as their JSON. */
function asJson(value: unknown): JsonValue {
	return JSON.parse(JSON.stringify(value) ?? 'null') as JsonValue;
}

function malformed(value: unknown) {
	return invalidParameter(
		'variables',
		`has an entry that is not a name with a value: ${shown(value)}`,
		'Give each variable a name (text) and a value.',
	);
}
