import { readFileSync } from 'node:fs';

/** The longest time between two ticks of a timer of ten milliseconds. */
export interface Stall {
	/** Milliseconds on the clock, other processes of the machine included. */
	wall: number;
	/** Milliseconds that the thread of the event loop computed meanwhile; other processes do not count. */
	processor: number;
}

/** Ticks as long as the event loop runs. */
export class Heartbeat {
	private last = performance.now();
	private computed = threadMs();
	private longest: Stall = { wall: 0, processor: 0 };
	private readonly timer = setInterval(() => this.tick(), 10);

	/** Lets the timer tick. */
	async beat(): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, 30));
	}

	/** Begins anew. @returns the longest stall so far */
	lap(): Stall {
		this.tick();
		const { longest } = this;
		this.longest = { wall: 0, processor: 0 };
		return longest;
	}

	stop(): Stall {
		clearInterval(this.timer);
		return this.lap();
	}

	private tick(): void {
		const [now, computed] = [performance.now(), threadMs()];
		this.longest = {
			wall: Math.max(this.longest.wall, now - this.last),
			processor: Math.max(this.longest.processor, computed - this.computed),
		};
		[this.last, this.computed] = [now, computed];
	}
}

/** Measures work in which nothing else can run. */
export function stepOf(work: () => void): Stall {
	const [start, computed] = [performance.now(), threadMs()];
	work();
	return { wall: performance.now() - start, processor: threadMs() - computed };
}

/**
 * Computing time of the main thread. Linux keeps it in nanoseconds; elsewhere that of the process
 * counts, with the threads that compile and collect garbage.
 */
function threadMs(): number {
	if (process.platform === 'linux') {
		const [computed] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
		return Number(computed) / 1e6;
	}
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}
