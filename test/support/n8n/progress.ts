const REPEAT_MS = 30_000;

/**
 * Does one step of long work, and shows on standard output that it goes on: each second on a
 * terminal, else every half minute.
 */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
	const start = Date.now();
	const seconds = (): number => Math.round((Date.now() - start) / 1000);
	const isTerminal = process.stdout.isTTY === true;
	const show = (end: string): void => {
		process.stdout.write(`${isTerminal ? '\r\x1b[K' : ''}${title} ${end}`);
	};
	show(isTerminal ? '...' : '...\n');
	const timer = setInterval(
		() => show(isTerminal ? `... ${seconds()} s` : `... ${seconds()} s so far\n`),
		isTerminal ? 1000 : REPEAT_MS,
	);
	try {
		const result = await work();
		show(`- done in ${seconds()} s\n`);
		return result;
	} catch (error) {
		show('- failed\n');
		throw error;
	} finally {
		clearInterval(timer);
	}
}
