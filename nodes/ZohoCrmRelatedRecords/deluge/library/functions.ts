import { ENCRYPTION } from './encryption';
import { isTrue } from './operators';
import { table, type Args, type Table } from './methods/table';
import { days360 } from './methods/date';
import type { DelugeMap, Value } from '../values/value';
import { encoded } from './textChange';

/**
 * Functions that are not methods. All methods are also functions, with their value as first argument
 * (Zoho: Deluge help, functions).
 */
export const FUNCTIONS: Table<null> = new Map([
	...ENCRYPTION,
	...table<null>([
		['if', 3, 3, (_none, args) => args.value(isTrue(args.value(0)) ? 1 : 2)],
		['ifnull', 2, 2, (_none, args) => args.value(0) ?? args.value(1)],
		['map', 0, 1, (_none, args) => map(args)],
		['list', 0, 0, () => []],
		['collection', 0, Infinity, (_none, args) => collection(args)],
		['days360', 2, 2, (_none, args) => days360(args.date(0), args.date(1))],
		['encodeUrl urlEncode', 1, 1, (_none, args) => encoded(args.text(0), args.meter)],
	]),
]);

/** Keys with values make a map, values alone a list (Zoho: Collection). */
function collection(args: Args): Value {
	const [first] = args.all;
	return first instanceof Map && args.all.length === 1 ? first : args.madeList([...args.all]);
}

/** An empty map, or a copy of another (Zoho: isEmpty of collections). */
function map(args: Args): DelugeMap {
	const entries = args.has(0) ? args.map(0) : new Map<string, Value>();
	args.meter.map();
	args.meter.collection(entries.size);
	return new Map(entries);
}
