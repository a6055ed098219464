import { runtimeFault } from '../../values/fault';
import { replacePattern, matchesPattern } from '../pattern';
import { table, type Args } from './table';

/** Methods of text that give a changed text. */
export const TEXT_EDITING_METHODS = table<string>([
	['toUpperCase upper', 0, 0, (text, args) => made(text.toUpperCase(), args)],
	['toLowerCase lower', 0, 0, (text, args) => made(text.toLowerCase(), args)],
	['proper', 0, 0, (text, args) => made(proper(text), args)],
	['trim', 0, 0, (text, args) => made(text.trim(), args)],
	['ltrim', 0, 0, (text, args) => made(text.trimStart(), args)],
	['rtrim', 0, 0, (text, args) => made(text.trimEnd(), args)],
	['reverse', 0, 0, (text, args) => made([...text].reverse().join(''), args)],
	['left', 1, 1, (text, args) => made(text.slice(0, size(args, 0)), args)],
	['right', 1, 1, (text, args) => made(text.slice(text.length - size(args, 0)), args)],
	['subString subText', 1, 2, subString],
	['repeat', 1, 1, repeat],
	['remove', 1, 1, (text, args) => made(text.replaceAll(args.text(0), ''), args)],
	[
		'removeFirstOccurence',
		1,
		1,
		(text, args) => made(without(text, text.indexOf(args.text(0)), args), args),
	],
	[
		'removeLastOccurence',
		1,
		1,
		(text, args) => made(without(text, text.lastIndexOf(args.text(0)), args), args),
	],
	['removeAllAlpha', 0, 0, (text, args) => made(text.replace(/[a-z]/gi, ''), args)],
	['removeAllAlphaNumeric', 0, 0, (text, args) => made(text.replace(/[a-z0-9]/gi, ''), args)],
	['getAlpha', 0, 0, (text, args) => made(text.replace(/[^a-z]/gi, ''), args)],
	['getAlphaNumeric', 0, 0, (text, args) => made(text.replace(/[^a-z0-9]/gi, ''), args)],
	['getPrefix', 1, 1, (text, args) => prefix(text, text.indexOf(args.text(0)), args)],
	['getSuffix', 1, 1, (text, args) => suffix(text, text.indexOf(args.text(0)), args)],
	['replaceAll', 2, 3, (text, args) => replace(text, args, { all: true, ignoreCase: false })],
	[
		'replaceAllIgnoreCase',
		2,
		3,
		(text, args) => replace(text, args, { all: true, ignoreCase: true }),
	],
	['replaceFirst', 2, 3, (text, args) => replace(text, args, { all: false, ignoreCase: false })],
	[
		'replaceFirstIgnoreCase',
		2,
		3,
		(text, args) => replace(text, args, { all: false, ignoreCase: true }),
	],
	['matches', 1, 1, (text, args) => matchesPattern(text, args.text(0), args.meter)],
]);

function made(text: string, args: Args): string {
	args.meter.text(text.length);
	return text;
}

function proper(text: string): string {
	return text
		.toLowerCase()
		.replace(
			/(^|[^\p{L}\p{N}'])(\p{L})/gu,
			(_match, before: string, letter: string) => before + letter.toUpperCase(),
		);
}

/** How many characters, at least none. */
function size(args: Args, index: number): number {
	return Math.max(0, args.count(index));
}

/** From one position to another, that one not included. */
function subString(text: string, args: Args): string {
	const start = args.count(0);
	const end = args.has(1) ? args.count(1) : text.length;
	if (start < 0 || start > end || end > text.length) {
		throw runtimeFault(
			`There is no part from ${start} to ${end} of a text with ${text.length} characters`,
		);
	}
	return made(text.slice(start, end), args);
}

function repeat(text: string, args: Args): string {
	const times = size(args, 0);
	args.meter.text(text.length * times);
	return text.repeat(times);
}

function without(text: string, index: number, args: Args): string {
	return index === -1 ? text : text.slice(0, index) + text.slice(index + args.text(0).length);
}

function prefix(text: string, index: number, args: Args): string | null {
	return index === -1 ? null : made(text.slice(0, index), args);
}

function suffix(text: string, index: number, args: Args): string | null {
	return index === -1 ? null : made(text.slice(index + args.text(0).length), args);
}

/** The third argument says whether the search text is no pattern (Zoho: replaceAll). */
function replace(text: string, args: Args, how: { all: boolean; ignoreCase: boolean }): string {
	const isPlain = args.has(2) && args.text(2).toLowerCase() === 'true';
	return replacePattern(text, args.text(0), args.text(1), { ...how, isPlain }, args.meter);
}
