import type { Position } from './ast';
import { linesOf } from './lines';

/** Around the marked place, in characters. */
const BEFORE = 40;
const AFTER = 30;
const LONGEST_MARKED = 40;

/** Stand around the marked place: n8n shows messages without their line breaks, in any font. */
const OPEN = '►';
const CLOSE = '◄';

/** What is marked: the name of a task, a word, or a single sign. */
const WORD = /^(?:(?:zoho|thisapp)(?:\.\w+)+|[\p{L}\p{N}_]+|[^])/iu;

/**
 * A line of a script with the place in it marked, as one line of text: `…"Leads", leadId►;◄`.
 * @param position a place behind the last sign marks the end of the script
 */
export function excerptOf(source: string, { line, column }: Position): string {
	const lines = linesOf(source);
	const text = lines[line - 1] ?? '';
	const start = Math.min(column - 1, text.length);
	const [word = ''] = WORD.exec(text.slice(start)) ?? [];
	const marked = word.slice(0, LONGEST_MARKED);
	const end = start + marked.length;
	if (text.trim() === '') return `${shortStart(textBefore(lines, line))}${OPEN}${CLOSE}`;
	return `${shortStart(text.slice(0, start))}${OPEN}${marked.trim()}${CLOSE}${shortEnd(text.slice(end))}`;
}

/** The last line with text before an empty one, where the script ends or where nothing was found. */
function textBefore(lines: readonly string[], line: number): string {
	return (
		lines
			.slice(0, line - 1)
			.filter((text) => text.trim() !== '')
			.at(-1) ?? ''
	);
}

/** The end of a text, from a word's beginning on. */
function shortStart(text: string): string {
	const line = inOneLine(text).trimStart();
	if (line.length <= BEFORE) return line;
	const kept = line.slice(-BEFORE);
	const isWithin = /[\p{L}\p{N}_]/u.test(line.at(-BEFORE - 1) ?? '');
	const whole = isWithin ? kept.replace(/^[\p{L}\p{N}_]{1,20}(?=.)/u, '') : kept;
	return `…${whole.trimStart()}`;
}

/** The beginning of a text, up to a word's end. */
function shortEnd(text: string): string {
	const line = inOneLine(text).trimEnd();
	if (line.length <= AFTER) return line;
	const kept = line.slice(0, AFTER);
	const isWithin = /[\p{L}\p{N}_]/u.test(line[AFTER] ?? '');
	const whole = isWithin ? kept.replace(/[\p{L}\p{N}_]{1,20}$/u, '') : kept;
	return `${whole.trimEnd()}…`;
}

function inOneLine(text: string): string {
	return text.replace(/[\s\p{Cc}]+/gu, ' ');
}
