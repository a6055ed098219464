import { get, createServer, type Server } from 'node:https';
import { connect, createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { selfSigned, type Certificate } from './certificate';
import { Link } from './link';

const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;

describe('a link', () => {
	let link: Link;
	let port: number;

	beforeEach(async () => {
		link = new Link(2);
		port = await link.listen();
	});
	let close = async (): Promise<void> => undefined;
	afterEach(async () => {
		await close();
		await link.close();
	});

	/** Leads to a server that handles one connection; gives both ends of it. */
	async function ends(): Promise<{ near: Socket; far: Socket }> {
		const server = createTcpServer({ allowHalfOpen: true }).listen(0, '127.0.0.1');
		await once(server, 'listening');
		link.leadTo(portOf(server));
		const accepted = once(server, 'connection') as Promise<[Socket]>;
		const near = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
		const [far] = await accepted;
		close = async () => {
			near.destroy();
			far.destroy();
			await new Promise((resolve) => server.close(resolve));
		};
		return { near, far };
	}

	/** All that comes until the end. */
	const read = async (socket: Socket): Promise<string> => {
		let text = '';
		socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
		await once(socket, 'end');
		return text;
	};

	it('carries all bytes both ways, and the end of each', async () => {
		const { near, far } = await ends();
		const sent = 'a long text, '.repeat(100_000);
		near.end(sent);
		expect(await read(far)).toBe(sent);
		far.end('answer');
		expect(await read(near)).toBe('answer');
	});

	it('carries that a connection broke off', async () => {
		const { near, far } = await ends();
		const failed = once(near, 'error');
		near.write('hello');
		await once(far, 'data');
		far.resetAndDestroy();
		expect(await failed).toEqual([expect.objectContaining({ code: 'ECONNRESET' })]);
	});
});

describe('the certificate', () => {
	let certificate: Certificate;
	let server: Server;

	beforeAll(async () => {
		certificate = await selfSigned();
		server = createServer(certificate, (_request, response) => response.end('hello'));
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
	});
	afterAll(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});

	const status = async (ca?: string) =>
		await new Promise((resolve) => {
			get({ host: '127.0.0.1', port: portOf(server), ca, agent: false }, (response) => {
				response.resume();
				resolve(response.statusCode);
			}).on('error', (error) => resolve('code' in error ? error.code : error.message));
		});

	it('serves this machine for those who trust it', async () => {
		expect(await status(certificate.cert)).toBe(200);
	});

	it('is refused by all others', async () => {
		expect(await status()).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
	});
});
