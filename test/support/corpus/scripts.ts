import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, 'scripts');

/** The scripts of the corpus: name without its ending, and text. */
export const corpus: ReadonlyMap<string, string> = new Map(
	readdirSync(FOLDER)
		.filter((file) => file.endsWith('.ds'))
		.sort()
		.map((file) => [file.replace(/\.ds$/, ''), readFileSync(join(FOLDER, file), 'utf8')]),
);
