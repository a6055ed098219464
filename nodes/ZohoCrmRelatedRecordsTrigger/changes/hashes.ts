import { createHash } from 'crypto';
import type { Hashes, Second } from './state';

/** 48 bits: among 4,000 keys, one in 70 billion new ones would be taken for a known one. */
const LENGTH = 8;

/** A short hash of a text. */
export function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, LENGTH);
}

/** Keys that are remembered, each for a second of its own. */
export class KeyMemory {
	private readonly known = new Set<string>();
	private readonly bySecond = new Map<Second, string>();
	/** A poll asks for the same keys several times. */
	private readonly hashes = new Map<string, string>();

	constructor(hashes: Hashes) {
		for (const [second, text] of Object.entries(hashes)) {
			this.bySecond.set(parseInt(second, 36), text);
			for (let at = 0; at < text.length; at += LENGTH) this.known.add(text.slice(at, at + LENGTH));
		}
	}

	has(key: string): boolean {
		return this.known.has(this.hash(key));
	}

	/** @param second until which the key is kept */
	add(key: string, second: Second): void {
		const hash = this.hash(key);
		if (this.known.has(hash)) return;
		this.known.add(hash);
		this.bySecond.set(second, (this.bySecond.get(second) ?? '') + hash);
	}

	private hash(key: string): string {
		const hash = this.hashes.get(key) ?? hashOf(key);
		this.hashes.set(key, hash);
		return hash;
	}

	/** The keys that are kept until this second or a later one. */
	since(first: Second): Hashes {
		const kept = [...this.bySecond].filter(([second]) => second >= first);
		return Object.fromEntries(kept.map(([second, text]) => [second.toString(36), text]));
	}
}

export interface CutHashes {
	hashes: Hashes;
	/** The latest second whose keys were cut off. */
	second: Second;
}

/**
 * The same without the keys of the oldest seconds.
 * @param length characters of JSON to save at least, if there are so many
 * @returns undefined when there are no keys
 */
export function withoutOldest(hashes: Hashes, length: number): CutHashes | undefined {
	const entries = Object.entries(hashes)
		.map(([text, keys]) => ({ text, keys, second: parseInt(text, 36) }))
		.sort((a, b) => a.second - b.second);
	let saved = 0;
	let cut = 0;
	for (const { text, keys } of entries) {
		if (saved >= length) break;
		saved += text.length + keys.length + 6;
		cut += 1;
	}
	const last = entries[Math.max(cut, 1) - 1];
	if (last === undefined) return undefined;
	const rest = entries.slice(Math.max(cut, 1));
	return {
		hashes: Object.fromEntries(rest.map(({ text, keys }) => [text, keys])),
		second: last.second,
	};
}
