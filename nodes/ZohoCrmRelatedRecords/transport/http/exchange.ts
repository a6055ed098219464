import type { FileRequest } from '../../helpers/crmRequest';
import type { JsonObject } from '../../helpers/types';
import type { FileProblem, StoredFile } from './file';

export interface HttpRequest {
	method: 'GET' | 'POST';
	/** Absolute, without a query. */
	url: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	body?: JsonObject;
	/** ms until the answer must be there, connection and body included; for a file, ms without a byte. */
	timeout: number;
	/** The answer is a file for n8n's store; unset: a text. */
	file?: FileRequest;
}

export interface HttpAnswer {
	status: number;
	text: string;
	/** Whether the body was longer than is read; `text` is empty then. */
	isTooLong?: boolean;
	headers: Record<string, unknown>;
	/** The file, where one was asked for and came. */
	file?: StoredFile;
	/** Why it is not the file that was asked for. */
	problem?: FileProblem;
}

/** What came of one HTTP request. */
export type SendOutcome =
	| ({ kind: 'answer' } & HttpAnswer)
	/** No answer, or not all of it; `reason` is the system's code, such as ECONNRESET. */
	| { kind: 'broken'; reason?: string }
	| { kind: 'timeout' }
	| { kind: 'cancelled' };

/** What came of a renewal of the access token; an answer is one that holds no token. */
export type RenewalOutcome =
	| { kind: 'renewed' }
	/** No further attempt can succeed; `word` is the token endpoint's error. */
	| { kind: 'refused'; word?: string }
	| SendOutcome;

/**
 * Sends one request. Failures are outcomes.
 * @throws ZohoError N8N_TOO_OLD when n8n lacks what it takes
 */
export type Send = (request: HttpRequest) => Promise<SendOutcome>;

/**
 * Lets n8n fetch a new access token and store it. Failures are outcomes.
 * @param timeout ms until the token must be there
 */
export type RenewToken = (timeout: number) => Promise<RenewalOutcome>;
