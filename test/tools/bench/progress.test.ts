import { Progress } from './progress';

describe('progress', () => {
	let written: string[];
	let progress: (isTTY: boolean) => Progress;

	beforeEach(() => {
		jest.useFakeTimers({ now: 0 });
		written = [];
		progress = (isTTY) =>
			new Progress(600_000, { isTTY, write: (text: string) => written.push(text) });
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	it('estimates the whole at the start, and the rest by how long the first part took', () => {
		const shown = progress(true);
		shown.begin(300_000, 'First job', 'round 1');
		jest.advanceTimersByTime(600_000);
		shown.begin(300_000, 'Second job', 'round 1');
		jest.advanceTimersByTime(590_000);
		shown.begin(0, 'Third job', 'round 1');
		expect(written).toEqual([
			'\r\x1b[K[  0 %] First job: round 1, about 10 min left',
			'\r\x1b[K[ 50 %] Second job: round 1, about 10 min left',
			'\r\x1b[K[100 %] Third job: round 1, less than a minute left',
		]);
	});

	it('is one line for each job where there is no terminal', () => {
		const shown = progress(false);
		shown.begin(60_000, 'First job', 'round 1');
		shown.begin(60_000, 'First job', 'round 2');
		shown.begin(60_000, 'Second job', 'round 1');
		shown.end();
		expect(written.map((line) => line.slice(0, 18))).toEqual([
			'[  0 %] First job,',
			'[ 20 %] Second job',
		]);
		expect(written.every((line) => line.endsWith(' left\n'))).toBe(true);
	});
});
