import { join } from 'node:path';
import * as ts from 'typescript';
import { helpers, types } from '../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/embedded';

const OPTIONS: ts.CompilerOptions = {
	strict: true,
	target: ts.ScriptTarget.ES2022,
	module: ts.ModuleKind.CommonJS,
	lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
	types: [],
	noEmit: true,
	skipLibCheck: true,
};

const START = 'export async function script(';

/**
 * What TypeScript's strict compiler has against translated scripts, each with the number of its
 * script; nothing when they are sound. They are compiled as one module, with the prelude once, since
 * its libraries and the prelude would take seconds to check for each.
 */
export function complaintsOf(sources: readonly string[]): string[] {
	const name = join(__dirname, 'scripts.ts');
	const prelude = [types, ...helpers.map(({ typescript }) => typescript)];
	const scripts = sources.map((source, index) =>
		source.slice(source.indexOf(START)).replace(START, `export async function script${index}(`),
	);
	const text = [...prelude, ...scripts].join('\n');
	const host = ts.createCompilerHost(OPTIONS);
	const read = host.getSourceFile.bind(host);
	host.getSourceFile = (file, target) =>
		file === name ? ts.createSourceFile(file, text, target) : read(file, target);
	const program = ts.createProgram([name], OPTIONS, host);
	return ts.getPreEmitDiagnostics(program).map(({ messageText, start = 0 }) => {
		const before = text.slice(0, start).split('export async function script').length - 2;
		return `${before}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
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
