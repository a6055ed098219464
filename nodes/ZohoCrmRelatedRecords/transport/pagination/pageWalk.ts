import type { SortOrder } from '../../helpers/types';
import { isInOrder } from './coverage';
import { OrderIgnored, tokenMissing, tokenRepeated } from './errors';
import type { PagedList } from './list';
import type { Page, PagePosition, Segment } from './page';
import { endOf, type Span } from './pagePlan';

/** One list in one direction: asks for its pages, and knows which token leads on. */
export class PageWalk {
	private readonly tokens = new Set<string>();
	private answers = 0;

	/** @param order order by ID to read in; unset for the list's own order */
	constructor(
		readonly list: PagedList,
		readonly order?: SortOrder,
	) {}

	/** @throws OrderIgnored, and whatever fetching a page throws */
	async at({ page, perPage }: Span): Promise<Segment> {
		return await this.fetch({ page }, perPage);
	}

	/** The same for a page from which tokens lead on. */
	async leading({ page, perPage }: Span): Promise<Segment> {
		return await this.fetch({ page }, perPage, true);
	}

	/** Reads a page once more, as it is now. */
	async again({ position, perPage }: Segment): Promise<Segment> {
		return await this.fetch(position, perPage);
	}

	/**
	 * Reads the page to which a token leads. That it goes on after the last row has no source: it may
	 * as well count positions. So nothing proves that the two pages touch.
	 * @throws ZohoError PAGE_TOKEN_MISSING, PAGE_TOKEN_REPEATED
	 */
	async follow({ page, perPage }: Segment): Promise<Segment> {
		const pageToken = page.nextPageToken;
		if (pageToken === undefined) throw tokenMissing();
		if (this.tokens.has(pageToken)) throw tokenRepeated();
		this.tokens.add(pageToken);
		return { ...(await this.fetch({ pageToken }, perPage, true)), isLinked: true };
	}

	/** The first rows from the other end of the list; undefined where no order is asked for. */
	async otherEnd(): Promise<Page | undefined> {
		if (this.order === undefined) return undefined;
		const sortOrder = this.order === 'asc' ? 'desc' : 'asc';
		return await this.list.fetchPage({ page: 1, perPage: this.list.pageSize, sortOrder });
	}

	private async fetch(
		position: PagePosition,
		perPage: number,
		isLeading?: boolean,
	): Promise<Segment> {
		const { order, list } = this;
		const page = await list.fetchPage({ ...position, perPage, sortOrder: order, isLeading });
		if (order !== undefined && !isInOrder(page.rows, order)) throw new OrderIgnored();
		this.answers += 1;
		return { rows: page.rows, page, position, perPage, serial: this.answers };
	}
}

/** Rows of the list up to the end of the last numbered page. */
export function endOfNumbered(segments: readonly Segment[]): number {
	const ends = segments.map(({ position, perPage }) =>
		'page' in position ? endOf({ page: position.page, perPage }) : 0,
	);
	return Math.max(0, ...ends);
}
