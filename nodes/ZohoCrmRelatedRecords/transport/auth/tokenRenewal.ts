import { isFailure, type Decoded } from '../responses/decoded';

const SCOPE_MISSING = 'OAUTH_SCOPE_MISMATCH';

/** Sends a request. @param renews whether n8n may renew the access token after a 401 */
export type Attempt<Body> = (renews: boolean) => Promise<Decoded<Body>>;

/**
 * Lets one request at a time renew the access token. n8n renews it for every request that comes back
 * with 401, and Zoho gives out ten new ones in ten minutes, so of many requests that an expired
 * token, or a missing scope, turned down, one may cause a renewal and the others wait for it.
 */
export class Renewal {
	private current?: Promise<Decoded<unknown>>;
	private isScopeMissing = false;

	/**
	 * @param mayRenew false for requests that are only worth sending while the token is good
	 * @returns what came of the request, after the renewal if there was one
	 */
	async run<Body>(mayRenew: boolean, attempt: Attempt<Body>): Promise<Decoded<Body>> {
		// A missing scope looks like an expired token to n8n: once one is known, Zoho's word counts.
		const isFirst = this.current === undefined && !this.isScopeMissing;
		if (mayRenew && isFirst) return await this.renewing(attempt);
		let reading = this.noted(await attempt(false));
		while (isUnauthorized(reading)) {
			if (this.current !== undefined) await this.current.catch(() => undefined);
			else return mayRenew ? await this.renewing(attempt) : reading;
			reading = this.noted(await attempt(false));
		}
		return reading;
	}

	private async renewing<Body>(attempt: Attempt<Body>): Promise<Decoded<Body>> {
		const own = attempt(true);
		this.current = own;
		try {
			return this.noted(await own);
		} finally {
			if (this.current === own) this.current = undefined;
		}
	}

	private noted<Body>(reading: Decoded<Body>): Decoded<Body> {
		this.isScopeMissing ||= isFailure(reading, SCOPE_MISSING);
		return reading;
	}
}

/** Turned down for the token, not for a scope. */
function isUnauthorized(reading: Decoded<unknown>): boolean {
	const isRefused = reading.kind === 'failure' && reading.failed.status === 401;
	return isRefused && !isFailure(reading, SCOPE_MISSING);
}
