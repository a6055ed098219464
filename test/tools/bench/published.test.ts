import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chart } from './report/chart';
import { withFigures } from './report/page';
import type { Results } from './report/results';

const ROOT = join(__dirname, '..', '..', '..');
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');

const results = JSON.parse(read('test', 'tools', 'bench', 'results.json')) as Results;

/** Prettier pads the cells of tables; here one blank is as good as many. */
const withoutPadding = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

it('the page about speed has the figures of the recorded run', () => {
	const page = read('docs', 'speed.md');
	expect(withoutPadding(page)).toBe(withoutPadding(withFigures(page, results)));
});

it('the chart shows the recorded run', () => {
	expect(read('.github', 'assets', 'speed.svg')).toBe(chart(results));
});

it('the recorded run was a full one', () => {
	expect(results).toMatchObject({
		link: { roundTripMs: 100, serverTimeMs: 50, concurrencyCap: 10 },
		jobs: { length: 8 },
	});
	expect(results.rounds).toBeGreaterThanOrEqual(5);
});
