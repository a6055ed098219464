import {
	apiName,
	fieldNames,
	flag,
	oneOf,
	recordId,
	recordIds,
	someOf,
	wholeNumber,
} from '../../../../nodes/ZohoCrmRelatedRecords/actions/parameters/validate';
import { caught } from '../../../support/caught';

const ID = '4876876000000376008';

/** Checks that a step is refused as a parameter, by its display name and its stored name. */
function refused(step: () => unknown, parameter: string, label: string): string {
	const error = caught(step);
	expect(error.code).toBe('INVALID_PARAMETER');
	expect(error.details).toEqual({ parameter });
	expect(error.message).toMatch(new RegExp(`^Parameter '${label}' `));
	expect(error.resolution).not.toBe('');
	expect(error.httpStatusCode).toBeNull();
	return error.message;
}

describe('recordId', () => {
	it.each([
		['19 digits', ID, ID],
		['1 digit', '7', '7'],
		['20 digits', '9'.repeat(20), '9'.repeat(20)],
		['spaces around', `  ${ID}\n`, ID],
		['a safe number', 42, '42'],
		['the greatest safe number', 9007199254740991, '9007199254740991'],
	])('takes %s', (_what, value, expected) => {
		expect(recordId(value, 'recordId')).toBe(expected);
	});

	it.each([
		['an empty text', ''],
		['spaces', '   '],
		['nothing', undefined],
		['null', null],
		['21 digits', '9'.repeat(21)],
		['letters', '123abc'],
		['a sign', '-5'],
		['a negative number', -5],
		['a fraction', 1.5],
		['NaN', Number.NaN],
		['Infinity', Infinity],
		['a decimal text', '1.0'],
		['an exponent', '1e5'],
		['digits of another script', '१२३'],
		['two lines', '123\n456'],
		['a path', '123/Notes'],
		['two paths', '../Leads/123'],
		['an array', [ID]],
		['an object', { id: ID }],
		['true', true],
	])('refuses %s', (_what, value) => {
		refused(() => recordId(value, 'recordId'), 'recordId', 'Record');
	});

	it.each([9007199254740992, 4876876000000376008, -9007199254740993, 1e21])(
		'refuses %p, which has lost digits, and says so',
		(value) => {
			const message = refused(() => recordId(value, 'recordId'), 'recordId', 'Record');
			expect(message).toMatch(/digits/);
			expect(caught(() => recordId(value, 'recordId')).resolution).toMatch(/as text/);
		},
	);
});

describe('apiName', () => {
	it.each(['Leads', 'Activities_Chronological_View', 'Products9', '_x', 'A', 'a'.repeat(100)])(
		'takes %s',
		(name) => {
			expect(apiName(name, 'module')).toBe(name);
			expect(apiName(` ${name}\t`, 'module')).toBe(name);
		},
	);

	it.each([
		['an empty text', ''],
		['spaces', '  '],
		['null', null],
		['a number', 7],
		['101 characters', 'a'.repeat(101)],
		['a leading digit', '9Leads'],
		['a path', 'Leads/../Contacts'],
		['dots', '..'],
		['a query', 'Leads?fields=id'],
		['an escape', 'Leads%2F1'],
		['a space within', 'Sales Orders'],
		['a second line', 'Leads\nContacts'],
		['a null character', 'Leads\0'],
		['a look-alike letter', 'Lеads'],
		['an array', ['Leads']],
		['an object', { toString: () => 'Leads' }],
	])('refuses %s', (_what, value) => {
		refused(() => apiName(value, 'module'), 'module', 'Module');
		refused(() => apiName(value, 'relatedList'), 'relatedList', 'Related List');
	});
});

describe('fieldNames', () => {
	it.each([
		['an array', ['A', 'B'], ['A', 'B']],
		['a text', 'A,B', ['A', 'B']],
		['spaces around', ' A , B\n', ['A', 'B']],
		['doubles', 'A,B,A, B', ['A', 'B']],
		['doubles in an array', ['A', ' A', 'B'], ['A', 'B']],
		['gaps', 'A,,B,', ['A', 'B']],
		['names that differ in case', 'a,A', ['a', 'A']],
		['system fields', '$file_id,id', ['$file_id', 'id']],
		['fields of a linking module', 'A_X_B.C,Lookup.$editable', ['A_X_B.C', 'Lookup.$editable']],
		['an empty array', [], []],
		['an empty text', '', []],
		['null', null, []],
		['nothing', undefined, []],
		['only commas', ' , ,', []],
	])('reads %s', (_what, value, expected) => {
		expect(fieldNames(value, 'fields')).toEqual(expected);
	});

	it.each([
		['an object', { A: true }],
		['a number', 5],
		['true', true],
		['a number in the array', ['A', 5]],
		['null in the array', ['A', null]],
		['an array in the array', [['A']]],
		['an injected parameter', 'A,B&page=2'],
		['a space within a name', 'Last Name'],
		['a dot at the end', 'Owner.'],
		['a long name', 'a'.repeat(101)],
	])('refuses %s', (_what, value) => {
		refused(() => fieldNames(value, 'fields'), 'fields', 'Field Names or IDs');
	});
});

