import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine that answers as it likes. */
export interface HostileServer {
	origin: string;
	/** Requests that arrived. */
	count: number;
	/** How the next requests are answered. */
	handle: Handle;
	close(): Promise<void>;
}

export async function startHostileServer(): Promise<HostileServer> {
	const server: Server = createServer((request, response) => {
		hostile.count += 1;
		hostile.handle(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const hostile: HostileServer = {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		count: 0,
		handle: (_request, response) => response.end(),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return hostile;
}
