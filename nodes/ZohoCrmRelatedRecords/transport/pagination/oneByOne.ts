import type { Row } from '../../helpers/types';
import type { Step } from './page';
import { RowSet } from './rowSet';
import type { Walk } from './walk';

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
	while (step !== undefined) {
		rows.add(step.page.rows);
		step = await next(walk, rows, step);
	}
	return rows.list;
}

async function next(walk: Walk, rows: RowSet, step: Step): Promise<Step | undefined> {
	return rows.isFull ? undefined : await walk.follow(step);
}
