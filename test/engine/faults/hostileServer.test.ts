import type { IDataObject } from 'n8n-workflow';
import type * as clock from '../../support/engine/clock';
import { openBench, related, type Bench } from '../operations/fixture';
import { startSandbox, type Sandbox } from '../../support/sandbox';
import { holdDeadlines } from './deadlines';
import { ANSWERS } from './hostileAnswers';
import { startHostileServer, type HostileServer } from './hostileServer';
import { OutgoingRequests } from './outgoing';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
);

const TOKEN = '1000.a-secret-token';
const REFRESH_TOKEN = '1000.a-refresh-token';
const PARAMETERS = related('Leads', '1', 'Notes');
const ON_ERROR = { onError: 'continueErrorOutput' } as const;

describe('a hostile server', () => {
	let bench: Bench;
	let server: HostileServer;
	let outgoing: OutgoingRequests;

	beforeAll(async () => {
		bench = await openBench();
		server = await startHostileServer();
		outgoing = new OutgoingRequests();
	});
	beforeEach(() => {
		holdDeadlines();
		const { origin } = server;
		server.count = 0;
		const oauthTokenData = { access_token: TOKEN, refresh_token: REFRESH_TOKEN };
		bench.connect({ apiUrl: origin, oauthTokenData });
	});
	afterEach(() => outgoing.take());
	afterAll(async () => {
		outgoing.stop();
		await server.close();
		await bench.close();
	});

	it.each(ANSWERS)('%s: %j', async (_name, expected, handle) => {
		server.handle = handle;
		const { json, errorOutput, error, run } = await bench.run(PARAMETERS, ON_ERROR);
		expect(error).toBeUndefined();
		const errors = errorOutput.map((item) => item.json.error as IDataObject);
		if (typeof expected === 'string') {
			expect(json).toEqual([]);
			expect(errors).toEqual([expect.objectContaining({ code: expected })]);
			expect(String(errors[0]?.message).length).toBeLessThan(1000);
		} else {
			expect(errors).toEqual([]);
			expect(JSON.stringify(json)).toBe(JSON.stringify(expected));
		}
		const sent = outgoing.take();
		expect(sent.length).toBeGreaterThan(0);
		expect(sent.length).toBeLessThanOrEqual(20);
		expect(new Set(sent.map(({ host }) => host))).toEqual(new Set([new URL(server.origin).host]));
		expect(server.count).toBe(sent.length);
		expect(JSON.stringify(run.recorded)).not.toContain(TOKEN);
		expect({}).not.toHaveProperty('polluted');
		expect(Object.keys(Object.prototype)).toEqual([]);
		expect(Object.getPrototypeOf(json[0] ?? {})).toBe(Object.prototype);
	});
});

