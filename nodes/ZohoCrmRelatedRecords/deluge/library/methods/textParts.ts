import { runtimeFault } from '../../values/fault';
import { without, withoutChars, withoutText } from '../textChange';
import { indexIn, lastIndexIn } from '../textSearch';
import { table, type Args } from './table';

/** Methods that give a part of a text, or leave a part out. */
export const TEXT_PARTS = table<string>([
	['leftpad', 1, 1, (text, args) => args.madeText(text.padStart(padding(args)))],
	['rightpad', 1, 1, (text, args) => args.madeText(text.padEnd(padding(args)))],
	['getPrefixIgnoreCase', 1, 1, prefixIgnoreCase],
	['getSuffixIgnoreCase', 1, 1, suffixIgnoreCase],
	['trim', 0, 0, (text, args) => args.madeText(text.trim())],
	['ltrim', 0, 0, (text, args) => args.madeText(text.trimStart())],
	['rtrim', 0, 0, (text, args) => args.madeText(text.trimEnd())],
	['left', 1, 1, (text, args) => args.madeText(text.slice(0, size(args, 0)))],
	['right', 1, 1, (text, args) => args.madeText(text.slice(text.length - size(args, 0)))],
	['subString mid', 1, 2, subString],
	['subText', 1, 2, subText],
	['repeat', 1, 1, repeat],
	['remove', 1, 1, (text, args) => withoutText(text, args.text(0), args.meter)],
	['removeFirstOccurence', 1, 1, removeFirst],
	['removeLastOccurence', 1, 1, removeLast],
	['removeAllAlpha', 0, 0, (text, args) => withoutChars(text, /[a-z]/gi, args.meter)],
	['removeAllAlphaNumeric', 0, 0, (text, args) => withoutChars(text, /[a-z0-9]/gi, args.meter)],
	['getAlpha', 0, 0, (text, args) => withoutChars(text, /[^a-z]/gi, args.meter)],
	['getAlphaNumeric', 0, 0, (text, args) => withoutChars(text, /[^a-z0-9]/gi, args.meter)],
	['getPrefix', 1, 1, prefix],
	['getSuffix', 1, 1, suffix],
]);

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
			`The text has no part from ${start} to ${end}: its length is ${text.length}`,
		);
	}
	return args.madeText(text.slice(start, end));
}

/** A negative end is the end of the text (Zoho: subText). */
function subText(text: string, args: Args): string {
	return args.has(1) && args.count(1) < 0
		? args.madeText(text.slice(args.count(0)))
		: subString(text, args);
}

function repeat(text: string, args: Args): string {
	const times = size(args, 0);
	args.meter.text(text.length * times);
	return text.repeat(times);
}

async function removeFirst(text: string, args: Args): Promise<string> {
	return args.madeText(
		without(text, await indexIn(text, args.text(0), args.meter), args.text(0).length),
	);
}

async function removeLast(text: string, args: Args): Promise<string> {
	return args.madeText(
		without(text, await lastIndexIn(text, args.text(0), args.meter), args.text(0).length),
	);
}

async function prefix(text: string, args: Args): Promise<string | null> {
	const place = await indexIn(text, args.text(0), args.meter);
	return place === -1 ? null : args.madeText(text.slice(0, place));
}

async function suffix(text: string, args: Args): Promise<string | null> {
	const place = await indexIn(text, args.text(0), args.meter);
	return place === -1 ? null : args.madeText(text.slice(place + args.text(0).length));
}

/** A length, counted before the text is made. */
function padding(args: Args): number {
	const length = size(args, 0);
	args.meter.text(length, 0);
	return length;
}

async function prefixIgnoreCase(text: string, args: Args): Promise<string | null> {
	const place = await indexIn(text.toLowerCase(), args.text(0).toLowerCase(), args.meter);
	return place === -1 ? null : args.madeText(text.slice(0, place));
}

async function suffixIgnoreCase(text: string, args: Args): Promise<string | null> {
	const place = await indexIn(text.toLowerCase(), args.text(0).toLowerCase(), args.meter);
	return place === -1 ? null : args.madeText(text.slice(place + args.text(0).length));
}
