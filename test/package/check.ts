import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { contentProblems } from './contents';
import { loadInN8n } from './loadInN8n';
import { manifestProblems, type Manifest } from './manifest';
import { pack, type Packed } from './pack';
import { importProblems } from './runtimeImports';

const ROOT = join(__dirname, '..', '..');

/** What n8n's scanner lints of a published package. */
const PACKAGE_FILE_PATTERNS = ['**/*.js', 'package.json'];

/** Packs the package as for publishing, and tells what is wrong with it. */
async function check(): Promise<string[]> {
	const workspace = mkdtempSync(join(tmpdir(), 'package-check-'));
	try {
		const packed = pack(ROOT, workspace);
		list(packed);
		return [
			...(await lintProblems('source', ROOT, SOURCE_FILE_PATTERNS)),
			...(await lintProblems('package', packed.folder, PACKAGE_FILE_PATTERNS)),
			...(await packageProblems(packed)),
		];
	} catch (error) {
		return [String(error)];
	} finally {
		rmSync(workspace, { recursive: true, force: true });
	}
}

function list({ files, bytes }: Packed): void {
	for (const file of files) console.log(`${String(bytes(file)).padStart(8)}  ${file}`);
	const total = files.reduce((sum, file) => sum + bytes(file), 0);
	console.log(`${String(total).padStart(8)}  bytes in ${files.length} files\n`);
}

/** The scanner also passes when it finds nothing to lint; only its message tells. */
async function lintProblems(what: string, folder: string, patterns: string[]): Promise<string[]> {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	if (!passed || message !== undefined) return [`n8n's rules, ${what}: ${details ?? message}`];
	console.log(`n8n's rules, ${what}: passed`);
	return [];
}

async function packageProblems(packed: Packed): Promise<string[]> {
	const { files, read } = packed;
	const manifest = JSON.parse(read('package.json')) as Manifest;
	const scripts = files.filter((file) => file.endsWith('.js'));
	const { icons, problems } = await loadProblems(packed);
	return [
		...manifestProblems(manifest),
		...contentProblems(files, { ...manifest.n8n, icons }),
		...importProblems(files, new Map(scripts.map((file) => [file, read(file)]))),
		...problems,
	];
}

async function loadProblems({ folder }: Packed): Promise<{ icons: string[]; problems: string[] }> {
	try {
		const { nodes, credentials, icons } = await loadInN8n(folder);
		console.log(`n8n's loader: ${[...nodes, ...credentials].join(', ')}`);
		return { icons, problems: [] };
	} catch (error) {
		return { icons: [], problems: [`n8n's loader: ${String(error)}`] };
	}
}

function report(problems: string[]): void {
	if (problems.length === 0) return console.log('\nThe package is sound.');
	console.error(`\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
	console.error(`\nThe package has ${problems.length} problem(s).`);
	process.exitCode = 1;
}

void check().then(report);
