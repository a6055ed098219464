import { Hints } from '../../../../nodes/ZohoCrmRelatedRecords/actions/output/hints';

const told = (hints: Hints) => hints.list(1, { calls: 0 }).map(({ message }) => message);

describe('remarks', () => {
	it('come once each', () => {
		const hints = new Hints();
		for (const remark of ['A.', 'B.', 'A.']) hints.addRemark(remark);
		expect(told(hints)).toEqual(['A.', 'B.']);
	});

	it.each([
		[20, []],
		[21, ['1 more remark is not shown.']],
		[25, ['5 more remarks are not shown.']],
	])('of %s: the first 20, and how many others there are', (count, rest) => {
		const hints = new Hints();
		const remarks = Array.from({ length: count }, (_, index) => `Remark ${index}.`);
		for (const remark of [...remarks, ...remarks]) hints.addRemark(remark);
		expect(told(hints)).toEqual([...remarks.slice(0, 20), ...rest]);
	});
});
