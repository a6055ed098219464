import { ScriptRun, translate } from '../../../../nodes/ZohoCrmRelatedRecords/deluge';
import { parse } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/language/parse';
import { caught, rejected } from '../../../support/caught';
import { withoutPositions } from '../withoutPositions';

const pause = async () => await Promise.resolve();
const turn = new ScriptRun({ now: () => 0, pause }).turn(0, 30);

/** The one statement of a script. */
const statement = (source: string) =>
	(withoutPositions(parse(source)) as { statements: unknown[] }).statements[0];
const value = (source: string) => statement(`${source};`);
const variable = (name: string) => ({ kind: 'variable', name });

const failure = (source: string) => caught(() => parse(source));

it('reads keywords in any case, and names as they are', () => {
	expect(statement('FOR EACH Row IN Rows { Info Row; }')).toEqual({
		kind: 'forEach',
		variable: 'Row',
		isIndex: false,
		list: variable('Rows'),
		body: [{ kind: 'info', value: variable('Row') }],
	});
});

it.each(['/* c */ x = 1; // end', '\uFEFFx\u00A0= /** a **/ 1\r\n;', ';;x = 1;;', 'x=1;'])(
	'overlooks comments, blanks and empty statements: %j',
	(source) => {
		expect(withoutPositions(parse(source))).toEqual({
			statements: [
				{
					kind: 'assignment',
					variable: 'x',
					operator: '=',
					value: { kind: 'number', digits: '1' },
				},
			],
		});
	},
);

it.each([
	['zoho.currentdate', { kind: 'constant', name: 'zoho.currentdate' }],
	[
		'zoho.crm.getRelatedRecords(a)',
		{ kind: 'call', name: 'zoho.crm.getRelatedRecords', args: [variable('a')] },
	],
	[
		'zoho.currentdate.toString()',
		{
			kind: 'method',
			target: { kind: 'constant', name: 'zoho.currentdate' },
			name: 'toString',
			args: [],
		},
	],
	[
		'zoho . crm\n\t.getRecords(a)',
		{ kind: 'call', name: 'zoho.crm.getRecords', args: [variable('a')] },
	],
	['input.id', { kind: 'property', target: variable('input'), name: 'id' }],
	['if(a,b,c)', { kind: 'call', name: 'if', args: ['a', 'b', 'c'].map(variable) }],
	['"\\"\\\\\\n\\d"', { kind: 'text', value: '"\\\n\\d', quote: '"' }],
	[
		'invokeUrl [ type :GET url: a response-format:TEXT ]',
		{
			kind: 'block',
			name: 'invokeUrl',
			attributes: [
				{ name: 'type', value: variable('GET') },
				{ name: 'url', value: variable('a') },
				{ name: 'response-format', value: variable('TEXT') },
			],
		},
	],
])('reads %s', (source, expected) => {
	expect(value(source)).toEqual({ kind: 'expression', value: expected });
});

it('reads the function around a script', () => {
	expect(parse('string standalone.f(int dealId, Map m) { return ""; }').header).toEqual({
		at: { line: 1, column: 1 },
		returnType: 'string',
		name: 'standalone.f',
		parameters: [
			{ type: 'int', name: 'dealId' },
			{ type: 'Map', name: 'm' },
		],
	});
});

it('points at operators, method names and first characters', () => {
	expect(parse('a;\n\tb + c.d();').statements[1]).toMatchObject({
		at: { line: 2, column: 2 },
		value: { at: { line: 2, column: 4 }, right: { at: { line: 2, column: 8 } } },
	});
});

describe('mistakes', () => {
	it.each([
		['x = 5 6;', 1, 7, "Expected an operator or ';' but found '6'"],
		['a = 1;\nx = ;', 2, 5, "Expected a value but found ';'"],
		['info a', 1, 7, "Expected an operator or ';' but found the end of the script"],
		['for each x on y { }', 1, 12, "Expected 'in' but found 'o'"],
		['if(a) { b; ', 1, 12, "Expected a statement or '}' but found the end of the script"],
		['x = "abc', 1, 5, 'The text that starts here has no closing "'],
		['x = “abc”;', 1, 5, "Expected a value but found '“'"],
		['x = invokeurl [ url "a" ];', 1, 21, "Expected ':' but found '\"'"],
		['if(a = 1) { }', 1, 6, "'=' gives a variable a value and does not compare"],
	])('%j', (source, line, column, message) => {
		const error = failure(source);
		expect(error.code).toBe('DELUGE_SYNTAX');
		expect(error.message).toBe(`${message} (line ${line}, column ${column})`);
		expect(error.details).toEqual({ line, column });
	});

	it('are shown in their line', async () => {
		const source = 'a = 1;\n\tx = 5 6;\nb = 2;';
		const { message } = await rejected(translate(source, turn));
		expect(message.split(': ')[1]).toBe('x = 5 ►6◄;');
	});
});

describe('scripts that cannot be read safely', () => {
	const many = (text: string, count: number) => text.repeat(count);

	const DEEP = 'Brackets are nested more than 100 deep';
	const LONG = 'An expression has more than 1000 operators or calls in one chain';

	it.each([
		['a text of 10 MB', `x = "${many('a', 10_000_000)}";`, /^The script has 10000007 characters/],
		['brackets without end', many('x = (', 10_000), DEEP],
		['brackets that close', `x = ${many('(', 25_000)}1${many(')', 25_000)};`, DEEP],
		['one bracket too many', `x = ${many('(', 101)}1${many(')', 101)};`, DEEP],
		['lists', `x = ${many('{', 25_000)}${many('}', 25_000)};`, DEEP],
		['blocks', `${many('if(a){', 8000)}${many('}', 8000)}`, DEEP],
		['additions', `x = 1${many('+1', 25_000)};`, LONG],
		['methods', `x = a${many('.b()', 14_000)};`, LONG],
		['signs', `x = ${many('!', 50_000)}a;`, LONG],
		['minuses', `x = ${many('- ', 25_000)}a;`, LONG],
		['conditions', `x = a${many('&&!a', 14_000)};`, LONG],
	])('%s', (_name, source, message) => {
		const error = failure(source);
		expect(error).toMatchObject({ code: 'DELUGE_LIMIT', resolution: expect.any(String) });
		expect(error.message).toMatch(message);
	});

	it('points at the bracket that is too deep', () => {
		const { details } = failure(`a = 1;\nx = ${many('(', 101)}1${many(')', 101)};`);
		expect(details).toEqual({ line: 2, column: 105 });
	});

	it.each([
		['brackets', `x = ${many('(', 100)}1${many(')', 100)};`],
		['additions', `x = 1${many('+1', 900)};`],
	])('reads as many %s as are allowed', (_name, source) => {
		expect(parse(source).statements).toHaveLength(1);
	});

	it('does not count brackets in texts and comments', () => {
		const some = (text: string) => many(text, 14_000);
		const source = `x = "${some('(')}"; // ${some('(')}\n/* ${some('[')} */ y = '${some('{')}';`;
		expect(parse(source).statements).toHaveLength(2);
	});
});
