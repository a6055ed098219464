import type { OAuthClient } from './accounts';
import type { IssuedTokens } from './tokens';

/**
 * What n8n stores of our credential type once it has been through the sandbox's consent page.
 * @param sandbox where it is reached, and its OAuth client
 */
export function connectedCredential(
	{ origin, client }: { origin: string; client: OAuthClient },
	token: IssuedTokens,
): Record<string, string | Record<string, string | number>> {
	return {
		dataCenter: 'custom',
		accountsUrl: origin,
		apiUrl: origin,
		clientId: client.id,
		clientSecret: client.secret,
		oauthTokenData: { ...token },
	};
}
