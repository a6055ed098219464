import { ZohoError } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import { Account } from '../../../../nodes/ZohoCrmRelatedRecords/transport/auth/account';
import { TokenRenewal } from '../../../../nodes/ZohoCrmRelatedRecords/transport/auth/tokenRenewal';
import {
	withAccess,
	type AskOnce,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/auth/withAccess';
import type { RenewalOutcome } from '../../../../nodes/ZohoCrmRelatedRecords/transport/http/exchange';
import type { ZohoRequest } from '../../../../nodes/ZohoCrmRelatedRecords/transport/request';
import { decodeRows } from '../../../../nodes/ZohoCrmRelatedRecords/transport/responses/rows';
import { withDecoding } from '../../../../nodes/ZohoCrmRelatedRecords/transport/responses/withDecoding';

const REQUEST: ZohoRequest = {
	path: ['v8', 'Leads'],
	subject: { module: 'Leads' },
	scope: 'ZohoCRM.modules.READ',
	kind: 'Leads',
};
const refusal = (code: string) =>
	({ kind: 'answer', status: 401, text: JSON.stringify({ code }), headers: {} }) as const;
const ROWS = { kind: 'answer', status: 200, text: '{"data":[]}', headers: {} } as const;

/** Zoho, n8n's stored token, and one run of the node. */
async function zoho({
	renewal = 'renewed' as RenewalOutcome | 'renewed',
	hasScope = true,
	state = { accepted: '1000.first', stored: '1000.first', requests: 0, renewals: 0 },
} = {}) {
	const account = new Account(async () => ({
		oauthTokenData: { access_token: state.stored },
	}));
	const send = withDecoding(async ({ headers }) => {
		state.requests += 1;
		const token = state.stored;
		if (headers?.late === undefined) await Promise.resolve();
		else await new Promise((resolve) => setImmediate(resolve));
		if (token !== state.accepted) return refusal('INVALID_TOKEN');
		return hasScope ? ROWS : refusal('OAUTH_SCOPE_MISMATCH');
	});
	const renewToken = async (): Promise<RenewalOutcome> => {
		state.renewals += 1;
		await Promise.resolve();
		if (renewal !== 'renewed') return renewal;
		state.stored = state.accepted = `1000.renewed.${state.renewals}`;
		return { kind: 'renewed' };
	};
	const ask = withAccess(send, account, new TokenRenewal(account, renewToken));
	const read = async (more: Partial<ZohoRequest> = {}) =>
		await once(ask, await account.addressed({ ...REQUEST, ...more }));
	const readAll = async (count: number) =>
		await Promise.all(Array.from({ length: count }, async () => await read()));
	// The address is read, and with it the token, before anything expires.
	await account.addressed(REQUEST);
	return { state, read, readAll };
}

/** What came of a request: its kind, or the code of its error. */
async function once(ask: AskOnce, request: Parameters<AskOnce>[0]): Promise<string> {
	try {
		const decoded = await ask(request, decodeRows);
		return decoded.kind === 'failure' ? decoded.error.code : decoded.kind;
	} catch (error) {
		if (error instanceof ZohoError) return `thrown ${error.code}`;
		throw error;
	}
}

describe('the renewal of the token', () => {
	it('is not needed while the token is good', async () => {
		const { state, readAll } = await zoho();
		expect(await readAll(5)).toEqual(Array(5).fill('body'));
		expect(state).toMatchObject({ renewals: 0, requests: 5 });
	});

	it('happens once for many requests at once; all of them repeat', async () => {
		const { state, readAll } = await zoho();
		state.accepted = 'other';
		expect(await readAll(10)).toEqual(Array(10).fill('body'));
		expect(state).toMatchObject({ renewals: 1, requests: 20 });
	});

	it('happens each time the token expires', async () => {
		const { state, readAll } = await zoho();
		for (const renewals of [1, 2, 3]) {
			state.accepted = 'other';
			expect(await readAll(4)).toEqual(Array(4).fill('body'));
			expect(state.renewals).toBe(renewals);
		}
	});

	it('is left out where another worker has stored a new token already', async () => {
		const { state, readAll } = await zoho();
		state.accepted = 'of another worker';
		const results = readAll(3);
		state.stored = 'of another worker';
		expect(await results).toEqual(Array(3).fill('body'));
		expect(state.renewals).toBe(0);
	});

	it('by two workers in the same moment lets both runs go on', async () => {
		const stored = { accepted: '1000.first', stored: '1000.first', requests: 0, renewals: 0 };
		const runs = await Promise.all([zoho({ state: stored }), zoho({ state: stored })]);
		stored.accepted = 'other';
		const results = await Promise.all(runs.map(async ({ readAll }) => await readAll(3)));
		expect(results.flat()).toEqual(Array(6).fill('body'));
		expect(stored.renewals).toBeLessThanOrEqual(2);
	});

	it('never happens for a missing scope, and the request is not sent again', async () => {
		const { state, readAll } = await zoho({ hasScope: false });
		expect(await readAll(10)).toEqual(Array(10).fill('OAUTH_SCOPE_MISMATCH'));
		expect(await readAll(10)).toEqual(Array(10).fill('OAUTH_SCOPE_MISMATCH'));
		expect(state).toMatchObject({ renewals: 0, requests: 10 });
	});

	it.each<[string, RenewalOutcome, string]>([
		['a timeout', { kind: 'timeout' }, 'TIMEOUT'],
		['a broken connection', { kind: 'broken', reason: 'ECONNRESET' }, 'NETWORK_ERROR'],
		['an answer without a token', { ...ROWS, text: '{}' }, 'INVALID_RESPONSE'],
		['a page', { ...ROWS, status: 503, text: '<html>' }, 'INVALID_RESPONSE'],
	])('that fails by %s is shared, and the next request may try again', async (_, renewal, code) => {
		const { state, readAll, read } = await zoho({ renewal });
		state.accepted = 'other';
		expect(await readAll(3)).toEqual(Array(3).fill(code));
		expect(state).toMatchObject({ renewals: 1, requests: 3 });
		expect(await read()).toBe(code);
		expect(state.renewals).toBe(2);
	});

	it.each([
		['invalid_code', 'thrown RECONNECT_REQUIRED'],
		['Access Denied', 'thrown RATE_LIMITED'],
	])('that Zoho refuses with %s ends the run', async (word, thrown) => {
		const { state, readAll } = await zoho({ renewal: { kind: 'refused', word } });
		state.accepted = 'other';
		expect(await readAll(3)).toEqual(Array(3).fill(thrown));
		expect(await readAll(3)).toEqual(Array(3).fill(thrown));
		expect(state).toMatchObject({ renewals: 1, requests: 3 });
	});

	it('that ended the run is not tried again by a request whose answer came later', async () => {
		const { state, read } = await zoho({ renewal: { kind: 'refused', word: 'invalid_code' } });
		state.accepted = 'other';
		const late = read({ headers: { late: 'yes' } });
		expect(await read()).toBe('thrown RECONNECT_REQUIRED');
		expect(await late).toBe('thrown RECONNECT_REQUIRED');
		expect(state.renewals).toBe(1);
	});

	it('that brings no other token ends the run', async () => {
		const { state, readAll } = await zoho({ renewal: { kind: 'renewed' } });
		state.accepted = 'other';
		expect(await readAll(3)).toEqual(Array(3).fill('thrown RECONNECT_REQUIRED'));
		expect(state).toMatchObject({ renewals: 1, requests: 3 });
	});

	it('is not caused, but waited for, by a request that may not renew', async () => {
		const { state, read } = await zoho();
		state.accepted = 'other';
		expect(await read({ refresh: false })).toBe('INVALID_TOKEN');
		expect(await Promise.all([read(), read({ refresh: false })])).toEqual(['body', 'body']);
		expect(state.renewals).toBe(1);
	});
});
