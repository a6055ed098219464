import type { Row, SortOrder } from '../../helpers/types';

/** Where a page begins: a page number within the first 2,000 rows, a token beyond. Never both. */
export type PagePosition = { page: number } | { pageToken: string };

export type PageRequest = PagePosition & {
	perPage: number;
	/** Direction of this read; unset for the list's own. */
	sortOrder?: SortOrder;
	/** Whether further pages hang on its token: it goes before others. */
	isLeading?: boolean;
};

export interface Page {
	rows: Row[];
	moreRecords: boolean;
	/** Whether `moreRecords` is a guess, as Zoho did not say. */
	isGuess?: boolean;
	nextPageToken?: string;
}

export type FetchPage = (request: PageRequest) => Promise<Page>;

/** One answer: rows that stood next to each other in the list at one moment. */
export interface Segment {
	rows: readonly Row[];
	page: Page;
	position: PagePosition;
	perPage: number;
	/** Number of the answer: a later one has a larger number. */
	serial: number;
	/** Whether it is taken for the continuation of the segment before, without a row in common. */
	isLinked?: boolean;
}
