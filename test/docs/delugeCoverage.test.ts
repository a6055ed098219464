import { coverageTable, examplesSentence, measureCoverage } from '../tools/delugeCoverage/coverage';
import { runTranslated } from '../unit/deluge/translated';
import { asScript } from '../unit/deluge/pure';
import { helpExamples } from '../tools/delugeCoverage/helpExamples';
import { read } from './documents';

const coverage = measureCoverage();

describe("names and examples of Zoho's help", () => {
	it('none is unknown, and 300 run', async () => {
		const { groups, totals } = await coverage;
		expect(groups.flatMap(({ names }) => names.unknown)).toEqual([]);
		expect(totals.supported).toBeGreaterThanOrEqual(300);
		expect(totals.supported + totals.refused).toBe(334);
	});

	it('nine of ten examples give the documented value, the others have a reason', async () => {
		const { count, documented, others } = (await coverage).examples;
		expect(documented / count).toBeGreaterThanOrEqual(0.9);
		expect(others.filter(({ reason }) => reason === undefined)).toEqual([]);
		const reasoned = helpExamples.filter(({ reason }) => reason !== undefined);
		expect(others).toEqual(reasoned);
	});

	it('the document is current', async () => {
		const page = read('docs/deluge.md');
		expect(page).toContain(coverageTable(await coverage));
		expect(page).toContain(examplesSentence(await coverage));
	});

	it('examples give the same value as TypeScript and as JavaScript', async () => {
		const { others } = (await coverage).examples;
		// AES and XML are no part of JavaScript.
		const same = helpExamples.filter(
			(example) =>
				!others.includes(example) && !/aes|zone|xpath/i.test(example.script) && !example.zone,
		);
		const results = runTranslated(same.map(({ script }) => asScript(script)));
		for (const [index, { script, value }] of same.entries()) {
			const fails = typeof value === 'string' && value.startsWith('DELUGE_');
			const expected = fails ? { failure: expect.any(String) } : { value };
			const { typescript, javascript } = results[index] ?? {};
			expect({ script, typescript, javascript }).toEqual({
				script,
				typescript: expected,
				javascript: expected,
			});
		}
	});
});
