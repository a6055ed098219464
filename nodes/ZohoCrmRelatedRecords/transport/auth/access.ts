import { CREDENTIAL } from '../../helpers/constants';
import type { ZohoError } from '../../helpers/zohoError';
import { apiBase, type ZohoCredential } from './apiHost';
import { notConnected, reconnectRequired, refreshThrottled } from './credentialErrors';
import type { RequestSubject } from '../responses/errors';
import { Renewal, type Attempt } from './tokenRenewal';
import { isFailure, type HttpAnswer, type Decoded } from '../responses/rows';
import type { ZohoContext } from '../http/send';

/** What is asked of Zoho, as far as it matters for who may ask. */
export interface AccessRequest extends RequestSubject {
	/** Requests of one kind need the same scopes: after one refusal the others are not sent. */
	kind: string;
	/** Whether n8n may renew the token after a 401. Default true. */
	refresh?: boolean;
}

/** Reads an answer: what is wanted of it, nothing, or a failure. */
export type Reader<Body> = (answer: HttpAnswer, asked: RequestSubject) => Decoded<Body>;

/** Whether and where requests of one run may go: the API's address, the token, the scopes. */
export class Access {
	private readonly scopeRefusals = new Map<string, HttpAnswer>();
	private readonly renewal = new Renewal();
	/** After this no request can succeed in this run. */
	private dead?: ZohoError;
	private origin?: Promise<string>;

	constructor(private readonly context: ZohoContext) {}

	/**
	 * Origin of the API, for example `https://www.zohoapis.eu`.
	 * @throws ZohoError NOT_CONNECTED, HOST_NOT_ALLOWED
	 */
	async base(): Promise<string> {
		this.origin ??= this.openBase();
		return await this.origin;
	}

	/**
	 * Sends a request, with at most one renewal of the token under way.
	 * @throws ZohoError when nothing can succeed in this run any more
	 */
	async send<Body>(
		request: AccessRequest,
		reader: Reader<Body>,
		send: Attempt<Body>,
	): Promise<Decoded<Body>> {
		return await this.renewal.run(request.refresh ?? true, async (renews) => {
			if (this.dead !== undefined) throw this.dead.about(request.subject);
			const refused = this.scopeRefusals.get(request.kind);
			return refused === undefined ? await send(renews) : reader(refused, request);
		});
	}

	/** Reads an answer, and remembers what it tells of all further requests. */
	async read<Body>(
		answer: HttpAnswer,
		request: AccessRequest,
		renewed: boolean,
		reader: Reader<Body>,
	): Promise<Decoded<Body>> {
		const reading = reader(answer, request);
		if (isFailure(reading, 'CREDITS_SPENT')) this.dead = reading.error;
		if (isFailure(reading, 'OAUTH_SCOPE_MISMATCH')) this.scopeRefusals.set(request.kind, answer);
		else if (answer.status === 401 && renewed) throw await this.lost();
		return reading;
	}

	/**
	 * The error of a token that Zoho does not accept and that cannot be renewed.
	 * @param word the token endpoint's error, if known
	 */
	async lost(word?: string): Promise<ZohoError> {
		const error =
			word === 'Access Denied'
				? refreshThrottled()
				: reconnectRequired(await this.readCredential(), word);
		this.dead = error;
		return error;
	}

	private async openBase(): Promise<string> {
		const credential = await this.readCredential();
		const problem = notConnected(credential);
		if (problem !== undefined) throw problem;
		return apiBase(credential);
	}

	private async readCredential(): Promise<ZohoCredential> {
		return await this.context.getCredentials<ZohoCredential>(CREDENTIAL);
	}
}
