/** Places times on a line on which equal ratios are equal distances. */
export interface Scale {
	low: number;
	high: number;
	at: (value: number) => number;
}

const STEPS = [1, 2, 5];

/** @param low above 0 */
export function logScale(low: number, high: number, from: number, to: number): Scale {
	const share = (value: number): number => Math.log(value / low) / Math.log(high / low);
	return { low, high, at: (value) => from + share(value) * (to - from) };
}

/** Round values to label: 1, 2 and 5 with their tens, tenths and so on. */
export function ticksWithin({ low, high }: Scale): number[] {
	const first = Math.floor(Math.log10(low));
	const decades = Math.ceil(Math.log10(high)) - first + 1;
	return Array.from({ length: decades }, (_, index) => 10 ** (first + index))
		.flatMap((decade) => STEPS.map((step) => step * decade))
		.filter((value) => value >= low && value <= high);
}
