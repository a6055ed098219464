import { notHadBy } from './notHad';
import { type Outcome, passes } from './outcome';
import { summaryOf, tableOf, withTable } from './table';

const outcome = (more: Partial<Outcome> = {}): Outcome => ({
	release: { n8n: '2.30.8', core: '2.30.4', node: 22 },
	node: '22.23.3',
	failures: [],
	notHad: [],
	total: 5,
	...more,
});
const failure = (test: string, message = 'Expected 1, received 2') => ({
	file: 'test/engine/a.test.ts',
	test,
	message,
});
const notHad = [{ test: 'is an AI tool', reason: 'No AI tools' }];

describe('the table', () => {
	it.each<[string, Partial<Outcome>]>([
		['all pass', {}],
		['1 fails', { failures: [failure('a')] }],
		['2 fail', { failures: [failure('a'), failure('b')] }],
		['all pass, but 1 of what it does not have', { notHad }],
		['not measured: npm has no such version', { reason: 'npm has no such version' }],
	])('says: %s', (result, more) => {
		expect(tableOf([outcome(more)])).toContain(`| ${result} `);
	});

	it('has no Node where nothing ran', () => {
		const table = tableOf([outcome({ reason: 'x', node: undefined })]);
		expect(table).toContain('| 2.30.8 | 2.30.4 | - | not measured: x |');
	});

	it('takes the place of the one before, and nothing else', () => {
		const table = tableOf([outcome()]);
		const page = (rows: string) => `Before\n\n${rows}\nAfter\n\n| a | b |\n| - | - |\n`;
		const before = page('| n8n | x |\n| - | - |\n| 1 | $& |\n');
		expect(withTable(before, table)).toBe(page(table));
		expect(() => withTable('No table', table)).toThrow('The page has no table of releases');
	});
});

describe('the summary', () => {
	it('has tests with the same cause together, the most first, and names three of them', () => {
		const failures = [failure('z', 'Other'), ...['a', 'b', 'c', 'd'].map((name) => failure(name))];
		expect(summaryOf(outcome({ failures }))).toBe(
			[
				'4 x Expected 1, received 2',
				'  - test/engine/a.test.ts: a',
				'  - test/engine/a.test.ts: b',
				'  - test/engine/a.test.ts: c',
				'  and 1 more',
				'1 x Other',
				'  - test/engine/a.test.ts: z',
			].join('\n'),
		);
	});

	it('lists what an engine does not have, with the reason', () => {
		expect(summaryOf(outcome({ notHad }))).toBe(
			'1 x Not in this engine: No AI tools\n  - is an AI tool',
		);
	});

	it('is empty where all pass', () => {
		expect(summaryOf(outcome())).toBe('');
	});
});

it('a release passes when it was measured, and nothing failed', () => {
	expect(passes(outcome({ notHad }))).toBe(true);
	expect(passes(outcome({ failures: [failure('a')] }))).toBe(false);
	expect(passes(outcome({ reason: 'x' }))).toBe(false);
});

it('a test counts as not had only with releases before the one that has it', () => {
	const entries = [{ test: /^tool/, since: '2.10.0', reason: 'No AI tools' }];
	expect(notHadBy('2.9.5', 'tool a', entries)).toBe(entries[0]);
	expect(notHadBy('1.123.81', 'tool a', entries)).toBe(entries[0]);
	expect(notHadBy('2.10.0', 'tool a', entries)).toBeUndefined();
	expect(notHadBy('2.9.5', 'another', entries)).toBeUndefined();
});
