import {
	NodeHelpers,
	type IDataObject,
	type INodeParameters,
	type INodeProperties,
} from 'n8n-workflow';
import { ZohoCrmOAuth2Api } from '../../../credentials/ZohoCrmOAuth2Api.credentials';
import { Engine } from '../../support/engine';
import { OAuth2Api } from '../../support/engine/oauth2Base';
import { SERVERS } from '../../support/accountsServers';
import { CREDENTIAL_TYPE } from './fixture';

const engine = new Engine({ nodes: {}, credentialTypes: { [CREDENTIAL_TYPE]: ZohoCrmOAuth2Api } });

/** The credential as n8n hands it to its OAuth2 client, expressions evaluated. */
const resolved = async (data: IDataObject) =>
	await engine.resolvedCredential(engine.addCredential(CREDENTIAL_TYPE, data as never));

describe('the credential', () => {
	const { name, displayName, properties, ...type } = new ZohoCrmOAuth2Api();
	const property = (wanted: string) => properties.find((candidate) => candidate.name === wanted);

	it('is an OAuth2 credential with its contract of names and values', () => {
		expect({ name, displayName, parents: type.extends }).toEqual({
			name: 'zohoCrmOAuth2Api',
			displayName: 'Zoho CRM OAuth2 API',
			parents: ['oAuth2Api'],
		});
		const values = (wanted: string) =>
			property(wanted)?.options?.map((option) => 'value' in option && option.value);
		expect(values('dataCenter')?.sort()).toEqual([...Object.keys(SERVERS), 'custom'].sort());
		expect(values('environment')?.sort()).toEqual(['developer', 'production', 'sandbox']);
	});

	it('untouched signs in at the US for reading, offline, with the client in the body', async () => {
		expect(await resolved({})).toMatchObject({
			grantType: 'authorizationCode',
			dataCenter: 'us',
			authUrl: 'https://accounts.zoho.com/oauth/v2/auth',
			accessTokenUrl: 'https://accounts.zoho.com/oauth/v2/token',
			authQueryParameters: 'access_type=offline&prompt=consent',
			authentication: 'body',
			scope:
				'ZohoCRM.modules.READ,ZohoCRM.modules.notes.READ,ZohoCRM.modules.attachments.READ,ZohoCRM.modules.emails.READ,ZohoCRM.settings.modules.READ,ZohoCRM.settings.fields.READ,ZohoCRM.settings.related_lists.READ,ZohoSearch.securesearch.READ',
		});
	});

	it.each(Object.entries(SERVERS))('of %s signs in at %s', async (dataCenter, server) => {
		// Left over from a choice of custom: they do not count.
		const urls = { accountsUrl: 'https://evil.example', apiUrl: 'https://evil.example' };
		expect(await resolved({ dataCenter, ...urls })).toMatchObject({
			authUrl: `${server}/oauth/v2/auth`,
			accessTokenUrl: `${server}/oauth/v2/token`,
		});
	});

	it.each(['http://127.0.0.1:8045', 'http://127.0.0.1:8045/', ' http://127.0.0.1:8045// '])(
		'with the accounts URL %p signs in there',
		async (accountsUrl) => {
			expect(await resolved({ dataCenter: 'custom', accountsUrl })).toMatchObject({
				authUrl: 'http://127.0.0.1:8045/oauth/v2/auth',
				accessTokenUrl: 'http://127.0.0.1:8045/oauth/v2/token',
			});
		},
	);

	it('asks for the scopes that the user enables, while Custom Scopes is on', async () => {
		const enabledScopes = 'ZohoCRM.modules.leads.READ';
		expect(await resolved({ customScopes: true, enabledScopes })).toMatchObject({
			scope: enabledScopes,
		});
		const { scope } = await resolved({});
		expect(await resolved({ customScopes: true })).toMatchObject({ scope });
		expect(await resolved({ customScopes: false, enabledScopes })).toMatchObject({ scope });
	});

	it('asks for addresses only where they count, and for an environment elsewhere', () => {
		const show = { show: { dataCenter: ['custom'] } };
		expect(property('accountsUrl')?.displayOptions).toEqual(show);
		expect(property('apiUrl')?.displayOptions).toEqual(show);
		expect(property('environment')?.displayOptions).toEqual({ hide: { dataCenter: ['custom'] } });
	});

	it('shows the data center right behind what n8n asks for, and scopes last', () => {
		const merged: INodeProperties[] = [];
		NodeHelpers.mergeNodeProperties(merged, new OAuth2Api().properties);
		NodeHelpers.mergeNodeProperties(merged, properties);
		const visible = merged.filter(({ type }) => type !== 'hidden').map((field) => field.name);
		expect(visible.filter((field) => !field.startsWith('client'))).toEqual([
			'serverUrl',
			'dataCenter',
			'environment',
			'accountsUrl',
			'accountsUrlNotice',
			'apiUrl',
			'apiUrlNotice',
			'customScopes',
			'customScopesNotice',
			'enabledScopes',
		]);
		expect(visible.indexOf('clientSecret')).toBeLessThan(visible.indexOf('dataCenter'));
	});

	const said = (data: INodeParameters): string[] =>
		properties
			.filter((field) => field.name.endsWith('UrlNotice'))
			.filter((field) => NodeHelpers.displayParameter(data, field, null, null))
			.map((field) => field.name);

	it.each([
		['https://accounts.zoho.com', 'https://www.zohoapis.com', []],
		[' https://accounts.zoho.com/ ', ' https://www.zohoapis.com/crm/v8 ', []],
		['accounts.zoho.com', 'https://[::1]:8443', []],
		['http://127.0.0.1:8045', 'http://127.0.0.1:8045', []],
		['http://localhost:8045', 'http://localhost', []],
		['', '', []],
		['nonsense', 'www.zohoapis.com', ['accountsUrlNotice', 'apiUrlNotice']],
		['https://', 'https://', ['accountsUrlNotice', 'apiUrlNotice']],
		['accounts zoho.com', 'http://www.zohoapis.com', ['accountsUrlNotice', 'apiUrlNotice']],
		[
			'ftp://accounts.zoho.com',
			'http://localhost.evil.test',
			['accountsUrlNotice', 'apiUrlNotice'],
		],
		['https://accounts.zoho.com/oauth/v2/auth', 'https://x', ['accountsUrlNotice']],
	])('says while it is filled in what is wrong with %p and %p', (accountsUrl, apiUrl, notices) => {
		expect(said({ dataCenter: 'custom', accountsUrl, apiUrl })).toEqual(notices);
		expect(said({ dataCenter: 'eu', accountsUrl, apiUrl })).toEqual([]);
	});
});
