import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENTS, read, ROOT, table } from './documents';

const KB = 1024;

describe('documents', () => {
	it.each([
		['README.md', 12],
		['CONTRIBUTING.md', 6],
	])('%s has at most %i KB', (document, limit) => {
		expect(statSync(join(ROOT, document)).size).toBeLessThanOrEqual(limit * KB);
	});
});

describe('the map in CONTRIBUTING', () => {
	const rows = table(read('CONTRIBUTING.md'), 'Question');

	it('answers ten questions', () => {
		expect(new Set(rows.map(([question]) => question)).size).toBe(10);
	});

	it.each(rows)('%s %s', (_question, cell = '') => {
		const [, path = ''] = /^`([^`]+)`$/.exec(cell) ?? [];
		expect(statSync(join(ROOT, 'nodes', 'ZohoCrmRelatedRecords', path)).isFile()).toBe(true);
	});
});

describe('decisions', () => {
	const decisions = DOCUMENTS.filter((path) => path.startsWith('docs/decisions/'));

	it('are numbered from 1, without a gap', () => {
		const numbers = decisions.map((path) => Number(/\/(\d{4})-[\w-]+\.md$/.exec(path)?.[1]));
		expect(numbers).toEqual(decisions.map((_, index) => index + 1));
	});

	it.each(decisions)(
		'%s says context, choice, alternatives and consequence on one screen',
		(path) => {
			const text = read(path);
			const number = Number(path.match(/\d{4}/)?.[0]);
			expect(text).toMatch(new RegExp(`^# ${number}\\. \\S`));
			const parts = ['Context', 'Choice', 'Alternatives', 'Consequence'];
			expect(parts.filter((part) => !text.includes(`\n**${part}.** `))).toEqual([]);
			expect(text.length).toBeLessThan(3 * KB);
		},
	);
});
