import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

const REQUEST_START = 'http.client.request.start';

/**
 * Counts the requests that leave this process for Zoho, on the wire: what the node says of itself is
 * not taken on trust.
 */
export class ApiCalls {
	/** Requests to the CRM. */
	crm = 0;
	/** Requests to the token endpoint. */
	token = 0;

	/** @param onCall told of each request to the CRM */
	constructor(private readonly onCall: (calls: number) => void = () => undefined) {
		subscribe(REQUEST_START, this.count);
	}

	/** Ends the count. */
	stop(): void {
		unsubscribe(REQUEST_START, this.count);
	}

	private readonly count = (message: unknown): void => {
		const { request } = message as { request: ClientRequest };
		// Through a proxy the path is a whole address.
		const { pathname } = new URL(request.path, 'http://host');
		if (pathname === '/oauth/v2/token') this.token += 1;
		if (!pathname.startsWith('/crm/')) return;
		this.crm += 1;
		this.onCall(this.crm);
	};
}
