import {
	createServer,
	type IncomingMessage,
	request,
	type Server,
	type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { selfSigned } from '../../tools/bench/link/certificate';
import { NPM_REGISTRY } from './registry';

const HOST = '127.0.0.1';
const NPM = new URL(NPM_REGISTRY).host;
/** n8n asks here whether a package is banned. */
const N8N_API = 'api.n8n.io';
const PACKAGE_STATUS = '/api/package';

/**
 * Stands for the Internet, as a proxy of the loopback address: what is asked of npm's registry, a
 * registry of ours answers; to n8n's question whether a package is banned, the answer is no.
 * All else is turned down. Always close() it.
 */
export class Internet {
	/** Requests that were answered: host, method and path. */
	readonly answered: string[] = [];
	/** Hosts that were asked for in vain. */
	readonly refused: string[] = [];

	private constructor(
		/** PEM of the certificate that clients have to trust. */
		readonly certificate: string,
		private readonly proxy: Server,
		private readonly sockets: Set<Socket>,
	) {}

	/** @param registry origin of the registry that answers for npm's */
	static async open(registry: string): Promise<Internet> {
		const { key, cert } = await selfSigned([NPM, N8N_API]);
		const sockets = new Set<Socket>();
		const proxy = createServer();
		const internet = new Internet(cert, proxy, sockets);
		const servers = createTlsServer({ key, cert }, (incoming, response) =>
			internet.answer(registry, incoming, response),
		);
		proxy.on('connect', ({ url = '' }: IncomingMessage, socket: Socket) => {
			socket.on('error', () => socket.destroy());
			if (url === `${NPM}:443` || url === `${N8N_API}:443`) {
				socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
				servers.emit('connection', socket);
			} else {
				internet.refused.push(url);
				socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
			}
		});
		proxy.on('request', ({ url = '' }: IncomingMessage, response: ServerResponse) => {
			internet.refused.push(url);
			response.writeHead(403).end();
		});
		proxy.on('connection', (socket: Socket) => {
			sockets.add(socket);
			socket.once('close', () => sockets.delete(socket));
		});
		await new Promise<void>((resolve) => proxy.listen(0, HOST, resolve));
		return internet;
	}

	/** Address of the proxy. */
	get origin(): string {
		const { port } = this.proxy.address() as AddressInfo;
		return `http://${HOST}:${port}`;
	}

	async close(): Promise<void> {
		for (const socket of this.sockets) socket.destroy();
		await new Promise((resolve) => this.proxy.close(resolve));
	}

	private answer(registry: string, incoming: IncomingMessage, response: ServerResponse): void {
		const { method, url = '/', headers } = incoming;
		this.answered.push(`${method} ${headers.host}${decodeURIComponent(url)}`);
		if (headers.host === NPM) return forward(registry, incoming, response);
		if (url !== PACKAGE_STATUS) return void response.writeHead(404).end();
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ status: 'OK' }));
	}
}

function forward(origin: string, incoming: IncomingMessage, response: ServerResponse): void {
	const { method, url = '/', headers } = incoming;
	const outgoing = request(new URL(url, origin), { method, headers }, (answer) => {
		response.writeHead(answer.statusCode ?? 502, answer.headers);
		answer.pipe(response);
	});
	outgoing.on('error', () => response.destroy());
	incoming.pipe(outgoing);
}
