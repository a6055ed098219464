import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

const pages = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
	.map((path) => join('docs', path))
	.filter((path) => path.endsWith('.md'))
	.sort();

/** All documents of the project, as paths from its root. */
export const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', ...pages];

export function read(path: string): string {
	return readFileSync(join(ROOT, path), 'utf8');
}

/** Rows of the table whose first column has this heading, cells trimmed. */
export function table(markdown: string, heading: string): string[][] {
	const lines = markdown.split('\n');
	const start = lines.findIndex((line) => cells(line)[0] === heading);
	if (start === -1) throw new Error(`There is no table with a first column '${heading}'`);
	const rows = lines.slice(start + 2);
	const end = rows.findIndex((line) => !line.startsWith('|'));
	return rows.slice(0, end === -1 ? undefined : end).map(cells);
}

function cells(line: string): string[] {
	if (!line.startsWith('|')) return [];
	return line
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());
}

export function firstColumn(markdown: string, heading: string): string[] {
	return table(markdown, heading).flatMap(([cell = '']) => codes(cell));
}

/** Texts in backticks. */
export function codes(text: string): string[] {
	return captures(text, /`([^`]+)`/g);
}

export function captures(text: string, pattern: RegExp): string[] {
	return [...text.matchAll(pattern)].flatMap(([, captured]) => captured ?? []);
}

/** The code blocks of a language. */
export function fences(markdown: string, language: string): string[] {
	return captures(markdown, new RegExp(`^\`\`\`${language}\n(.*?)\n\`\`\`$`, 'gms'));
}

/** Anchors of the headings, as GitHub makes them. */
export function anchors(markdown: string): string[] {
	const text = markdown.replace(/^```.*?^```$/gms, '');
	return captures(text, /^#+ (.+)$/gm).map((heading) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replace(/\s/g, '-'),
	);
}
