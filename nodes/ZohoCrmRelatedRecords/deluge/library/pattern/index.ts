import { unsupportedFault } from '../../values/fault';
import type { Meter } from '../../values/scriptLimits';
import { TextBuilder } from '../../values/pieces';
import { parsePattern } from './parse';
import { compile, type Instruction } from './program';
import { Search, type Match } from './search';

interface Replacing {
	all: boolean;
	ignoreCase: boolean;
	/** Whether the search text is no pattern. */
	isPlain: boolean;
}

const SPECIAL = /[\\^$.|?*+()[\]{}]/;

/**
 * Replaces what a regular expression finds, as replaceAll does in Deluge. The engine is our own and
 * takes linear time, since scripts come from outside and JavaScript's can be made to hang.
 */
export async function replacePattern(
	text: string,
	searched: string,
	replacement: string,
	{ all, ignoreCase, isPlain }: Replacing,
	meter: Meter,
): Promise<string> {
	const isText = isPlain || !SPECIAL.test(searched);
	const inserted = isText ? replacement : plainReplacement(replacement);
	if (isText && searched === '') return text;
	const source = isText ? searched.replace(new RegExp(SPECIAL, 'g'), '\\$&') : searched;
	const program = compile(parsePattern(source, ignoreCase));
	const builder = new TextBuilder(meter);
	let copied = 0;
	for await (const { start, end } of matches(program, text, all, meter)) {
		builder.add(text.slice(copied, start));
		builder.add(inserted);
		copied = end;
	}
	builder.add(text.slice(copied));
	return builder.text();
}

/** Whether the whole text fits a pattern (Zoho: matches). */
export async function matchesPattern(
	text: string,
	pattern: string,
	meter: Meter,
): Promise<boolean> {
	const inner = parsePattern(pattern, false);
	const whole = compile({
		kind: 'sequence',
		parts: [{ kind: 'start' }, inner, { kind: 'end' }],
	});
	return (await new Search(whole, text, meter).next(0)) !== undefined;
}

async function* matches(
	program: readonly Instruction[],
	text: string,
	all: boolean,
	meter: Meter,
): AsyncGenerator<Match> {
	const search = new Search(program, text, meter);
	let position = 0;
	while (position <= text.length) {
		const match = await search.next(position);
		if (match === undefined) return;
		yield match;
		if (!all) return;
		// An empty match would be found again at the same place.
		position = match.end > match.start ? match.end : match.end + 1;
	}
}

/** Backslashes quote, as in Java. */
function plainReplacement(replacement: string): string {
	if (/(^|[^\\])(\\\\)*\$\d/.test(replacement)) {
		throw unsupportedFault(
			'Groups of a pattern are not available in the replacement',
			'Split the text with getPrefix(), getSuffix() or subString().',
		);
	}
	return replacement.replace(/\\(.)/gs, '$1');
}