describe('an address for the token that is not Zoho', () => {
	let bench: Bench;
	let other: Sandbox;
	let outgoing: OutgoingRequests;

	beforeAll(async () => {
		bench = await openBench();
		other = await startSandbox();
		outgoing = new OutgoingRequests();
	});
	afterEach(() => outgoing.take());
	afterAll(async () => {
		outgoing.stop();
		await other.close();
		await bench.close();
	});

	const refused = async () => {
		const { errorOutput, json } = await bench.run(PARAMETERS, ON_ERROR);
		expect(json).toEqual([]);
		expect(errorOutput.map((item) => item.json.error)).toEqual([
			expect.objectContaining({ code: 'HOST_NOT_ALLOWED' }),
		]);
		expect(outgoing.take()).toEqual([]);
	};

	it.each([
		'https://www.zohoapis.com.evil.example',
		'https://www.zohoapis.com@evil.example',
		'https://www.zohoapis.com:443@evil.example',
		'https://user:word@www.zohoapis.com',
		'https://user@www.zohoapis.com',
		'https://evil.example/www.zohoapis.com',
		'https://evil.example#www.zohoapis.com',
		'https://evil.example\\@www.zohoapis.com',
		'https://evilzohoapis.com',
		'https://www.evilzohoapis.com',
		'https://evil.zohoapis.com',
		'https://zohoapis.com',
		'https://www.zohoapis.com.',
		'https://www.zohoapis.com:8443',
		'https://www.zohoapis.evil',
		'https://www.z\u043ehoapis.com',
		'http://www.zohoapis.com',
		'ftp://www.zohoapis.com',
		'//www.zohoapis.com',
		'www.zohoapis.com',
		'javascript:alert(1)',
		'data:text/html,x',
		'file:///etc/passwd',
		'https://127.0.0.1',
		'https://[::1]',
		'https://169.254.169.254',
		'https://0x7f000001',
		'__proto__',
		5,
		{ toString: 1 },
		['https://evil.example'],
	])('is refused as api_domain: %j', async (value) => {
		const oauthTokenData = { access_token: TOKEN, api_domain: value };
		bench.connect({ dataCenter: 'us', oauthTokenData } as IDataObject);
		await refused();
		bench.connect({ oauthTokenData } as IDataObject);
		await refused();
	});

	it.each([
		{ dataCenter: 'evil.example' },
		{ dataCenter: 'us', environment: '__proto__' },
		{ dataCenter: 'us', environment: 'evil.example/' },
		{ apiUrl: '' },
		{ apiUrl: 'http://evil.example' },
		{ apiUrl: 'http://127.0.0.1.evil.example' },
		{ apiUrl: 'http://localhost@evil.example' },
		{ apiUrl: 'https://user:word@evil.example' },
		{ apiUrl: 'ftp://localhost' },
		{ apiUrl: 'javascript:alert(1)' },
		{ apiUrl: 'localhost:8045' },
	])('is refused in the credential: %j', async (data) => {
		bench.connect({ ...data, oauthTokenData: { access_token: TOKEN } });
		await refused();
	});

	it('is not used when a refresh tells it', async () => {
		const { sandbox } = bench;
		const token = sandbox.tokens.issue();
		bench.connect({ oauthTokenData: { ...token } });
		sandbox.tokens.expireAccessTokens();
		sandbox.faults.add({
			match: { path: '/oauth/v2/token' },
			alter: (reply) => {
				const body = JSON.parse(String(reply.body)) as IDataObject;
				return { ...reply, body: JSON.stringify({ ...body, api_domain: other.origin }) };
			},
		});
		const { errorOutput } = await bench.run(PARAMETERS, ON_ERROR);
		expect(errorOutput.map((item) => item.json.error)).toEqual([
			expect.objectContaining({ code: 'INVALID_DATA' }),
		]);
		expect(new Set(outgoing.take().map(({ host }) => host))).toEqual(
			new Set([new URL(sandbox.origin).host]),
		);
		await refused();
		expect(other.log.all).toEqual([]);
	});

	it.each(['__proto__', 'constructor'])('is not found by a data centre %s', async (dataCenter) => {
		bench.connect({ dataCenter, oauthTokenData: { access_token: TOKEN } });
		const { errorOutput, json } = await bench.run(PARAMETERS, ON_ERROR);
		expect([json, errorOutput.length]).toEqual([[], 1]);
		expect(outgoing.take()).toEqual([]);
	});

	it('gets nothing by lines in an access token', async () => {
		const oauthTokenData = { access_token: `${TOKEN}\r\nHost: evil.example` };
		bench.connect({ oauthTokenData });
		const { errorOutput } = await bench.run(PARAMETERS, ON_ERROR);
		expect(errorOutput).toHaveLength(1);
		const sent = outgoing.take();
		expect(sent.map(({ host }) => host)).toEqual(
			sent.map(() => new URL(bench.sandbox.origin).host),
		);
		expect(sent.map(({ authorization }) => authorization).join()).not.toMatch(/[\r\n]/);
	});
});
