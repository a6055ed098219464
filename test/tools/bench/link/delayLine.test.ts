import { DelayLine } from './delayLine';

describe('a delay line', () => {
	beforeEach(() => {
		jest.useFakeTimers({ now: 0 });
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	/** Pushes the given times, and tells when each was released. */
	function released(...dues: number[]): [due: number, at: number][] {
		const line = new DelayLine();
		const start = performance.now();
		const seen: [number, number][] = [];
		for (const due of dues) {
			line.push(start + due, () => seen.push([due, performance.now() - start]));
		}
		jest.advanceTimersByTime(1000);
		return seen;
	}

	it('releases each when it is due', () => {
		expect(released(50, 70, 500)).toEqual([
			[50, 50],
			[70, 70],
			[500, 500],
		]);
	});

	it('releases what is due together at once, in order', () => {
		expect(released(50, 50, 50)).toEqual([
			[50, 50],
			[50, 50],
			[50, 50],
		]);
		expect(jest.getTimerCount()).toBe(0);
	});

	it('waits with one timer, however many are in it', () => {
		const line = new DelayLine();
		for (let due = 1; due <= 100; due++) line.push(performance.now() + due, () => undefined);
		expect(jest.getTimerCount()).toBe(1);
	});

	it('goes on after it was empty', () => {
		const line = new DelayLine();
		const action = jest.fn();
		for (let round = 0; round < 2; round++) {
			line.push(performance.now() + 10, action);
			jest.advanceTimersByTime(10);
		}
		expect(action).toHaveBeenCalledTimes(2);
	});

	it('takes more while it releases', () => {
		const line = new DelayLine();
		const seen: number[] = [];
		line.push(performance.now() + 10, () => {
			seen.push(1);
			line.push(performance.now() + 10, () => seen.push(2));
		});
		jest.advanceTimersByTime(20);
		expect(seen).toEqual([1, 2]);
	});
});
