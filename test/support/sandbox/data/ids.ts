const ORG = '4876876';
const FIRST_RECORD = 1_000_000;
const META_KINDS = { module: 1, list: 2, field: 3, layout: 4, profile: 5, user: 6 } as const;

/** Ids of one block, and blocks that are in use at a time. */
const BLOCK = 1000;
const BLOCKS = [2, 0, 1] as const;

/**
 * Place of the id of the n-th record that is created: as recorded, ids come from several blocks in
 * turn, so that a later one is often smaller.
 */
export function placeInBlocks(n: number): number {
	const round = Math.floor(n / (BLOCKS.length * BLOCK));
	const block = BLOCKS[n % BLOCKS.length] ?? 0;
	const within = Math.floor(n / BLOCKS.length) % BLOCK;
	return (round * BLOCKS.length + block) * BLOCK + within;
}

/** Record id: 19 digits, growing with the sequence number. */
export function recordId(sequence: number): string {
	return ORG + String(FIRST_RECORD + sequence).padStart(12, '0');
}

/** Sequence number of a record id; NaN for ids of another organisation. */
export function sequenceOf(id: string): number {
	return /^\d{19}$/.test(id) && id.startsWith(ORG) ? Number(id.slice(7)) - FIRST_RECORD : NaN;
}

/** Id of a module, related list, field...: stable, and never the id of a record. */
export function metaId(kind: keyof typeof META_KINDS, name: string): string {
	let hash = 7;
	for (const char of name) hash = (hash * 31 + char.charCodeAt(0)) % 89_999;
	return `${ORG}000000${META_KINDS[kind]}${String(10_000 + hash)}`;
}

/** Order of two ids; ids of equal length compare as text. */
export function compareIds(a: string, b: string): number {
	if (a.length !== b.length) return a.length - b.length;
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
