import type * as clock from '../../support/engine/clock';
import { known } from '../../support/sandbox';
import { sandboxesPerTest } from '../../support/sandbox/testClient';
import { CREDENTIAL_TYPE, openBench, related, type Bench } from './fixture';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const ON_ERROR = { onError: 'continueErrorOutput' } as const;

describe('the connection to Zoho', () => {
	const openSandbox = sandboxesPerTest();
	let bench: Bench;

	beforeEach(async () => {
		bench = await openBench();
	});
	afterEach(async () => await bench.close());

	const notes = (options = {}) => related('Leads', known.lead.id, 'Notes', { options });
	const errorOf = async () => {
		const { errorOutput } = await bench.run(notes(), ON_ERROR);
		expect(errorOutput).toHaveLength(1);
		return errorOutput[0]?.json.error;
	};

	it.each([
		['one after the other', 1, [401, 200, 200, 200]],
		['at once', 10, [401, 401, 401, 200, 200, 200]],
	])('survives an expired token with requests %s: one refresh', async (_, atOnce, statuses) => {
		bench.sandbox.tokens.expireAccessTokens();
		const input = [{}, {}, {}];
		const { json } = await bench.run(notes({ maxConcurrentRequests: atOnce }), { input });
		expect(json).toHaveLength(3 * (known.lead.counts.Notes ?? NaN));
		expect(bench.sandbox.log.token()).toHaveLength(1);
		expect(bench.sandbox.log.crm().map(({ status }) => status)).toEqual(statuses);
		const { oauthTokenData } = bench.engine.credentials.get(bench.credentialId);
		expect(oauthTokenData).toMatchObject({ refresh_token: bench.token.refresh_token });
		expect(oauthTokenData).not.toMatchObject({ access_token: bench.token.access_token });
	});

	it('survives a token that expires in mid-run: one refresh, however many were turned down', async () => {
		bench.sandbox.faults.add({
			match: {},
			skip: 15,
			then: ({ tokens }) => tokens.expireAccessTokens(),
		});
		const input = Array.from({ length: 40 }, () => ({}));
		const { json } = await bench.run(notes(), { input });
		expect(json).toHaveLength(40 * (known.lead.counts.Notes ?? NaN));
		expect(bench.sandbox.log.token()).toHaveLength(1);
	});

	it.each([
		['before they start', 0],
		['in mid-run', 30],
	])('two workers may both renew a token that expires %s: both runs survive', async (_, skip) => {
		const { engine, sandbox, run } = bench;
		const input = Array.from({ length: 40 }, () => ({}));
		const ids = [bench.credentialId, engine.credentials.share(bench.credentialId)];
		sandbox.faults.add({ match: {}, skip, then: ({ tokens }) => tokens.expireAccessTokens() });
		// Each asks before the other has its token.
		let release = () => undefined as void;
		const hold = new Promise<void>((resolve) => (release = resolve));
		const match = { path: '/oauth/v2/token' };
		sandbox.faults.add({ match, hold });
		sandbox.faults.add({ match, then: () => release() });
		const runs = ids.map(async (credentialId) => {
			bench.credentialId = credentialId;
			return await run(notes(), { input });
		});
		for (const { error, json } of await Promise.all(runs)) {
			expect(error).toBeUndefined();
			expect(json).toHaveLength(40 * (known.lead.counts.Notes ?? NaN));
		}
		expect(sandbox.log.token().map(({ status }) => status)).toEqual([200, 200]);
	});

	it.each([
		['one after the other', 1],
		['at once', 10],
	])('refreshes nothing for a missing scope, and asks for it no more: %s', async (_, atOnce) => {
		await bench.close();
		bench = await openBench({ scope: 'ZohoCRM.modules.contacts.READ' });
		const ids = Array.from({ length: 30 }, (_item, i) => ({ id: String(i + 1) }));
		const options = { maxConcurrentRequests: atOnce };
		const parameters = related('Leads', '={{ $json.id }}', 'Notes', { options });
		const { errorOutput } = await bench.run(parameters, { ...ON_ERROR, input: ids });
		expect(errorOutput.map(({ json }) => json.error)).toEqual(
			ids.map(({ id }) =>
				expect.objectContaining({
					code: 'OAUTH_SCOPE_MISMATCH',
					httpStatusCode: 401,
					recordId: id,
					message: expect.stringContaining(id),
					resolution: expect.stringContaining('ZohoCRM.modules.notes.READ'),
				}),
			),
		);
		expect(bench.sandbox.log.token()).toEqual([]);
		expect(bench.sandbox.log.crm().length).toBeLessThanOrEqual(atOnce);
	});

	it('refreshes nothing for missing scopes of many kinds', async () => {
		await bench.close();
		bench = await openBench({ scope: 'ZohoCRM.modules.contacts.READ' });
		const lists = Array.from({ length: 30 }, (_, i) => ({ list: `List_${i}` }));
		const { errorOutput } = await bench.run(related('Leads', '1', '={{ $json.list }}'), {
			...ON_ERROR,
			input: lists,
		});
		expect(errorOutput).toHaveLength(30);
		expect(bench.sandbox.log.token()).toEqual([]);
		expect(bench.sandbox.log.crm()).toHaveLength(30);
	});

	it('still sends requests of another kind after a missing scope', async () => {
		await bench.close();
		bench = await openBench({ scope: 'ZohoCRM.modules.leads.READ' });
		const list = '={{ $json.list }}';
		const { output, errorOutput } = await bench.run(related('Leads', known.lead.id, list), {
			...ON_ERROR,
			input: ['Notes', 'Campaigns', 'Notes'].map((name) => ({ list: name })),
		});
		expect(errorOutput.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(output.length).toBe(known.lead.counts.Campaigns);
	});

	it.each([
		['one after the other', 1],
		['at once', 10],
	])('asks to reconnect when access was revoked, and sends nothing more: %s', async (_, atOnce) => {
		bench.sandbox.tokens.revoke(bench.token.refresh_token);
		const input = Array.from({ length: 15 }, () => ({}));
		const parameters = notes({ maxConcurrentRequests: atOnce });
		const { errorOutput } = await bench.run(parameters, { ...ON_ERROR, input });
		expect(errorOutput.map(({ json }) => json.error)).toEqual(
			Array.from({ length: 15 }, () =>
				expect.objectContaining({
					code: 'RECONNECT_REQUIRED',
					httpStatusCode: 401,
					message: expect.stringContaining('invalid_code'),
				}),
			),
		);
		expect(bench.sandbox.log.token()).toHaveLength(1);
		expect(bench.sandbox.log.crm().length).toBeLessThanOrEqual(atOnce);
	});

	it.each([
		['there never was a refresh token', {}, /no refresh token.*only when you consent/, /revoked/],
		['Zoho refuses the refresh token', { refresh_token: 'old' }, /revoked/, /consent/],
	])('asks to reconnect and says why: %s', async (_, token, reason, other) => {
		bench.connect({ oauthTokenData: { access_token: 'old', ...token } });
		const error = await errorOf();
		expect(error).toMatchObject({
			code: 'RECONNECT_REQUIRED',
			resolution: expect.stringMatching(reason),
		});
		expect(error).not.toMatchObject({ resolution: expect.stringMatching(other) });
	});

	it('tells of a pause when Zoho refuses more refreshes', async () => {
		await bench.close();
		bench = await openBench({ refreshLimit: 0 });
		bench.sandbox.tokens.expireAccessTokens();
		expect(await errorOf()).toMatchObject({
			code: 'RATE_LIMITED',
			resolution: expect.stringContaining('ten minutes'),
		});
	});

	it.each([
		[undefined, {}, 'not connected'],
		[{ error: 'invalid_client_secret' }, {}, 'invalid_client_secret'],
		[
			{
				error: 'invalid_client',
				callbackQueryString: { 'accounts-server': 'https://accounts.zoho.eu' },
			},
			{ dataCenter: 'us' },
			'invalid_client',
		],
	])('is missing: %j', async (oauthTokenData, more, said) => {
		bench.connect({ ...more, oauthTokenData });
		const error = await errorOf();
		expect(error).toMatchObject({
			code: 'NOT_CONNECTED',
			message: expect.stringContaining(said),
		});
		const isElsewhere = 'dataCenter' in more;
		expect(error).toMatchObject({
			resolution: isElsewhere
				? expect.stringContaining("'Europe (zoho.eu)'")
				: expect.not.stringContaining('Europe'),
		});
		expect(bench.sandbox.log.all).toEqual([]);
	});

	it('takes the address from the API URL, without its trailing slash', async () => {
		const { origin } = bench.sandbox;
		bench.connect({
			apiUrl: `${origin}/`,
			accountsUrl: `${origin}/`,
			oauthTokenData: { access_token: bench.token.access_token },
		});
		const { json } = await bench.run(notes());
		expect(json).toHaveLength(known.lead.counts.Notes ?? NaN);
		const resolved = await bench.engine.resolvedCredential(bench.credentialId, CREDENTIAL_TYPE);
		expect(resolved.accessTokenUrl).toBe(`${origin}/oauth/v2/token`);
	});

	it('does not take the token to another host that the stored token names', async () => {
		const other = await openSandbox();
		const oauthTokenData = { ...bench.token, api_domain: other.origin };
		bench.connect({ oauthTokenData });
		expect(await errorOf()).toMatchObject({
			code: 'HOST_NOT_ALLOWED',
			message: expect.stringContaining(new URL(other.origin).host),
		});
		bench.connect({ dataCenter: 'us', oauthTokenData });
		expect(await errorOf()).toMatchObject({ code: 'HOST_NOT_ALLOWED' });
		expect([...bench.sandbox.log.all, ...other.log.all]).toEqual([]);
	});

	it('does not follow a redirect with the token', async () => {
		const other = await openSandbox();
		bench.sandbox.faults.add({
			match: {},
			reply: { status: 302, headers: { Location: `${other.origin}/crm/v8/Leads` } },
		});
		expect(await errorOf()).toMatchObject({ code: 'INVALID_RESPONSE', httpStatusCode: 302 });
		expect(other.log.all).toEqual([]);
	});

	it('sends the token in the header whatever type was stored with it', async () => {
		bench.connect({ oauthTokenData: { ...bench.token, token_type: 'Zoho-oauthtoken' } });
		const { json } = await bench.run(notes());
		expect(json.length).toBeGreaterThan(0);
		const [request] = bench.sandbox.log.crm();
		expect(request?.headers.authorization).toBe(`Bearer ${bench.token.access_token}`);
		expect(request?.query).not.toHaveProperty('access_token');
	});
});
