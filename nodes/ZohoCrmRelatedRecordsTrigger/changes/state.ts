/** Whole seconds since 1970, by Zoho's clock. */
export type Second = number;

/** Hashes of keys by the second that each is kept for, in base 36: `{"tag3k1":"xV0_a9Qe..."}`. */
export type Hashes = Record<string, string>;

/** What is known of one feed. */
export interface FeedState {
	/** Rows up to this second were all looked at. */
	cursor: Second;
	/** Zoho's time when the feed was read last. */
	readAt: Second;
	/** Creations and closings up to this second are all known. */
	horizon: Second;
	/** Changes before this second are not told from those that were delivered; unset: all are. */
	floor?: Second;
	/** Changes that were delivered, or left out on purpose. */
	changes: Hashes;
	/** Creations and closings that were delivered. */
	moments: Hashes;
}

/** What a trigger keeps between polls, as n8n stores it: JSON. */
export interface TriggerState {
	version: 1;
	/** Hash of what is watched; with another one, watching begins anew. */
	fingerprint: string;
	/** What is older is never delivered. */
	start: Second;
	/** By the feed's name. */
	feeds: Record<string, FeedState>;
}

/** Characters of the state as JSON, which n8n writes as one text. */
export const MAX_STATE_LENGTH = 90_000;

/**
 * What becomes visible later than this after its own time may be missed: Zoho's answers come from
 * several servers, and rows are stamped before they can be read.
 */
export const OVERLAP: Second = 300;

/** A second counts as over when Zoho's clock is this far: the header `Date` is younger than its rows. */
export const SETTLING: Second = 2;

/**
 * The state of a feed before it is read.
 * @param start what is older is not delivered
 * @param memory how far back rows are looked at, only to know them
 */
export function newFeed(start: Second, memory: Second = 0): FeedState {
	// What is forgotten goes by the overlap as well.
	const cursor = start - 1 - (memory === 0 ? 0 : memory + OVERLAP);
	// No overlap before the start: all of that is visible, or too old.
	return { cursor, readAt: cursor + 1 + OVERLAP, horizon: start - 1, changes: {}, moments: {} };
}

/** The first second that has to be read: what could not be seen when the feed was read last, or was left. */
export function windowStart({ cursor, readAt, floor = -Infinity }: FeedState): Second {
	return Math.max(Math.min(cursor + 1, readAt - OVERLAP), floor);
}
