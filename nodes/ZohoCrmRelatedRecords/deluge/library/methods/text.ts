import { dateOf } from '../../values/dateReading';
import { dayOf, formatted, inZone } from '../../values/dates';
import { runtimeFault } from '../../values/fault';
import { parsed } from '../../values/json';
import { formattedNumber, isNumberFormat } from '../../values/numberFormat';
import { numberIn, toDecimal, toWhole } from '../../values/numbers';
import type { DelugeDate, DelugeMap, List, Value } from '../../values/value';
import { concatenated } from '../operators';
import { at, entryOf } from './list';
import { matchesPattern, replacePattern } from '../pattern';
import { encoded, hexOf, proper, reversed, textOfHex } from '../textChange';
import { indexIn, lastIndexIn, placesIn } from '../textSearch';
import { XML_OF_TEXT } from '../xml';
import { dateFrom, table, type Args, type Table } from './table';
import { TEXT_PARTS } from './textParts';

const WHEREVER = { all: true, ignoreCase: false };
const FIRST = { all: false, ignoreCase: false };

/** Methods of text. */
export const TEXT_METHODS: Table<string> = new Map([
	...TEXT_PARTS,
	...XML_OF_TEXT,
	...table<string>([
		['contains', 1, 1, contains],
		['notContains', 1, 1, async (text, args) => !(await contains(text, args))],
		['containsIgnoreCase', 1, 1, containsIgnoreCase],
		['startsWith', 1, 1, (text, args) => text.startsWith(args.text(0))],
		['startsWithIgnoreCase', 1, 1, (text, args) => lower(text).startsWith(lower(args.text(0)))],
		['endsWith', 1, 1, (text, args) => text.endsWith(args.text(0))],
		['endsWithIgnoreCase', 1, 1, (text, args) => lower(text).endsWith(lower(args.text(0)))],
		['equalsIgnoreCase', 1, 1, (text, args) => lower(text) === lower(args.text(0))],
		['indexOf find', 1, 1, async (text, args) => BigInt(await firstIndex(text, args))],
		['lastIndexOf', 1, 1, async (text, args) => BigInt(await lastIndex(text, args))],
		['getOccurenceCount', 1, 1, occurrences],
		['length len size', 0, 0, (text) => BigInt(text.length)],
		['toLong toNumber', 0, 0, (text) => toWhole(text)],
		['toDecimal', 0, 0, (text) => toDecimal(text)],
		['toDate', 0, 1, (text, args) => dayOf(dateArgument(text, args))],
		['toDateTime toTime', 0, 2, (text, args) => timeArgument(text, args)],
		['toMap', 0, 0, mapIn],
		['toList', 0, 1, toList],
		['toListString', 0, 0, async (text, args) => await divided(text, ',', args)],
		['getAsString', 1, 1, elementOf],
		['toJSONList', 0, 0, jsonListIn],
		['get getJSON', 1, 1, getJson],
		['containsKey containKey', 1, 1, containsKey],
		['toString text toDateTimeString', 1, 2, formattedText],
		['concat', 1, 1, (text, args) => concatenated(text, args.text(0), args.meter)],
		['toUpperCase upper', 0, 0, (text, args) => args.madeText(text.toUpperCase())],
		['toLowerCase lower', 0, 0, (text, args) => args.madeText(text.toLowerCase())],
		['proper', 0, 0, (text, args) => proper(text, args.meter)],
		['encodeUrl urlEncode', 0, 0, (text, args) => encoded(text, args.meter)],
		['textToHex', 0, 0, (text, args) => hexOf(text, args.meter)],
		['hexToText', 0, 0, (text, args) => textOfHex(text, args.meter)],
		['isAscii', 0, 0, (text) => /^[\x00-\x7F]*$/.test(text)],
		['reverse', 0, 0, (text, args) => reversed(text, args.meter)],
		['replaceAll', 2, 3, (text, args) => replace(text, args, WHEREVER)],
		[
			'replaceAllIgnoreCase',
			2,
			3,
			(text, args) => replace(text, args, { ...WHEREVER, ignoreCase: true }),
		],
		['replaceFirst', 2, 3, (text, args) => replace(text, args, FIRST)],
		[
			'replaceFirstIgnoreCase',
			2,
			3,
			(text, args) => replace(text, args, { ...FIRST, ignoreCase: true }),
		],
		['matches', 1, 1, (text, args) => matchesPattern(text, args.text(0), args.meter)],
	]),
]);

