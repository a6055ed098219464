const MINUTE = 60_000;

export interface Output {
	isTTY?: boolean;
	write(text: string): unknown;
}

/**
 * Shows what is being done and how long the rest will take: on one line of a terminal, else a line
 * for each job.
 */
export class Progress {
	private done = 0;
	private current = 0;
	private readonly start = Date.now();
	private lastJob = '';

	/** @param total estimate of the whole work, ms */
	constructor(
		private readonly total: number,
		private readonly output: Output,
	) {}

	/**
	 * Tells what begins now, and that what began before is done.
	 * @param cost estimate of it, ms
	 */
	begin(cost: number, job: string, step: string): void {
		this.done += this.current;
		this.current = cost;
		const text = `[${this.percent()}] ${job}${this.output.isTTY ? `: ${step}` : ''}${this.rest()}`;
		if (this.output.isTTY) this.output.write(`\r\x1b[K${text}`);
		else if (job !== this.lastJob) this.output.write(`${text}\n`);
		this.lastJob = job;
	}

	/** Clears the line of a terminal. */
	end(): void {
		if (this.output.isTTY) this.output.write('\r\x1b[K');
	}

	private percent(): string {
		return `${Math.round((100 * this.done) / this.total)} %`.padStart(5);
	}

	private rest(): string {
		const elapsed = Date.now() - this.start;
		const pace = this.done === 0 ? 1 : elapsed / this.done;
		const left = pace * (this.total - this.done);
		return left < MINUTE
			? ', less than a minute left'
			: `, about ${Math.round(left / MINUTE)} min left`;
	}
}
