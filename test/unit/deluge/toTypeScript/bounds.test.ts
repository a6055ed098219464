import { nodesOf } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/astWalk';
import { parse } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/parse';
import {
	programsOf,
	programSteps,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/program';
import {
	Callees,
	OwnCalls,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/ownCalls';
import { Types } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/infer';
import { variablesOf } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/toTypeScript/variables';
import { takeTurns } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/steps';

const lines = (count: number, line: (index: number) => string) =>
	Array.from({ length: count }, (_, index) => line(index + 1)).join('\n');

/** Scripts that took time beyond their length, or overflowed the stack. */
const LONG: readonly (readonly [name: string, script: (count: number) => string])[] = [
	['assignments', (count) => lines(count, (i) => `a${i} = ${i};`)],
	['a chain of variables', (count) => `a0 = 1;${lines(count, (i) => `a${i} = a${i - 1};`)}`],
	['a chain from its end', (count) => lines(count, (i) => `a${count - i} = a${count - i + 1};`)],
	[
		'types that change',
		(count) => `${lines(count, (i) => `a${i} = a${i - 1} + 1;`)} a0 = 1; a0 = "x"; a0 = 1.5;`,
	],
	['reads of one map', (count) => `m = Map();${lines(count, (i) => `m.put("k",m.get("k${i}"));`)}`],
	['one variable', (count) => lines(count, () => 'a = 1;')],
];

describe('translating', () => {
	it.each(LONG)('%s: each source is looked at a few times', (_, script) => {
		for (const count of [30, 2000]) {
			const tree = parse(script(count));
			const sources = [...nodesOf(tree)].filter(({ kind }) => kind === 'assignment').length;
			const calls = new OwnCalls(tree, new Callees([]));
			expect(new Types(tree, variablesOf(tree, calls), calls).looks).toBeLessThanOrEqual(
				9 * sources,
			);
		}
	});

	it.each(LONG)('%s: a long script is translated', (_, script) => {
		expect(programsOf(parse(script(2000))).javascript.text).toContain('async function script(');
	});

	it('has a step for each statement, and pauses where one is due', async () => {
		const tree = parse(lines(500, (i) => `a${i} = ${i};`));
		let asked = 0;
		let pauses = 0;
		await takeTurns(programSteps(tree), {
			isDue: () => {
				asked += 1;
				return asked % 10 === 0;
			},
			pause: async () => {
				pauses += 1;
				await Promise.resolve();
			},
		});
		expect(asked).toBeGreaterThanOrEqual(500);
		expect(pauses).toBe(Math.floor(asked / 10));
	});
});
