import type { Page } from 'playwright-core';

/** Counts the clicks of a user on a page, two for a double click. Typing and pasting do not count. */
export class Clicks {
	/** How many each step took, in order. */
	readonly spent: Record<string, number> = {};
	private count = 0;

	/** Counts from the next load of the page on. */
	static async on(page: Page): Promise<Clicks> {
		const clicks = new Clicks();
		await page.exposeFunction('countClick', () => {
			clicks.count += 1;
		});
		await page.addInitScript(
			"addEventListener('pointerdown', ({ isTrusted }) => isTrusted && countClick(), true)",
		);
		return clicks;
	}

	get total(): number {
		return Object.values(this.spent).reduce((sum, count) => sum + count, 0);
	}

	/** Does a step, and notes the clicks that it took. */
	async step<T>(name: string, work: () => Promise<T>): Promise<T> {
		const before = this.count;
		const result = await work();
		this.spent[name] = this.count - before;
		return result;
	}
}
