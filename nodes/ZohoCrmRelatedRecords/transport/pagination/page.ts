import type { Row, SortOrder } from '../../helpers/types';

/** Where a page begins: a page number within the first 2,000 rows, a token beyond. Never both. */
export type PagePosition = { page: number } | { pageToken: string };

export type PageRequest = PagePosition & {
	perPage: number;
	/** Direction of this read; unset for the list's own. */
	sortOrder?: SortOrder;
};

export interface Page {
	rows: Row[];
	moreRecords: boolean;
	nextPageToken?: string;
}

export type FetchPage = (request: PageRequest) => Promise<Page>;

/** A page that was read, and where. */
export interface Step {
	position: PagePosition;
	page: Page;
}
