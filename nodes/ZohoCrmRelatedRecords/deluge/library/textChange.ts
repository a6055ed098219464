import { runtimeFault } from '../values/fault';
import type { Meter } from '../values/scriptLimits';
import { changed, piecesOf, TextBuilder } from '../values/pieces';
import { placesIn } from './textSearch';

/** A capital at the start of each word. */
export async function proper(text: string, meter: Meter): Promise<string> {
	return await changed(text.toLowerCase(), meter, (piece, before) => {
		// One character stands for what comes before: a letter, or what ends a word.
		const context = /[\p{L}\p{N}']$/u.test(before) ? 'a' : ' ';
		return (context + piece)
			.replace(/(?<![\p{L}\p{N}'])\p{L}/gu, (letter) => letter.toUpperCase())
			.slice(1);
	});
}

/** The characters from the last to the first. */
export async function reversed(text: string, meter: Meter): Promise<string> {
	const builder = new TextBuilder(meter);
	for (const piece of [...piecesOf(text)].reverse()) {
		builder.add([...piece].reverse().join(''));
		if (meter.isDue()) await meter.pause();
	}
	return builder.text();
}

/** Without the characters that fit. */
export async function withoutChars(text: string, chars: RegExp, meter: Meter): Promise<string> {
	return await changed(text, meter, (piece) => piece.replace(chars, ''));
}

/** Without any place of another text. */
export async function withoutText(text: string, removed: string, meter: Meter): Promise<string> {
	const builder = new TextBuilder(meter);
	let start = 0;
	for await (const place of placesIn(text, removed, meter)) {
		builder.add(text.slice(start, place));
		start = place + removed.length;
	}
	builder.add(text.slice(start));
	return builder.text();
}

/** Without one place of so many characters; -1 is nowhere. */
export function without(text: string, place: number, length: number): string {
	return place === -1 ? text : text.slice(0, place) + text.slice(place + length);
}

/** The bytes of a text as UTF-8, in hexadecimal digits. */
export async function hexOf(text: string, meter: Meter): Promise<string> {
	return await changed(text, meter, (piece) => Buffer.from(piece, 'utf8').toString('hex'));
}

/** @throws Fault where the digits are no text */
export async function textOfHex(hex: string, meter: Meter): Promise<string> {
	if (hex.length % 2 !== 0 || /[^0-9a-f]/i.test(hex)) {
		throw runtimeFault('The text is not made of hexadecimal digits');
	}
	if (meter.isDue()) await meter.pause();
	meter.text(hex.length / 2);
	return Buffer.from(hex, 'hex').toString('utf8');
}

/** As forms are encoded: blanks become plus signs. */
export async function encoded(text: string, meter: Meter): Promise<string> {
	return await changed(text, meter, (piece) =>
		new URLSearchParams([['', piece]]).toString().slice(1),
	);
}

/** As addresses are encoded: blanks become `%20` (Zoho: urlEncode of zoho.encryption). */
export async function percentEncoded(text: string, meter: Meter): Promise<string> {
	return await changed(text, meter, (piece) =>
		new URLSearchParams([['', piece]]).toString().slice(1).replace(/\+/g, '%20'),
	);
}

const HTML: ReadonlyMap<string, string> = new Map([
	['&', '&amp;'],
	['<', '&lt;'],
	['>', '&gt;'],
	['"', '&quot;'],
	["'", '&#39;'],
]);
const NAMED: ReadonlyMap<string, string> = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"],
	['nbsp', '\u00A0'],
]);

/** What means something in HTML, as entities. */
export async function htmlEncoded(text: string, meter: Meter): Promise<string> {
	return await changed(text, meter, (piece) =>
		piece.replace(/[&<>"']/g, (char) => HTML.get(char) ?? char),
	);
}

/** Entities as the characters they stand for; unknown names stay. */
export async function htmlDecoded(text: string, meter: Meter): Promise<string> {
	const builder = new TextBuilder(meter);
	let end = 0;
	for (const found of text.matchAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi)) {
		builder.add(text.slice(end, found.index));
		builder.add(entity(found[1] ?? '') ?? found[0]);
		end = found.index + found[0].length;
		if (meter.isDue()) await meter.pause();
	}
	builder.add(text.slice(end));
	return builder.text();
}

function entity(name: string): string | undefined {
	if (!name.startsWith('#')) return NAMED.get(name.toLowerCase());
	const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
