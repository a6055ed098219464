import fc from 'fast-check';
import { mergedRows } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pagination/mergedRows';

const merge = (...parts: string[]) =>
	mergedRows(parts.map((part) => [...part].map((id) => ({ id }))))
		.map(({ id }) => id)
		.join('');

it.each([
	['nothing', [], ''],
	['an empty part', ['', 'ab', ''], 'ab'],
	['parts that follow each other', ['abc', 'def'], 'abcdef'],
	['parts that share a row', ['abc', 'cde', 'efg'], 'abcdefg'],
	['a row that came before the border', ['abc', 'xcd'], 'abxcd'],
	['several that came there', ['abc', 'xycd'], 'abxycd'],
	['a row that came in the middle of a part read again', ['abcd', 'abxcd'], 'abxcd'],
	['new rows behind the last known one', ['abcf', 'bcde'], 'abcdef'],
	['a row that is gone in the second part', ['abc', 'ac', 'cd'], 'abcd'],
])('merges %s', (_what, parts, expected) => {
	expect(merge(...parts)).toBe(expected);
});

it('gives the first of two versions of a row', () => {
	const [first, second] = [
		{ id: 'a', Name: 'old' },
		{ id: 'a', Name: 'new' },
	];
	expect(mergedRows([[first], [second]])).toEqual([first]);
	expect(mergedRows([[first, second]])).toEqual([first]);
});

it('gives rows of two modules that have one ID', () => {
	const [call, task] = [
		{ id: '1', $module: 'Calls' },
		{ id: '1', $module: 'Tasks' },
	];
	expect(mergedRows([[call, task], [task]])).toEqual([call, task]);
});

it('keeps the order of a list whose neighbouring parts share a row, whatever was inserted', () => {
	const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];
	const list = fc.subarray(alphabet, { minLength: 1 });
	const property = fc.property(list, fc.integer({ min: 2, max: 6 }), (known, size) => {
		// Each part shows the list with one more row in it than the part before.
		const parts: string[] = [];
		let shown = known;
		for (let from = 0; from < shown.length; from += size - 1) {
			parts.push(shown.slice(from, from + size).join(''));
			const missing = alphabet.find((letter) => !shown.includes(letter));
			const border = shown[Math.min(from + size - 1, shown.length - 1)] ?? 'z';
			if (missing !== undefined && missing > border) shown = [...shown, missing].sort();
		}
		const merged = merge(...parts);
		expect([...merged]).toEqual([...merged].sort());
		expect(new Set(merged).size).toBe(merged.length);
	});
	fc.assert(property);
});
