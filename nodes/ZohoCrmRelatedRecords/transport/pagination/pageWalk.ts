import type { SortOrder } from '../../helpers/types';
import { emptyThoughMore, tokenMissing, tokenRepeated } from './errors';
import type { FetchPage, PagePosition, Step } from './page';
import { pagesInWindow } from './plan';

/** How often a page that is empty though Zoho announced it is asked for again. */
const MAX_DOUBTS = 3;

/** One list in one direction, its pages all of one size: knows which page follows which. */
export class Walk {
	private readonly tokens = new Set<string>();

	constructor(
		private readonly fetchPage: FetchPage,
		readonly perPage: number,
		private readonly sortOrder?: SortOrder,
	) {}

	/** @throws whatever fetchPage throws */
	async at(position: PagePosition): Promise<Step> {
		const { perPage, sortOrder } = this;
		return { position, page: await this.fetchPage({ ...position, perPage, sortOrder }) };
	}

	/**
	 * Reads the page after another.
	 * @returns undefined when there is none
	 * @throws ZohoError PAGE_TOKEN_MISSING, PAGE_TOKEN_REPEATED, and what `confirmed` throws
	 */
	async follow(step: Step): Promise<Step | undefined> {
		const position = this.after(step);
		return position && (await this.confirmed(step, await this.at(position)));
	}

	/**
	 * A page that Zoho announced and that comes empty: either rows were deleted meanwhile, which the
	 * page before tells, or one of the answers is wrong.
	 * @throws ZohoError INVALID_RESPONSE when Zoho goes on announcing what it does not give
	 */
	async confirmed(before: Step, step: Step): Promise<Step> {
		let latest = step;
		for (let doubts = 0; ; doubts += 1) {
			if (latest.page.rows.length > 0 || latest.page.moreRecords) return latest;
			if (doubts === MAX_DOUBTS) throw emptyThoughMore();
			const again = await this.at(before.position);
			if (!again.page.moreRecords) return latest;
			latest = await this.at(step.position);
		}
	}

	private after({ position, page }: Step): PagePosition | undefined {
		if (!page.moreRecords) return undefined;
		if ('page' in position && position.page < pagesInWindow(this.perPage)) {
			return { page: position.page + 1 };
		}
		if (page.nextPageToken === undefined) throw tokenMissing();
		if (this.tokens.has(page.nextPageToken)) throw tokenRepeated();
		this.tokens.add(page.nextPageToken);
		return { pageToken: page.nextPageToken };
	}
}
