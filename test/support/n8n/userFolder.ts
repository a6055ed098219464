import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder';
import { filledOnce } from './filledOnce';
import type { Installation } from './installation';
import { step } from './progress';
import { Server } from './server';

/**
 * A user folder of its own for an n8n with SQLite, with an empty database in it. Making that takes
 * as long as all else in n8n's start, so it is made once, and copied.
 * @param env settings of this n8n, on top of those in `settings.ts`
 * @returns its path, in the system's temporary folder; the caller removes it
 */
export async function newUserFolder(
	installation: Installation,
	env: Record<string, string> = {},
): Promise<string> {
	const template = join(cacheFolder(), `n8n-${installation.version}-empty`);
	await filledOnce(template, async (partial) => {
		await step("Creating n8n's database (once)", async () => {
			const server = await Server.start(installation, { userFolder: partial, env });
			await server.stop();
		});
	});
	const folder = await mkdtemp(join(tmpdir(), 'n8n-user-'));
	await cp(template, folder, { recursive: true });
	return folder;
}
