import type { Sandbox } from './index';
import { startSandbox } from './index';
import { answerOf, clientOf } from './testClient';

const REDIRECT = 'http://localhost:5678/rest/oauth2-credential/callback';
const MINUTE = 60_000;

let sandbox: Sandbox;
let clock: number;

beforeEach(async () => {
	clock = Date.UTC(2025, 5, 16);
	sandbox = await startSandbox({
		now: () => clock,
		dataCenter: 'eu',
		apiDomain: 'https://api.test',
	});
});

afterEach(() => sandbox.close());

const authParams = (extra: Record<string, string> = {}): Record<string, string> => ({
	response_type: 'code',
	client_id: sandbox.client.id,
	redirect_uri: REDIRECT,
	scope: 'ZohoCRM.modules.READ,ZohoCRM.settings.ALL',
	access_type: 'offline',
	prompt: 'consent',
	state: 'abc"<',
	...extra,
});

const consentPage = (extra?: Record<string, string>): Promise<Response> =>
	fetch(`${sandbox.origin}/oauth/v2/auth?${new URLSearchParams(authParams(extra)).toString()}`);

async function decide(decision: string, extra?: Record<string, string>): Promise<URLSearchParams> {
	const response = await fetch(`${sandbox.origin}/oauth/v2/auth`, {
		method: 'POST',
		body: new URLSearchParams({ ...authParams(extra), decision }),
		redirect: 'manual',
	});
	expect(response.status).toBe(302);
	const location = response.headers.get('location') ?? '';
	expect(location.startsWith(`${REDIRECT}?`)).toBe(true);
	return new URL(location).searchParams;
}

const token = (params: Record<string, string>): ReturnType<typeof answerOf> =>
	answerOf(
		fetch(`${sandbox.origin}/oauth/v2/token`, {
			method: 'POST',
			body: new URLSearchParams({
				client_id: sandbox.client.id,
				client_secret: sandbox.client.secret,
				...params,
			}),
		}),
	);

const redeem = (code: string, extra: Record<string, string> = {}): ReturnType<typeof answerOf> =>
	token({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT, ...extra });

const refresh = (refreshToken: string): ReturnType<typeof answerOf> =>
	token({ grant_type: 'refresh_token', refresh_token: refreshToken });

async function consentedCode(extra?: Record<string, string>): Promise<string> {
	return (await decide('allow', extra)).get('code') ?? '';
}

describe('consent', () => {
	it('shows the scopes and an Allow and a Deny button', async () => {
		const html = await (await consentPage()).text();
		expect(html).toContain('<li>ZohoCRM.settings.ALL</li>');
		expect(html).toMatch(/<button type="submit"[^>]*value="allow">Allow<\/button>/);
		expect(html).toMatch(/<button type="submit"[^>]*value="deny">Deny<\/button>/);
		expect(html).toContain('value="abc&quot;&lt;"');
	});

	it('returns code, location, accounts server and state', async () => {
		const answer = await decide('allow');
		expect(answer.get('code')).toMatch(/^1000\./);
		expect(answer.get('location')).toBe('eu');
		expect(answer.get('accounts-server')).toBe(sandbox.origin);
		expect(answer.get('state')).toBe('abc"<');
	});

	it('returns access_denied after Deny', async () => {
		const answer = await decide('deny');
		expect(answer.get('error')).toBe('access_denied');
		expect(answer.get('code')).toBeNull();
	});

	it.each<[string, Record<string, string>]>([
		['invalid_client', { client_id: '1000.OTHER' }],
		['invalid_redirect_uri', { redirect_uri: 'https://evil.example/callback' }],
		['invalid_response_type', { response_type: 'token' }],
		['invalid_scope', { scope: 'ZohoCRM.modules.READ ZohoCRM.settings.ALL' }],
	])('refuses a request with %s', async (word, params) => {
		expect(await (await consentPage(params)).text()).toContain(word);
	});
});

