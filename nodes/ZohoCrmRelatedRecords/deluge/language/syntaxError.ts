import type { DelugeFailure } from './errors';
import { linesOf } from './lines';
import type { Expectation, SyntaxError as ParserError } from './parser';

const QUOTES: readonly string[] = ['"', "'"];
const CURLY_QUOTES = /[\u2018\u2019\u201C\u201D]/;

/** What several expectations together are called, by one that is in no other such set. */
const GROUPS: readonly (readonly [sign: string, name: string, members: RegExp])[] = [
	[
		"'while'",
		'a statement',
		/^('(break|continue|for|if|info|list|return|try|while|;|null|true|false|zoho|thisapp|[([{])'|\[!\+-\]|a (name|number|text|type))$/,
	],
	[
		'a number',
		'a value',
		/^('(if|list|null|true|false|zoho|thisapp|[([{])'|\[!\+-\]|a (name|number|text))$/,
	],
	["'&&'", 'an operator', /^('(!=|&&|\|\||==|<=|>=|[-+*/%]=|[.([])'|\[[^]+\])$/],
];

/** What stopped the parser, in the words of users. */
export function describeSyntaxError(
	error: ParserError,
	source: string,
): Omit<DelugeFailure, 'code'> {
	const { line, column } = error.location.start;
	const at = { line, column };
	const { found } = error;
	const expected = names(error.expected ?? []);
	if (found !== null && QUOTES.includes(found) && expected.some(isText)) {
		return {
			message: `The text that starts here has no closing ${found}`,
			resolution: `Close the text with ${found}; inside the text, write \\${found}.`,
			at,
		};
	}
	const text = (linesOf(source)[line - 1] ?? '').slice(0, LONGEST_LINE);
	if (CREATOR.some((pattern) => pattern.test(text))) {
		return {
			message:
				'This is a statement of Zoho Creator, which has forms; functions of Zoho CRM have none',
			resolution:
				"Read the records before, with n8n's HTTP Request node and the predefined credential type Zoho OAuth2 API, and use them as a variable.",
			at,
		};
	}
	if (found === '=' && expected.includes('an operator')) {
		return {
			message: "'=' gives a variable a value and does not compare",
			resolution: 'Use == to compare.',
			at,
		};
	}
	const what = found === null ? 'the end of the script' : `'${found}'`;
	return {
		message: `Expected ${list(expected)} but found ${what}`,
		resolution:
			found !== null && CURLY_QUOTES.test(found)
				? 'Replace curly quotes with straight ones.'
				: 'Correct the script at the marked place; the mistake may also be just before it.',
		at,
	};
}

/** Statements of Zoho Creator: records of a form, changes of them, and what users see. */
const CREATOR: readonly RegExp[] = [
	/\b[A-Za-z_]\w*\s*\[[^\]]*(==|!=|<|>|&&|\|\|)/,
	/\b(insert\s+into|delete\s+from)\b/i,
	/^\s*(alert|show|hide|enable|disable|cancel\s+submit)\b/i,
	/^\s*(input|row|old)\.\w+\s*=[^=]/,
];
const LONGEST_LINE = 500;

function isText(name: string): boolean {
	return name === 'a value' || name === 'a statement';
}

function names(expected: readonly Expectation[]): string[] {
	let rest = expected.map(nameOf).filter((name) => name !== 'blank');
	const groups: string[] = [];
	for (const [sign, name, members] of GROUPS) {
		if (!rest.includes(sign)) continue;
		groups.push(name);
		rest = rest.filter((other) => !members.test(other));
	}
	return [...new Set([...groups, ...rest])];
}

function nameOf({ type, text, description, parts }: Expectation): string {
	switch (type) {
		case 'literal':
			return `'${text}'`;
		case 'class':
			return `[${(parts ?? []).flat().join('')}]`;
		case 'end':
			return 'the end of the script';
		default:
			return description ?? 'more';
	}
}

function list(items: readonly string[]): string {
	const last = items.at(-1) ?? 'something else';
	return items.length > 1 ? `${items.slice(0, -1).join(', ')} or ${last}` : last;
}
