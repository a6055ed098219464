import { NOTES } from '../../helpers/constants';
import type { ApiVersion, SortField, SortOrder } from '../../helpers/types';
import { ZohoError } from '../../helpers/zohoError';
import type { ZohoClient } from '../client';
import type { Page, PageRequest } from '../pagination';
import { pageOf } from './page';
import { scopeOf } from './relatedPage';

/** Records of one module, and what to read of them. */
export interface ModuleQuery {
	version: ApiVersion;
	module: string;
	/** API names that fit one request. */
	fields: readonly string[];
	sortBy?: SortField;
	sortOrder?: SortOrder;
	/** At most 100. */
	ids?: readonly string[];
	/** Text of the If-Modified-Since header. */
	modifiedSince?: string;
}

/**
 * Reads one page of the records of a module (Zoho: Get Records).
 * @throws ZohoError when Zoho refuses, cannot be reached, or answers with something else than rows
 */
export async function fetchModulePage(
	client: ZohoClient,
	query: ModuleQuery,
	page: PageRequest,
): Promise<Page> {
	const { version, module, fields, sortBy = 'id', sortOrder = 'desc', ids, modifiedSince } = query;
	const subject = { module };
	const isNotes = module === NOTES;
	const request = client.get({
		path: [version, module],
		query: {
			fields: fields.join(','),
			sort_by: sortBy,
			sort_order: sortOrder,
			...(ids === undefined ? {} : { ids: ids.join(',') }),
			...('page' in page ? { page: String(page.page) } : { page_token: page.pageToken }),
			per_page: String(page.perPage),
		},
		...(modifiedSince === undefined ? {} : { headers: { 'If-Modified-Since': modifiedSince } }),
		subject,
		target: `the records of module '${module}'`,
		scope: scopeOf(module),
		kind: module,
	});
	const body = await request.catch((error: unknown) => {
		throw isNotes && isAdminOnly(error) ? notesForAdministrators(error) : error;
	});
	return pageOf(body, subject, page.perPage);
}

/** Zoho: Get Records, which gives notes to administrators only. */
function isAdminOnly(error: unknown): error is ZohoError {
	return error instanceof ZohoError && error.httpStatusCode === 403;
}

function notesForAdministrators({ code, details, subject }: ZohoError): ZohoError {
	return new ZohoError({
		code,
		message: 'Zoho shows the notes of all records to administrators only',
		resolution:
			'Connect the credential as a user who is an administrator in Zoho CRM, or watch the notes of one record.',
		httpStatusCode: 403,
		details,
		subject,
	});
}
