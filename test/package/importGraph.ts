import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { isRelative, packageOf, specifiersIn } from './specifiers';

/** What one source file imports. Paths are relative to the repository, with forward slashes. */
export interface Imports {
	files: readonly string[];
	packages: readonly string[];
	/** Relative imports for which there is no source file. */
	dangling: readonly string[];
}

/** Imports by source file. */
export type ImportGraph = ReadonlyMap<string, Imports>;

/** The graph of all TypeScript files in these folders. */
export function importGraph(root: string, folders: readonly string[]): ImportGraph {
	const paths = folders.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((path) => path.endsWith('.ts'))
			.map((path) => posix.join(folder, path.split(sep).join('/'))),
	);
	return graphOf(new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])));
}

/** The graph of these sources, by path. */
export function graphOf(sources: ReadonlyMap<string, string>): ImportGraph {
	return new Map([...sources].map(([path, source]) => [path, importsOf(path, source)]));

	function importsOf(path: string, source: string): Imports {
		const specifiers = specifiersIn(source);
		const files: string[] = [];
		const dangling: string[] = [];
		for (const specifier of specifiers.filter(isRelative)) {
			const target = posix.join(posix.dirname(path), specifier);
			const file = [`${target}.ts`, `${target}/index.ts`, `${target}.d.ts`].find((candidate) =>
				sources.has(candidate),
			);
			if (file === undefined) dangling.push(specifier);
			else files.push(file);
		}
		const packages = specifiers.filter((specifier) => !isRelative(specifier)).map(packageOf);
		return { files, packages, dangling };
	}
}
