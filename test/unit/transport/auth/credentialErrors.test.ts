import type { ZohoCredential } from '../../../../nodes/ZohoCrmRelatedRecords/transport/auth/apiHost';
import {
	notConnected,
	reconnectRequired,
	refreshThrottled,
} from '../../../../nodes/ZohoCrmRelatedRecords/transport/auth/credentialErrors';
import {
	dataCenterLabel,
	dataCenterOf,
} from '../../../../nodes/ZohoCrmRelatedRecords/helpers/dataCenters';
import { SERVERS } from '../../../support/accountsServers';

const WORDS = [
	'invalid_code',
	'invalid_client',
	'invalid_client_secret',
	'invalid_redirect_uri',
	'access_denied',
	'a_word_of_tomorrow',
];

/** A credential whose callback named an accounts server. */
const signedInAt = (server: string, rest: ZohoCredential = {}): ZohoCredential => ({
	...rest,
	oauthTokenData: { error: 'invalid_code', callbackQueryString: { 'accounts-server': server } },
});

describe('notConnected', () => {
	it('is no error with an access token, even beside an old error word', () => {
		expect(notConnected({ oauthTokenData: { access_token: 'x' } })).toBeUndefined();
		expect(
			notConnected({ oauthTokenData: { access_token: 'x', error: 'invalid_code' } }),
		).toBeUndefined();
	});

	it.each<[string, ZohoCredential]>([
		['nothing stored', {}],
		['an empty token', { oauthTokenData: {} }],
		['an empty access token', { oauthTokenData: { access_token: '' } }],
	])('%s', (_what, credential) => {
		expect(notConnected(credential)).toMatchObject({
			code: 'NOT_CONNECTED',
			httpStatusCode: null,
			details: {},
			resolution: expect.stringMatching(/connect/),
		});
	});

	it.each(WORDS)("tells Zoho's word %s", (error) => {
		const problem = notConnected({ oauthTokenData: { error } });
		expect(problem).toMatchObject({ code: 'NOT_CONNECTED', details: { error } });
		expect(problem?.message).toContain(error);
		expect(problem?.resolution).not.toBe('');
	});

	it.each([
		['invalid_client', /client ID/],
		['invalid_client_secret', /client secret/],
		['invalid_redirect_uri', /Redirect URL/],
	])('%s says what to correct', (error, resolution) => {
		expect(notConnected({ oauthTokenData: { error } })?.resolution).toMatch(resolution);
	});
});

describe('an account of another data centre', () => {
	const choice = (code: string): string => {
		const center = dataCenterOf(code);
		return `choose '${center === undefined ? '' : dataCenterLabel(center)}'`;
	};

	it.each(Object.entries(SERVERS))('%s: %s says which one to choose', (right, server) => {
		const dataCenter = right === 'us' ? 'eu' : 'us';
		const problem = notConnected(signedInAt(server, { dataCenter }));
		expect(problem?.resolution).toContain(choice(right));
		expect(notConnected(signedInAt(`${server}/`, { dataCenter }))?.resolution).toContain(
			choice(right),
		);
		expect(reconnectRequired(signedInAt(server, { dataCenter })).resolution).toContain(
			choice(right),
		);
	});

	it.each(Object.entries(SERVERS))(
		'%s: %s is no hint where it is the chosen one',
		(right, server) => {
			expect(notConnected(signedInAt(server, { dataCenter: right }))?.resolution).not.toMatch(
				/choose/,
			);
		},
	);

	it('an untouched credential has chosen the US', () => {
		expect(notConnected(signedInAt(SERVERS.us))?.resolution).not.toMatch(/choose/);
		expect(notConnected(signedInAt(SERVERS.jp))?.resolution).toMatch(/choose 'Japan \(zoho\.jp\)'/);
	});

	it('custom: its own accounts server is no hint, another one is', () => {
		const own = { dataCenter: 'custom', accountsUrl: ' http://localhost:4000/ ' };
		expect(notConnected(signedInAt('http://localhost:4000', own))?.resolution).not.toMatch(
			/choose/,
		);
		expect(notConnected(signedInAt(SERVERS.eu, own))?.resolution).toMatch(
			/choose 'Europe \(zoho\.eu\)'/,
		);
	});

	it.each<[string, Record<string, unknown> | undefined]>([
		['no callback', undefined],
		['a callback without a server', {}],
		['a server that is no address', { 'accounts-server': 'nonsense' }],
		['a server that is no text', { 'accounts-server': ['https://accounts.zoho.eu'] }],
	])('%s gives no hint', (_what, callbackQueryString) => {
		const problem = notConnected({ oauthTokenData: { callbackQueryString } });
		expect(problem?.code).toBe('NOT_CONNECTED');
		expect(problem?.resolution).not.toMatch(/choose/);
	});
});

describe('reconnectRequired', () => {
	it('is the 401 that a refresh did not cure', () => {
		const error = reconnectRequired({ oauthTokenData: { access_token: '1000.secret' } });
		expect(error).toMatchObject({ code: 'RECONNECT_REQUIRED', httpStatusCode: 401, details: {} });
		expect(error.resolution).toMatch(/connect it again/);
		expect(JSON.stringify({ ...error, message: error.message })).not.toContain('secret');
	});

	it("tells Zoho's word of the refresh, else the stored one", () => {
		const stored = { oauthTokenData: { error: 'invalid_client' } };
		expect(reconnectRequired(stored, 'invalid_code')).toMatchObject({
			message: expect.stringContaining('invalid_code'),
			details: { error: 'invalid_code' },
		});
		expect(reconnectRequired(stored).details).toEqual({ error: 'invalid_client' });
	});
});

it('a refresh throttle asks to wait, not to reconnect', () => {
	const error = refreshThrottled();
	expect(error.code).toBe('RATE_LIMITED');
	expect(error.message).toMatch(/refresh/);
	expect(error.resolution).toMatch(/ten minutes/);
	expect(error.resolution).not.toMatch(/connect/);
});
