import { cases } from '../../support/corpus/cases';
import { inputOf, type Case, type ReadRows } from '../../support/corpus/case';
import { corpus } from '../../support/corpus/scripts';
import { addWorld } from '../../support/corpus/world';
import type { NodeRun } from '../../support/engine';
import { SCRIPT_SCOPE } from '../../support/sandbox';
import { clientOf, type Client } from '../../support/sandbox/testClient';
import { openBench, type Bench } from '../operations/fixture';

/** The default scopes know no queries. */
const scope = SCRIPT_SCOPE;

/** n8n's engine and a sandbox with all that the corpus reads. */
export interface CorpusBench extends Bench {
	client: Client;
	rows: ReadRows;
	/** Runs a script of the corpus with the input of its case. */
	runCase(name: string, scriptOutput: string, writeTasks?: string): Promise<NodeRun>;
	/** Converts a script of the corpus, without input. */
	convertCase(name: string, convertTo: 'nodes' | 'typescript'): Promise<NodeRun>;
}

export async function openCorpusBench(): Promise<CorpusBench> {
	const bench = await openBench({ scope });
	addWorld(bench.sandbox.data);
	const client = clientOf(bench.sandbox, { scope });
	return {
		...bench,
		client,
		rows: async ({ module, id }, list) => {
			const { status, body } = await client.get(`v2.1/${module}/${id}/${list}`);
			return status === 204 ? [] : body.data;
		},
		convertCase: async (name, convertTo) =>
			await bench.run({
				operation: 'convertDelugeScript',
				script: corpus.get(name),
				convertTo,
			}),
		runCase: async (name, scriptOutput, writeTasks = 'skip') =>
			await bench.run(
				{
					operation: 'runDelugeScript',
					script: corpus.get(name),
					scriptOutput,
					options: { writeTasks },
				},
				{
					input: [inputOf(caseOf(name))],
					onError: 'continueErrorOutput',
					timezone: 'UTC',
				},
			),
	};
}

export function caseOf(name: string): Case {
	const found = cases[name];
	if (found === undefined) throw new Error(`No case for ${name}`);
	return found;
}
