import { runtimeFault } from '../values/fault';
import { toDecimal } from '../values/numbers';
import { isNumeric, type List, type Value } from '../values/value';
import { mergeSorted } from './mergeSort';
import { table, type Args } from './methods/table';

/** Functions of all numbers of a list (Zoho: functions, list and number). */
export const AGGREGATES = table<List>([
	['average', 0, 0, async (list, args) => tidy((await sum(list, args)) / countOf(list))],
	['median', 0, 0, median],
	['largest', 0, 0, async (list, args) => await nth(list, 0, -1, args)],
	['smallest', 0, 0, async (list, args) => await nth(list, 0, 1, args)],
	['nthLargest', 1, 1, async (list, args) => await nth(list, args.count(0) - 1, -1, args)],
	['nthSmallest', 1, 1, async (list, args) => await nth(list, args.count(0) - 1, 1, args)],
	['percentile', 1, 1, percentile],
	['rank', 1, 2, rank],
]);

async function sum(list: List, args: Args): Promise<number> {
	let total = 0;
	for (const item of list) {
		await args.breathe();
		total += toDecimal(item);
	}
	return total;
}

async function median(list: List, args: Args): Promise<Value> {
	const sorted = await sortedNumbers(list, args);
	const middle = countOf(list) / 2;
	const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
	if (low === undefined || high === undefined) return null;
	return low === high ? low : tidy((Number(low) + Number(high)) / 2);
}

async function nth(list: List, place: number, sign: 1 | -1, args: Args): Promise<Value> {
	const sorted = await sortedNumbers(list, args);
	countOf(list);
	const found = (sign === 1 ? sorted : sorted.reverse())[place];
	if (found !== undefined) return found;
	throw runtimeFault(`The list has no number ${place + 1} by size: its length is ${list.length}`);
}

async function sortedNumbers(list: List, args: Args): Promise<(bigint | number)[]> {
	const { meter } = args;
	meter.work(list.length);
	const numbers: (bigint | number)[] = [];
	for (const item of list) {
		await args.breathe();
		numbers.push(isNumeric(item) ? item : toDecimal(item));
	}
	return await mergeSorted(numbers, (a, b) => (a < b ? -1 : Number(a > b)), meter);
}

function countOf(list: List): number {
	if (list.length > 0) return list.length;
	throw runtimeFault('The list is empty', 'Check isEmpty() first.');
}

/** A whole number where it is one. */
function tidy(value: number): Value {
	return Number.isSafeInteger(value) ? BigInt(value) : value;
}

/** Between two numbers in proportion (Zoho: percentile). */
async function percentile(list: List, args: Args): Promise<Value> {
	const share = toDecimal(args.value(0)) / 100;
	if (!(share >= 0 && share <= 1)) throw runtimeFault('percentile takes a number from 0 to 100');
	const sorted = await sortedNumbers(list, args);
	const place = share * (countOf(list) - 1);
	const numberAt = (index: number) => Number(sorted[index]);
	const below = Math.floor(place);
	const low = numberAt(below);
	return tidy(low + (numberAt(Math.ceil(place)) - low) * (place - below));
}

/** The place of a number by size, from 1, the largest first unless told otherwise (Zoho: rank). */
async function rank(list: List, args: Args): Promise<bigint> {
	const wanted = toDecimal(args.value(0));
	const isAscending = args.has(1) && args.text(1).toLowerCase() === 'asc';
	const sorted = (await sortedNumbers(list, args)).map(Number);
	if (!isAscending) sorted.reverse();
	const place = sorted.indexOf(wanted);
	if (place !== -1) return BigInt(place + 1);
	throw runtimeFault(`The list does not contain the number ${wanted}`);
}
