import { posix } from 'node:path';

/** What may be in the package beside what it has to have. */
const ALLOWED: readonly RegExp[] = [
	/^CHANGELOG\.md$/,
	/^dist\/(nodes|credentials)\/.+(?<!\.test|\.spec)\.js$/,
];

/** What n8n is told about the package, and the icons its classes name, as paths in the package. */
export interface Promised {
	nodes: readonly string[];
	credentials: readonly string[];
	icons: readonly string[];
}

/** Problems with the files of the package: one too many, or one missing. */
export function contentProblems(files: readonly string[], promised: Promised): string[] {
	const required = [
		'package.json',
		'README.md',
		'LICENSE.md',
		...promised.nodes.flatMap((node) => [node, node.replace(/\.js$/, '.json')]),
		...promised.credentials,
		...promised.icons,
	];
	const isSchema = (file: string) => promised.nodes.some((node) => isSchemaOf(node, file));
	const stray = files.filter(
		(file) =>
			!required.includes(file) && !isSchema(file) && !ALLOWED.some((pattern) => pattern.test(file)),
	);
	const missing = [...new Set(required)].filter((file) => !files.includes(file));
	// n8n serves none of triggers: it shows a test event instead.
	const described = promised.nodes.filter((node) => !node.endsWith('Trigger.node.js'));
	const bare = described.filter((node) => !files.some((file) => isSchemaOf(node, file)));
	return [
		...stray.map((file) => `${file} does not belong in the package`),
		...missing.map((file) => `${file} is missing`),
		...bare.map((node) => `${node} has no __schema__ beside it`),
	];
}

function isSchemaOf(node: string, file: string): boolean {
	return file.startsWith(`${posix.dirname(node)}/__schema__/`) && file.endsWith('.json');
}