describe('codes', () => {
	it('become tokens', async () => {
		const { status, body } = await redeem(await consentedCode());
		expect(status).toBe(200);
		expect(body).toEqual({
			access_token: expect.stringMatching(/^1000\./),
			refresh_token: expect.stringMatching(/^1000\./),
			scope: 'ZohoCRM.modules.READ,ZohoCRM.settings.ALL',
			api_domain: 'https://api.test',
			token_type: 'Bearer',
			expires_in: 3600,
		});
	});

	it.each<Record<string, string>>([{ access_type: 'online' }, { prompt: 'none' }])(
		'come without a refresh token for %j',
		async (params) => {
			const { body } = await redeem(await consentedCode(params));
			expect(body.access_token).toBeDefined();
			expect(body).not.toHaveProperty('refresh_token');
		},
	);

	it('serve once', async () => {
		const code = await consentedCode();
		await redeem(code);
		const { status, body } = await redeem(code);
		expect(status).toBe(200);
		expect(body).toEqual({ error: 'invalid_code' });
	});

	it('expire after three minutes', async () => {
		const code = await consentedCode();
		clock += 3 * MINUTE;
		expect((await redeem(code)).body).toEqual({ error: 'invalid_code' });
	});

	it.each<[string, Record<string, string>]>([
		['invalid_client', { client_id: 'other' }],
		['invalid_client_secret', { client_secret: 'wrong' }],
		['invalid_redirect_uri', { redirect_uri: 'http://localhost/other' }],
		['unsupported_grant_type', { grant_type: 'password' }],
	])('are refused with HTTP 200 and %s', async (error, params) => {
		const { status, body } = await redeem(await consentedCode(), params);
		expect(status).toBe(200);
		expect(body).toEqual({ error });
		expect(sandbox.log.token().at(-1)).toMatchObject({ status: 200, code: error });
	});

	it.each(['query', 'multipart'])('are taken from %s too', async (encoding) => {
		const params = {
			client_id: sandbox.client.id,
			client_secret: sandbox.client.secret,
			grant_type: 'authorization_code',
			redirect_uri: REDIRECT,
			code: await consentedCode(),
		};
		const query = encoding === 'query' ? `?${new URLSearchParams(params).toString()}` : '';
		const form = new FormData();
		if (!query) for (const [name, value] of Object.entries(params)) form.set(name, value);
		const url = `${sandbox.origin}/oauth/v2/token${query}`;
		const { body } = await answerOf(fetch(url, { method: 'POST', body: form }));
		expect(body.access_token).toMatch(/^1000\./);
	});
});

describe('refresh tokens', () => {
	it('give access tokens and stay as they are', async () => {
		const { refresh_token: refreshToken } = sandbox.tokens.issue();
		const { body } = await refresh(refreshToken);
		expect(body.access_token).toMatch(/^1000\./);
		expect(body).not.toHaveProperty('refresh_token');
	});

	it('are refused with HTTP 200 once revoked', async () => {
		const { refresh_token: refreshToken } = sandbox.tokens.issue();
		sandbox.tokens.revoke(refreshToken);
		const { status, body } = await refresh(refreshToken);
		expect(status).toBe(200);
		expect(body).toEqual({ error: 'invalid_code' });
	});

	it('are twenty for a user; the next ends the oldest', async () => {
		const given: string[] = [];
		for (let count = 0; count < 21; count++) {
			given.push(String((await redeem(await consentedCode())).body.refresh_token));
			if (count === 19) {
				expect((await refresh(String(given[0]))).body).toHaveProperty('access_token');
			}
		}
		expect((await refresh(String(given[0]))).body).toEqual({ error: 'invalid_code' });
		expect((await refresh(String(given[1]))).body).toHaveProperty('access_token');
	});

	it('are throttled at ten in ten minutes, with HTTP 400', async () => {
		const { refresh_token: refreshToken } = sandbox.tokens.issue();
		for (let count = 0; count < 10; count++) expect((await refresh(refreshToken)).status).toBe(200);
		clock += 10 * MINUTE - 1;
		const { status, body } = await refresh(refreshToken);
		expect(status).toBe(400);
		expect(body).toMatchObject({ error: 'Access Denied', status: 'failure' });
		clock += 1;
		expect((await refresh(refreshToken)).status).toBe(200);
	});

	it('keep fifteen access tokens alive; the sixteenth ends the oldest', async () => {
		const first = sandbox.tokens.issue();
		const call = async (): Promise<number> => {
			const headers = { authorization: `Bearer ${first.access_token}` };
			return (await fetch(`${sandbox.origin}/crm/v6/settings/modules`, { headers })).status;
		};
		for (let count = 0; count < 14; count++) {
			if (count === 7) clock += 10 * MINUTE;
			await refresh(first.refresh_token);
		}
		expect(await call()).toBe(200);
		await refresh(first.refresh_token);
		expect(await call()).toBe(401);
	});
});

describe('access tokens', () => {
	const path = 'v6/settings/modules';

	it.each(['Bearer', 'Zoho-oauthtoken'])('are accepted with the prefix %s', async (prefix) => {
		expect((await clientOf(sandbox, {}, prefix).get(path)).status).toBe(200);
	});

	it('are missed with AUTHENTICATION_FAILURE, also if they stand in the query', async () => {
		const { access_token: accessToken } = sandbox.tokens.issue();
		const url = `${sandbox.origin}/crm/${path}?access_token=${accessToken}`;
		const { status, body } = await answerOf(fetch(url));
		expect(status).toBe(401);
		expect(body.code).toBe('AUTHENTICATION_FAILURE');
	});

	it('expire', async () => {
		const client = clientOf(sandbox);
		clock += 3_600_000 - 1;
		expect((await client.get(path)).status).toBe(200);
		clock += 1;
		expect((await client.get(path)).body.code).toBe('INVALID_TOKEN');
	});

	it('can be expired at once', async () => {
		const client = clientOf(sandbox);
		sandbox.tokens.expireAccessTokens();
		const { status, body } = await client.get(path);
		expect(status).toBe(401);
		expect(body).toMatchObject({ code: 'INVALID_TOKEN', message: 'invalid oauth token' });
	});
});
