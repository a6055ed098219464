import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { removeEngine } from './engines';
import { type Outcome, passes } from './outcome';
import { newestPatches, OLDEST, type Release, releasesNamed } from './releases';
import { Results } from './results';
import { measure } from './suite';
import { summaryOf, tableOf, withTable } from './table';

const ROOT = join(__dirname, '..', '..', '..');
const PAGE = join(ROOT, 'docs', 'compatibility.md');
const MOST_HOURS = 6;

const help = `Usage: npm run test:compat -- [--all | releases of n8n]

Runs the tests that need n8n's engine with the engines of several releases, and prints a table.
A release is named newest, oldest (n8n ${OLDEST}), 2.30 (its newest patch) or 2.30.8. Without any:
newest and oldest.

--all measures the newest patch of every minor, removes each engine after use, and writes the
table of docs/compatibility.md. Run it again after an interruption, and it goes on.
`;

async function measureAll(): Promise<Outcome[]> {
	const results = Results.of(ROOT);
	const releases = await newestPatches();
	const end = Date.now() + MOST_HOURS * 3_600_000;
	const outcomes: Outcome[] = [];
	for (const release of releases) {
		if (Date.now() > end) {
			throw new Error(`Stopped after ${MOST_HOURS} hours: run the command again to go on`);
		}
		const outcome = results.get(release.n8n) ?? (await measureOnce(release));
		await results.add(outcome);
		outcomes.push(outcome);
	}
	const page = withTable(await readFile(PAGE, 'utf8'), tableOf(outcomes));
	await writeFile(PAGE, await format(page, { parser: 'markdown' }));
	return outcomes;
}

async function measureOnce(release: Release): Promise<Outcome> {
	try {
		return report(await measure(release));
	} finally {
		await removeEngine(release);
	}
}

async function measureNamed(names: readonly string[]): Promise<Outcome[]> {
	const results = Results.of(ROOT);
	const outcomes: Outcome[] = [];
	for (const release of await releasesNamed(names)) {
		const outcome = report(await measure(release));
		await results.add(outcome);
		outcomes.push(outcome);
	}
	return outcomes;
}

function report(outcome: Outcome): Outcome {
	const { failures, notHad, total, reason } = outcome;
	const passed = total - failures.length - notHad.length;
	console.log(reason ?? `  ${passed} of ${total} tests pass`);
	const summary = summaryOf(outcome);
	if (summary !== '') console.log(summary);
	return outcome;
}

async function main(args: readonly string[]): Promise<void> {
	if (args.includes('--help')) return console.log(help);
	const names = args.length > 0 ? args : ['newest', 'oldest'];
	const outcomes = args.includes('--all') ? await measureAll() : await measureNamed(names);
	const table = await format(tableOf(outcomes), { parser: 'markdown' });
	console.log(`\n${table}`);
	const isMeasured = ({ reason }: Outcome): boolean => reason === undefined;
	const bad = args.includes('--all') ? outcomes.filter(isMeasured) : outcomes;
	if (!bad.every(passes)) throw new Error('Not every release passes: see above');
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
