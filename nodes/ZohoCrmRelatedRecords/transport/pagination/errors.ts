import { ZohoError } from '../../helpers/zohoError';

export function tokenMissing(): ZohoError {
	return new ZohoError({
		code: 'PAGE_TOKEN_MISSING',
		message: 'Zoho says there are more rows but returned no page token to read them',
		resolution:
			'Read fewer rows with Limit, narrow the list with Modified Since or IDs, or try another API Version under Options.',
	});
}

export function tokenRepeated(): ZohoError {
	return new ZohoError({
		code: 'PAGE_TOKEN_REPEATED',
		message: 'Zoho returned the same page token twice, so reading would never end',
		resolution: 'Run the node again. If it happens every time, report it to Zoho support.',
	});
}

export function endless(): ZohoError {
	return new ZohoError({
		code: 'INVALID_RESPONSE',
		message:
			'Zoho keeps announcing more rows without returning new ones, so reading would never end',
		resolution: 'Read fewer rows with Limit. If it happens every time, report it to Zoho support.',
	});
}

export function emptyThoughMore(): ZohoError {
	return new ZohoError({
		code: 'INVALID_RESPONSE',
		message: 'Zoho says there are more rows but returned an empty page',
		resolution: 'Run the node again. If it happens every time, report it to Zoho support.',
	});
}

/** A list that came in another order than the one asked for; never leaves this folder. */
export class OrderIgnored extends Error {}
