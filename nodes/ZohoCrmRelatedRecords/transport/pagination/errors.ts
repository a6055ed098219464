import { ZohoError } from '../../helpers/zohoError';

export function tokenMissing(): ZohoError {
	return new ZohoError({
		code: 'PAGE_TOKEN_MISSING',
		message: 'Zoho says there are more rows but gives no page token to reach them',
		resolution:
			'Read fewer rows with Limit, narrow the list with Modified Since or IDs, or try another API version under Options.',
	});
}

export function tokenRepeated(): ZohoError {
	return new ZohoError({
		code: 'PAGE_TOKEN_REPEATED',
		message: 'Zoho gave the same page token twice, so reading on would never end',
		resolution: 'Run the node again. If it happens every time, report it to Zoho support.',
	});
}

export function endless(): ZohoError {
	return new ZohoError({
		code: 'INVALID_RESPONSE',
		message: 'Zoho announces more rows again and again, so reading on would never end',
		resolution: 'Read fewer rows with Limit. If it happens every time, report it to Zoho support.',
	});
}

export function emptyThoughMore(): ZohoError {
	return new ZohoError({
		code: 'INVALID_RESPONSE',
		message: 'Zoho says there are more rows but gives an empty page where they should be',
		resolution: 'Run the node again. If it happens every time, report it to Zoho support.',
	});
}
