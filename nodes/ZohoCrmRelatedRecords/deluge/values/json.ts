import type { JsonObject, JsonValue } from '../../helpers/types';
import { isoText } from './dates';
import { limitFault, runtimeFault } from './fault';
import { readJson } from './jsonReader';
import { checkDepth, type Meter } from './scriptLimits';
import { isScalar, type Scalar } from './text';
import { DelugeDate, type Value } from './value';

/** n8n copies items key by key, which this one would not survive. */
const FORBIDDEN_KEY = '__proto__';

/** Characters of a key; V8 tells longer ones of one length apart only by comparing them. */
const MAX_KEY = 10_000;

/** A key as maps take it. */
export function keyOf(key: string): string {
	if (key.length > MAX_KEY) {
		throw limitFault(`A key has more than ${MAX_KEY} characters`, 'Use a shorter key.');
	}
	if (key !== FORBIDDEN_KEY) return key;
	throw runtimeFault(`'${FORBIDDEN_KEY}' cannot be a key`, 'Use another key.');
}

/** JSON as a script sees it: whole numbers, lists and maps. */
export async function fromJson(json: JsonValue, meter: Meter, depth = 1): Promise<Value> {
	checkDepth(depth);
	if (meter.isDue()) await meter.pause();
	if (typeof json === 'number') return Number.isSafeInteger(json) ? BigInt(json) : json;
	if (typeof json === 'string') meter.text(0, json.length);
	if (typeof json !== 'object' || json === null) return json;
	if (Array.isArray(json)) {
		meter.collection(json.length);
		const list: Value[] = [];
		for (const item of json) list.push(await fromJson(item, meter, depth + 1));
		return list;
	}
	const entries = Object.entries(json);
	meter.collection(entries.length);
	meter.map();
	const map = new Map<string, Value>();
	for (const [key, value] of entries) map.set(keyOf(key), await fromJson(value, meter, depth + 1));
	return map;
}

/** A text that holds JSON; undefined where it does not. */
export async function parsed(text: string, meter: Meter): Promise<Value | undefined> {
	const json = await readJson(text, meter);
	return json === undefined ? undefined : await fromJson(json, meter);
}

/**
 * Whole numbers beyond 2^53 become text, dates ISO text. Lists and maps are copied, and what they
 * hold counts as output.
 */
export async function toJson(value: Value, meter: Meter, depth = 1): Promise<JsonValue> {
	checkDepth(depth);
	if (meter.isDue()) await meter.pause();
	if (isScalar(value)) return scalarJson(value, meter);
	if (Array.isArray(value)) {
		meter.collection(value.length);
		const list: JsonValue[] = [];
		for (const item of value) list.push(await toJson(item, meter, depth + 1));
		return list;
	}
	meter.collection(value.size);
	meter.map();
	const map: JsonObject = {};
	for (const [key, entry] of value) {
		meter.giveOut(key.length);
		map[key] = await toJson(entry, meter, depth + 1);
	}
	return map;
}

function scalarJson(value: Scalar, meter: Meter): JsonValue {
	const json = asJson(value);
	meter.giveOut(typeof json === 'string' ? json.length + 2 : String(json).length);
	return json;
}

function asJson(value: Scalar): JsonValue {
	if (typeof value === 'bigint') {
		const number = Number(value);
		return Number.isSafeInteger(number) ? number : String(value);
	}
	return value instanceof DelugeDate ? isoText(value) : value;
}
