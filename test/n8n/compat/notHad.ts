/** Tests of something that the engines of older releases do not have. */
export interface NotHad {
	test: RegExp;
	/** First release of n8n that has it. */
	since: string;
	/** What the engine does not have, for the table. */
	reason: string;
}

export const NOT_HAD: readonly NotHad[] = [
	{
		test: /^Download Attachments (?:gives an item for each file|gives the files of notes|names the file|gives an empty file)/,
		since: '2.0.0',
		reason: 'the size of binary data in bytes',
	},
	{
		test: /^the node as a tool of an AI agent called by way of the engine tells (?:the way out|of a parameter)/,
		since: '2.24.0',
		reason: 'errors of tools as JSON',
	},
];

/** The entry for a test that fails with the engine of a release. */
export function notHadBy(n8n: string, test: string, entries = NOT_HAD): NotHad | undefined {
	return entries.find((entry) => isOlder(n8n, entry.since) && entry.test.test(test));
}

function isOlder(a: string, b: string): boolean {
	return a.localeCompare(b, 'en', { numeric: true }) < 0;
}
