import { parseJson } from '../../helpers/json';
import type { JsonValue } from '../../helpers/types';
import { isoText } from './dates';
import { runtimeFault } from './fault';
import { checkDepth, type Meter } from './meter';
import { DelugeDate, type DelugeMap, type List, type Value } from './value';

/** n8n copies items key by key, which this one would not survive. */
const FORBIDDEN_KEY = '__proto__';

/** A key as maps take it. */
export function keyOf(key: string): string {
	if (key !== FORBIDDEN_KEY) return key;
	throw runtimeFault(`'${FORBIDDEN_KEY}' cannot be a key`, 'Use another key.');
}

/** JSON as a script sees it: whole numbers, lists and maps. */
export function fromJson(json: JsonValue, meter: Meter, depth = 1): Value {
	checkDepth(depth);
	if (typeof json === 'number') return Number.isSafeInteger(json) ? BigInt(json) : json;
	if (typeof json !== 'object' || json === null) return json;
	if (Array.isArray(json)) {
		meter.collection(json.length);
		return json.map((item) => fromJson(item, meter, depth + 1));
	}
	const entries = Object.entries(json);
	meter.collection(entries.length);
	return new Map(entries.map(([key, value]) => [keyOf(key), fromJson(value, meter, depth + 1)]));
}

/** A text that holds JSON; undefined where it does not. */
export function parsed(text: string, meter: Meter): Value | undefined {
	const json = jsonIn(text);
	return json === undefined ? undefined : fromJson(json, meter);
}

function jsonIn(text: string): JsonValue | undefined {
	try {
		return parseJson(text);
	} catch {
		return undefined;
	}
}

/** Whole numbers beyond 2^53 become text, dates ISO text. Lists and maps are copied. */
export function toJson(value: Value, meter: Meter, depth = 1): JsonValue {
	checkDepth(depth);
	if (typeof value === 'bigint') {
		const number = Number(value);
		return Number.isSafeInteger(number) ? number : String(value);
	}
	if (value instanceof DelugeDate) return isoText(value);
	if (Array.isArray(value)) return listToJson(value, meter, depth);
	if (value instanceof Map) return mapToJson(value, meter, depth);
	return value;
}

function listToJson(list: List, meter: Meter, depth: number): JsonValue[] {
	meter.collection(list.length);
	return list.map((item) => toJson(item, meter, depth + 1));
}

function mapToJson(map: DelugeMap, meter: Meter, depth: number): JsonValue {
	meter.collection(map.size);
	return Object.fromEntries([...map].map(([key, value]) => [key, toJson(value, meter, depth + 1)]));
}
