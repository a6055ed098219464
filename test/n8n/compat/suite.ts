import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NodeRuntime, runCommand, step } from '../../support/n8n';
import { DiskFullError, installEngine, installNode } from './engines';
import { notHadBy } from './notHad';
import type { Failure, Outcome } from './outcome';
import type { Release } from './releases';

const ROOT = join(__dirname, '..', '..', '..');
const MOST_MINUTES = 20;
const MESSAGE_LINES = 12;

interface TestFile {
	name: string;
	/** Why the file could not be run. */
	message: string;
	assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
}

interface JestReport {
	numTotalTests: number;
	testResults: TestFile[];
}

/**
 * Installs a release's engine and Node in the cache folder, once, and runs the tests that need the
 * engine. What cannot be installed or does not end in time is an outcome, too.
 * @throws Error when the disk is too full
 */
export async function measure(release: Release): Promise<Outcome> {
	const nothing = { release, failures: [], notHad: [], total: 0 };
	try {
		const node = await installNode(release);
		const folder = await installEngine(release);
		const title = `Testing with n8n-core ${release.core} of n8n ${release.n8n} on Node ${node.version}`;
		const report = await step(title, async () => await runSuite(node, folder));
		return outcomeOf(release, node.version, report);
	} catch (error) {
		if (error instanceof DiskFullError || !(error instanceof Error)) throw error;
		return { ...nothing, reason: reasonOf(error.message) };
	}
}

/** What npm or Jest said last that names an error, on one line. */
function reasonOf(message: string): string {
	const lines = message.split('\n').filter((line) => /\S/.test(line));
	const named = lines.find((line) => /npm (error|ERR!) (?!code|A complete log)/.test(line));
	return (named ?? lines[0] ?? message).replace(/^npm (error|ERR!) /, '').replaceAll('|', '/');
}

async function runSuite({ executable }: NodeRuntime, folder: string): Promise<JestReport> {
	const workspace = await mkdtemp(join(tmpdir(), 'compat-'));
	const file = join(workspace, 'report.json');
	try {
		const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
		const config = join(__dirname, 'jest.config.js');
		const args = [jest, '--config', config, '--silent', '--json', '--outputFile', file];
		const env = { ...process.env, N8N_CORE_FOLDER: folder };
		const timeout = MOST_MINUTES * 60_000;
		try {
			await runCommand(executable, args, { cwd: ROOT, env, timeout });
		} catch (error) {
			// Jest has written its report unless it could not even start, or did not end.
			if (!existsSync(file)) throw error;
		}
		return JSON.parse(await readFile(file, 'utf8')) as JestReport;
	} finally {
		await rm(workspace, { recursive: true, force: true });
	}
}

function outcomeOf(release: Release, node: string, report: JestReport): Outcome {
	const all = report.testResults.flatMap(failuresIn);
	const entries = all.map((failure) => ({
		failure,
		entry: notHadBy(release.n8n, failure.test ?? ''),
	}));
	return {
		release,
		node,
		failures: entries.flatMap(({ failure, entry }) => (entry === undefined ? [failure] : [])),
		notHad: entries.flatMap(({ failure, entry }) =>
			entry === undefined ? [] : [{ test: failure.test ?? '', reason: entry.reason }],
		),
		total: report.numTotalTests,
	};
}

function failuresIn({ name, message, assertionResults }: TestFile): Failure[] {
	const file = name.slice(ROOT.length + 1);
	const failed = assertionResults.filter(({ status }) => status === 'failed');
	if (failed.length === 0 && assertionResults.length === 0) {
		return [{ file, message: shortened(message) }];
	}
	return failed.map(({ fullName, failureMessages }) => ({
		file,
		test: fullName,
		message: shortened(failureMessages[0] ?? ''),
	}));
}

function shortened(message: string): string {
	const lines = message.split('\n').filter((line) => /\S/.test(line) && !/^\s+at /.test(line));
	return lines.slice(0, MESSAGE_LINES).join('\n');
}
