/** What a client has to read. Everything is read unless `limit` says otherwise. */
export interface Job {
	name: string;
	title: string;
	/** `timeline`: the open and the closed activities, half of the rows each. */
	kind: 'list' | 'timeline';
	/** Rows of each parent record. */
	parents: readonly number[];
	/** Only the newest rows of each parent. */
	limit?: number;
	/** Fields of each row, with its id; more than 50 do not fit one request. */
	fields: number;
}

/** Fields of a row where the job is not about wide rows. */
const FIELDS = 12;
/** A rough guess at the share of a page's rows, so that a hundred parents differ: 150 to 200. */
const between150And200 = (index: number): number => 150 + ((index * 7) % 51);

const inWords = new Intl.NumberFormat('en');

const oneParent = (name: string, rows: number, more: Partial<Job> = {}): Job => ({
	name,
	title: `${inWords.format(rows)} rows of one record`,
	kind: 'list',
	parents: [rows],
	fields: FIELDS,
	...more,
});

const manyParents = (
	name: string,
	count: number,
	of: string,
	rows: (index: number) => number,
): Job => ({
	...oneParent(name, 0),
	title: `${inWords.format(count)} records of ${of} rows`,
	parents: Array.from({ length: count }, (_, index) => rows(index)),
});

const firstOf = (name: string, limit: number, rows: number): Job =>
	oneParent(name, rows, { title: `First ${limit} of ${inWords.format(rows)} rows`, limit });

const timeline = (name: string, each: number): Job =>
	oneParent(name, each * 2, {
		title: `Timeline, ${each} open and ${each} closed`,
		kind: 'timeline',
	});

const wide = (name: string, fields: number, rows: number): Job =>
	oneParent(name, rows, { title: `${inWords.format(rows)} rows of ${fields} fields`, fields });

/** The jobs of a full run. */
export const JOBS: readonly Job[] = [
	oneParent('rows-2000', 2000),
	oneParent('rows-5000', 5000),
	oneParent('rows-20000', 20_000),
	manyParents('parents-100', 100, '150 to 200', between150And200),
	manyParents('parents-1000', 1000, '5', () => 5),
	firstOf('first-50', 50, 20_000),
	timeline('timeline', 300),
	wide('fields-130', 130, 1000),
];

/** The same jobs, as small as they can be without becoming others. */
export const SHORT_JOBS: readonly Job[] = [
	oneParent('rows-2000', 600),
	oneParent('rows-5000', 2400),
	oneParent('rows-20000', 4200),
	manyParents('parents-100', 12, '150 to 200', between150And200),
	manyParents('parents-1000', 20, '5', () => 5),
	firstOf('first-50', 50, 1000),
	timeline('timeline', 30),
	wide('fields-130', 130, 250),
];

/** Rows that a reader of the whole job finds. */
export function rowsOf({ parents, limit = Infinity }: Job): number {
	return parents.reduce((sum, rows) => sum + Math.min(rows, limit), 0);
}
