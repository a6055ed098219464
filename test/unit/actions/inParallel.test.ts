import { runInParallel } from '../../../nodes/ZohoCrmRelatedRecords/actions/inParallel';

const tick = async () => await new Promise((resolve) => setImmediate(resolve));

describe('a pool of tasks', () => {
	it.each([
		[0, 3, 0],
		[2, 3, 2],
		[7, 3, 3],
		[3, 1, 1],
	])('runs %d tasks, %d at once, started in order', async (count, width, most) => {
		const started: number[] = [];
		const under = { now: 0, most: 0 };
		const task = async (index: number) => {
			started.push(index);
			under.now += 1;
			under.most = Math.max(under.most, under.now);
			await tick();
			under.now -= 1;
		};
		await runInParallel(count, width, task, () => false);
		expect(started).toEqual(Array.from({ length: count }, (_, index) => index));
		expect(under).toEqual({ now: 0, most });
	});

	it('starts none once it is over, and waits for those under way', async () => {
		const done: number[] = [];
		const task = async (index: number) => {
			await tick();
			done.push(index);
		};
		await runInParallel(9, 2, task, () => done.length > 0);
		expect(done).toEqual([0, 1]);
	});
});
