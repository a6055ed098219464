import type { Meter } from '../values/scriptLimits';

/**
 * The items in order, equal ones as they came. JavaScript's own sort cannot pause between two
 * comparisons.
 */
export async function mergeSorted<T>(
	items: readonly T[],
	compare: (a: T, b: T) => number,
	meter: Meter,
): Promise<T[]> {
	let runs = items.map((item) => [item]);
	while (runs.length > 1) {
		const merged: T[][] = [];
		for (let index = 0; index < runs.length; index += 2) {
			const [left = [], right = []] = runs.slice(index, index + 2);
			merged.push(await merge(left, right, compare, meter));
		}
		runs = merged;
	}
	return runs[0] ?? [];
}

async function merge<T>(
	left: readonly T[],
	right: readonly T[],
	compare: (a: T, b: T) => number,
	meter: Meter,
): Promise<T[]> {
	const merged: T[] = [];
	let [i, j] = [0, 0];
	while (i < left.length && j < right.length) {
		const [a, b] = [left[i] as T, right[j] as T];
		const isLeft = compare(a, b) <= 0;
		merged.push(isLeft ? a : b);
		if (isLeft) i += 1;
		else j += 1;
		if (meter.isDue()) await meter.pause();
	}
	return [...merged, ...left.slice(i), ...right.slice(j)];
}
