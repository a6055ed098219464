import { itemsOf, type Outcome } from '../../support/corpus/case';
import { cases } from '../../support/corpus/cases';
import { corpus } from '../../support/corpus/scripts';
import { openCorpusBench, type CorpusBench } from './corpusBench';

describe('the corpus, in the engine against the sandbox', () => {
	let bench: CorpusBench;

	beforeAll(async () => {
		bench = await openCorpusBench();
	});
	afterAll(async () => await bench.close());

	const check = async (name: string, { returned, info, error }: Outcome, writeTasks: string) => {
		if (error !== undefined) {
			const [code, line] = error;
			const { json, errorOutput } = await bench.runCase(name, 'returnValue', writeTasks);
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
			const { json, errorOutput } = await bench.runCase(name, 'returnValue', writeTasks);
			expect(errorOutput).toEqual([]);
			expect(json).toEqual(await itemsOf(returned, bench.rows));
		}
		if (info !== undefined) {
			const { json, errorOutput } = await bench.runCase(name, 'info', writeTasks);
			expect(errorOutput).toEqual([]);
			expect(json).toEqual(await itemsOf(info, bench.rows));
		}
	};

	it('has a case for each script, which says what comes of it', () => {
		expect(Object.keys(cases)).toEqual([...corpus.keys()]);
		expect(corpus.size).toBeGreaterThanOrEqual(150);
		for (const { skipped, ...outcome } of Object.values(cases)) {
			const { returned, info, error } = skipped ?? outcome;
			expect(returned ?? info ?? error).toBeDefined();
		}
	});

	it.each(Object.entries(cases))('%s', async (name, { skipped, ...outcome }) => {
		await check(name, outcome, 'refuse');
		await check(name, skipped ?? outcome, 'skip');
	});
});
