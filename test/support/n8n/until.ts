import { setTimeout as pause } from 'node:timers/promises';

const INTERVAL_MS = 250;

/**
 * Waits for something to become true, by looking again and again.
 * @param what completes "Timed out waiting for ..."
 * @throws Error when it has not happened in time
 */
export async function until(
	what: string,
	seconds: number,
	look: () => boolean | Promise<boolean>,
): Promise<void> {
	const end = Date.now() + seconds * 1000;
	while (!(await look())) {
		if (Date.now() > end) throw new Error(`Timed out after ${seconds} s waiting for ${what}`);
		await pause(INTERVAL_MS);
	}
}
