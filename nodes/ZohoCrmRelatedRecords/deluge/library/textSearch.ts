import type { Meter } from '../values/scriptLimits';

/**
 * Comparisons of characters at most that are left to JavaScript, whose search takes the length of
 * the text times that of what is searched.
 */
const LEFT_TO_JAVASCRIPT = 1_000_000;
/** Characters that are looked at between two looks at the clock. */
const STEP = 50_000;

type CodeAt = (index: number) => number;

/** The first place of a text in another from a position on, or -1, in linear time. */
export async function indexIn(
	text: string,
	searched: string,
	meter: Meter,
	from = 0,
): Promise<number> {
	return await new TextSearch(text, searched, meter).next(from);
}

/** The last place of a text in another, or -1, in linear time. */
export async function lastIndexIn(text: string, searched: string, meter: Meter): Promise<number> {
	if (isShort(text, searched)) return text.lastIndexOf(searched);
	const reversed = await find(
		{ length: text.length, at: (index) => text.charCodeAt(text.length - 1 - index) },
		await borders(
			searched.length,
			(index) => searched.charCodeAt(searched.length - 1 - index),
			meter,
		),
		(index) => searched.charCodeAt(searched.length - 1 - index),
		0,
		meter,
	);
	return reversed === -1 ? -1 : text.length - reversed - searched.length;
}

/** All places of a text in another that do not overlap; none of an empty one. */
export async function* placesIn(
	text: string,
	searched: string,
	meter: Meter,
): AsyncGenerator<number> {
	if (searched === '') return;
	const search = new TextSearch(text, searched, meter);
	let place = await search.next(0);
	while (place !== -1) {
		yield place;
		if (meter.isDue()) await meter.pause();
		place = await search.next(place + searched.length);
	}
}

/** Searches for one text again and again. */
class TextSearch {
	private table?: Int32Array;

	constructor(
		private readonly text: string,
		private readonly searched: string,
		private readonly meter: Meter,
	) {}

	async next(from: number): Promise<number> {
		const { text, searched, meter } = this;
		if (isShort(text, searched)) return text.indexOf(searched, from);
		const codeAt = (index: number) => searched.charCodeAt(index);
		this.table ??= await borders(searched.length, codeAt, meter);
		const whole = { length: text.length, at: (index: number) => text.charCodeAt(index) };
		return await find(whole, this.table, codeAt, from, meter);
	}
}

function isShort(text: string, searched: string): boolean {
	return text.length * searched.length <= LEFT_TO_JAVASCRIPT || searched.length <= 1;
}

/**
 * For each start of a text, how much of it is its end as well: where a search can go on after a
 * mismatch (Knuth, Morris, Pratt).
 */
async function borders(length: number, at: CodeAt, meter: Meter): Promise<Int32Array> {
	const table = new Int32Array(length);
	for (let index = 1, matched = 0; index < length; index += 1) {
		matched = longer(at(index), matched, table, at);
		table[index] = matched;
		if (index % STEP === 0 && meter.isDue()) await meter.pause();
	}
	return table;
}

async function find(
	text: { length: number; at: CodeAt },
	table: Int32Array,
	searchedAt: CodeAt,
	from: number,
	meter: Meter,
): Promise<number> {
	if (table.length > text.length - from) return -1;
	for (let index = from, matched = 0; index < text.length; index += 1) {
		matched = longer(text.at(index), matched, table, searchedAt);
		if (matched === table.length) return index + 1 - matched;
		if (index % STEP === 0 && meter.isDue()) await meter.pause();
	}
	return -1;
}

/** How much is matched with one more character. */
function longer(code: number, matched: number, table: Int32Array, at: CodeAt): number {
	let length = matched;
	while (length > 0 && at(length) !== code) length = table[length - 1] ?? 0;
	return at(length) === code ? length + 1 : 0;
}
