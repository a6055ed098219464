import { join } from 'node:path';
import * as ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
	strict: true,
	target: ts.ScriptTarget.ES2022,
	module: ts.ModuleKind.CommonJS,
	lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
	types: [],
	noEmit: true,
	skipLibCheck: true,
};

/**
 * What TypeScript's strict compiler has against modules, each with the number of its module; nothing
 * when they are sound. All at once, since its libraries take a second to read.
 */
export function complaintsOf(sources: readonly string[]): string[] {
	const names = sources.map((_, index) => join(__dirname, `script${index}.ts`));
	const host = ts.createCompilerHost(OPTIONS);
	const read = host.getSourceFile.bind(host);
	host.getSourceFile = (name, target) => {
		const source = sources[names.indexOf(name)];
		return source === undefined ? read(name, target) : ts.createSourceFile(name, source, target);
	};
	return ts
		.getPreEmitDiagnostics(ts.createProgram(names, OPTIONS, host))
		.map(({ file, messageText }) => {
			const text = ts.flattenDiagnosticMessageText(messageText, '\n');
			return `${names.indexOf(file?.fileName ?? '')}: ${text}`;
		});
}

export type Task = (...args: never[]) => unknown;

/** Runs a translated script as a module of its own. */
export async function runCompiled(
	source: string,
	parameters: readonly string[],
	brought: Record<string, Task>,
	input: unknown,
): Promise<unknown> {
	const { outputText } = ts.transpileModule(source, { compilerOptions: OPTIONS });
	const module = { exports: {} as Record<string, Task> };
	const load = new Function('exports', outputText) as (exports: unknown) => void;
	load(module.exports);
	const { script } = module.exports as { script: (...args: unknown[]) => Promise<unknown> };
	const args = parameters.map((name) => (name === 'input' ? input : brought[name]));
	return await script(...args);
}
