import { Renewal } from '../../../../nodes/ZohoCrmRelatedRecords/transport/auth/tokenRenewal';
import type { Decoded } from '../../../../nodes/ZohoCrmRelatedRecords/transport/responses/decoded';
import { ZohoError } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';

const failure = (code: string): Decoded => ({
	kind: 'failure',
	error: new ZohoError({ code, message: code, resolution: '', httpStatusCode: 401 }),
	failed: { status: 401 },
});
const STALE = failure('INVALID_TOKEN');
const NO_SCOPE = failure('OAUTH_SCOPE_MISMATCH');
const GOOD: Decoded = { kind: 'empty' };

/** Zoho and n8n: a token that is good or not, and renewed by whoever may. */
function zoho({ isGood = true, hasScope = true, canRenew = true } = {}) {
	const seen = { renewals: 0, attempts: 0 };
	const state = { isGood };
	const answer = () => (!state.isGood ? STALE : hasScope ? GOOD : NO_SCOPE);
	const attempt = async (renews: boolean): Promise<Decoded> => {
		seen.attempts += 1;
		await Promise.resolve();
		const first = answer();
		if (first === GOOD || !renews) return first;
		seen.renewals += 1;
		await Promise.resolve();
		if (!canRenew) throw new Error('cannot renew');
		state.isGood = true;
		return answer();
	};
	return { seen, state, attempt };
}

const run = async (
	renewal: Renewal,
	count: number,
	attempt: (renews: boolean) => Promise<Decoded>,
) => await Promise.allSettled(Array.from({ length: count }, () => renewal.run(true, attempt)));
const values = (results: PromiseSettledResult<Decoded>[]) =>
	results.map((result) => (result.status === 'fulfilled' ? result.value : 'thrown'));

describe('the renewal of the token', () => {
	it('is not needed while the token is good', async () => {
		const { attempt, seen } = zoho();
		expect(values(await run(new Renewal(), 5, attempt))).toEqual(Array(5).fill(GOOD));
		expect(seen).toEqual({ renewals: 0, attempts: 5 });
	});

	it('happens once for many requests at once; the others wait and repeat', async () => {
		const { attempt, seen } = zoho({ isGood: false });
		expect(values(await run(new Renewal(), 10, attempt))).toEqual(Array(10).fill(GOOD));
		expect(seen).toEqual({ renewals: 1, attempts: 10 + 9 });
	});

	it('happens once when the token ends while requests are under way', async () => {
		const { attempt, seen, state } = zoho();
		const renewal = new Renewal();
		const first = renewal.run(true, async () => {
			await new Promise((resolve) => setImmediate(resolve));
			return GOOD;
		});
		state.isGood = false;
		expect(values(await run(renewal, 8, attempt))).toEqual(Array(8).fill(GOOD));
		await first;
		expect(seen.renewals).toBe(1);
	});

	it('happens at most once for a missing scope, whatever is asked afterwards', async () => {
		const { attempt, seen } = zoho({ hasScope: false });
		const renewal = new Renewal();
		expect(values(await run(renewal, 10, attempt))).toEqual(Array(10).fill(NO_SCOPE));
		expect(values(await run(renewal, 10, attempt))).toEqual(Array(10).fill(NO_SCOPE));
		expect(seen).toEqual({ renewals: 1, attempts: 20 });
	});

	it('is still possible after a missing scope', async () => {
		const missing = zoho({ hasScope: false });
		const renewal = new Renewal();
		await run(renewal, 1, missing.attempt);
		const { attempt, seen } = zoho({ isGood: false });
		expect(values(await run(renewal, 4, attempt))).toEqual(Array(4).fill(GOOD));
		expect(seen.renewals).toBe(1);
	});

	it('that fails lets the next one try', async () => {
		const renewal = new Renewal();
		const broken = zoho({ isGood: false, canRenew: false });
		expect(values(await run(renewal, 3, broken.attempt))).toEqual(Array(3).fill('thrown'));
		expect(broken.seen.renewals).toBe(3);
	});

	it('is not caused, but waited for, by a request that may not renew', async () => {
		const { attempt, seen } = zoho({ isGood: false });
		const renewal = new Renewal();
		expect(await renewal.run(false, attempt)).toBe(STALE);
		const [other, own] = await Promise.all([
			renewal.run(true, attempt),
			renewal.run(false, attempt),
		]);
		expect([other, own]).toEqual([GOOD, GOOD]);
		expect(seen.renewals).toBe(1);
	});
});
