import { dateText } from './dates';
import { checkDepth, type Meter } from './meter';
import { DelugeDate, type List, type Value } from './value';

/**
 * A value as text, as `+`, `info` and toString() show it: numbers plain, dates as Zoho CRM writes
 * them, maps as JSON. A list of plain values is joined by commas, one that holds maps or lists is
 * JSON.
 */
export function textOf(value: Value, meter: Meter): string {
	if (typeof value === 'string') return value;
	const isPlainList = Array.isArray(value) && !value.some(isCollection);
	const text = isPlainList
		? joined(value, ',', meter)
		: isCollection(value)
			? jsonText(value, meter)
			: scalarText(value);
	meter.text(text.length);
	return text;
}

/** Items as text, with something between. */
export function joined(list: List, separator: string, meter: Meter): string {
	const parts = list.map((item) => (isCollection(item) ? jsonText(item, meter) : scalarText(item)));
	const length = parts.reduce((sum, part) => sum + part.length + separator.length, 0);
	meter.text(length);
	return parts.join(separator);
}

/** A value as JSON text; whole numbers in full, however long. */
export function jsonText(value: Value, meter: Meter, depth = 1): string {
	checkDepth(depth);
	if (Array.isArray(value)) {
		const items = value.map((item) => jsonText(item, meter, depth + 1));
		return bounded(`[${items.join(',')}]`, meter);
	}
	if (value instanceof Map) {
		const entries = [...value].map(
			([key, entry]) => `${JSON.stringify(key)}:${jsonText(entry, meter, depth + 1)}`,
		);
		return bounded(`{${entries.join(',')}}`, meter);
	}
	if (typeof value === 'string') return bounded(JSON.stringify(value), meter);
	return value instanceof DelugeDate ? JSON.stringify(dateText(value)) : scalarText(value);
}

function bounded(text: string, meter: Meter): string {
	meter.text(text.length);
	return text;
}

function isCollection(value: Value): boolean {
	return Array.isArray(value) || value instanceof Map;
}

function scalarText(value: Value): string {
	return value instanceof DelugeDate ? dateText(value) : String(value);
}
