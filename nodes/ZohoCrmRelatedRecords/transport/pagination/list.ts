import type { Confidence, Row, SortOrder } from '../../helpers/types';
import type { FetchPage } from './page';

/** What Zoho reports of changes since reading began. */
export interface Changes {
	/** IDs of the rows that were edited or created. */
	ids: readonly string[];
	/** Whether rows were created, as far as can be told. */
	hasCreated: boolean;
}

/** One related list, as the strategies see it. */
export interface PagedList {
	fetchPage: FetchPage;
	/** Rows of one page at most. */
	pageSize: number;
	/** Order by ID, in which rows keep their places; unset for any other order. */
	idOrder?: SortOrder;
	/** Whether editing a row can move it to another place. */
	isMovable?: boolean;
	/** Requests that could start at once, now. */
	free: () => number;
	/** Asks how many rows the list has, to plan its pages by. Resolves, whatever happens. */
	firstCount?: () => Promise<number | undefined>;
	/** Whether that waits until the first page has announced more; else both are asked for at once. */
	isCountLate?: boolean;
	/** Asks how many rows the list has now. Resolves, whatever happens. */
	count?: () => Promise<number | undefined>;
	/** Begins to watch for changes anew. */
	restart?: () => void;
	/** Asks what changed since reading began. Resolves, whatever happens. */
	changes?: () => Promise<Changes | undefined>;
	/**
	 * Whether one of these rows was created since reading began, by what they show themselves;
	 * undefined where they do not show it.
	 */
	hasCreated?: (rows: readonly Row[]) => boolean | undefined;
}

export interface Reading {
	/** Each row once, in order. */
	rows: Row[];
	confidence: Confidence;
	/** Whether the limit left out rows that the list has. */
	hasMore?: boolean;
}
