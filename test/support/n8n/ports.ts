import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

const HOST = '127.0.0.1';
/** Below the ports that systems give to outgoing connections, so that a port stays free until it is used. */
const LOWEST = 20_000;
const HIGHEST = 30_000;
const TRIES = 200;

/**
 * Free ports of the loopback address, all different.
 * @throws Error when too few are found
 */
export async function freePorts(count: number): Promise<number[]> {
	const held = new Map<number, Server>();
	for (let tries = 0; held.size < count && tries < TRIES; tries++) {
		const port = randomInt(LOWEST, HIGHEST);
		const server = await listen(port);
		if (server) held.set(port, server);
	}
	for (const server of held.values()) await new Promise((resolve) => server.close(resolve));
	if (held.size === count) return [...held.keys()];
	throw new Error(
		`There are no ${count} free ports between ${LOWEST} and ${HIGHEST} on ${HOST}. Stop what uses them, then try again.`,
	);
}

/** Holds a port; undefined where it cannot be had. */
async function listen(port: number): Promise<Server | undefined> {
	const server = createServer();
	return await new Promise((resolve) => {
		server.once('error', () => resolve(undefined));
		server.listen(port, HOST, () => resolve(server));
	});
}
