import { binary, helper, method, text, word, type Code } from '../code';
import { checkedText, isPlainLiteral, ofText, plainText, table, type Method } from './method';

const ignoringCase =
	(name: 'includes' | 'startsWith' | 'endsWith'): Method['translate'] =>
	(target, [part = text('')], type) =>
		method(lower(checkedText(target)), name, type, lower(plainText(part)));

const lower = (value: Code) => method(value, 'toLowerCase', 'text');

/** A text without what a pattern of JavaScript finds. */
const without =
	(pattern: string): Method['translate'] =>
	(target, _args, type) =>
		method(checkedText(target), 'replace', type, word(pattern, 'value'), text(''));

const SPECIAL = /[\\^$.|?*+()[\]{}]/;

/** What is written out and has no special characters is no pattern, but plain text. */
const replaceAll: Method['translate'] = (target, args, type) => {
	const [from = text(''), to = text('')] = args;
	const isPlain =
		isPlainLiteral(from) &&
		isPlainLiteral(to) &&
		from.value !== '' &&
		!SPECIAL.test(from.value) &&
		!to.value.includes('$');
	return isPlain
		? method(checkedText(target), 'replaceAll', type, from, to)
		: helper('replaced', type, target, ...args);
};

const replace =
	(flags: string): Method['translate'] =>
	(target, [from = text(''), to = text(''), isPlain = word('false', 'boolean')], type) =>
		helper('replaced', type, target, from, to, isPlain, text(flags));

/** Methods that only texts have. */
export const TEXT_METHODS = table([
	['toUpperCase upper', 0, 0, 'text', ofText('toUpperCase')],
	['toLowerCase lower', 0, 0, 'text', ofText('toLowerCase')],
	['trim', 0, 0, 'text', ofText('trim')],
	['ltrim', 0, 0, 'text', ofText('trimStart')],
	['rtrim', 0, 0, 'text', ofText('trimEnd')],
	['proper', 0, 0, 'text', 'proper'],
	['startsWith', 1, 1, 'boolean', ofText('startsWith')],
	['endsWith', 1, 1, 'boolean', ofText('endsWith')],
	['containsIgnoreCase', 1, 1, 'boolean', ignoringCase('includes')],
	['startsWithIgnoreCase', 1, 1, 'boolean', ignoringCase('startsWith')],
	['endsWithIgnoreCase', 1, 1, 'boolean', ignoringCase('endsWith')],
	[
		'equalsIgnoreCase',
		1,
		1,
		'boolean',
		(target, [other = text('')], type) =>
			binary('===', lower(checkedText(target)), lower(plainText(other)), type),
	],
	[
		'concat',
		1,
		1,
		'text',
		(target, [other = text('')], type) => binary('+', checkedText(target), plainText(other), type),
	],
	['getOccurenceCount', 1, 1, 'count', 'occurrences'],
	['repeat', 1, 1, 'text', 'repeated'],
	['removeFirstOccurence', 1, 1, 'text', 'removeFirst'],
	['removeLastOccurence', 1, 1, 'text', 'removeLast'],
	['removeAllAlpha', 0, 0, 'text', without('/[a-z]/gi')],
	['removeAllAlphaNumeric', 0, 0, 'text', without('/[a-z0-9]/gi')],
	['getAlpha', 0, 0, 'text', without('/[^a-z]/gi')],
	['getAlphaNumeric', 0, 0, 'text', without('/[^a-z0-9]/gi')],
	['getPrefix', 1, 1, 'value', 'prefixOf'],
	['getSuffix', 1, 1, 'value', 'suffixOf'],
	['matches', 1, 1, 'boolean', 'matches'],
	['left', 1, 1, 'text', 'left'],
	['right', 1, 1, 'text', 'right'],
	['subString mid', 1, 2, 'text', 'subString'],
	['find', 1, 1, 'count', ofText('indexOf')],
	['subText', 1, 2, 'text', 'subText'],
	['leftpad', 1, 1, 'text', 'leftPadded'],
	['rightpad', 1, 1, 'text', 'rightPadded'],
	['getPrefixIgnoreCase', 1, 1, 'value', 'prefixIgnoringCase'],
	['getSuffixIgnoreCase', 1, 1, 'value', 'suffixIgnoringCase'],
	['textToHex', 0, 0, 'text', 'textToHex'],
	['hexToText', 0, 0, 'text', 'hexToText'],
	['isAscii', 0, 0, 'boolean', 'isAscii'],
	[
		'encodeUrl urlEncode',
		0,
		0,
		'text',
		(target, _args, type) => helper('encodeUrl', type, checkedText(target)),
	],
	['replaceAll', 2, 3, 'text', replaceAll],
	['replaceFirst', 2, 3, 'text', replace('')],
	['replaceAllIgnoreCase', 2, 3, 'text', replace('gi')],
	['replaceFirstIgnoreCase', 2, 3, 'text', replace('i')],
]);
