import { devDependencies } from '../../package.json';
import { OLDEST } from '../n8n/compat/releases';
import { read } from './documents';

const page = read('docs/compatibility.md');
const rows = page.matchAll(/^\| (\d+\.\d+\.\d+) +\| (\d+\.\d+\.\d+) +\| [\d.-]+ +\| (.+?) +\|$/gm);
const measured = [...rows].map(([, n8n = '', core, result = '']) => ({ n8n, core, result }));
const inOrder = (a: { n8n: string }, b: { n8n: string }) =>
	b.n8n.localeCompare(a.n8n, 'en', { numeric: true });

describe('the compatibility table', () => {
	it('begins with the engine that this project is tested with', () => {
		expect(measured[0]?.core).toBe(devDependencies['n8n-core']);
	});

	it('has the releases newest first, none before the oldest that is measured', () => {
		expect(measured).toEqual([...measured].sort(inOrder));
		expect(measured.filter((row) => inOrder(row, { n8n: `${OLDEST}.0` }) > 0)).toEqual([]);
	});

	it('says of each release whether all tests pass', () => {
		const unknown = /^(all pass.*|\d+ fails?.*|not measured: \S.*)$/;
		expect(measured.filter(({ result }) => !unknown.test(result))).toEqual([]);
	});

	it("supports the page's minimum: that release passes, and so do all newer ones", () => {
		const firstFailing = measured.findIndex(({ result }) => /^\d/.test(result));
		const passing = firstFailing === -1 ? measured : measured.slice(0, firstFailing);
		const oldest = passing.filter(({ result }) => result.startsWith('all pass')).at(-1);
		expect(page).toContain(`n8n ${oldest?.n8n} or newer`);
	});
});
