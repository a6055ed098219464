import type { ICredentialType, IDisplayOptions, INodeProperties } from 'n8n-workflow';

type Show = NonNullable<IDisplayOptions['show']>;

const REGISTERED_BY_USER: Show = { useDynamicClientRegistration: [false] };
const WITH_BROWSER: Show = { ...REGISTERED_BY_USER, grantType: ['authorizationCode', 'pkce'] };

const text = (name: string, value: string, show: Show): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: value,
	displayOptions: { show },
});

/** Credential types that extend this one do not get it. */
const own = (
	name: string,
	type: 'boolean' | 'number',
	value: boolean | number,
): INodeProperties => ({ displayName: name, name, type, default: value, doNotInherit: true });

/** The base that n8n ships for OAuth2 credentials: property names, defaults, and when they count. */
export class OAuth2Api implements ICredentialType {
	name = 'oAuth2Api';

	displayName = 'OAuth2 API';

	properties: INodeProperties[] = [
		{
			displayName: 'dynamic',
			name: 'useDynamicClientRegistration',
			type: 'hidden',
			default: false,
		},
		text('grantType', 'authorizationCode', REGISTERED_BY_USER),
		text('authUrl', '', WITH_BROWSER),
		text('accessTokenUrl', '', REGISTERED_BY_USER),
		text('clientId', '', REGISTERED_BY_USER),
		text('clientCredentialType', 'clientSecret', REGISTERED_BY_USER),
		text('clientSecret', '', REGISTERED_BY_USER),
		text('scope', '', REGISTERED_BY_USER),
		text('authQueryParameters', '', WITH_BROWSER),
		text('authentication', 'header', REGISTERED_BY_USER),
		own('ignoreSSLIssues', 'boolean', false),
		own('tokenExpiredStatusCode', 'number', 401),
		own('jweEnabled', 'boolean', false),
	];
}
