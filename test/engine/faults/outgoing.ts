import type { ClientRequest } from 'node:http';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** An HTTP request that this process sent, to whatever host. */
export interface Outgoing {
	/** As the Host header tells it: name or address, and the port where it is not the usual one. */
	host: string;
	/** Method and path, the query included. */
	line: string;
	authorization: string | undefined;
}

const CHANNEL = 'http.client.request.start';

/**
 * Notes every HTTP request of this process from now on: a request to a host that is not ours shows
 * here, and nowhere in the log of the sandbox.
 */
export class OutgoingRequests {
	private noted: Outgoing[] = [];

	private readonly note = (message: unknown): void => {
		const { request } = message as { request: ClientRequest };
		const authorization = request.getHeader('authorization');
		this.noted.push({
			host: String(request.getHeader('host')),
			line: `${request.method} ${request.path}`,
			authorization: authorization === undefined ? undefined : String(authorization),
		});
	};

	constructor() {
		subscribe(CHANNEL, this.note);
	}

	/** The requests since the last call. */
	take(): Outgoing[] {
		return this.noted.splice(0);
	}

	stop(): void {
		unsubscribe(CHANNEL, this.note);
	}
}
