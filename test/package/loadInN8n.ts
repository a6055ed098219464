import { PackageDirectoryLoader } from 'n8n-core';

interface Loaded {
	nodes: string[];
	credentials: string[];
	/** Icons that the node and credential types name, as paths in the package. */
	icons: string[];
}

interface WithIcon {
	iconUrl?: string | { light: string; dark: string };
}

/**
 * Loads an unpacked package as n8n does when it starts.
 * @throws Error when a class or a file it needs is not there
 */
export async function loadInN8n(folder: string): Promise<Loaded> {
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	const { nodes, credentials } = loader.types;
	const prefix = `icons/${loader.packageName}/`;
	return {
		nodes: nodes.map(({ name }) => name),
		credentials: credentials.map(({ name }) => name),
		icons: [...nodes, ...credentials].flatMap(iconUrls).map((url) => url.slice(prefix.length)),
	};
}

function iconUrls({ iconUrl = '' }: WithIcon): string[] {
	return typeof iconUrl === 'string' ? [iconUrl] : Object.values(iconUrl);
}
