import type { JsonValue } from './types';

/** An address below `/crm/` to read. */
export interface CrmRequest {
	/** Segments after `/crm/`: version first. */
	path: readonly string[];
	query: Record<string, string>;
	headers?: Record<string, string>;
	/** A query, which Zoho takes by POST; unset: a GET. */
	body?: { select_query: string };
}

/** What Zoho answered, refusals included. */
export type CrmAnswer =
	| {
			kind: 'json';
			status: number;
			body: JsonValue;
			/** The body as it was sent. */
			text: string;
			headers: Record<string, unknown>;
	  }
	| { kind: 'empty'; status: number }
	/** A file, or another text than JSON. */
	| { kind: 'binary'; status: number; contentType: string };

/** A file to receive, and how large it may be. */
export interface FileRequest {
	/** As the user sees it in Zoho CRM. */
	name: string;
	/** Bytes by Zoho's list; unset where it does not say. */
	size?: number;
	/** Bytes at most. */
	maxBytes: number;
}
