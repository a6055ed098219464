import {
	matchesPattern,
	replacePattern,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/library/pattern';
import { dueMeter } from '../dueMeter';

interface How {
	all?: boolean;
	ignoreCase?: boolean;
	isPlain?: boolean;
	replacement?: string;
}

async function replaced(text: string, pattern: string, options: How = {}): Promise<string> {
	const { all = true, ignoreCase = false, isPlain = false, replacement = '_' } = options;
	const { meter } = dueMeter();
	return await replacePattern(text, pattern, replacement, { all, ignoreCase, isPlain }, meter);
}

describe('patterns find what JavaScript finds', () => {
	it.each([
		['abc', 'b|c', 'a__'],
		['abc', 'a|b|c', '___'],
		['ab', '(a|)b', '_'],
		['aaa', 'a*', '__'],
		['aaab', 'a+', '_b'],
		['aaab', 'a+?', '___b'],
		['<a><b>', '<.+>', '_'],
		['<a><b>', '<.+?>', '__'],
		['<a><b>', '<.*?>', '__'],
		['color colour', 'colou?r', '_ _'],
		['colour', 'colou??', '_ur'],
		['aaaa', 'a{2}', '__'],
		['aaaa', 'a{3,}', '_'],
		['aaaaa', 'a{2,3}', '__'],
		['aaaaa', 'a{2,3}?', '__a'],
		['a{x}', 'a{x}', '_'],
		['aaa', 'a{0}', '_a_a_a_'],
		['a\nb', 'a.b', 'a\nb'],
		['abab', '^ab', '_ab'],
		['abab', 'ab$', 'ab_'],
		['ab', '$a', 'ab'],
		['cat concat cat', '\\bcat\\b', '_ concat _'],
		['cat', '\\b', '_cat_'],
		['a1 b_2-', '\\d', 'a_ b__-'],
		['a1 -', '\\D', '_1__'],
		['a1 _-', '\\w', '__ _-'],
		['a1-', '\\W', 'a1_'],
		['a b\tc', '\\s', 'a_b_c'],
		['a b', '\\S', '_ _'],
		['a\nb\rc\td', '[\\n\\r\\t]', 'a_b_c_d'],
		['a\nb\tc', '\\n|\\t', 'a_b_c'],
		['1.5+2', '\\.|\\+', '1_5_2'],
		['a-b]c', '[-\\]]', 'a_b_c'],
		['a-b', '[a-]', '__b'],
		['ab]', '[^a\\]]', 'a_]'],
		['adgz', '[a-ef-hd]', '___z'],
		['aceg', '[cega]', '____'],
		['ace', '[a-fb-c]', '___'],
		['abcde', '[a-cb-d]', '____e'],
		['x1_', '[\\dx]', '___'],
		['x1-', '[^\\d]', '_1_'],
		['abcabc', '(?:abc)+', '_'],
		['abab', '(ab){2}', '_'],
		['aab', '(a*)*b', '_'],
		['aab', '(a|a)*b', '_'],
		['aac', '(|a)+c', '_'],
		['xa]', '[[:alpha:]]', 'x_'],
		['', 'a*', '_'],
		['abc', 'x', 'abc'],
		['ab', '(a)(?:)(b)', '_'],
	])('%j: %s', async (text, pattern, expected) => {
		expect(text.replace(new RegExp(pattern, 'g'), '_')).toBe(expected);
		expect(await replaced(text, pattern)).toBe(expected);
	});

	it.each([
		['aBAb', 'ab', '__'],
		['XyZ', '[x-y]', '__Z'],
		['xÄä', 'ä', 'x__'],
		['A1', '[^a]', 'A_'],
	])('%j: %s without regard to case', async (text, pattern, expected) => {
		expect(text.replace(new RegExp(pattern, 'gi'), '_')).toBe(expected);
		expect(await replaced(text, pattern, { ignoreCase: true })).toBe(expected);
	});
});

describe('what is replaced', () => {
	it.each([
		['only the first', 'aXbX', 'X', { all: false }, 'a_bX'],
		['nothing where the searched text is empty', 'ab', '', {}, 'ab'],
		['nothing where the plain text is empty', 'ab', '', { isPlain: true }, 'ab'],
		['signs of patterns as plain text', 'a.b*c', '.b*', { isPlain: true }, 'a_c'],
		['with dollar signs, of a plain text', 'axb', 'x', { replacement: '$1\\' }, 'a$1\\b'],
		['with what backslashes quote', 'a.b', '\\.', { replacement: '\\$1\\\\' }, 'a$1\\b'],
		['with a dollar sign that names no group', 'a.b', '\\.', { replacement: '$' }, 'a$b'],
	])('%s', async (_name, text, pattern, how, expected) => {
		expect(await replaced(text, pattern, how)).toBe(expected);
	});

	it.each(['$1', 'x$0', '\\\\$1', 'a\\\\\\\\$2'])('not with groups: %s', async (replacement) => {
		await expect(replaced('a', '(a)', { replacement })).rejects.toMatchObject({
			code: 'DELUGE_UNSUPPORTED',
			message: expect.stringContaining('Groups of a pattern'),
		});
	});
});

describe('patterns are refused', () => {
	it.each([
		['a++', 'DELUGE_UNSUPPORTED', 'possessive repetition is not available in patterns'],
		['a*+', 'DELUGE_UNSUPPORTED', 'possessive repetition'],
		['a{2}+', 'DELUGE_UNSUPPORTED', 'possessive repetition'],
		['(?=a)', 'DELUGE_UNSUPPORTED', '(? is not available'],
		['(?i)a', 'DELUGE_UNSUPPORTED', '(? is not available'],
		['(a)\\1', 'DELUGE_UNSUPPORTED', '\\1 is not available'],
		['\\p{L}', 'DELUGE_UNSUPPORTED', '\\p is not available'],
		['[\\p{Alpha}]', 'DELUGE_UNSUPPORTED', '\\p is not available'],
		['[\\b]', 'DELUGE_UNSUPPORTED', '\\b is not available'],
		['*a', 'DELUGE_RUNTIME', "'*a' is not valid at character 2"],
		['+', 'DELUGE_RUNTIME', 'is not valid at character 2'],
		['a|?', 'DELUGE_RUNTIME', 'is not valid at character 4'],
		['a**', 'DELUGE_RUNTIME', 'is not valid at character 4'],
		['a)', 'DELUGE_RUNTIME', 'is not valid at character 2'],
		['(a', 'DELUGE_RUNTIME', 'is not valid at character 3'],
		['[a', 'DELUGE_RUNTIME', 'is not valid at character 3'],
		['[', 'DELUGE_RUNTIME', 'is not valid'],
		['a\\', 'DELUGE_RUNTIME', 'is not valid at character 3'],
		['[z-a]', 'DELUGE_RUNTIME', 'is not valid at character 5'],
		['a{3,2}', 'DELUGE_RUNTIME', 'is not valid at character 7'],
		['a{1001}', 'DELUGE_LIMIT', 'repeats more than 1000 times'],
		['a{1,1001}', 'DELUGE_LIMIT', 'repeats more than 1000 times'],
		['a{1001,}', 'DELUGE_LIMIT', 'repeats more than 1000 times'],
		['(a{100}){100}', 'DELUGE_LIMIT', 'A pattern is too large'],
		['('.repeat(51) + ')'.repeat(51), 'DELUGE_LIMIT', 'nests more than 50 groups'],
		[`.${'a'.repeat(1000)}`, 'DELUGE_LIMIT', 'more than 1000 characters'],
	])('%s', async (pattern, code, message) => {
		await expect(replaced('aaa', pattern)).rejects.toMatchObject({
			code,
			message: expect.stringContaining(message),
		});
	});

	it.each([
		['of repetitions', 'a{1000}', 'b'],
		['of groups', `b${'('.repeat(50)}${')'.repeat(50)}`, '_'],
		['of characters', `.${'a'.repeat(999)}`, 'b'],
	])('but not at the bound %s', async (_name, pattern, expected) => {
		expect(await replaced('b', pattern)).toBe(expected);
	});
});

describe('whole texts', () => {
	it.each([
		['abc', 'a.c', true],
		['abcd', 'a.c', false],
		['xabc', 'a.c', false],
		['b', 'a|b', true],
		['ab', 'a|b', false],
		['', 'a*', true],
		['', '', true],
		['a', '', false],
		['2026-01-31', '\\d{4}-\\d{2}-\\d{2}', true],
	])('%j fits %s: %s', async (text, pattern, expected) => {
		expect(await matchesPattern(text, pattern, dueMeter().meter)).toBe(expected);
	});

	it('gives way while it searches', async () => {
		const { meter, pauses } = dueMeter();
		await matchesPattern('abc', 'a.c', meter);
		expect(pauses()).toBe(4);
	});
});
