import { MAX_PAGE_SIZE } from '../../../helpers/constants';

export interface QueryLimit {
	/** Rows of one query at most. */
	rows: number;
	/** IDs in one condition at most. */
	ids: number;
}

/**
 * Zoho's pages disagree on both numbers: 2,000 or 200 rows, 100 or 50 IDs (Zoho: COQL limitations
 * v7 and v8, its LIMIT_EXCEEDED; Kaizen 183). So the larger ones are tried first.
 */
const STEPS: readonly QueryLimit[] = [
	{ rows: 2000, ids: 100 },
	{ rows: 200, ids: 100 },
	{ rows: 2000, ids: 50 },
	{ rows: 200, ids: 50 },
];

/** Parents of one batch at most. */
export const MAX_PARENTS = 100;

/** What queries of one run may ask for; lowered when Zoho refuses more. */
export class QueryLimits {
	private step = 0;

	get now(): QueryLimit {
		return STEPS[this.step] ?? { rows: MAX_PAGE_SIZE, ids: 1 };
	}

	/**
	 * Zoho answered LIMIT_EXCEEDED to a query within these limits.
	 * @returns whether there are lower ones now
	 */
	lower(tried: QueryLimit): boolean {
		const next = STEPS.indexOf(tried) + 1;
		if (next >= STEPS.length) return false;
		this.step = Math.max(this.step, next);
		return true;
	}
}

/**
 * Rows to ask for of so many parents. Up to 200 rows cost one credit, up to 1,000 two, up to 2,000
 * three (Zoho: COQL overview), whether they exist or not: so few parents ask for few.
 */
export function rowsPerQuery(parents: number, { rows }: QueryLimit): number {
	return Math.min(rows, parents * MAX_PAGE_SIZE);
}
