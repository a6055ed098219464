import { ATTACHMENTS, CHRONOLOGICAL_LISTS, EMAILS, NOTES } from '../../helpers/constants';
import type { ApiVersion, Converted, SortField, SortOrder, Subject } from '../../helpers/types';
import type { ZohoClient } from '../client';
import type { ZohoRequest } from '../request';
import type { Page, PageRequest } from '../pagination';
import { pageOf } from './page';

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
	return pageOf(body, subject, page.perPage);
}

const EXTRA_SCOPES: ReadonlyMap<string, string> = new Map([
	[NOTES, 'notes'],
	[ATTACHMENTS, 'attachments'],
	[EMAILS, 'emails'],
	// Zoho: Scoring Rules, which want it beside the scope of the module.
	['Entity_Scores__s', 'entity_scores'],
]);

/** OAuth scopes that reading a related list takes, as Zoho writes them. */
export function scopeOf(relatedList: string): string {
	const extra = EXTRA_SCOPES.get(relatedList);
	const read = 'ZohoCRM.modules.READ';
	return extra === undefined ? read : `${read} and ZohoCRM.modules.${extra}.READ`;
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
		isLeading: page.isLeading,
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
