import fc from 'fast-check';
import { shown } from '../../../nodes/ZohoCrmRelatedRecords/helpers/shown';

describe('shown', () => {
	it.each([
		['text', 'abc', 'abc'],
		['a number', 1.5, '1.5'],
		['nothing', undefined, 'undefined'],
		['null', null, 'null'],
		['an array', ['a', 1], '["a",1]'],
		['control characters', 'a\nb\r\tc\0d\u001b[31m\u0085', 'a?b??c?d?[31m?'],
		['a lone surrogate', 'a\ud83d b\ude00', 'a? b?'],
		['a whole emoji', 'a😀', 'a😀'],
		['60 characters', 'x'.repeat(60), 'x'.repeat(60)],
		['61 characters', 'x'.repeat(61), `${'x'.repeat(60)}...`],
	])('%s', (_what, value, expected) => {
		expect(shown(value)).toBe(expected);
	});

	it('is short and on one line for any JSON value', () => {
		fc.assert(
			fc.property(fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })), (value) => {
				const text = shown(value);
				expect(text.length).toBeLessThanOrEqual(63);
				expect(text).not.toMatch(/\p{Cc}/u);
			}),
		);
	});
});
