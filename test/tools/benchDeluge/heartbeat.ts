/** The longest time between two ticks of a timer of ten milliseconds. */
export interface Stall {
	/** Milliseconds on the clock, other processes of the machine included. */
	wall: number;
	/** Milliseconds that this process computed meanwhile, on all its threads. */
	processor: number;
}

/** Ticks as long as the event loop runs. */
export class Heartbeat {
	private last = performance.now();
	private computed = processCpuMs();
	private readonly longest: Stall = { wall: 0, processor: 0 };
	private readonly timer = setInterval(() => this.tick(), 10);

	/** Lets the timer tick. */
	async beat(): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, 30));
	}

	stop(): Stall {
		this.tick();
		clearInterval(this.timer);
		return this.longest;
	}

	private tick(): void {
		const [now, computed] = [performance.now(), processCpuMs()];
		this.longest.wall = Math.max(this.longest.wall, now - this.last);
		this.longest.processor = Math.max(this.longest.processor, computed - this.computed);
		[this.last, this.computed] = [now, computed];
	}
}

function processCpuMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}
