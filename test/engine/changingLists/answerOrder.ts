/** Turns of the event loop in which requests that were sent together arrive. */
const TURNS = 8;

/** Answers requests that wait at the same time in an order of its own. */
export class AnswerOrder {
	private readonly waiting: (() => void)[] = [];
	private isServing = false;
	private turn = 0;

	/** @param picks which of those that wait is next, from 0 to 1, one after the other */
	constructor(private readonly picks: readonly number[]) {}

	/** Resolves when it is the request's turn. */
	async next(): Promise<void> {
		const mine = new Promise<void>((go) => this.waiting.push(go));
		if (!this.isServing) void this.serve();
		await mine;
	}

	private async serve(): Promise<void> {
		this.isServing = true;
		while (this.waiting.length > 0) {
			for (let turn = 0; turn < TURNS; turn += 1) await new Promise((go) => setImmediate(go));
			const { picks, waiting } = this;
			const pick = Math.floor((picks[this.turn++ % picks.length] ?? 0) * waiting.length);
			waiting.splice(pick, 1)[0]?.();
		}
		this.isServing = false;
	}
}
