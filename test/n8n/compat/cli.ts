import { MINIMUM, newestRelease, OLDER, releaseOf } from './releases';
import { measure, type Outcome } from './suite';
import { tableOf } from './table';

const help = `Usage: npm run test:compat -- [releases of n8n, newest first]

Runs the tests that need n8n's engine with the engines of several releases, until one fails, and
prints the table for docs/compatibility.md. Without releases: the newest, then ${OLDER.join(', ')}.
`;

/** The first release that fails is the last one: those below are not supported either. */
async function measureAll(named: readonly string[]): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const n8n of named) {
		const outcome = await measure(n8n === 'newest' ? await newestRelease() : await releaseOf(n8n));
		outcomes.push(outcome);
		const { failed, total } = outcome;
		console.log(`  ${total - failed.length} of ${total} tests pass`);
		for (const name of failed) console.log(`  fails: ${name}`);
		if (failed.length > 0) break;
	}
	return outcomes;
}

async function main(args: readonly string[]): Promise<void> {
	if (args.includes('--help')) return console.log(help);
	const outcomes = await measureAll(args.length > 0 ? args : ['newest', ...OLDER]);
	console.log(`\n${await tableOf(outcomes)}`);
	const passing = outcomes.filter(({ failed }) => failed.length === 0);
	const oldest = passing.at(-1)?.release.n8n;
	if (args.length > 0 || oldest === MINIMUM) return;
	throw new Error(
		`The oldest release that passes is ${oldest}, not ${MINIMUM}. Put it right in test/n8n/compat/releases.ts, docs/compatibility.md and the README.`,
	);
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
