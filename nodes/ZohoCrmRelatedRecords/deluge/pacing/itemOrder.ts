/** Which input items are done: what counts for all of them is counted in their order. */
export class ItemOrder {
	private first = 0;
	private readonly ended = new Set<number>();
	private readonly waiting = new Map<number, () => void>();

	/** Whether all items before this one are done. */
	isFirst(item: number): boolean {
		return item <= this.first;
	}

	/** @returns when all items before this one are done */
	async untilFirst(item: number): Promise<void> {
		if (this.isFirst(item)) return;
		await new Promise<void>((resolve) => this.waiting.set(item, resolve));
	}

	end(item: number): void {
		this.ended.add(item);
		while (this.ended.delete(this.first)) this.first += 1;
		this.waiting.get(this.first)?.();
		this.waiting.delete(this.first);
	}
}
