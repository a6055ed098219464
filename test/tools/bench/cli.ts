import { readFile, writeFile } from 'node:fs/promises';
import { measure } from './bench';
import { report } from './report/text';
import type { Results } from './report/results';
import { publish } from './publish';
import { HELP, settingsFrom, UsageError, type Settings } from './settings';

async function main(): Promise<void> {
	const settings = settingsFrom(process.argv.slice(2));
	if (settings === 'help') {
		process.stdout.write(HELP);
		return;
	}
	const results = await resultsFor(settings);
	process.stdout.write(`\n${report(results)}`);
	if (settings.readme) await publish(results);
}

async function resultsFor(settings: Settings): Promise<Results> {
	const { from, out } = settings;
	if (from !== undefined) return JSON.parse(await readFile(from, 'utf8')) as Results;
	const results = await measure(settings, process.stdout);
	await writeFile(out, `${JSON.stringify(results, null, 2)}\n`);
	process.stdout.write(`Results written to ${out}\n`);
	return results;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof UsageError ? error.message : String(error)}\n`);
	process.exitCode = error instanceof UsageError ? 2 : 1;
});
