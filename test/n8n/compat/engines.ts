import { mkdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, filledOnce, nodeFromNpm, npmInstall, step } from '../../support/n8n';
import type { NodeRuntime } from '../../support/n8n';
import type { Release } from './releases';

/** The Node to test with, by major version: what n8n wants, never below what this project needs. */
const NODES: Record<number, string> = { 20: '20.20.2', 22: '22.23.3', 24: '24.21.0' };
const OLDEST_NODE = 20;
const GIGABYTE = 1e9;
const NEEDED_BYTES = 2 * GIGABYTE;

export async function installNode(release: Release): Promise<NodeRuntime & { version: string }> {
	const version = NODES[Math.max(release.node, OLDEST_NODE)];
	if (version === undefined) throw new Error(`No Node ${release.node} in ${__filename}: add it`);
	return { ...(await nodeFromNpm(version)), version };
}

/**
 * Installs the n8n-core of a release in the cache folder, once.
 * @returns the folder that has it in its node_modules
 * @throws Error when the disk is too full, or npm cannot install it
 */
export async function installEngine({ core }: Release): Promise<string> {
	await checkDisk();
	const folder = folderOf(core);
	await filledOnce(folder, async (partial) => {
		await step(`Installing n8n-core ${core} in ${folder} (400 MB)`, async () => {
			await npmInstall(partial, `n8n-core@${core}`);
		});
	});
	return folder;
}

export async function removeEngine({ core }: Release): Promise<void> {
	await rm(folderOf(core), { recursive: true, force: true });
	await rm(`${folderOf(core)}.partial`, { recursive: true, force: true });
}

function folderOf(core: string): string {
	return join(cacheFolder(), `n8n-core-${core}`);
}

async function checkDisk(): Promise<void> {
	await mkdir(cacheFolder(), { recursive: true });
	const { bavail, bsize } = await statfs(cacheFolder());
	if (bavail * bsize >= NEEDED_BYTES) return;
	const free = ((bavail * bsize) / GIGABYTE).toFixed(1);
	throw new DiskFullError(
		`An engine needs 2 GB of free disk space in ${cacheFolder()}, and there are ${free} GB. Free some, then run the command again: it goes on where it stopped.`,
	);
}

/** Ends the whole measurement: it is not the fault of one release. */
export class DiskFullError extends Error {}
