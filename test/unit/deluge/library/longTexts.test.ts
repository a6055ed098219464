import {
	encoded,
	proper,
	reversed,
	textOfHex,
	withoutChars,
	withoutText,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/library/textChange';
import { mergeSorted } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/library/mergeSort';
import { readJson } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/values/jsonReader';
import { fromJson, toJson } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/values/json';
import {
	piecesOf,
	TextBuilder,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/values/pieces';
import { jsonText, textOf } from '../../../../nodes/ZohoCrmRelatedRecords/deluge/values/text';
import { dueMeter } from '../dueMeter';

/** So long that the last character of the first piece is the first half of the emoji. */
const START = 'a'.repeat(49_999);
const LONG = `${START}😀 b${'c'.repeat(50_000)}`;

it('no character is cut in two', () => {
	const pieces = [...piecesOf(LONG)];
	expect(pieces.map((piece) => piece.length)).toEqual([50_001, 50_000, 2]);
	expect(pieces.join('')).toBe(LONG);
	expect([...piecesOf(`${START}\uD83D`)]).toEqual([`${START}\uD83D`]);
	expect([...piecesOf('')]).toEqual([]);
});

it('a text is put together from many parts', () => {
	const builder = new TextBuilder(dueMeter().meter);
	const parts = Array.from({ length: 2500 }, (_none, index) => `${index},`);
	for (const part of parts) builder.add(part);
	expect(builder.text()).toBe(parts.join(''));
});

it.each([
	['proper, in the middle of a word', proper, 'a'.repeat(50_001), `A${'a'.repeat(50_000)}`],
	['proper, at a blank', proper, `${' '.repeat(50_000)}b`, `${' '.repeat(50_000)}B`],
	['reversed', reversed, `${START}😀`, `😀${START}`],
	['encoded', encoded, `${START}😀 `, `${START}%F0%9F%98%80+`],
] as const)('%s', async (_name, change, text, expected) => {
	const { meter, pauses } = dueMeter();
	expect(await change(text, meter)).toBe(expected);
	expect(pauses()).toBeGreaterThan(0);
});

it('parts of long texts are removed', async () => {
	const { meter } = dueMeter();
	expect(await withoutChars(LONG, /[ac]/g, meter)).toBe('😀 b');
	expect(await withoutText(`${START}b${START}b`, START, meter)).toBe('bb');
	expect(await textOfHex('f09f9880', meter)).toBe('😀');
});

it.each([[[]], [[1]], [[3, 1, 2]], [[2, 1, 2, 1, 5, 4, 9]]])('%j in order', async (items) => {
	const sorted = await mergeSorted(items, (a, b) => a - b, dueMeter().meter);
	expect(sorted).toEqual([...items].sort((a, b) => a - b));
});

it('equal items stay as they came', async () => {
	const { meter, pauses } = dueMeter();
	const items = ['b1', 'a1', 'b2', 'a2', 'b3'];
	const sorted = await mergeSorted(items, (a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''), meter);
	expect(sorted).toEqual(['a1', 'a2', 'b1', 'b2', 'b3']);
	expect(pauses()).toBeGreaterThan(0);
});

it.each([
	[{ a: [1, 1.5, 'x', null, true], b: {} }, '{"a":[1,1.5,"x",null,true],"b":{}}'],
	[[], '[]'],
	[[{ a: 1 }, [2]], '[{"a":1},[2]]'],
	['a"\n', '"a\\"\\n"'],
])('%j goes in and out with pauses', async (json, text) => {
	const { meter, pauses } = dueMeter();
	const value = await fromJson(json, meter);
	expect(await jsonText(value, meter)).toBe(text);
	expect(await toJson(value, meter)).toEqual(json);
	expect(pauses()).toBeGreaterThan(1);
});

it.each([
	[['a', 1n, null], 'a,1,null'],
	[[['a'], 1n], '[["a"],1]'],
	[new Map([['a', 1n]]), '{"a":1}'],
	[1.5, '1.5'],
])('the text of %j', async (value, expected) => {
	expect(await textOf(value, dueMeter().meter)).toBe(expected);
});

it('a long JSON text is read with pauses, and limits pass through', async () => {
	const { meter, pauses } = dueMeter();
	const text = `[${'0,'.repeat(99_999)}0]${' '.repeat(100_000)}`;
	expect(await readJson(text, meter)).toHaveLength(100_000);
	expect(pauses()).toBe(100_001);
	await expect(readJson(text.replace('[', '[0,'), meter)).rejects.toMatchObject({
		code: 'DELUGE_LIMIT',
		message: expect.stringContaining('more than 100000 entries'),
	});
});
