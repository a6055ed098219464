/** A small repeatable source of choices: the same number always gives the same answers. */
export class Choices {
	private state: number;

	constructor(seed: number) {
		this.state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
	}

	/** Whole number from 0 up to, not including, the limit. */
	below(limit: number): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
	}

	between(low: number, high: number): number {
		return low + this.below(high - low + 1);
	}

	pick<T>(options: readonly T[]): T {
		const choice = options[this.below(options.length)];
		if (choice === undefined) throw new Error('nothing to choose from');
		return choice;
	}
}
