import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { programsOf } from '../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/program';
import { parse } from './pure';

/** What a translated script gave: its value as JSON has it, or the message of its failure. */
export type Result = { value: unknown } | { failure: string };

/** Both translations of a script. */
export interface Results {
	typescript: Result;
	javascript: Result;
	notes: readonly string[];
}

/**
 * Runs the translations of many scripts in one process of their own, whose time zone is UTC, as the
 * scripts are given no other.
 */
export function runTranslated(scripts: readonly string[], zone = 'UTC'): Results[] {
	const programs = scripts.map((script) => programsOf(parse(script)));
	const modules = programs.flatMap(({ typescript, javascript }) => [
		{ text: withoutTypes(typescript.text), parameters: typescript.parameters },
		{ text: javascript.text, parameters: javascript.parameters },
	]);
	const results = runAll(modules, zone);
	return programs.map(({ typescript }, index) => ({
		typescript: results[2 * index] ?? { failure: 'not run' },
		javascript: results[2 * index + 1] ?? { failure: 'not run' },
		notes: typescript.notes,
	}));
}

/** Whether the types hold is for TypeScript's compiler to say; here they are taken off. */
function withoutTypes(text: string): string {
	const { code } = transformSync(text, {
		jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
	});
	return code.replace('export async function script(', 'async function script(');
}

interface Module {
	text: string;
	parameters: readonly string[];
}

const RUNNER = `
const json = (value) => JSON.parse(JSON.stringify(value, (_key, inner) => {
	if (typeof inner !== 'bigint') return inner;
	return Number.isSafeInteger(Number(inner)) ? Number(inner) : String(inner);
}) ?? 'null');
const run = async ({ text, parameters }) => {
	try {
		const script = new Function(text + '\\nreturn script;')();
		const args = parameters.map((name) => ({ input: {}, info: () => null })[name]);
		return { value: json(await script(...args)) };
	} catch (error) {
		return { failure: String(error.message) };
	}
};
(async () => {
	const modules = JSON.parse(require('node:fs').readFileSync(process.argv[2], 'utf8'));
	const results = [];
	for (const module of modules) results.push(await run(module));
	process.stdout.write(JSON.stringify(results));
})();
`;

function runAll(modules: readonly Module[], zone: string): Result[] {
	const folder = mkdtempSync(join(tmpdir(), 'translated-'));
	try {
		writeFileSync(join(folder, 'run.js'), RUNNER);
		writeFileSync(join(folder, 'modules.json'), JSON.stringify(modules));
		const output = execFileSync(process.execPath, ['run.js', 'modules.json'], {
			cwd: folder,
			env: { ...process.env, TZ: zone },
			encoding: 'utf8',
			maxBuffer: 64 * 1024 * 1024,
		});
		return JSON.parse(output) as Result[];
	} finally {
		rmSync(folder, { recursive: true });
	}
}
