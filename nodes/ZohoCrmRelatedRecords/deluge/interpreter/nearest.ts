/** Characters of a name, and names, that are compared. */
const MAX_COMPARED = 60;
const MAX_CANDIDATES = 500;

/** More edits than these make another word: a third of the name, at most three. */
const MOST_EDITS = 3;

/**
 * The candidate that takes the fewest edits to come from a name; case does not count.
 * @returns undefined when none is like it
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
	let best: string | undefined;
	let least = Math.min(MOST_EDITS, Math.floor(name.length / 3)) + 1;
	let count = 0;
	for (const candidate of candidates) {
		if ((count += 1) > MAX_CANDIDATES) break;
		const edits = distance(comparable(name), comparable(candidate));
		if (edits < least) [best, least] = [candidate, edits];
	}
	return best;
}

function comparable(name: string): string {
	return name.slice(0, MAX_COMPARED).toLowerCase();
}

/** Insertions, deletions and replacements of characters (Levenshtein). */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 0; i < a.length; i += 1) {
		const next = [i + 1];
		for (let j = 0; j < b.length; j += 1) {
			const replaced = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
			next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
}
