import {
	formattedNumber,
	isNumberFormat,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/values/numberFormat';
import {
	decimal,
	numberIn,
	numberOf,
	rounded,
	toDecimal,
	toWhole,
	whole,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/values/numbers';

it.each([
	['12', 12n],
	[' -12 ', -12n],
	['+12', 12n],
	['1.5', 1.5],
	['-0.5', -0.5],
	['9223372036854775807', 9223372036854775807n],
	['1e3', undefined],
	['1.', undefined],
	['.5', undefined],
	['1,000', undefined],
	['', undefined],
	['9'.repeat(401), undefined],
	[`1${' '.repeat(999)}`, 1n],
	[`1${' '.repeat(1000)}`, undefined],
])('the number in %j', (text, expected) => {
	expect(numberIn(text)).toBe(expected);
});

it.each([
	['a literal of 401 digits', () => numberOf('1'.repeat(401)), 'up to 19 digits'],
	['a literal of 20 digits', () => numberOf('1'.repeat(20)), 'up to 19 digits'],
	['a whole number above 64 bits', () => whole(2n ** 63n), 'up to 19 digits'],
	['a whole number below 64 bits', () => whole(-(2n ** 63n) - 1n), 'up to 19 digits'],
	['infinity', () => decimal(Infinity), 'too large or not defined'],
	['no number', () => decimal(NaN), 'too large or not defined'],
	['text as a whole number', () => toWhole('a'), "'a' is not a number"],
	['long text', () => toWhole('a'.repeat(41)), 'a text is not a number'],
	['null', () => toWhole(null), 'null is not a number'],
	['text as a decimal', () => toDecimal('a'), "'a' is not a number"],
	['a list', () => toDecimal([]), 'a list is not a number'],
])('%s is refused', (_name, step, message) => {
	expect(step).toThrow(
		expect.objectContaining({ code: 'DELUGE_RUNTIME', message: expect.stringContaining(message) }),
	);
});

it.each([
	['12', 12n, 12],
	['-1.9', -1n, -1.9],
	[1.9, 1n, 1.9],
	[7n, 7n, 7],
])('%p as a whole number and as a decimal', (value, wholeNumber, number) => {
	expect(toWhole(value)).toBe(wholeNumber);
	expect(toDecimal(value)).toBe(number);
});

it.each([
	[2.5, 0, 3],
	[-2.5, 0, -3],
	[1.005, 2, 1.01],
	[1.23456, 3, 1.235],
	[1e300, 20, 1e300],
	[1e300, 2, 1e300],
])('%d rounded to %d digits is %d', (value, digits, expected) => {
	expect(rounded(value, digits)).toBe(expected);
});

it.each([
	[1234567n, '#,##0', '1,234,567'],
	[123456n, '#,##0', '123,456'],
	[-1234n, '#,##0.00', '-1,234.00'],
	[12n, '0.00', '12.00'],
	[12n, '#.##', '12'],
	[7n, '000', '007'],
	[1234.5, '#,##0.00', '1,234.50'],
	[1234.567, '0.0#', '1234.57'],
	[1234.5, '0.0##', '1234.5'],
	[-0.5, '$0.0 net', '-$0.5 net'],
	[12345n, '#,#0', '1,23,45'],
	[5n, '0.', '5'],
])('%p as %s is %s', (number, pattern, expected) => {
	expect(isNumberFormat(pattern)).toBe(true);
	expect(formattedNumber(number, pattern)).toBe(expected);
});

it.each(['yyyy', '', '0.0.0', '0'.repeat(101)])('%j is no format of numbers', (pattern) => {
	expect(isNumberFormat(pattern)).toBe(false);
});

it('a decimal without a plain form has no format', () => {
	expect(() => formattedNumber(1e21, '0.00')).toThrow(
		expect.objectContaining({ code: 'DELUGE_LIMIT', message: expect.stringMatching(/too large/) }),
	);
});
