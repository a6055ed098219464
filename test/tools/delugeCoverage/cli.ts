import { coverageTable, examplesSentence, measureCoverage } from './coverage';

/** Prints what of Zoho's Deluge runs here. @returns the exit code: 1 where a name is unknown */
async function printCoverage(): Promise<number> {
	const coverage = await measureCoverage();
	console.log(coverageTable(coverage));
	for (const { group, page, names } of coverage.groups) {
		if (names.refused.length > 0)
			console.log(`\n${group} (${page}), refused: ${names.refused.join(', ')}`);
		if (names.unknown.length > 0)
			console.log(`\n${group} (${page}), UNKNOWN: ${names.unknown.join(', ')}`);
	}
	console.log(`\n${examplesSentence(coverage)} The others:`);
	for (const { page, script, reason } of coverage.examples.others) {
		console.log(`  ${page}: ${script}\n    ${reason ?? 'NO REASON GIVEN'}`);
	}
	const isReasoned = coverage.examples.others.every(({ reason }) => reason !== undefined);
	return coverage.totals.unknown === 0 && isReasoned ? 0 : 1;
}

void printCoverage().then((code) => {
	process.exitCode = code;
});
