import { existsSync } from 'node:fs';
import { Engine } from '.';
import { CREDENTIAL, RequestNode, tinyServer, TinyOAuth2Api, type TinyServer } from './fixtures';

describe('a credential', () => {
	let server: TinyServer;
	let engine: Engine;

	beforeEach(async () => {
		server = await tinyServer();
		engine = new Engine({
			nodes: { request: RequestNode },
			credentialTypes: { [CREDENTIAL]: TinyOAuth2Api },
		});
	});
	afterEach(async () => await server.close());

	const connected = (access_token: string) =>
		engine.addCredential(CREDENTIAL, {
			origin: server.origin,
			dataCenter: 'eu',
			clientId: 'id',
			clientSecret: 'secret',
			oauthTokenData: { access_token, refresh_token: 'again' },
		});
	const using = (id: string) => ({
		type: 'request',
		parameters: { url: `${server.origin}/data` },
		credentials: { [CREDENTIAL]: id },
	});
	const authorizations = () => server.seen.map(({ headers }) => headers.authorization);

	it('is sent as a bearer token', async () => {
		const { json } = await engine.runNode(using(connected('fresh')));
		expect(json).toEqual([{ url: '/data' }]);
		expect(authorizations()).toEqual(['Bearer fresh']);
	});

	it('is refreshed after a 401, saved, and the request sent again', async () => {
		const id = connected('stale');
		const { json } = await engine.runNode({ ...using(id), input: [{}, {}] });
		expect(json).toHaveLength(2);
		expect(server.seen.map(({ url }) => url)).toEqual(['/data', '/token?dc=eu', '/data', '/data']);
		expect(server.seen[1]?.body).toContain('refresh_token=again');
		expect(authorizations().filter((sent) => sent?.startsWith('Bearer'))).toEqual([
			'Bearer stale',
			'Bearer fresh',
			'Bearer fresh',
		]);
		expect(engine.credential(id)).toMatchObject({
			clientSecret: 'secret',
			oauthTokenData: { access_token: 'fresh', refresh_token: 'again' },
		});
	});

	it('has its expressions evaluated and its defaults filled in', async () => {
		const id = engine.addCredential(CREDENTIAL, { origin: 'https://one.example' });
		expect(await engine.resolvedCredential(id)).toMatchObject({
			accessTokenUrl: 'https://one.example/token?dc=us',
			authentication: 'header',
			grantType: 'authorizationCode',
		});
		expect(engine.credential(id)).toEqual({ origin: 'https://one.example' });
	});

	it('has empty token data before it is connected, and no status code of its own', async () => {
		const id = engine.addCredential(CREDENTIAL, {});
		const resolved = await engine.resolvedCredential(id);
		expect(resolved.oauthTokenData).toEqual({});
		expect(resolved).not.toHaveProperty('tokenExpiredStatusCode');
	});

	it('is not found under another type', async () => {
		const id = engine.addCredential('anotherApi', {});
		const { error } = await engine.runNode(using(id));
		expect(error?.message).toContain(`of type '${CREDENTIAL}'`);
	});

	it('serves the search of a resource locator, refreshed where needed', async () => {
		const found = await engine.listSearch({
			...using(connected('stale')),
			method: 'search',
			filter: 'abc',
			paginationToken: 'page 2',
		});
		expect(found).toEqual({
			results: [{ name: 'abc', value: 'page 2' }],
			paginationToken: 'next',
		});
		expect(server.seen.map(({ url }) => url)).toEqual(['/data', '/token?dc=eu', '/data']);
	});

	it('serves the options of a parameter, for a node that has no name yet', async () => {
		const options = await engine.loadOptions({ ...using(connected('fresh')), method: 'current' });
		expect(options).toEqual([{ name: 'Temp-Node', value: server.origin }]);
	});

	it('lives in a folder of its own', () => {
		const folder = process.env.N8N_USER_FOLDER ?? '';
		expect(folder).toContain('zoho-related-records-');
		expect(existsSync(folder)).toBe(true);
	});
});
