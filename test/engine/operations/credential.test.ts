import type { IDataObject } from 'n8n-workflow';
import { ZohoCrmOAuth2Api } from '../../../credentials/ZohoCrmOAuth2Api.credentials';
import { Engine } from '../../support/engine';
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

	it('has a scope that can be edited', async () => {
		expect(await resolved({ scope: 'ZohoCRM.modules.leads.READ' })).toMatchObject({
			scope: 'ZohoCRM.modules.leads.READ',
		});
		expect(property('scope')?.type).toBe('string');
	});

	it('asks for addresses only where they count, and for an environment elsewhere', () => {
		const show = { show: { dataCenter: ['custom'] } };
		expect(property('accountsUrl')?.displayOptions).toEqual(show);
		expect(property('apiUrl')?.displayOptions).toEqual(show);
		expect(property('environment')?.displayOptions).toEqual({ hide: { dataCenter: ['custom'] } });
	});
});
