import type { ICredentialType, INodeProperties } from 'n8n-workflow';

const text = (name: string, value = ''): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: value,
});

/** The base that n8n ships for OAuth2 credentials: its property names and defaults. */
export class OAuth2Api implements ICredentialType {
	name = 'oAuth2Api';

	displayName = 'OAuth2 API';

	properties: INodeProperties[] = [
		text('grantType', 'authorizationCode'),
		text('authUrl'),
		text('accessTokenUrl'),
		text('clientId'),
		text('clientCredentialType', 'clientSecret'),
		text('clientSecret'),
		text('scope'),
		text('authQueryParameters'),
		text('authentication', 'header'),
		{ displayName: 'ignore', name: 'ignoreSSLIssues', type: 'boolean', default: false },
		{ displayName: 'status', name: 'tokenExpiredStatusCode', type: 'number', default: 401 },
	];
}
