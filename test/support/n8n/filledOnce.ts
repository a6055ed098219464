import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { check, lock } from 'proper-lockfile';

const LOCK = { realpath: false, stale: 30_000 };
const RETRIES = { forever: true, minTimeout: 200, maxTimeout: 1000 };

/**
 * Makes a folder that is there only when it is complete: it is filled under another name, then
 * renamed. What an interrupted run left behind is thrown away. Of two runs at once, one waits.
 * @param fill fills the folder it is given; where it throws, the folder stays missing
 */
export async function filledOnce(
	folder: string,
	fill: (partial: string) => Promise<void>,
): Promise<void> {
	if (existsSync(folder)) return;
	await mkdir(dirname(folder), { recursive: true });
	if (await check(folder, LOCK))
		console.log(`Another command is filling ${folder}: waiting for it`);
	const release = await lock(folder, { ...LOCK, retries: RETRIES });
	try {
		if (!existsSync(folder)) await fillAndRename(folder, fill);
	} finally {
		await release();
	}
}

async function fillAndRename(
	folder: string,
	fill: (partial: string) => Promise<void>,
): Promise<void> {
	const partial = `${folder}.partial`;
	await rm(partial, { recursive: true, force: true });
	await mkdir(partial);
	await fill(partial);
	await rename(partial, folder);
}
