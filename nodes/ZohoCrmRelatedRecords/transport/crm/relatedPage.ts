import { CHRONOLOGICAL_LISTS } from '../../helpers/constants';
import { isObject } from '../../helpers/guards';
import type {
	ApiVersion,
	Converted,
	JsonObject,
	JsonValue,
	Row,
	SortField,
	SortOrder,
	Subject,
} from '../../helpers/types';
import type { ZohoClient } from '../client';
import type { ZohoRequest } from '../request';
import { invalidResponse } from '../responses/errors';
import type { Page, PageRequest } from '../pagination';

/** One related list of one record, and what to read of it. */
export interface RelatedListQuery {
	version: ApiVersion;
	module: string;
	recordId: string;
	relatedList: string;
	/** API names that fit one request; none where the list is read without. */
	fields: readonly string[];
	sortBy?: SortField;
	sortOrder?: SortOrder;
	/** At most 100. */
	ids?: readonly string[];
	converted?: Converted;
	/** Text of the If-Modified-Since header. */
	modifiedSince?: string;
}

/**
 * Reads one page of a related list (Zoho: Get Related Records).
 * @throws ZohoError when Zoho refuses, cannot be reached, or answers with something else than rows
 */
export async function fetchRelatedPage(
	client: ZohoClient,
	query: RelatedListQuery,
	page: PageRequest,
): Promise<Page> {
	const { module, recordId, relatedList } = query;
	const subject = { module, recordId, relatedList };
	const sortOrder = page.sortOrder ?? query.sortOrder;
	const body = await client.get(requestOf({ ...query, sortOrder }, page, subject));
	if (body === undefined) return { rows: [], moreRecords: false };
	return pageOf(body, subject, page.perPage);
}

const EXTRA_SCOPES: ReadonlyMap<string, string> = new Map([
	['Notes', 'notes'],
	['Attachments', 'attachments'],
	['Emails', 'emails'],
	// Zoho: Scoring Rules, which want it beside the scope of the module.
	['Entity_Scores__s', 'entity_scores'],
]);

/** OAuth scopes that reading a related list takes, as Zoho writes them. */
export function scopeOf(relatedList: string): string {
	const extra = EXTRA_SCOPES.get(relatedList);
	const read = 'ZohoCRM.modules.READ';
	return extra === undefined ? read : `${read} and ZohoCRM.modules.${extra}.READ`;
}

/** Whether a page is the last one, by `more_records`. */
const LAST: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
	[true, false],
	['true', false],
	[false, true],
	['false', true],
]);

/**
 * The page in an answer with rows.
 * @param perPage rows asked for
 * @throws ZohoError INVALID_RESPONSE when `data` is missing or holds rows without an id, or when a
 * full page does not tell whether there are more
 */
export function pageOf(body: JsonObject, subject: Subject, perPage: number): Page {
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

function requestOf(query: RelatedListQuery, page: PageRequest, subject: Subject): ZohoRequest {
	const { version, module, recordId, relatedList, modifiedSince } = query;
	return {
		path: [version, module, recordId, relatedList],
		query: defined({
			fields: query.fields.length > 0 ? query.fields.join(',') : undefined,
			...sorting(query),
			ids: query.ids?.join(','),
			converted: query.converted,
			...('page' in page ? { page: String(page.page) } : { page_token: page.pageToken }),
			per_page: String(page.perPage),
		}),
		headers: defined({ 'If-Modified-Since': modifiedSince }),
		subject,
		scope: scopeOf(relatedList),
		kind: `${module}/${relatedList}`,
	};
}

/**
 * Zoho's default order is by descending id, but for Notes it depends on the user's settings: so it
 * is always sent. The chronological lists have an order of their own.
 */
function sorting({ relatedList, sortBy, sortOrder }: RelatedListQuery): Record<string, string> {
	if (sortBy === undefined && CHRONOLOGICAL_LISTS.includes(relatedList)) {
		return sortOrder === undefined ? {} : { sort_order: sortOrder };
	}
	return { sort_by: sortBy ?? 'id', sort_order: sortOrder ?? 'desc' };
}

function defined(values: Record<string, string | undefined>): Record<string, string> {
	const entries = Object.entries(values);
	return Object.fromEntries(
		entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
}

function isRow(value: JsonValue): value is Row {
	return isObject(value) && typeof value.id === 'string' && value.id !== '';
}
