import { posix } from 'node:path';
import { isRelative, packageOf, specifiersIn } from './specifiers';

/**
 * What n8n provides to community packages (its lint rule no-restricted-imports). The rule itself
 * lets development dependencies pass, too, which are not there when the package runs.
 */
const PROVIDED: readonly string[] = [
	'n8n-workflow',
	'ai-node-sdk',
	'@n8n/ai-node-sdk',
	'lodash',
	'moment',
	'p-limit',
	'luxon',
	'zod',
	'crypto',
	'node:crypto',
];

/** Imports of these JavaScript files that fail when the package runs: absent files and packages. */
export function importProblems(
	files: readonly string[],
	sources: ReadonlyMap<string, string>,
): string[] {
	return [...sources].flatMap(([path, source]) =>
		specifiersIn(source)
			.filter((specifier) => !isThere(path, specifier))
			.map((specifier) => `${path} imports ${specifier}, which is not there at run time`),
	);

	function isThere(path: string, specifier: string): boolean {
		if (!isRelative(specifier)) return PROVIDED.includes(packageOf(specifier));
		const target = posix.join(posix.dirname(path), specifier);
		const candidates = [target, `${target}.js`, `${target}.json`, posix.join(target, 'index.js')];
		return candidates.some((candidate) => files.includes(candidate));
	}
}
