/** What a 429 changed: the limit was lowered, is at its floor, or had been lowered for this already. */
export type Congestion = 'lowered' | 'floor' | 'known';

/**
 * How many requests may be under way at once: it starts at the most allowed, is halved when Zoho
 * answers 429, and grows by one for each round of answers (additive increase, multiplicative
 * decrease).
 */
export class AdaptiveLimit {
	private limit: number;
	private lowerings = 0;

	/** @param max from 1 */
	constructor(private readonly max: number) {
		this.limit = max;
	}

	/** Requests that may be under way at once, at least 1. */
	get slots(): number {
		return Math.floor(this.limit);
	}

	/** To be asked when a request starts, and handed back when it met a 429. */
	get epoch(): number {
		return this.lowerings;
	}

	answered(): void {
		this.limit = Math.min(this.max, this.limit + 1 / this.limit);
	}

	/**
	 * Several 429s of one burst count once: only a request that started after the last lowering
	 * tells something new.
	 * @param epoch when the request started
	 */
	congested(epoch: number): Congestion {
		if (epoch !== this.lowerings) return 'known';
		const isFloor = this.slots === 1;
		this.lowerings += 1;
		this.limit = Math.max(1, this.limit / 2);
		return isFloor ? 'floor' : 'lowered';
	}
}
