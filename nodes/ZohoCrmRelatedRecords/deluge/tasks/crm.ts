import type { JsonValue } from '../../helpers/types';

/** An address below `/crm/` to read. */
export interface CrmRequest {
	/** Segments after `/crm/`: version first. */
	path: readonly string[];
	query: Record<string, string>;
	headers?: Record<string, string>;
}

/** What Zoho answered, refusals included. */
export type CrmAnswer =
	| {
			kind: 'json';
			status: number;
			body: JsonValue;
			text: string;
			headers: Record<string, unknown>;
	  }
	| { kind: 'empty'; status: number }
	| { kind: 'binary'; status: number; contentType: string };

/** Zoho CRM as scripts reach it. */
export interface Crm {
	/** @throws ZohoError when Zoho cannot be reached or refuses the connection */
	read(request: CrmRequest): Promise<CrmAnswer>;
	/** Whether an address is at an API host of Zoho, or at the credential's own. */
	isApi(url: URL): Promise<boolean>;
	/** Host that all requests go to. */
	ownHost(): Promise<string>;
}
