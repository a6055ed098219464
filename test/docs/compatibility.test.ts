import { devDependencies } from '../../package.json';
import { MINIMUM, OLDER } from '../n8n/compat/releases';
import { read } from './documents';

const page = read('docs/compatibility.md');
const rows = page.matchAll(/^\| (\d+\.\d+\.\d+) +\| (\d+\.\d+\.\d+) +\| [\d.]+ +\| (.+?) +\|$/gm);
const measured = [...rows].map(([, n8n, core, result]) => ({ n8n, core, result }));

describe('the compatibility table', () => {
	it('begins with the engine that this project is tested with', () => {
		expect(measured[0]?.core).toBe(devDependencies['n8n-core']);
	});

	it('goes on with the releases that npm run test:compat measures', () => {
		expect(measured.slice(1).map(({ n8n }) => n8n)).toEqual(OLDER);
	});

	it('ends with the first release that fails, below the declared minimum', () => {
		const passing = measured.filter(({ result }) => result === 'all pass');
		expect(passing).toEqual(measured.slice(0, -1));
		expect(passing.at(-1)?.n8n).toBe(MINIMUM);
		expect(page).toContain(`n8n ${MINIMUM} or newer`);
	});
});
