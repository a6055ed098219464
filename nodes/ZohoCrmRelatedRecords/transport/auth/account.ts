import type { ZohoError } from '../../helpers/zohoError';
import type { AddressedRequest, ZohoRequest } from '../request';
import { apiBase, type ZohoCredential } from './apiHost';
import { notConnected, reconnectRequired, refreshThrottled } from './credentialErrors';

export type ReadCredential = () => Promise<ZohoCredential>;

/** What the credential says of its account: where its API is, and why there is no access. */
export class Account {
	/** For example `https://www.zohoapis.eu`; read once in a run. */
	private origin?: Promise<string>;

	constructor(private readonly readCredential: ReadCredential) {}

	/**
	 * A request with its full address, at the API that the credential names.
	 * @throws ZohoError NOT_CONNECTED, HOST_NOT_ALLOWED
	 */
	async addressed(request: ZohoRequest): Promise<AddressedRequest> {
		const origin = await (this.origin ??= this.readOrigin());
		return { ...request, url: `${origin}/crm/${request.path.map(encodeURIComponent).join('/')}` };
	}

	/**
	 * The error of a token that Zoho does not accept and that cannot be renewed.
	 * @param word the token endpoint's error, if known
	 */
	async lost(word?: string): Promise<ZohoError> {
		if (word === 'Access Denied') return refreshThrottled();
		return reconnectRequired(await this.readCredential(), word);
	}

	private async readOrigin(): Promise<string> {
		const credential = await this.readCredential();
		const problem = notConnected(credential);
		if (problem !== undefined) throw problem;
		return apiBase(credential);
	}
}
