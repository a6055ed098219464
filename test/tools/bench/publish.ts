import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { chart } from './report/chart';
import { withFigures } from './report/page';
import type { Results } from './report/results';

const ROOT = join(__dirname, '..', '..', '..');
const PAGE = join(ROOT, 'docs', 'speed.md');
const CHART = join(ROOT, '.github', 'assets', 'speed.svg');
/** Where the figures of the page are kept; a test compares them. */
const RECORDED = join(__dirname, 'results.json');

/** Puts a run into the page about speed and its picture, and keeps its results. */
export async function publish(results: Results): Promise<void> {
	const page = await readFile(PAGE, 'utf8');
	await mkdir(dirname(CHART), { recursive: true });
	await writeFile(CHART, chart(results));
	await writeFile(RECORDED, await formatted(JSON.stringify(results), RECORDED));
	await writeFile(PAGE, await formatted(withFigures(page, results), PAGE));
}

/** As this project formats such files. */
async function formatted(text: string, filepath: string): Promise<string> {
	return await format(text, { ...(await resolveConfig(filepath)), filepath });
}
