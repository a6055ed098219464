import { dateOf, dayOf } from '../../values/dates';
import { runtimeFault } from '../../values/fault';
import { parsed } from '../../values/json';
import { concatenated } from '../operators';
import { toDecimal, toWhole } from '../../values/numbers';
import type { DelugeMap, List, Value } from '../../values/value';
import { table, type Args } from './table';

/** Methods of text that look into it or turn it into something else. */
export const TEXT_METHODS = table<string>([
	['contains', 1, 1, (text, args) => text.includes(args.text(0))],
	['notContains', 1, 1, (text, args) => !text.includes(args.text(0))],
	['containsIgnoreCase', 1, 1, (text, args) => lower(text).includes(lower(args.text(0)))],
	['startsWith', 1, 1, (text, args) => text.startsWith(args.text(0))],
	['startsWithIgnoreCase', 1, 1, (text, args) => lower(text).startsWith(lower(args.text(0)))],
	['endsWith', 1, 1, (text, args) => text.endsWith(args.text(0))],
	['endsWithIgnoreCase', 1, 1, (text, args) => lower(text).endsWith(lower(args.text(0)))],
	['equalsIgnoreCase', 1, 1, (text, args) => lower(text) === lower(args.text(0))],
	['indexOf', 1, 1, (text, args) => BigInt(text.indexOf(args.text(0)))],
	['lastIndexOf', 1, 1, (text, args) => BigInt(text.lastIndexOf(args.text(0)))],
	['getOccurenceCount', 1, 1, (text, args) => BigInt(occurrences(text, args.text(0)))],
	['length len size', 0, 0, (text) => BigInt(text.length)],
	['toLong toNumber', 0, 0, (text) => toWhole(text)],
	['toDecimal', 0, 0, (text) => toDecimal(text)],
	['toDate', 0, 1, (text, args) => dayOf(dateArgument(text, args))],
	['toDateTime toTime', 0, 1, (text, args) => dateArgument(text, args)],
	['toMap', 0, 0, (text, args) => mapIn(text, args)],
	['toList', 0, 1, toList],
	['toJSONList', 0, 0, (text, args) => jsonListIn(text, args)],
	['get getJSON', 1, 1, getJson],
	[
		'containsKey containKey',
		1,
		1,
		(text, args) => text !== '' && mapIn(text, args).has(args.key(0)),
	],
	['concat', 1, 1, (text, args) => concatenated(text, args.text(0), args.meter)],
]);

function lower(text: string): string {
	return text.toLowerCase();
}

function occurrences(text: string, search: string): number {
	return search === '' ? 0 : text.split(search).length - 1;
}

function dateArgument(text: string, args: Args) {
	return dateOf(text, args.tools.zone, args.has(0) ? args.text(0) : undefined);
}

function mapIn(text: string, args: Args): DelugeMap {
	const value = parsed(text, args.meter);
	if (value instanceof Map) return value;
	throw runtimeFault('The text does not hold a map as JSON');
}

function jsonListIn(text: string, args: Args): List {
	const value = parsed(text, args.meter);
	if (Array.isArray(value)) return value;
	throw runtimeFault('The text does not hold a list as JSON');
}

/** JSON lists are read as such, other texts are divided at the separator. */
function toList(text: string, args: Args): List {
	if (text === '') return [];
	if (!args.has(0) && text.trimStart().startsWith('[')) {
		const value = parsed(text, args.meter);
		if (Array.isArray(value)) return value;
	}
	const parts = text.split(args.has(0) ? args.text(0) : ',');
	args.meter.collection(parts.length);
	return parts;
}

/** An empty text stands for an answer without a body. */
function getJson(text: string, args: Args): Value {
	if (text === '') return null;
	const value = parsed(text, args.meter);
	if (value instanceof Map) return value.get(args.text(0)) ?? null;
	if (Array.isArray(value)) return value[args.count(0)] ?? null;
	throw runtimeFault('The text does not hold JSON to get something from');
}
