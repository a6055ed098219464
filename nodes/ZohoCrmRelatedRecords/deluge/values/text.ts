import { dateText } from './dates';
import { checkDepth, type Meter } from './scriptLimits';
import { piecesOf, TextBuilder } from './pieces';
import { DelugeDate, type DelugeMap, type List, type Value } from './value';

/** Everything but lists and maps. */
export type Scalar = Exclude<Value, List | DelugeMap>;

export function isScalar(value: Value): value is Scalar {
	return !Array.isArray(value) && !(value instanceof Map);
}

/**
 * A value as text, as `+`, `info` and toString() show it: numbers plain, dates as Zoho CRM writes
 * them, maps as JSON. A list of plain values is joined by commas, one that holds maps or lists is
 * JSON.
 */
export async function textOf(value: Value, meter: Meter): Promise<string> {
	if (isScalar(value)) return scalarText(value, meter);
	const isPlainList = Array.isArray(value) && value.every(isScalar);
	return isPlainList ? await joined(value, ',', meter) : await jsonText(value, meter);
}

export function scalarText(value: Scalar, meter: Meter): string {
	if (typeof value === 'string') return value;
	const text = plain(value);
	meter.text(text.length);
	return text;
}

/** Items as text, with something between. */
export async function joined(list: List, separator: string, meter: Meter): Promise<string> {
	const builder = new TextBuilder(meter);
	for (const [index, item] of list.entries()) {
		if (index > 0) builder.add(separator);
		builder.add(isScalar(item) ? plain(item) : await jsonText(item, meter));
		if (meter.isDue()) await meter.pause();
	}
	return builder.text();
}

/** A value as JSON text; whole numbers in full, however long. */
export async function jsonText(value: Value, meter: Meter): Promise<string> {
	const builder = new TextBuilder(meter);
	await write(value, builder, meter, 1);
	return builder.text();
}

async function write(value: Value, to: TextBuilder, meter: Meter, depth: number): Promise<void> {
	checkDepth(depth);
	if (meter.isDue()) await meter.pause();
	if (Array.isArray(value)) {
		to.add('[');
		for (const [index, item] of value.entries()) {
			if (index > 0) to.add(',');
			await write(item, to, meter, depth + 1);
		}
		to.add(']');
	} else if (value instanceof Map) await writeMap(value, to, meter, depth);
	else if (typeof value === 'string') quote(value, to);
	else to.add(value instanceof DelugeDate ? JSON.stringify(dateText(value)) : plain(value));
}

async function writeMap(
	map: DelugeMap,
	to: TextBuilder,
	meter: Meter,
	depth: number,
): Promise<void> {
	let separator = '{';
	for (const [key, entry] of map) {
		to.add(separator);
		quote(key, to);
		to.add(':');
		await write(entry, to, meter, depth + 1);
		separator = ',';
	}
	to.add(map.size === 0 ? '{}' : '}');
}

function quote(text: string, to: TextBuilder): void {
	to.add('"');
	for (const piece of piecesOf(text)) to.add(JSON.stringify(piece).slice(1, -1));
	to.add('"');
}

function plain(value: Scalar): string {
	return value instanceof DelugeDate ? dateText(value) : String(value);
}
