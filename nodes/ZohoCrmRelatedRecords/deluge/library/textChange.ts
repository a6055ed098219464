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
