import { devDependencies } from '../../package.json';
import { OLDEST } from '../n8n/compat/releases';
import { read } from './documents';

const page = read('docs/compatibility.md');
const rows = page.matchAll(/^\| (\d+\.\d+\.\d+) +\| (\d+\.\d+\.\d+) +\| [\d.-]+ +\| (.+?) +\|$/gm);
const measured = [...rows].map(([, n8n = '', core, result = '']) => ({ n8n, core, result }));
const minorOf = (version: string) => version.split('.', 2).join('.');

describe('the compatibility table', () => {
	it('begins with the engine that this project is tested with', () => {
		expect(measured[0]?.core).toBe(devDependencies['n8n-core']);
	});

	it('ends with the oldest supported release', () => {
		expect(minorOf(measured.at(-1)?.n8n ?? '')).toBe(OLDEST);
		expect(page).toContain(`n8n ${OLDEST}`);
	});

	it('has each minor once, newest first', () => {
		const minors = measured.map(({ n8n }) => minorOf(n8n));
		const inOrder = [...new Set(minors)].sort((a, b) =>
			b.localeCompare(a, 'en', { numeric: true }),
		);
		expect(minors).toEqual(inOrder);
	});

	it.each(measured)('n8n $n8n passes, or says why it could not be measured', ({ result }) => {
		expect(result).toMatch(/^(all pass|not measured: \S)/);
	});
});
