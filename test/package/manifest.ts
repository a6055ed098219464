/** The parts of package.json that decide what is published and loaded. */
export interface Manifest {
	name: string;
	version: string;
	n8n: { nodes: string[]; credentials: string[] };
	[key: string]: unknown;
}

/** What npm would install with the package. */
const INSTALLED: readonly string[] = [
	'dependencies',
	'optionalDependencies',
	'bundleDependencies',
	'bundledDependencies',
];

/** Problems with package.json: all that runs has to come from n8n or from this package. */
export function manifestProblems(manifest: Manifest): string[] {
	const installed = INSTALLED.filter((key) => Object.keys(manifest[key] ?? {}).length > 0).map(
		(key) => `package.json has ${key}: n8n takes no packages with their own`,
	);
	const peers = Object.keys(manifest.peerDependencies ?? {})
		.filter((peer) => peer !== 'n8n-workflow')
		.map((peer) => `package.json has the peer dependency ${peer}, which n8n does not promise`);
	return [...installed, ...peers];
}
