import { join } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import type { EngineOptions } from '../../support/engine';

const ROOT = join(__dirname, '..', '..', '..');

/**
 * The built classes in dist/, loaded by n8n's own loader from what package.json names: the demo shows
 * what is shipped. The tests run the sources.
 * @throws Error when the package has not been built
 */
export async function builtPackage(): Promise<EngineOptions> {
	const loader = new PackageDirectoryLoader(ROOT);
	await loader.loadAll();
	const nodes = Object.entries(loader.nodeTypes).map(([name, { type }]) => [
		`${loader.packageName}.${name}`,
		type.constructor,
	]);
	const credentials = Object.entries(loader.credentialTypes).map(([name, { type }]) => [
		name,
		type.constructor,
	]);
	return {
		nodes: Object.fromEntries(nodes) as Record<string, new () => INodeType>,
		credentialTypes: Object.fromEntries(credentials) as Record<string, new () => ICredentialType>,
	};
}
