import type { Meter } from './scriptLimits';

/** Characters of a piece: changing as many takes a millisecond or so. */
const PIECE = 50_000;

/** A text in pieces that are not too long; no character beyond U+FFFF is cut in two. */
export function* piecesOf(text: string): Generator<string> {
	for (let start = 0, end = 0; start < text.length; start = end) {
		end = Math.min(start + PIECE, text.length);
		if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && end < text.length) end += 1;
		yield text.slice(start, end);
	}
}

/** A text changed piece by piece, with pauses. */
export async function changed(
	text: string,
	meter: Meter,
	change: (piece: string, before: string) => string,
): Promise<string> {
	const builder = new TextBuilder(meter);
	let before = '';
	for (const piece of piecesOf(text)) {
		builder.add(change(piece, before));
		before = piece;
		if (meter.isDue()) await meter.pause();
	}
	return builder.text();
}

const JOINED_AT_ONCE = 1000;

/** Puts a text together; fails as soon as it is too long. */
export class TextBuilder {
	private readonly chunks: string[] = [];
	private parts: string[] = [];
	private length = 0;

	constructor(private readonly meter: Meter) {}

	add(part: string): void {
		this.length += part.length;
		this.meter.text(this.length, 0);
		this.parts.push(part);
		if (this.parts.length < JOINED_AT_ONCE) return;
		this.chunks.push(this.parts.join(''));
		this.parts = [];
	}

	/** Counts the text as made. */
	text(): string {
		this.meter.text(this.length);
		return [...this.chunks, ...this.parts].join('');
	}
}
