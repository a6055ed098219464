import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Daemon, freePorts, runCommand } from '../../support/n8n';
import { postgresFolder } from './programs';

const USER = 'n8n';
const DATABASE = 'postgres';

/**
 * Starts a PostgreSQL without anything in it, on a free port of the loopback address. Call ready()
 * next.
 * @param folder for its data; must not exist, and everyone must be allowed into its parent
 */
export async function launchPostgres(
	folder: string,
): Promise<{ daemon: Daemon; env: Record<string, string> }> {
	const programs = postgresFolder();
	const owner = await unprivileged();
	await mkdir(folder);
	if (owner !== undefined) await chown(folder, owner.uid, owner.gid);
	const options = { cwd: folder, ...owner };
	const made = ['--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
	await runCommand(
		join(programs, 'initdb'),
		[`--pgdata=${folder}`, `--username=${USER}`, ...made],
		options,
	);
	const [port = 0] = await freePorts(1);
	const daemon = new Daemon({
		...options,
		name: 'PostgreSQL',
		command: join(programs, 'postgres'),
		// No socket file, and no waiting for the disk: nothing of it is kept.
		args: ['-D', folder, '-h', '127.0.0.1', '-p', String(port), '-k', '', '-F'],
		sign: /ready to accept connections/,
	});
	return {
		daemon,
		env: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_USER: USER,
			DB_POSTGRESDB_PASSWORD: '',
			DB_POSTGRESDB_DATABASE: DATABASE,
		},
	};
}

/** PostgreSQL refuses to run as root: then as the user that comes with its package. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const idOf = async (kind: string) => Number(await runCommand('id', [kind, 'postgres']));
	return { uid: await idOf('--user'), gid: await idOf('--group') };
}
