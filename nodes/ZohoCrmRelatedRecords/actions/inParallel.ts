/**
 * Runs a task for each index from 0, several at once, started in order.
 * @param width tasks under way at the same time
 * @param isOver asked before each start; once true, no further one starts
 * @returns when all that were started are done; a task must not throw
 */
export async function runInParallel(
	count: number,
	width: number,
	task: (index: number) => Promise<void>,
	isOver: () => boolean,
): Promise<void> {
	let next = 0;
	const work = async () => {
		while (next < count && !isOver()) {
			const index = next;
			next += 1;
			await task(index);
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, count) }, work));
}
