import { ExecutionStopped } from '../../helpers/executionStopped';
import { limitFault } from '../values/fault';
import type { Pacer } from '../values/scriptLimits';
import type { ItemOrder } from './itemOrder';
import type { Processor } from './processor';

/** Milliseconds that a script computes before other work gets its turn. */
const SLICE = 15;

/** Bytes that a script may use while scripts of earlier items run; beyond it waits for them. */
const MEMORY_OF_EACH = 10_000_000;

/** One script's time on the processor: taken in slices, summed and bounded. */
export class Turn implements Pacer {
	private isHeld = false;
	private since = 0;
	/** Milliseconds of all slices before this one. */
	private used = 0;

	constructor(
		private readonly processor: Processor,
		private readonly order: ItemOrder,
		private readonly item: number,
		private readonly maxSeconds: number,
		private readonly signal?: AbortSignal,
	) {}

	/** @throws ExecutionStopped */
	async begin(): Promise<void> {
		this.checkStopped();
		await this.processor.take();
		this.isHeld = true;
		this.since = this.processor.host.now();
		this.checkStopped();
	}

	end(): void {
		if (!this.isHeld) return;
		this.isHeld = false;
		this.used += this.processor.host.now() - this.since;
		this.processor.release();
	}

	/** @throws Fault DELUGE_LIMIT when the script's time is over */
	isDue(bytes: number): boolean {
		const elapsed = this.processor.host.now() - this.since;
		if (this.used + elapsed > this.maxSeconds * 1000) {
			throw limitFault(
				`The script ran for more than ${this.maxSeconds} seconds, not counting the time it waited for Zoho`,
				"Look for an endless loop, or for work on long lists and texts within loops. If the script needs the time, raise 'Max Seconds' under Options.",
			);
		}
		return elapsed >= SLICE || this.isTooLarge(bytes);
	}

	async pause(bytes = 0): Promise<void> {
		await this.outside(async () => {
			if (this.isTooLarge(bytes)) await this.order.untilFirst(this.item);
		});
	}

	/** Waits for something else than the processor, without holding it. */
	async outside<T>(step: () => Promise<T>): Promise<T> {
		this.end();
		try {
			return await step();
		} finally {
			await this.begin();
		}
	}

	private isTooLarge(bytes: number): boolean {
		return bytes > MEMORY_OF_EACH && !this.order.isFirst(this.item);
	}

	private checkStopped(): void {
		if (this.signal?.aborted) throw new ExecutionStopped();
	}
}