describe('a list of record IDs where one is wanted', () => {
	it.each([
		['an array', [ID, '7']],
		['an array of one', [ID]],
		['an empty array', []],
		['commas', `${ID},7`],
		['commas and spaces', ` ${ID} , 7 `],
		['semicolons', `${ID};7`],
		['lines', `${ID}\n7`],
		['JSON', `["${ID}","7"]`],
		['JSON of numbers', '[7, 8]'],
	])('is refused with the way out: %s', (_what, value) => {
		const message = refused(() => recordId(value, 'recordId'), 'recordId', 'Record');
		expect(message).toContain('is a list');
		expect(caught(() => recordId(value, 'recordId')).resolution).toContain('Split Out');
	});

	it('is no list where a text only looks a little like one', () => {
		for (const value of ['7,', ',7', 'a,b', '7,b']) {
			expect(caught(() => recordId(value, 'recordId')).message).toContain('is not a record ID');
		}
	});
});

describe('recordIds', () => {
	it.each([
		['a text', `1, 2 ,${ID}`, ['1', '2', ID]],
		['doubles', '1,2,1', ['1', '2']],
		['an array', ['1', ' 2 '], ['1', '2']],
		['safe numbers in an array', [1, '1', 2], ['1', '2']],
		['one safe number', 7, ['7']],
		['an empty array', [], []],
		['an empty text', '', []],
		['nothing', undefined, []],
	])('reads %s', (_what, value, expected) => {
		expect(recordIds(value, 'ids')).toEqual(expected);
	});

	it.each([
		['an unsafe number', 4876876000000376008],
		['an unsafe number in an array', ['1', 4876876000000376008]],
		['a name', '1,two'],
		['an object', { id: '1' }],
		['null in an array', [null]],
	])('refuses %s', (_what, value) => {
		refused(() => recordIds(value, 'ids'), 'ids', 'Record IDs');
	});
});

describe('wholeNumber', () => {
	it.each([
		[1, 1],
		['50', 50],
		[' 50 ', 50],
		[9007199254740991, 9007199254740991],
		['9007199254740991', 9007199254740991],
	])('reads %p as %p', (value, expected) => {
		expect(wholeNumber(value, 'limit')).toBe(expected);
	});

	it.each([
		0,
		-1,
		1.5,
		Number.NaN,
		Infinity,
		9007199254740992,
		'9007199254740993',
		'0',
		'-1',
		'1.5',
		'1e3',
		'0x10',
		'',
		'many',
		null,
		undefined,
		true,
		[50],
		{ valueOf: () => 50 },
	])('refuses %p', (value) => {
		refused(() => wholeNumber(value, 'limit'), 'limit', 'Limit');
	});

	it('keeps to the greatest value, and names the range', () => {
		expect(wholeNumber(200, 'pageSize', 200)).toBe(200);
		const message = refused(() => wholeNumber('201', 'pageSize', 200), 'pageSize', 'Page Size');
		expect(message).toContain('from 1 to 200');
		expect(message).toContain('201');
	});
});

describe('oneOf, someOf and flag', () => {
	const versions = ['v8', 'v7', 'v6'] as const;
	const kinds = ['Calls', 'Events', 'Tasks'] as const;

	it('takes a value on offer', () => {
		expect(oneOf('v7', versions, 'apiVersion')).toBe('v7');
	});

	it.each([
		'v9',
		'V8',
		'',
		8,
		null,
		undefined,
		['v8'],
		{},
		'constructor',
		'__proto__',
		'toString',
		'length',
	])('refuses %p, and names those on offer', (value) => {
		refused(() => oneOf(value, versions, 'apiVersion'), 'apiVersion', 'API Version');
		expect(caught(() => oneOf(value, versions, 'apiVersion')).resolution).toContain('v8, v7, v6');
	});

	it.each([
		['an array', ['Tasks', 'Calls'], ['Tasks', 'Calls']],
		['a text', 'Tasks, Calls,Tasks', ['Tasks', 'Calls']],
		['an empty array: all', [], ['Calls', 'Events', 'Tasks']],
		['an empty text: all', '', ['Calls', 'Events', 'Tasks']],
		['nothing: all', undefined, ['Calls', 'Events', 'Tasks']],
	])('several: %s', (_what, value, expected) => {
		expect(someOf(value, kinds, 'activityTypes')).toEqual(expected);
	});

	it.each([[['Calls', 'Notes']], ['Notes'], [7], [[7]], [{ Calls: true }]])(
		'several: refuses %p',
		(value) => {
			refused(() => someOf(value, kinds, 'activityTypes'), 'activityTypes', 'Activity Types');
		},
	);

	it.each([
		[true, true],
		[false, false],
		['true', true],
		['false', false],
	])('flag: %p is %p', (value, expected) => {
		expect(flag(value, 'returnAll')).toBe(expected);
	});

	it.each([0, 1, 'yes', '', null, ['true'], {}])('flag: refuses %p', (value) => {
		refused(() => flag(value, 'returnAll'), 'returnAll', 'Return All');
	});
});
