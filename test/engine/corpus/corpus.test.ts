import { openBench, type Bench } from '../operations/fixture';
import type { NodeRun } from '../../support/engine';
import { clientOf } from '../../support/sandbox/testClient';
import { cases, type Outcome, type ReadRows } from './cases';
import { corpus } from './scripts';

describe('the corpus, in the engine against the sandbox', () => {
	let bench: Bench;
	let rows: ReadRows;

	beforeAll(async () => {
		bench = await openBench();
		const client = clientOf(bench.sandbox);
		rows = async ({ module, id }, list) => {
			const { status, body } = await client.get(`v2.1/${module}/${id}/${list}`);
			return status === 204 ? [] : body.data;
		};
	});
	afterAll(async () => await bench.close());

	const run = async (name: string, scriptOutput: string, writeTasks: string): Promise<NodeRun> =>
		await bench.run(
			{
				operation: 'runDelugeScript',
				script: corpus.get(name),
				scriptOutput,
				options: { writeTasks },
			},
			{ input: [cases[name]?.input() ?? {}], onError: 'continueErrorOutput', timezone: 'UTC' },
		);

	const check = async (name: string, { returned, info, error }: Outcome, writeTasks: string) => {
		if (error !== undefined) {
			const [code, line] = error;
			const { json, errorOutput } = await run(name, 'returnValue', writeTasks);
			expect(json).toEqual([]);
			expect(errorOutput.map((item) => item.json.error)).toEqual([
				expect.objectContaining({
					code,
					details: { line, column: expect.any(Number) },
					message: expect.stringContaining(`(line ${line}, column `),
				}),
			]);
		}
		if (returned !== undefined) {
			const { json } = await run(name, 'returnValue', writeTasks);
			expect(json).toEqual(await returned(rows));
		}
		if (info !== undefined) {
			const { json } = await run(name, 'info', writeTasks);
			expect(json).toEqual(await info(rows));
		}
	};

	it('has a case for each script', () => {
		expect(Object.keys(cases)).toEqual([...corpus.keys()]);
	});

	it.each(Object.entries(cases))('%s', async (name, { skipped, ...outcome }) => {
		await check(name, outcome, 'refuse');
		await check(name, skipped ?? outcome, 'skip');
	});
});