function lower(text: string): string {
	return text.toLowerCase();
}

async function firstIndex(text: string, args: Args): Promise<number> {
	return await indexIn(text, args.text(0), args.meter);
}

async function lastIndex(text: string, args: Args): Promise<number> {
	return await lastIndexIn(text, args.text(0), args.meter);
}

async function contains(text: string, args: Args): Promise<boolean> {
	return (await firstIndex(text, args)) !== -1;
}

async function containsIgnoreCase(text: string, args: Args): Promise<boolean> {
	return (await indexIn(lower(text), lower(args.text(0)), args.meter)) !== -1;
}

async function occurrences(text: string, args: Args): Promise<bigint> {
	let count = 0n;
	const places = placesIn(text, args.text(0), args.meter);
	while (!(await places.next()).done) count += 1n;
	return count;
}

function dateArgument(text: string, args: Args): DelugeDate {
	return args.has(0) ? dateOf(text, args.tools.zone, args.text(0)) : dateFrom(text, args.tools);
}

/** A number in a number format, or a date in a date format (Zoho: text, toString). */
function formattedText(text: string, args: Args): string {
	const pattern = args.text(0);
	const number = isNumberFormat(pattern) ? numberIn(text) : undefined;
	if (number !== undefined) return args.madeText(formattedNumber(number, pattern));
	return formatted(dateFrom(text, args.tools), pattern, args.zone(1));
}

/** A second argument is the zone of the text; the value is in the zone of the script (Zoho: toTime). */
function timeArgument(text: string, args: Args): DelugeDate {
	const zone = args.zone(1);
	if (zone === undefined) return dateArgument(text, args);
	const pattern = args.has(0) ? args.text(0) : undefined;
	return inZone(dateOf(text, zone, pattern), args.tools.zone);
}

async function mapIn(text: string, args: Args): Promise<DelugeMap> {
	const value = await parsed(text, args.meter);
	if (value instanceof Map) return value;
	throw runtimeFault('The text is not a JSON object');
}

async function jsonListIn(text: string, args: Args): Promise<List> {
	const value = await parsed(text, args.meter);
	if (Array.isArray(value)) return value;
	throw runtimeFault('The text is not a JSON array');
}

/** JSON lists are read as such, other texts are divided at the separator. */
async function toList(text: string, args: Args): Promise<List> {
	if (text === '') return [];
	if (!args.has(0) && text.trimStart().startsWith('[')) {
		const value = await parsed(text, args.meter);
		if (Array.isArray(value)) return value;
	}
	return args.madeList(await divided(text, args.has(0) ? args.text(0) : ',', args));
}

async function divided(text: string, separator: string, args: Args): Promise<List> {
	if (separator === '') {
		args.meter.collection(text.length, 0);
		return text.split('');
	}
	const parts: List = [];
	let start = 0;
	for await (const place of placesIn(text, separator, args.meter)) {
		parts.push(text.slice(start, place));
		args.meter.collection(parts.length, 0);
		start = place + separator.length;
	}
	return [...parts, text.slice(start)];
}

/** An element of a text with commas between them (Zoho: getAsString). */
async function elementOf(text: string, args: Args): Promise<Value> {
	return at(await divided(text, ',', args), args.count(0));
}

/** An empty text stands for an answer without a body. */
async function getJson(text: string, args: Args): Promise<Value> {
	if (text === '') return null;
	const value = await parsed(text, args.meter);
	if (value instanceof Map) return value.get(args.text(0)) ?? null;
	if (Array.isArray(value)) return entryOf(value, args);
	throw runtimeFault('The text is not JSON');
}

async function containsKey(text: string, args: Args): Promise<boolean> {
	return text !== '' && (await mapIn(text, args)).has(args.key(0));
}

/** The third argument says whether the search text is no pattern (Zoho: replaceAll). */
async function replace(
	text: string,
	args: Args,
	how: { all: boolean; ignoreCase: boolean },
): Promise<string> {
	const isPlain = args.has(2) && args.text(2).toLowerCase() === 'true';
	return await replacePattern(text, args.text(0), args.text(1), { ...how, isPlain }, args.meter);
}
