import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { chart } from './report/chart';
import { withFigures } from './report/readme';
import type { Results } from './report/results';

const ROOT = join(__dirname, '..', '..', '..');
const README = join(ROOT, 'README.md');
const CHART = join(ROOT, '.github', 'assets', 'speed.svg');
/** Where the figures of the README are kept; a test compares them. */
const RECORDED = join(__dirname, 'results.json');

/** Puts a run into the README and its picture, and keeps its results. */
export async function publish(results: Results): Promise<void> {
	const readme = await readFile(README, 'utf8');
	await mkdir(dirname(CHART), { recursive: true });
	await writeFile(CHART, chart(results));
	await writeFile(RECORDED, await formatted(JSON.stringify(results), RECORDED));
	await writeFile(README, await formatted(withFigures(readme, results), README));
}

/** As this project formats such files. */
async function formatted(text: string, filepath: string): Promise<string> {
	return await format(text, { ...(await resolveConfig(filepath)), filepath });
}
