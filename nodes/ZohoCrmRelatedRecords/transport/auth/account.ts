import type { ZohoError } from '../../helpers/zohoError';
import type { AddressedRequest, ZohoRequest } from '../request';
import { apiBase, type ZohoCredential } from './apiHost';
import { notConnected, reconnectRequired, refreshThrottled } from './credentialErrors';

export type ReadCredential = () => Promise<ZohoCredential>;

/** What the credential says of its account: where its API is, and why there is no access. */
export class Account {
	/** The API's origin, for example `https://www.zohoapis.eu`, and the scopes; read once in a run. */
	private opened?: Promise<{ origin: string; heldScopes?: string }>;

	constructor(private readonly readCredential: ReadCredential) {}

	/**
	 * A request with its full address, at the API that the credential names.
	 * @throws ZohoError NOT_CONNECTED, HOST_NOT_ALLOWED
	 */
	async addressed(request: ZohoRequest): Promise<AddressedRequest> {
		const { origin, heldScopes } = await (this.opened ??= this.open());
		return {
			...request,
			heldScopes,
			url: `${origin}/crm/${request.path.map(encodeURIComponent).join('/')}`,
		};
	}

	/**
	 * The error of a token that Zoho does not accept and that cannot be renewed.
	 * @param word the token endpoint's error, if known
	 */
	async lost(word?: string): Promise<ZohoError> {
		if (word === 'Access Denied') return refreshThrottled();
		return reconnectRequired(await this.readCredential(), word);
	}

	/** The access tokens that an answer could repeat: the stored one, which n8n may have renewed. */
	async tokens(): Promise<string[]> {
		const { oauthTokenData: data } = await this.readCredential();
		return [data?.access_token, data?.refresh_token].filter((token) => token !== undefined);
	}

	private async open(): Promise<{ origin: string; heldScopes?: string }> {
		const credential = await this.readCredential();
		const problem = notConnected(credential);
		if (problem !== undefined) throw problem;
		const heldScopes = credential.oauthTokenData?.scope ?? credential.scope;
		return { origin: apiBase(credential), heldScopes };
	}
}
