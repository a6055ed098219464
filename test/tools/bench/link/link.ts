import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { DelayLine } from './delayLine';

const HOST = '127.0.0.1';
/** Programs that open a thousand connections at once shall meet the server's limits, not ours. */
const BACKLOG = 4096;

/**
 * A long way to a server on this machine. Each byte takes half a round trip, and the first ones of
 * a connection a whole one more: that is how long TCP's handshake would take. Bandwidth is
 * unlimited, and nothing gets lost.
 */
export class Link {
	private readonly server: Server;
	private readonly sockets = new Set<Socket>();
	private target = 0;

	/** @param roundTripMs time to the server and back */
	constructor(private readonly roundTripMs: number) {
		this.server = createServer({ allowHalfOpen: true, noDelay: true }, (client) =>
			this.join(client),
		);
	}

	/** @returns the port to connect to */
	async listen(): Promise<number> {
		await new Promise<void>((resolve, reject) => {
			this.server.once('error', reject);
			this.server.listen({ port: 0, host: HOST, backlog: BACKLOG }, resolve);
		});
		return (this.server.address() as AddressInfo).port;
	}

	/** Leads new connections to this port. */
	leadTo(port: number): void {
		this.target = port;
	}

	async close(): Promise<void> {
		const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
		for (const socket of this.sockets) socket.destroy();
		await closed;
	}

	private join(client: Socket): void {
		const open = performance.now() + this.roundTripMs;
		const server = connect({ port: this.target, host: HOST, allowHalfOpen: true, noDelay: true });
		for (const socket of [client, server]) {
			this.sockets.add(socket);
			socket.once('close', () => this.sockets.delete(socket));
		}
		this.carry(client, server, open);
		this.carry(server, client, 0);
	}

	/** Carries data one way, then its end or its breaking off. */
	private carry(from: Socket, to: Socket, open: number): void {
		const line = new DelayLine();
		const later = (action: () => void) =>
			line.push(Math.max(performance.now(), open) + this.roundTripMs / 2, action);
		from.on('data', (chunk: Buffer) => later(() => to.write(chunk)));
		from.once('end', () => later(() => to.end()));
		from.once('error', () => later(() => to.resetAndDestroy()));
	}
}
