import {
	checkList,
	decimalOf,
	countOf,
	fail,
	isNumeric,
	plainText,
	shown,
	type Value,
} from './value';

/** The mean of the numbers of a list. */
export function average(value: Value): number {
	const list = filled(value);
	return list.reduce<number>((sum, item) => sum + decimalOf(item), 0) / list.length;
}

/** The number in the middle of a list, or between the two there. */
export function median(value: Value): number | bigint {
	const sorted = bySize(value);
	const low = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
	const high = sorted[Math.floor(sorted.length / 2)] ?? 0;
	return low === high ? low : (Number(low) + Number(high)) / 2;
}

/** The number at a place, counted from 1, when the largest comes first. */
export function nthLargest(value: Value, place: Value): number | bigint {
	return atPlace(bySize(value).reverse(), countOf(place));
}

/** The number at a place, counted from 1, when the smallest comes first. */
export function nthSmallest(value: Value, place: Value): number | bigint {
	return atPlace(bySize(value), countOf(place));
}

/** The number that so many percent are not above, between two of them in proportion. */
export function percentile(value: Value, percent: Value): number {
	const share = decimalOf(percent) / 100;
	if (!(share >= 0 && share <= 1)) fail('percentile takes a number from 0 to 100');
	const sorted = bySize(value).map(Number);
	const place = share * (sorted.length - 1);
	const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
	return low + (high - low) * (place - Math.floor(place));
}

/** The place of a number by size, from 1; the largest is the first unless the order is asc. */
export function rank(value: Value, wanted: Value, order: Value = null): number {
	const sorted = bySize(value).map(Number);
	if (order === null || plainText(order).toLowerCase() !== 'asc') sorted.reverse();
	const place = sorted.indexOf(decimalOf(wanted));
	return place === -1 ? fail(`The list does not contain the number ${shown(wanted)}`) : place + 1;
}

/** One of sorted numbers. */
export function atPlace(sorted: (number | bigint)[], place: number): number | bigint {
	return sorted[place - 1] ?? fail(`A list of ${sorted.length} has no number ${place} by size`);
}

/** The numbers of a list, the smallest first. */
export function bySize(value: Value): (number | bigint)[] {
	const numbers = filled(value).map((item) => (isNumeric(item) ? item : decimalOf(item)));
	return numbers.sort((a, b) => (a < b ? -1 : Number(a > b)));
}

/** A list that is not empty. */
export function filled(value: Value): Value[] {
	const list = checkList(value);
	return list.length > 0 ? list : fail('The list is empty');
}
