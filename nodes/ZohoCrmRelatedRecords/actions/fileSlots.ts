import type { StoredFile } from '../transport/client';

/** Ways in which n8n stores files without holding them in memory. */
const STREAMING: readonly string[] = ['filesystem', 'filesystem-v2'];

/** Files under way at a time where they take no memory. */
const STREAMED_AT_ONCE = 5;

/**
 * Lets files of a run be downloaded in turn: one at a time, as n8n may hold each in memory, until the
 * first one shows that it does not.
 */
export class FileSlots {
	private width = 1;
	private underWay = 0;
	private readonly waiting: (() => void)[] = [];

	/** Downloads one file when its turn comes. */
	async use(download: () => Promise<StoredFile>): Promise<StoredFile> {
		if (this.underWay < this.width) this.underWay += 1;
		else await new Promise<void>((resolve) => this.waiting.push(resolve));
		try {
			const stored = await download();
			if (STREAMING.includes(stored.data)) this.width = STREAMED_AT_ONCE;
			return stored;
		} finally {
			this.underWay -= 1;
			while (this.underWay < this.width && this.waiting.length > 0) {
				this.underWay += 1;
				this.waiting.shift()?.();
			}
		}
	}
}
