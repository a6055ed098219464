import { ZohoError } from '../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import { scriptFrom } from '../../../nodes/ZohoCrmRelatedRecords/deluge/language/entry';
import { print } from '../../../nodes/ZohoCrmRelatedRecords/deluge/language/print';
import { suggestionFor } from '../../../nodes/ZohoCrmRelatedRecords/deluge/toNode/nodes';
import { programsOf } from '../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/program';
import { corpus } from '../../support/corpus/scripts';
import { Mutator } from './mutator';
import { parse } from '../../unit/deluge/pure';
import { withoutPositions } from '../../unit/deluge/withoutPositions';

const DEFAULT_SECONDS = 60;
const PROGRESS_EVERY_MS = 5000;
/** Far above what any of these scripts takes. */
const SLOWEST_MS = 2000;

interface Tally {
	read: number;
	refused: number;
}

/** What is wrong with how a script was read, and converted to nodes and to TypeScript; undefined where all is well. */
function problemWith(source: string, tally: Tally): string | undefined {
	const start = performance.now();
	try {
		const tree = parse(source);
		tally.read += 1;
		const again = parse(print(tree));
		if (JSON.stringify(withoutPositions(tree)) !== JSON.stringify(withoutPositions(again))) {
			return 'the printed script has another tree';
		}
		const script = scriptFrom(tree);
		suggestionFor(script);
		programsOf(script);
	} catch (error) {
		if (!(error instanceof ZohoError)) return `it threw ${String(error)}`;
		if (!/^DELUGE_(SYNTAX|LIMIT)$/.test(error.code)) return `it threw ${error.code}`;
		tally.refused += 1;
	}
	const took = performance.now() - start;
	return took > SLOWEST_MS ? `it took ${Math.round(took)} ms` : undefined;
}

/** Feeds the parser and the conversions with mutated scripts of the corpus for a time. */
function fuzz(seconds: number, seed: number): number {
	const mutator = new Mutator([...corpus.values()], seed);
	const tally: Tally = { read: 0, refused: 0 };
	const end = Date.now() + seconds * 1000;
	let report = Date.now() + PROGRESS_EVERY_MS;
	console.log(`Fuzzing Deluge's parser for ${seconds} s, seed ${seed}`);
	while (Date.now() < end) {
		const source = mutator.next();
		const problem = problemWith(source, tally);
		if (problem !== undefined) {
			console.error(`\nThe parser failed: ${problem}. The script:\n${source}`);
			return 1;
		}
		if (Date.now() > report) {
			report += PROGRESS_EVERY_MS;
			console.log(`  ${tally.read} read, ${tally.refused} refused`);
		}
	}
	console.log(`${tally.read} scripts read, ${tally.refused} refused by name, none failed`);
	return tally.read > 0 && tally.refused > 0 ? 0 : 1;
}

function numberAfter(flag: string, preset: number): number {
	const index = process.argv.indexOf(flag);
	const value = index === -1 ? preset : Number(process.argv[index + 1]);
	if (Number.isFinite(value) && value > 0) return value;
	console.error(`${flag} needs a number above 0`);
	process.exit(2);
}

process.exitCode = fuzz(
	numberAfter('--seconds', DEFAULT_SECONDS),
	numberAfter('--seed', Date.now()),
);
