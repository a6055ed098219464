/** What `invokeurl` takes (Zoho: invokeUrl task). */
export const ATTRIBUTES = [
	'url',
	'type',
	'parameters',
	'body',
	'headers',
	'files',
	'connection',
	'content-type',
	'detailed',
	'response-format',
	'response-decoding',
] as const;

export type AttributeName = (typeof ATTRIBUTES)[number];

/** Characters of an address, and of a query as text. */
export const MAX_ADDRESS = 100_000;
