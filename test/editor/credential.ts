import type { Sandbox } from '../sandbox';

export const CREDENTIAL_TYPE = 'zohoCrmOAuth2Api';
/** As the example workflows call it. */
export const CREDENTIAL_NAME = 'Zoho CRM';

/** A credential that has been through the sandbox's consent page. */
export function connectedCredential({ origin, client, tokens }: Sandbox): object {
	return {
		dataCenter: 'custom',
		accountsUrl: origin,
		apiUrl: origin,
		clientId: client.id,
		clientSecret: client.secret,
		oauthTokenData: { ...tokens.issue() },
	};
}
