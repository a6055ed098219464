import type { ImportGraph } from './importGraph';

/** A layer: which files are in it, and what these may import. */
export interface Layer<Name extends string = string> {
	files: RegExp;
	/** Layers; its own has to be named too if its files may import each other. */
	layers: readonly Name[];
	packages: readonly string[];
}

/** Layers by name. A file belongs to the first whose pattern fits. */
export type Layers = Readonly<Record<string, Layer>>;

/** All imports against the rules, one sentence each; a layer without files is one, too. */
export function findViolations(graph: ImportGraph, layers: Layers): string[] {
	const used = new Set([...graph.keys()].map((file) => layerOf(file, layers)));
	const unused = Object.keys(layers).filter((name) => !used.has(name));
	return [
		...unused.map((name) => `layer ${name} has no files`),
		...[...graph.keys()].flatMap((file) => violationsOf(file, graph, layers)),
		...findCycles(graph).map((cycle) => `cycle: ${cycle.join(' > ')}`),
	];
}

function layerOf(file: string, layers: Layers): string | undefined {
	return Object.keys(layers).find((name) => layers[name]?.files.test(file));
}

function violationsOf(file: string, graph: ImportGraph, layers: Layers): string[] {
	const name = layerOf(file, layers);
	const layer = name === undefined ? undefined : layers[name];
	const imports = graph.get(file);
	if (layer === undefined || imports === undefined) return [`${file} is in no layer`];
	const wrongFiles = imports.files.filter((target) => {
		const targetLayer = layerOf(target, layers);
		return targetLayer === undefined || !layer.layers.includes(targetLayer);
	});
	const wrongPackages = imports.packages.filter((target) => !layer.packages.includes(target));
	return [
		...imports.dangling.map((target) => `${file} imports ${target}, which leads nowhere`),
		...[...wrongFiles, ...wrongPackages].map(
			(target) => `${file} imports ${target}, which ${name} may not`,
		),
	];
}

/** A cycle for each import that leads back to a file on the way to it. */
function findCycles(graph: ImportGraph): string[][] {
	const done = new Set<string>();
	const cycles: string[][] = [];
	const walk = (file: string, way: readonly string[]): void => {
		const start = way.indexOf(file);
		if (start !== -1) cycles.push([...way.slice(start), file]);
		if (start !== -1 || done.has(file)) return;
		for (const target of graph.get(file)?.files ?? []) walk(target, [...way, file]);
		done.add(file);
	};
	for (const file of graph.keys()) walk(file, []);
	return cycles;
}
