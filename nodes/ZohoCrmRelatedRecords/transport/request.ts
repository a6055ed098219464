import type { FileRequest } from '../helpers/crmRequest';
import type { JsonObject, Subject } from '../helpers/types';

/** What a request is about, as far as the errors of its answer tell it. */
export interface RequestSubject {
	subject: Subject;
	/** What is read, where it is not the subject itself: `the fields of module 'Leads'`. */
	target?: string;
	/** OAuth scopes the request needs, as Zoho writes them. */
	scope: string;
	/** Scopes that the credential has, as Zoho or the user wrote them; unset when unknown. */
	heldScopes?: string;
	headers?: Record<string, string>;
}

/** One request to Zoho CRM. */
export interface ZohoRequest extends RequestSubject {
	/** Segments after `/crm/`: version first. */
	path: readonly string[];
	query?: Record<string, string>;
	/** Sent by POST; unset: a GET. */
	body?: JsonObject;
	/** Whether a POST only reads, so that it may be repeated as a GET is. Default false. */
	isRead?: boolean;
	/** Requests of one kind need the same scopes: after one refusal the others are not sent. */
	kind: string;
	/** Whether an expired token may be renewed for it. Default true. */
	refresh?: boolean;
	/** Longest wait for one answer, ms; for a file, without a byte. Default 60,000. */
	timeout?: number;
	/** Whether others can only be asked for after it: it goes before those of its input item that wait. */
	isLeading?: boolean;
	/** The answer is a file for n8n's store; unset: a text. */
	file?: FileRequest;
}

/** A request whose full address is known, without its query. */
export interface AddressedRequest extends ZohoRequest {
	url: string;
}
