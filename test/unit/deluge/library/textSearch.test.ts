import fc from 'fast-check';
import {
	indexIn,
	lastIndexIn,
	placesIn,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/library/textSearch';
import { dueMeter } from '../dueMeter';

const { meter } = dueMeter();

async function allPlaces(text: string, searched: string): Promise<number[]> {
	const places: number[] = [];
	for await (const place of placesIn(text, searched, meter)) places.push(place);
	return places;
}

function placesInJavaScript(text: string, searched: string): number[] {
	const places: number[] = [];
	let place = text.indexOf(searched);
	while (place !== -1) {
		places.push(place);
		place = text.indexOf(searched, place + searched.length);
	}
	return places;
}

/** Long enough that the search is not left to JavaScript; periods make a search go back. */
const PARTS = ['ab'.repeat(700), 'aab'.repeat(500), `${'a'.repeat(1400)}b`, 'x'];

it('finds in long texts what JavaScript finds', async () => {
	const part = fc.constantFrom(...PARTS);
	const texts = fc.tuple(fc.array(part, { minLength: 2, maxLength: 8 }), part, part);
	await fc.assert(
		fc.asyncProperty(texts, async ([parts, first, second]) => {
			const text = parts.join('');
			const searched = first + second;
			expect(await indexIn(text, searched, meter)).toBe(text.indexOf(searched));
			expect(await lastIndexIn(text, searched, meter)).toBe(text.lastIndexOf(searched));
			expect(await allPlaces(text, searched)).toEqual(placesInJavaScript(text, searched));
		}),
		{ numRuns: 60 },
	);
});

it.each([
	['short', 'abcabc', 'bc', [1, 4], 4],
	['nowhere', 'abc', 'x', [], -1],
	['longer than the text', 'a'.repeat(2000), 'a'.repeat(2001), [], -1],
	['an empty text', 'abc', '', [], 3],
	['places that do not overlap', 'a'.repeat(4000), 'a'.repeat(1500), [0, 1500], 2500],
	['far in', `${'ab'.repeat(50_000)}c`, `${'ab'.repeat(10)}c`, [99_980], 99_980],
])('%s', async (_name, text, searched, places, last) => {
	expect(await allPlaces(text, searched)).toEqual(places);
	expect(await lastIndexIn(text, searched, meter)).toBe(last);
});

it('gives way in a long search', async () => {
	const due = dueMeter();
	expect(await indexIn('a'.repeat(200_000), `${'a'.repeat(100_000)}b`, due.meter)).toBe(-1);
	expect(due.pauses()).toBeGreaterThanOrEqual(4);
});
