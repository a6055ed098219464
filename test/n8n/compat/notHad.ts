/** Tests of something that the engines of older releases do not have. */
export interface NotHad {
	test: RegExp;
	/** First release of n8n that has it. */
	since: string;
	/** What the engine does not have, for the table. */
	reason: string;
}

export const NOT_HAD: readonly NotHad[] = [];

/** The entry for a test that fails with the engine of a release. */
export function notHadBy(n8n: string, test: string, entries = NOT_HAD): NotHad | undefined {
	return entries.find((entry) => isOlder(n8n, entry.since) && entry.test.test(test));
}

function isOlder(a: string, b: string): boolean {
	return a.localeCompare(b, 'en', { numeric: true }) < 0;
}
