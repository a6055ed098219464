import fc from 'fast-check';
import { parseJson } from '../../../nodes/ZohoCrmRelatedRecords/helpers/json';

const ID = '4876876000001017003';

describe('numbers beyond 2^53 survive as text', () => {
	it.each([
		['19 digits', `{"id":${ID}}`, { id: ID }],
		['with spaces', `{ "id" : ${ID} }`, { id: ID }],
		['on lines of their own', `{\n\t"id":\n${ID}\n}`, { id: ID }],
		['negative', `{"n":-${ID}}`, { n: `-${ID}` }],
		['in an array', `[1,${ID},-${ID},2]`, [1, ID, `-${ID}`, 2]],
		['deep', `{"a":[{"b":{"c":[${ID}]}}]}`, { a: [{ b: { c: [ID] } }] }],
		['alone', ID, ID],
		[
			'17 digits, as in Contact_Role',
			'{"Contact_Role":20000000000002801}',
			{
				Contact_Role: '20000000000002801',
			},
		],
		['far beyond', `[${'9'.repeat(40)}]`, ['9'.repeat(40)]],
		['with a fraction', '[9007199254740993.5]', ['9007199254740993.5']],
		['as exponent', '[1e16,1E+20,-2.5e30]', ['1e16', '1E+20', '-2.5e30']],
		['beyond all doubles', '[1e400,-1e400]', ['1e400', '-1e400']],
		['2^53 + 1, which a double rounds to 2^53', '[9007199254740993]', ['9007199254740993']],
		['2^53, which 2^53 + 1 is rounded to', '[9007199254740992]', ['9007199254740992']],
		['-2^53', '[-9007199254740992]', ['-9007199254740992']],
	])('%s', (_what, text, expected) => {
		expect(parseJson(text)).toEqual(expected);
	});

	it.each([
		['2^53 - 1', '[9007199254740991]', [9007199254740991]],
		['-(2^53 - 1)', '[-9007199254740991]', [-9007199254740991]],
		['small exponents', '[1e3,1E-20,-2.5e2]', [1000, 1e-20, -250]],
		['many decimals', '[0.12345678901234567890]', [0.12345678901234568]],
		['many zeros', '[0.00000000000000000000]', [0]],
		['zero with a great exponent', '[0e999]', [0]],
	])('%s stays a number', (_what, text, expected) => {
		expect(parseJson(text)).toEqual(expected);
	});
});

describe('texts stay as they are', () => {
	it.each([
		['digits', `{"id":"${ID}"}`, { id: ID }],
		['digits as key', `{"${ID}":1}`, { [ID]: 1 }],
		['digits as key and as value', `{"${ID}":${ID}}`, { [ID]: ID }],
		['JSON within', `{"a":"{\\"id\\":${ID}}","b":${ID}}`, { a: `{"id":${ID}}`, b: ID }],
		['an escaped quote', `{"a":"x\\",${ID}","b":${ID}}`, { a: `x",${ID}`, b: ID }],
		['an escaped quote at the end', `{"a":"${ID}\\"","b":${ID}}`, { a: `${ID}"`, b: ID }],
		['a backslash at the end', `{"a":"${ID}\\\\","b":${ID}}`, { a: `${ID}\\`, b: ID }],
		['a backslash and a quote', `{"a":"\\\\\\",${ID}","b":${ID}}`, { a: `\\",${ID}`, b: ID }],
		['an escaped character', `{"a":"\\u0022,${ID}","b":${ID}}`, { a: `",${ID}`, b: ID }],
		['an empty text', `{"":"","b":${ID}}`, { '': '', b: ID }],
	])('%s', (_what, text, expected) => {
		expect(parseJson(text)).toEqual(expected);
	});

	it('holds for any text beside any huge number', () => {
		const huge = fc.bigInt({ min: 2n ** 53n, max: 10n ** 30n });
		const text = fc.string({ unit: fc.constantFrom('"', '\\', '/', '1', '9', 'e', ',', '{', 'x') });
		fc.assert(
			fc.property(text, text, huge, fc.boolean(), (key, value, number, isNegative) => {
				const written = `${isNegative ? '-' : ''}${number}`;
				const json = `[${JSON.stringify(key)},${written},{${JSON.stringify(value)}:${written}}]`;
				expect(parseJson(json)).toEqual([key, written, { [value]: written }]);
			}),
		);
	});
});

describe('all else is as JSON.parse has it', () => {
	it('for values without huge numbers', () => {
		const isSmall = (number: number) => Math.abs(number) <= Number.MAX_SAFE_INTEGER;
		const key = fc.string().filter((name) => name !== '__proto__');
		const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
			tree: fc.oneof(
				{ maxDepth: 4 },
				fc.string({ unit: 'binary' }),
				fc.double({ noNaN: true, noDefaultInfinity: true }).filter(isSmall),
				fc.maxSafeInteger(),
				fc.boolean(),
				fc.constant(null),
				fc.array(tie('tree'), { maxLength: 4 }),
				fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
			),
		}));
		fc.assert(
			fc.property(tree, fc.constantFrom(undefined, '\t'), (value, indent) => {
				const json = JSON.stringify(value, null, indent);
				expect(parseJson(json)).toEqual(JSON.parse(json));
			}),
		);
	});

	it.each([
		'',
		' ',
		'{',
		'{"a":1',
		'{"a":"x',
		'"\\',
		'<html></html>',
		'undefined',
		'[1,]',
		`[${ID}`,
	])('no JSON: %p', (text) => {
		expect(() => parseJson(text)).toThrow(SyntaxError);
	});

	it('but for keys named __proto__, which are dropped', () => {
		const value = parseJson(
			`{"__proto__":{"polluted":${ID}},"a":[{"\\u005f_proto_\\u005F":1,"b":2}],"constructor":{"prototype":{}}}`,
		);
		expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
		expect(JSON.stringify(value)).toBe('{"a":[{"b":2}],"constructor":{"prototype":{}}}');
		expect({}).not.toHaveProperty('polluted');
	});

	it('but for nesting beyond 200 levels, which is refused', () => {
		const nested = (levels: number) => `${'['.repeat(levels)}"["${']'.repeat(levels)}`;
		expect(JSON.stringify(parseJson(nested(200)))).toBe(nested(200));
		for (const levels of [201, 100_000]) {
			expect(() => parseJson(nested(levels))).toThrow(SyntaxError);
		}
	});
});
