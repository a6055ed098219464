import type { Failure } from './outputs';

const WORDS: ReadonlyMap<string, string> = new Map([
	[
		'invalid_client',
		'Check ZOHO_CLIENT_ID, and that ZOHO_DATA_CENTER is where the client was made in the API console.',
	],
	[
		'invalid_client_secret',
		'Check ZOHO_CLIENT_SECRET. Clients made for several data centers can have a secret for each.',
	],
	[
		'invalid_code',
		'ZOHO_REFRESH_TOKEN is not valid, was revoked, or belongs to another client or data center. Get a new one: docs/credential.md says how.',
	],
]);

/**
 * What to do about a failure. Here the credential comes from variables, so Zoho's words about it point
 * to those; all else is the node's own resolution.
 */
export function adviceFor({ resolution, details }: Failure): string {
	return WORDS.get(details.error ?? '') ?? resolution;
}
