import { mkdir } from 'node:fs/promises';
import { Daemon, freePorts } from '../../support/n8n';
import { redisServer } from './programs';

/**
 * Starts a Redis that keeps everything in memory, on a free port of the loopback address. Call
 * ready() next.
 * @param folder to run in; must not exist
 */
export async function launchRedis(
	folder: string,
): Promise<{ daemon: Daemon; env: Record<string, string> }> {
	const command = redisServer();
	await mkdir(folder);
	const [port = 0] = await freePorts(1);
	const args = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'];
	return {
		daemon: new Daemon({
			name: 'Redis',
			command,
			args,
			cwd: folder,
			sign: /ready to accept connections/i,
		}),
		env: { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) },
	};
}
