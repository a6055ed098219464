import { isTrue } from './operators';
import { table, type Args } from './methods/table';
import { days360 } from './methods/date';
import type { Value } from '../values/value';

/**
 * Functions that are no methods. All methods are functions, too, with their value as first argument
 * (Zoho: Deluge help, functions).
 */
export const FUNCTIONS = table<null>([
	['if', 3, 3, (_none, args) => args.value(isTrue(args.value(0)) ? 1 : 2)],
	['ifnull', 2, 2, (_none, args) => args.value(0) ?? args.value(1)],
	['map', 0, 0, () => new Map<string, Value>()],
	['list', 0, 0, () => []],
	['days360', 2, 2, (_none, args) => days360(args.date(0), args.date(1))],
	['encodeUrl urlEncode', 1, 1, (_none, args) => made(encoded(args.text(0)), args)],
]);

/** As forms are encoded: blanks become plus signs. */
function encoded(text: string): string {
	return new URLSearchParams([['', text]]).toString().slice(1);
}

function made(text: string, args: Args): string {
	args.meter.text(text.length);
	return text;
}
