import { median, summaryIn, summaryOf } from './results';
import { jobOf, resultOf } from './sample';
import { tally } from './tally';

describe('median', () => {
	it.each([
		[[7], 7],
		[[3, 1, 2], 2],
		[[4, 1, 3, 2], 2.5],
		[[10, 9, 100], 10],
	])('of %p is %p', (values, expected) => {
		expect(median(values)).toBe(expected);
	});

	it('needs a value', () => {
		expect(() => median([])).toThrow('No values');
	});

	it('leaves the values in their order', () => {
		const values = [3, 1, 2];
		median(values);
		expect(values).toEqual([3, 1, 2]);
	});
});

describe('the summary of a client', () => {
	it('has the median time, and the worst of losses and memory', () => {
		const result = resultOf('node', [1, 3, 2]);
		Object.assign(result.rounds[1]!, { lost: 4, doubled: 1, peakMemory: 300e6 });
		expect(summaryOf(result)).toMatchObject({ ms: 2000, lost: 4, doubled: 1, peakMemory: 300e6 });
	});

	it('is there for clients that were measured', () => {
		const job = jobOf('a', [resultOf('http', [1])]);
		expect(summaryIn(job, 'http')).toMatchObject({ ms: 1000 });
		expect(summaryIn(job, 'node')).toBeUndefined();
		expect(summaryIn(undefined, 'http')).toBeUndefined();
	});
});

describe('tally', () => {
	it.each<[string[], { lost: number; doubled: number }]>([
		[['a', 'b', 'c'], { lost: 0, doubled: 0 }],
		[['c', 'a'], { lost: 1, doubled: 0 }],
		[['a', 'b', 'b', 'b'], { lost: 1, doubled: 2 }],
		[[], { lost: 3, doubled: 0 }],
	])('of a, b and c where %p came is %p', (came, expected) => {
		expect(tally(['a', 'b', 'c'], came)).toEqual(expected);
	});

	it('refuses rows that nobody asked for', () => {
		expect(() => tally(['a'], ['a', 'x'])).toThrow('1 rows came that belong to others, such as x');
	});
});
