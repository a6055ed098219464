import { isObject } from '../../helpers/guards';
import type { JsonObject, JsonValue, Row, Subject } from '../../helpers/types';
import type { Page } from '../pagination';
import { invalidResponse } from '../responses/errors';

/** Whether a page is the last one, by `more_records`. */
const LAST: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
	[true, false],
	['true', false],
	[false, true],
	['false', true],
]);

/**
 * The page in an answer with rows.
 * @param body undefined where Zoho has none
 * @param perPage rows asked for
 * @throws ZohoError INVALID_RESPONSE when `data` is missing or holds rows without an id, or when a
 * full page does not tell whether there are more
 */
export function pageOf(body: JsonObject | undefined, subject: Subject, perPage: number): Page {
	if (body === undefined) return { rows: [], moreRecords: false };
	const { data, info } = body;
	if (!Array.isArray(data)) throw invalidResponse('contains no rows', 200, subject);
	if (!data.every(isRow)) throw invalidResponse('contains a row without an ID', 200, subject);
	const { more_records: more, next_page_token: token } = isObject(info) ? info : {};
	const isLast = LAST.get(more);
	if (isLast === undefined && data.length >= perPage) {
		throw invalidResponse('does not say whether there are more rows', 200, subject);
	}
	return {
		rows: data,
		// A short page without a word of more can still be followed by others: rows may be hidden.
		moreRecords: isLast === undefined ? data.length > 0 : !isLast,
		...(isLast === undefined ? { isGuess: true } : {}),
		nextPageToken: typeof token === 'string' && token !== '' ? token : undefined,
	};
}

/** Whether Zoho says that there are more rows; a short page that says nothing counts as the last. */
export function hasNextPage({ moreRecords, isGuess }: Page): boolean {
	return moreRecords && isGuess !== true;
}

function isRow(value: JsonValue): value is Row {
	return isObject(value) && typeof value.id === 'string' && value.id !== '';
}
