import type { Target } from './hostileValues';

/** Longer than any value with a meaning. */
export const LONG = 'A'.repeat(100_000);
/** What cannot be turned into a text. */
export const OBJECT = { toString: 'x', valueOf: 'y' };
/** Values of files, digests, searches and external IDs that are refused, as REFUSED has them. */
export const OPERATIONS_REFUSED: readonly [Target, string, unknown][] = [
	['readThrough', 'the prototype', '__proto__'],
	['readThrough', 'an object without a text', OBJECT],
	['simplify', 'a word', 'yes'],
	['simplify', 'an array', [true]],
	['externalId', 'no value', 'Customer_No='],
	['externalId', 'no field', '=4711'],
	['externalId', 'another parameter as field', 'id&page=4711'],
	['externalId', 'a path as field', '../Contacts=4711'],
	['externalId', 'a header as field', 'Customer_No\r\nX-Evil: 1=4711'],
	['externalId', 'an array', ['Customer_No=4711']],
	['externalId', 'an object without a text', OBJECT],
	['searchBy', 'an inherited name', 'constructor'],
	['searchBy', 'another parameter', 'text&page=2'],
	['searchBy', 'an object without a text', OBJECT],
	['searchFor', 'nothing', ' '],
	['searchFor', 'one letter', 'a'],
	['searchFor', 'an array', ['Doe']],
	['searchFor', 'an object without a text', OBJECT],
	['searchFor', 'true', true],
	['binaryField', 'nothing', ''],
	['binaryField', 'the prototype', '__proto__'],
	['binaryField', 'a path', 'a.b'],
	['binaryField', '100 kB', LONG],
	['binaryField', 'an object without a text', OBJECT],
	['fileNames', 'a number', 7],
	['fileNames', 'an object', { '*.pdf': true }],
	['fileNames', 'null in an array', [null]],
	['includeNoteFiles', 'a word', 'yes'],
	['includeNoteFiles', 'an array', [true]],
	['maxFileSize', 'none', 0],
	['maxFileSize', 'more than 10,000', 10_001],
	['maxFileSize', 'infinity', Infinity],
	['maxFileSize', 'a unit', '25MB'],
	['maxFileSize', 'an object without a text', OBJECT],
	['metadataOnly', 'one', 1],
	['metadataOnly', 'an object without a text', OBJECT],
	['fullText', 'a word', 'on'],
	['fullText', 'an array', [true]],
	['maxCharacters', 'none', 0],
	['maxCharacters', '1e21', 1e21],
	['maxCharacters', 'a fraction', 1.5],
	['maxCharacters', 'an array', [500]],
];

/** Values of theirs with a meaning, as TAKEN has them. */
export const OPERATIONS_TAKEN: readonly [Target, string, unknown, unknown][] = [
	['searchFor', 'spaces around', ' Doe\n', 'Doe'],
	['searchFor', 'a number', 4711, '4711'],
	['externalId', 'spaces around', ' Customer_No = 4711 ', 'Customer_No=4711'],
	['binaryField', 'spaces around', ' data ', 'data'],
	['fileNames', 'gaps and doubles', '*.pdf,, *.pdf ,', ['*.pdf']],
	['fileNames', 'many stars', `${'*'.repeat(1000)}.pdf`, '*.pdf'],
	['maxFileSize', 'text', ' 25 ', 25],
	['maxCharacters', 'null', null, 1000],
];
