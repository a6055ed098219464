/** Requests of which Zoho takes fewer at a time than of all together. */
export class Share {
	private underWay = 0;

	/** @param limit requests under way at most */
	constructor(private readonly limit: number) {}

	/** How many more may be under way. */
	get room(): number {
		return Math.max(0, this.limit - this.underWay);
	}

	get isFull(): boolean {
		return this.room === 0;
	}

	enter(): void {
		this.underWay += 1;
	}

	leave(): void {
		this.underWay -= 1;
	}
}
