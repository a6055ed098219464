import type { ZohoError } from '../../helpers/zohoError';
import type { AddressedRequest, ZohoRequest } from '../request';
import { apiBase, type ZohoCredential } from './apiHost';
import { notConnected, reconnectRequired, refreshThrottled } from './credentialErrors';

export type ReadCredential = () => Promise<ZohoCredential>;

/** What the credential says of its account: where its API is, and why there is no access. */
export class Account {
	/** The API's origin, for example `https://www.zohoapis.eu`, and the scopes; read once in a run. */
	private opened?: Promise<{ origin: string; heldScopes?: string }>;

	/** The access token that was stored when last looked; private to the language, so it is never printed. */
	#token: unknown;

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

	/** Whether another access token is stored than when last asked, or none that can be sent. */
	async storedToken(): Promise<'new' | 'same' | 'unusable'> {
		const { oauthTokenData } = await this.readCredential();
		const token = oauthTokenData?.access_token;
		if (!isSendable(token)) return 'unusable';
		const isNew = token !== this.#token;
		this.#token = token;
		return isNew ? 'new' : 'same';
	}

	private async open(): Promise<{ origin: string; heldScopes?: string }> {
		const credential = await this.readCredential();
		const problem = notConnected(credential);
		if (problem !== undefined) throw problem;
		this.#token = credential.oauthTokenData?.access_token;
		const heldScopes = credential.oauthTokenData?.scope ?? credential.scope;
		return { origin: apiBase(credential), heldScopes };
	}
}

/** Only a text without spaces and line breaks can be sent in a header. */
function isSendable(token: unknown): boolean {
	return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token);
}
