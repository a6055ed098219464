import { randomBytes } from 'node:crypto';
import type { Place } from './data/ordering';
import { errors } from './errors';

const LIFE = 24 * 3_600_000;

/** Where a page begins: after a row, and so many rows from the beginning when it was issued. */
export interface PageStart {
	readonly after: Place | null;
	readonly page: number;
	/** Rows handed out on earlier pages. */
	readonly walked: number;
	readonly previous: PageStart | null;
}

/** What a token belongs to; it is of no use for anything else. */
export interface Binding {
	readonly userId: string;
	readonly path: string;
	readonly params: string;
}

export interface IssuedPageToken {
	readonly token: string;
	readonly expiresAt: number;
}

/** Page tokens: bound to a user and parameters, good for 24 hours (Zoho: Get Records v7). */
export class PageTokens {
	private readonly issued = new Map<string, { start: PageStart; bound: Binding; until: number }>();

	constructor(private readonly now: () => number) {}

	issue(start: PageStart, bound: Binding): IssuedPageToken {
		const token = randomBytes(48).toString('hex');
		const expiresAt = this.now() + LIFE;
		this.issued.set(token, { start, bound, until: expiresAt });
		return { token, expiresAt };
	}

	redeem(token: string, binding: Binding): PageStart {
		const found = this.issued.get(token);
		if (!found || found.bound.userId !== binding.userId) throw errors.invalidParam('page_token');
		if (found.until <= this.now()) throw errors.tokenExpired();
		const { path, params } = found.bound;
		if (path !== binding.path || params !== binding.params) throw errors.tokenMismatch();
		return found.start;
	}
}
