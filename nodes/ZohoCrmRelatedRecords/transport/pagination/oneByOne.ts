import { MAX_COUNTED_ROWS } from '../../helpers/constants';
import type { Row } from '../../helpers/types';
import { endless } from './errors';
import type { Step } from './page';
import { RowSet } from './rowSet';
import type { Walk } from './pageWalk';

/** Pages in a row without a single row that is new. */
const MAX_STALE_PAGES = 10;

/**
 * Reads rows page by page until the limit is met or Zoho has no more.
 * @param done pages that were read already, from the first one on
 * @throws ZohoError PAGE_TOKEN_MISSING, PAGE_TOKEN_REPEATED, INVALID_RESPONSE, and whatever
 * fetching a page throws
 */
export async function readOneByOne(
	walk: Walk,
	limit: number,
	done: readonly Step[] = [],
): Promise<Row[]> {
	const rows = new RowSet(limit);
	for (const { page } of done) rows.add(page.rows);
	const last = done.at(-1);
	let step = last === undefined ? await walk.at({ page: 1 }) : await next(walk, rows, last);
	for (let stale = 0; step !== undefined; step = await next(walk, rows, step)) {
		const { size } = rows;
		rows.add(step.page.rows);
		stale = rows.size > size ? 0 : stale + 1;
		if (stale === MAX_STALE_PAGES || rows.size > MAX_COUNTED_ROWS) throw endless();
	}
	return rows.list;
}

async function next(walk: Walk, rows: RowSet, step: Step): Promise<Step | undefined> {
	return rows.isFull ? undefined : await walk.follow(step);
}
