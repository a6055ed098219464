interface Waiting {
	due: number;
	action: () => void;
}

/** Does things in order, each when its time has come; one timer waits for the first of them. */
export class DelayLine {
	private readonly queue: Waiting[] = [];
	private armed = false;

	/** @param due time of `performance.now()`; not before that of the one in front */
	push(due: number, action: () => void): void {
		this.queue.push({ due, action });
		this.arm();
	}

	private arm(): void {
		const [first] = this.queue;
		if (first === undefined || this.armed) return;
		this.armed = true;
		setTimeout(() => this.release(), Math.max(0, first.due - performance.now()));
	}

	/** Timers are coarse, so all that is due goes at once: a late timer delays, but never thins out. */
	private release(): void {
		this.armed = false;
		const now = performance.now();
		let due = 0;
		while (this.isDue(due, now)) due++;
		for (const { action } of this.queue.splice(0, due)) action();
		this.arm();
	}

	private isDue(index: number, now: number): boolean {
		const waiting = this.queue[index];
		return waiting !== undefined && waiting.due <= now;
	}
}
