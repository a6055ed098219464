import fc from 'fast-check';
import { compareIds } from '../../../nodes/ZohoCrmRelatedRecords/helpers/ids';

describe('compareIds', () => {
	it.each([
		['9', '10', -1],
		['10', '9', 1],
		['4876876000000376008', '4876876000000376008', 0],
		['4876876000000376008', '4876876000000376009', -1],
		['99999999999999999', '100000000000000000', -1],
		// As numbers these two are equal: 2^53 and 2^53 + 1.
		['9007199254740992', '9007199254740993', -1],
	])('%s against %s', (a, b, sign) => {
		expect(Math.sign(compareIds(a, b))).toBe(sign);
		expect(Math.sign(compareIds(b, a))).toBe(sign === 0 ? 0 : -sign);
	});

	it('agrees with the order of the numbers', () => {
		const max = 99_999_999_999_999_999_999n;
		const near = fc.bigInt({ min: 1n, max: max - 2n }).map((id) => [id, id + 1n] as const);
		const far = fc.tuple(fc.bigInt({ min: 0n, max }), fc.bigInt({ min: 0n, max }));
		fc.assert(
			fc.property(fc.oneof(near, far), ([a, b]) => {
				const expected = a < b ? -1 : a > b ? 1 : 0;
				expect(Math.sign(compareIds(String(a), String(b)))).toBe(expected);
			}),
		);
	});
});
