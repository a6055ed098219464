import type { ZohoError } from '../../helpers/zohoError';
import type { RenewToken, SendOutcome } from '../http/exchange';
import type { Account } from './account';

/** Longest wait for a new access token, ms. */
export const RENEWAL_TIMEOUT_MS = 60_000;

/** What came of a renewal. */
export type Renewal =
	| { kind: 'renewed' }
	/** Another run, or another request of this one, had renewed the token already. */
	| { kind: 'adopted' }
	/** There will be no other token. */
	| { kind: 'lost'; error: ZohoError }
	| SendOutcome;

/**
 * Renews the access token, once for all requests that an expired one turned down: Zoho issues ten
 * in ten minutes. Whoever asks meanwhile waits for the same renewal.
 */
export class TokenRenewal {
	private renewals = 0;
	private current?: Promise<Renewal>;

	constructor(
		private readonly account: Account,
		private readonly renewToken: RenewToken,
	) {}

	/** To be asked when a request is sent, and handed back when its token was refused. */
	get epoch(): number {
		return this.renewals;
	}

	get isUnderWay(): boolean {
		return this.current !== undefined;
	}

	/**
	 * @param epoch when the request was sent whose token was refused
	 * @returns what came of it; `adopted` when there is another token since
	 */
	async since(epoch: number): Promise<Renewal> {
		if (this.current === undefined && epoch !== this.renewals) return { kind: 'adopted' };
		this.current ??= this.renew().finally(() => (this.current = undefined));
		const outcome = await this.current;
		// Whoever asks later, as its answer took longer, gets the same.
		if (outcome.kind === 'lost') this.current = Promise.resolve(outcome);
		return outcome;
	}

	private async renew(): Promise<Renewal> {
		// Other runs and other workers use the same credential.
		if ((await this.account.storedToken()) === 'new') return this.changed('adopted');
		const outcome = await this.renewToken(RENEWAL_TIMEOUT_MS);
		if (outcome.kind === 'refused') return await this.lost(outcome.word);
		if (outcome.kind !== 'renewed') return outcome;
		// n8n counts an answer without a token as a renewal: it stores Zoho's error word beside the old.
		const stored = await this.account.storedToken();
		return stored === 'new' ? this.changed('renewed') : await this.lost();
	}

	private changed(kind: 'adopted' | 'renewed'): Renewal {
		this.renewals += 1;
		return { kind };
	}

	private async lost(word?: string): Promise<Renewal> {
		return { kind: 'lost', error: await this.account.lost(word) };
	}
}
