import { comparison } from './markdown';
import type { Results } from './results';
import { conditions } from './text';

/** The page about speed, with the figures of a run between its comments. */
export function withFigures(page: string, results: Results): string {
	const blocks = {
		'bench-times': comparison(results),
		'bench-conditions': conditions(results),
	};
	return Object.entries(blocks).reduce((text, [name, block]) => replaced(text, name, block), page);
}

function replaced(text: string, name: string, block: string): string {
	const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
	const [from, to] = [text.indexOf(start), text.indexOf(end)];
	if (from < 0 || to < from) throw new Error(`The page has no place for ${name}`);
	return `${text.slice(0, from + start.length)}\n\n${block.trim()}\n\n${text.slice(to)}`;
}
