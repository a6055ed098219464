interface Event {
	at: number;
	action: () => void;
}

/** Actions at their times on a virtual clock; those of one time in the order they were added. */
export class EventQueue {
	/** ms since the start. */
	now = 0;
	private readonly events: Event[] = [];

	after(ms: number, action: () => void): void {
		const event = { at: this.now + ms, action };
		this.events.splice(this.placeOf(event.at), 0, event);
	}

	/** Plays all events, those added meanwhile too. */
	play(): void {
		for (let next = this.events.shift(); next; next = this.events.shift()) {
			this.now = next.at;
			next.action();
		}
	}

	/** Behind all events of this time or before. */
	private placeOf(at: number): number {
		let [low, high] = [0, this.events.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.events[middle]?.at ?? Infinity) <= at) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
