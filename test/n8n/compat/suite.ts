import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	cacheFolder,
	filledOnce,
	nodeFromNpm,
	npmInstall,
	runCommand,
	step,
	type NodeRuntime,
} from '../../support/n8n';
import type { Release } from './releases';

const ROOT = join(__dirname, '..', '..', '..');

/** The Node to test with, by major version: what n8n wants, never below what this project needs. */
const NODES: Record<number, string> = { 20: '20.20.2', 22: '22.23.3', 24: '24.21.0' };
const OLDEST_NODE = 20;

export interface Outcome {
	release: Release;
	/** Version of the Node that ran it. */
	node: string;
	/** Names of the tests that fail; none when the suite passes. */
	failed: string[];
	/** Number of tests. */
	total: number;
}

interface TestFile {
	name: string;
	/** Why the file could not be run. */
	message: string;
	assertionResults: { fullName: string; status: string }[];
}

interface JestReport {
	numTotalTests: number;
	testResults: TestFile[];
}

/**
 * Installs a release's engine and Node in the cache folder, once, and runs the integration suite.
 * @throws Error when something cannot be installed, or the suite does not run at all
 */
export async function measure(release: Release): Promise<Outcome> {
	const version = NODES[Math.max(release.node, OLDEST_NODE)];
	if (version === undefined) throw new Error(`No Node ${release.node} in ${__filename}: add it`);
	const node = await nodeFromNpm(version);
	const folder = join(cacheFolder(), `n8n-core-${release.core}`);
	await filledOnce(folder, async (partial) => {
		await step(`Installing n8n-core ${release.core} in ${folder} (400 MB)`, async () => {
			await npmInstall(partial, `n8n-core@${release.core}`);
		});
	});
	const report = await step(
		`Testing with n8n-core ${release.core} of n8n ${release.n8n} on Node ${version}`,
		async () => await runSuite(node, folder),
	);
	return {
		release,
		node: version,
		failed: report.testResults.flatMap(failures),
		total: report.numTotalTests,
	};
}

async function runSuite({ executable }: NodeRuntime, folder: string): Promise<JestReport> {
	const workspace = await mkdtemp(join(tmpdir(), 'compat-'));
	const file = join(workspace, 'report.json');
	try {
		const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
		const config = join(__dirname, 'jest.config.js');
		const args = [jest, '--config', config, '--silent', '--json', '--outputFile', file];
		const env = { ...process.env, N8N_CORE_FOLDER: folder };
		try {
			await runCommand(executable, args, { cwd: ROOT, env });
		} catch (error) {
			// Jest has written its report unless it could not even start.
			if (!existsSync(file)) throw error;
		}
		return JSON.parse(await readFile(file, 'utf8')) as JestReport;
	} finally {
		await rm(workspace, { recursive: true, force: true });
	}
}

function failures({ name, message, assertionResults }: TestFile): string[] {
	const failed = assertionResults.filter(({ status }) => status === 'failed');
	if (failed.length > 0) return failed.map(({ fullName }) => fullName);
	if (assertionResults.length > 0) return [];
	// Below Jest's own heading; the rest is where it happened.
	const [, reason = message] = message.split(/\n\s*/).filter(Boolean);
	return [`${name.slice(ROOT.length + 1)} could not be run: ${reason}`];
}
