import type { ParameterName } from '../../helpers/labels';
import { isApiName, isFieldName } from '../../helpers/names';
import { isRecordId } from '../../helpers/ids';
import { shown } from '../../helpers/shown';
import { invalidParameter } from '../../helpers/zohoError';

/**
 * A record id as text. Zoho's ids have 18 or 19 digits, so a number above 2^53 has lost some.
 * @throws ZohoError INVALID_PARAMETER
 */
export function recordId(value: unknown, parameter: ParameterName): string {
	if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
		throw invalidParameter(
			parameter,
			`is the number ${value}, whose last digits may be wrong`,
			'Pass the record ID as text. Zoho IDs are longer than a JavaScript number can hold.',
		);
	}
	if (parameter === 'recordId') refuseListOfRecords(value);
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string' || !isRecordId(text.trim())) {
		throw invalidParameter(
			parameter,
			isEmpty(value) ? 'is empty' : `is not a record ID: ${shown(value)}`,
			'Enter the ID of a Zoho CRM record: digits only, for example 4876876000000376008.',
		);
	}
	return text.trim();
}

/**
 * The API name of a module or a related list.
 * @throws ZohoError INVALID_PARAMETER
 */
export function apiName(value: unknown, parameter: ParameterName): string {
	if (typeof value === 'string' && isApiName(value.trim())) return value.trim();
	throw invalidParameter(
		parameter,
		isEmpty(value) ? 'is empty' : `is not an API name: ${shown(value)}`,
		'Choose from the list, or enter the API name that Zoho CRM shows under Setup > Developer Hub > APIs and SDKs > API Names.',
	);
}

/**
 * API names from an array or a comma-separated text, trimmed, doubles removed.
 * @throws ZohoError INVALID_PARAMETER
 */
export function apiNames(value: unknown, parameter: ParameterName): string[] {
	return namesIn(value, parameter).map((name) => apiName(name, parameter));
}

/**
 * Field API names from an array or a comma-separated text, trimmed, doubles removed.
 * Empty means all fields.
 * @throws ZohoError INVALID_PARAMETER
 */
export function fieldNames(value: unknown, parameter: ParameterName): string[] {
	return namesIn(value, parameter).map((name) => {
		if (isFieldName(name)) return name;
		throw invalidParameter(
			parameter,
			`contains a name that is not an API name: ${shown(name)}`,
			'Enter field API names such as Last_Name, as an array or separated by commas.',
		);
	});
}

/**
 * Zoho's words for sources of changes, from an array or a comma-separated text.
 * @throws ZohoError INVALID_PARAMETER
 */
export function sourceNames(value: unknown, parameter: ParameterName): string[] {
	return namesIn(value, parameter).map((name) => {
		if (isApiName(name)) return name;
		throw invalidParameter(
			parameter,
			`contains something else than a source: ${shown(name)}`,
			'Enter words of Zoho such as crm_ui or workflow, as an array or separated by commas.',
		);
	});
}

/**
 * Record ids from an array or a comma-separated text, trimmed, doubles removed.
 * @throws ZohoError INVALID_PARAMETER
 */
export function recordIds(value: unknown, parameter: ParameterName): string[] {
	if (typeof value === 'number') return [recordId(value, parameter)];
	if (Array.isArray(value)) return unique(value.map((id) => recordId(id, parameter)));
	return namesIn(value, parameter).map((id) => recordId(id, parameter));
}

/**
 * A whole number of at least 1; digits as text count too.
 * @throws ZohoError INVALID_PARAMETER
 */
export function wholeNumber(
	value: unknown,
	parameter: ParameterName,
	max = Number.MAX_SAFE_INTEGER,
): number {
	const text = typeof value === 'string' ? value.trim() : value;
	const number = typeof text === 'string' && /^[0-9]{1,16}$/.test(text) ? Number(text) : text;
	if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 1 && number <= max) {
		return number;
	}
	const range = max === Number.MAX_SAFE_INTEGER ? 'of at least 1' : `from 1 to ${max}`;
	throw invalidParameter(
		parameter,
		`must be a whole number ${range}, not ${shown(value)}`,
		`Enter a whole number ${range}.`,
	);
}

/**
 * One of the values on offer.
 * @throws ZohoError INVALID_PARAMETER
 */
export function oneOf<T extends string>(
	value: unknown,
	allowed: readonly T[],
	parameter: ParameterName,
): T {
	// An object has no text of its own, and may not even have one at all.
	const text = typeof value === 'object' ? undefined : String(value);
	const found = allowed.find((option) => option === text);
	if (found !== undefined) return found;
	throw invalidParameter(
		parameter,
		`cannot be ${shown(value)}`,
		`Use one of: ${allowed.join(', ')}.`,
	);
}

/**
 * Several of the values on offer, from an array or a comma-separated text; none means all.
 * @throws ZohoError INVALID_PARAMETER
 */
export function someOf<T extends string>(
	value: unknown,
	allowed: readonly T[],
	parameter: ParameterName,
): T[] {
	const chosen = namesIn(value, parameter).map((name) => oneOf(name, allowed, parameter));
	return chosen.length > 0 ? chosen : [...allowed];
}

/**
 * True or false; the texts "true" and "false" count too.
 * @throws ZohoError INVALID_PARAMETER
 */
export function flag(value: unknown, parameter: ParameterName): boolean {
	return oneOf(value, ['true', 'false'], parameter) === 'true';
}

/** IDs, addresses, or external IDs of one field, with commas or lines between. */
const LISTS_OF_RECORDS: readonly RegExp[] = [
	/^\s*\d{1,20}\s*[,;\n]\s*\d/,
	/^\s*\[\s*"?\d/,
	/^\s*https?:\S{1,500}?\s*[,;\n]\s*https?:/,
	/^\s*(\w{1,100})\s*=[^,;\n]{1,255}[,;\n]\s*\1\s*=/,
];

/**
 * Refuses several records where there is room for one.
 * @throws ZohoError INVALID_PARAMETER
 */
export function refuseListOfRecords(value: unknown): void {
	const isList =
		Array.isArray(value) ||
		(typeof value === 'string' && LISTS_OF_RECORDS.some((list) => list.test(value)));
	if (!isList) return;
	throw invalidParameter(
		'recordId',
		`is a list: ${shown(value)}`,
		"Use n8n's Split Out node first: each input item has one ID.",
	);
}

/**
 * Texts from an array or a comma-separated text, trimmed, without empty ones and doubles.
 * @throws ZohoError INVALID_PARAMETER
 */
export function namesIn(value: unknown, parameter: ParameterName): string[] {
	if (isEmpty(value)) return [];
	const parts: unknown[] = typeof value === 'string' ? value.split(',') : arrayOf(value, parameter);
	const names = parts.map((part) => {
		if (typeof part === 'string') return part.trim();
		throw invalidParameter(parameter, `holds ${shown(part)}`, 'Use text values only.');
	});
	return unique(names.filter((name) => name !== ''));
}

function arrayOf(value: unknown, parameter: ParameterName): unknown[] {
	if (Array.isArray(value)) return value;
	throw invalidParameter(
		parameter,
		`must be an array or comma-separated text, not ${shown(value)}`,
		'Use an array such as ["A", "B"], or the text "A,B".',
	);
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

function unique(values: string[]): string[] {
	return [...new Set(values)];
}
