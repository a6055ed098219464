/** Where scripts get their time from. */
export interface Host {
	/** Milliseconds on a clock that never goes back. */
	now(): number;
	/** Lets all other work of the process have its turn. */
	pause(): Promise<void>;
}

/**
 * Scripts that take turns: one computes at a time, and between any two turns the event loop runs, so
 * that a run of many scripts holds the process no longer than a single one.
 */
export class Processor {
	private isTaken = false;
	private readonly waiting: (() => void)[] = [];

	constructor(readonly host: Host) {}

	/** @returns when it is the caller's turn, first come, first served */
	async take(): Promise<void> {
		if (this.isTaken) await new Promise<void>((resolve) => this.waiting.push(resolve));
		this.isTaken = true;
	}

	/** Ends the turn; the next begins after a pause. */
	release(): void {
		void this.host.pause().then(() => {
			const next = this.waiting.shift();
			if (next === undefined) this.isTaken = false;
			else next();
		});
	}
}
