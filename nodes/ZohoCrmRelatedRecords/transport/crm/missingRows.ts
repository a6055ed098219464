import { CHRONOLOGICAL_LISTS, MAX_IDS, MAX_IDS_LENGTH } from '../../helpers/constants';
import type { Row } from '../../helpers/types';
import type { Reading } from '../pagination';
import { chunk } from './chunk';
import type { RelatedListQuery } from './relatedPage';

/** Rows that are asked for by ID at most; where more are missing, all rows are read again. */
const MOST_BY_ID = 1000;

/** The ways to read rows that were missing. */
export interface Ways {
	byId(ids: readonly string[]): Promise<Reading>;
	all(): Promise<Reading>;
}

/**
 * Looks for rows that one group of fields has and another has not: they were deleted, or another
 * row moved them.
 * @throws ZohoError
 */
export async function findMissing(
	missing: readonly string[],
	{ relatedList }: RelatedListQuery,
	ways: Ways,
): Promise<Reading> {
	if (missing.length === 0) return { rows: [], confidence: 'whole' };
	const wanted = new Set(missing);
	// Whether the chronological lists heed `ids` is not documented.
	const isReadWhole = missing.length > MOST_BY_ID || CHRONOLOGICAL_LISTS.includes(relatedList);
	if (isReadWhole) {
		const { rows, confidence } = await ways.all();
		return { rows: chosen(rows, wanted), confidence };
	}
	const found: Row[] = [];
	for (const ids of chunk(missing, MAX_IDS, MAX_IDS_LENGTH)) {
		const { rows } = await ways.byId(ids);
		found.push(...chosen(rows, wanted));
	}
	return { rows: found, confidence: 'whole' };
}

function chosen(rows: readonly Row[], wanted: ReadonlySet<string>): Row[] {
	return rows.filter(({ id }) => wanted.has(id));
}
