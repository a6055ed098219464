import { dateText } from '../../values/dates';
import { runtimeFault, unsupportedFault } from '../../values/fault';
import { DelugeDate, describe, isNumeric, type Value } from '../../values/value';
import { FILE_METHODS, isFileMethod } from '../fileMethods';
import { ANY_METHODS, NULL_METHODS } from './any';
import { DATE_METHODS } from './date';
import { LIST_METHODS } from './list';
import { MAP_METHODS } from './map';
import { NUMBER_METHODS } from './number';
import { Args, dateFrom, type Method, type Result, type Table, type Tools } from './table';
import { TEXT_METHODS } from './text';

/** Methods that do not look at the whole value; those that take others count them themselves. */
const QUICK: readonly string[] = [
	'add',
	'addall',
	'containkey',
	'containskey',
	'get',
	'getjson',
	'insert',
	'insertall',
	'isblank',
	'isempty',
	'isnull',
	'left',
	'len',
	'length',
	'put',
	'putall',
	'size',
	'update',
];

/** All methods by type, with the names of Zoho's help. */
export const METHOD_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
	['any', namesIn(ANY_METHODS)],
	['text', namesIn(TEXT_METHODS)],
	['list', namesIn(LIST_METHODS)],
	['map', namesIn(MAP_METHODS)],
	['number', namesIn(NUMBER_METHODS)],
	['date', namesIn(DATE_METHODS)],
	['file', FILE_METHODS],
]);

function namesIn(methods: ReadonlyMap<string, { name: string }>): string[] {
	return [...methods.values()].map(({ name }) => name);
}

/**
 * Calls a method of a value.
 * @throws Fault when the value has no such method, or the arguments are wrong
 */
export function callMethod(target: Value, name: string, args: Value[], tools: Tools): Result {
	const call = methodOf(target, name.toLowerCase(), args.length);
	if (call === undefined) throw missing(target, name, args.length);
	if (!QUICK.includes(name.toLowerCase())) tools.meter.work(sizeOf(target));
	return call(new Args(name, args, tools));
}

function sizeOf(value: Value): number {
	if (typeof value === 'string' || Array.isArray(value)) return value.length;
	return value instanceof Map ? value.size : 1;
}

type BoundMethod = (args: Args) => Result;

function methodOf(target: Value, name: string, count: number): BoundMethod | undefined {
	return (
		ownMethod(target, name, count) ??
		(target !== null || NULL_METHODS.includes(name)
			? bound(ANY_METHODS, target, name, count)
			: undefined) ??
		borrowedMethod(target, name, count)
	);
}

/** A text that holds a date has the methods of dates, and a date those of its text. */
function borrowedMethod(target: Value, name: string, count: number): BoundMethod | undefined {
	if (typeof target === 'string') {
		const method = DATE_METHODS.get(name);
		if (method === undefined || count < method.min || count > method.max) return undefined;
		return (args) => method.call(dateFrom(target, args.tools), args);
	}
	return target instanceof DelugeDate
		? bound(TEXT_METHODS, dateText(target), name, count)
		: undefined;
}

function ownMethod(target: Value, name: string, count: number): BoundMethod | undefined {
	if (typeof target === 'string') {
		return bound(TEXT_METHODS, target, name, count);
	}
	if (isNumeric(target)) return bound(NUMBER_METHODS, target, name, count);
	if (Array.isArray(target)) return bound(LIST_METHODS, target, name, count);
	if (target instanceof Map) return bound(MAP_METHODS, target, name, count);
	return target instanceof DelugeDate ? bound(DATE_METHODS, target, name, count) : undefined;
}

/** The method, where it takes so many arguments. */
function bound<T extends Value>(
	methods: Table<T>,
	target: T,
	name: string,
	count: number,
): BoundMethod | undefined {
	const method: Method<T> | undefined = methods.get(name);
	if (method === undefined || count < method.min || count > method.max) return undefined;
	return (args) => method.call(target, args);
}

function missing(target: Value, name: string, count: number): Error {
	if (isFileMethod(name)) {
		return unsupportedFault(
			`'${name}' is a method of files, which scripts cannot read here`,
			"Use n8n's nodes for files, such as HTTP Request, Extract from File or Convert to File.",
		);
	}
	if (target === null) {
		return runtimeFault(
			`null has no method '${name}': there is no value`,
			'Check for null first, for example with isNull() or ifnull().',
		);
	}
	const argumentText = count === 1 ? '1 argument' : `${count} arguments`;
	return runtimeFault(
		`${describe(target)} has no method '${name}' with ${argumentText}`,
		'Check the type of this value, and how many arguments the method takes.',
	);
}
