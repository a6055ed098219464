import { join } from 'node:path';
import packageJson from '../../../../package.json';
import { cacheFolder, filledOnce, npmInstall, step } from '../../../support/n8n';
import { NODES_BASE } from './load';

/** n8n releases its nodes together with its engine, under the same version. */
export const NODES_BASE_VERSION = packageJson.devDependencies['n8n-core'];

/**
 * Installs n8n's own nodes in the cache folder, unless they are there.
 * @returns the folder to load them from
 */
export async function installNodesBase(): Promise<string> {
	const specifier = `${NODES_BASE}@${NODES_BASE_VERSION}`;
	const folder = join(cacheFolder(), `${NODES_BASE}-${NODES_BASE_VERSION}`);
	await filledOnce(folder, async (partial) => {
		const title = `Installing ${specifier} in ${cacheFolder()} (800 MB, once, a minute or more)`;
		await step(title, async () => await npmInstall(partial, specifier));
	});
	return folder;
}
