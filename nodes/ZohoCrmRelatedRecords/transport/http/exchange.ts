import type { JsonObject } from '../../helpers/types';

export interface HttpRequest {
	method: 'GET' | 'POST';
	/** Absolute, without a query. */
	url: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	body?: JsonObject;
	/** ms until the answer has to be there, connection and body included. */
	timeout: number;
	/** Whether n8n may renew the access token after a 401. */
	renews: boolean;
}

export interface HttpAnswer {
	status: number;
	text: string;
	/** Whether the body was longer than is read; `text` is empty then. */
	isTooLong?: boolean;
	headers: Record<string, unknown>;
}

/** What came of one HTTP request. */
export type SendOutcome =
	| ({ kind: 'answer' } & HttpAnswer)
	/** No answer, or not all of it; `reason` is the system's code, such as ECONNRESET. */
	| { kind: 'broken'; reason?: string }
	| { kind: 'timeout' }
	| { kind: 'cancelled' }
	/** n8n could not renew the access token; `word` is the token endpoint's error. */
	| { kind: 'unauthorized'; word?: string };

/** Sends one request, and never throws. */
export type Send = (request: HttpRequest) => Promise<SendOutcome>;
