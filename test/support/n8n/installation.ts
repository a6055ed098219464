import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder';
import { runCommand } from './command';
import { filledOnce } from './filledOnce';
import { type NodeRuntime, nodeForN8n, withNode } from './nodeRuntime';
import { npmInstall } from './npm';
import { step } from './progress';

export const N8N_VERSION = '2.41.1';
/** Older releases of n8n take this from another server than npm's; no test reads spreadsheets. */
const FROM_NPM = { xlsx: '0.18.5' };
const GIGABYTE = 1e9;
const NEEDED_BYTES = 5 * GIGABYTE;

/** n8n, ready to be started. */
export interface Installation {
	version: string;
	node: NodeRuntime;
	/** n8n's command, a script for `node`. */
	script: string;
}

/**
 * Installs n8n and a Node for it in the cache folder, unless they are there.
 * @param version of n8n
 * @param findNode the Node to run it with
 * @throws Error when the disk is too full, or a command fails
 */
export async function installN8n(
	version = N8N_VERSION,
	findNode: () => Promise<NodeRuntime> = nodeForN8n,
): Promise<Installation> {
	const node = await findNode();
	const folder = join(cacheFolder(), `n8n-${version}`);
	await filledOnce(folder, async (partial) => await fill(partial, version, node));
	return { version, node, script: join(folder, 'node_modules', 'n8n', 'bin', 'n8n') };
}

async function fill(folder: string, version: string, node: NodeRuntime): Promise<void> {
	await checkDisk(folder);
	const env = withNode(node);
	await step(
		`Installing n8n ${version} in ${cacheFolder()} (3 GB, once, about six minutes)`,
		async () => {
			await npmInstall(folder, `n8n@${version}`, env, FROM_NPM);
		},
	);
	// The one install script that n8n needs: it fetches or compiles SQLite's driver.
	await step(
		'Building the database driver of n8n (once, up to three minutes; may need a C++ compiler)',
		async () => {
			const rebuild = ['rebuild', 'sqlite3', '--ignore-scripts=false', `--nodedir=${node.root}`];
			await runCommand('npm', rebuild, { cwd: folder, env });
			await runCommand(node.executable, ['--eval', "require('sqlite3')"], { cwd: folder });
		},
	);
}

async function checkDisk(folder: string): Promise<void> {
	const { bavail, bsize } = await statfs(folder);
	const free = bavail * bsize;
	if (free >= NEEDED_BYTES) return;
	const [has, needs] = [free, NEEDED_BYTES].map((bytes) => (bytes / GIGABYTE).toFixed(1));
	throw new Error(
		`Installing n8n needs ${needs} GB of free disk space in ${folder}, and there are ${has} GB. Free some, or set XDG_CACHE_HOME to a folder on another disk.`,
	);
}
