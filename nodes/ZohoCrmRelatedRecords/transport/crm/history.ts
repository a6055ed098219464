import { MAX_PAGE_SIZE } from '../../helpers/constants';
import { isObject, textOf } from '../../helpers/guards';
import { zohoTimeText } from '../../helpers/time';
import type { ApiVersion, JsonObject, JsonValue, Row } from '../../helpers/types';
import { ZohoError } from '../../helpers/zohoError';
import type { ZohoClient } from '../client';
import { readChained, type ChainedRows, type Page } from '../pagination';
import type { ZohoRequest } from '../request';
import { invalidResponse } from '../responses/errors';

/** Last part of the address, and key of the answer. */
export const HISTORY = '__timeline';

/** Which entries of a history to read; what is unset or empty does not matter. */
export interface HistoryFilter {
	/** API names of the modules of the records that were changed. */
	recordModules: readonly string[];
	/** Zoho's words for where a change came from, such as `crm_ui`. */
	sources: readonly string[];
	userIds: readonly string[];
	/** Entries at or after this instant, in ms since 1970. */
	start?: number;
	/** Entries before this instant, in ms since 1970. */
	end?: number;
}

export interface HistoryRead extends HistoryFilter {
	version: ApiVersion;
	module: string;
	recordId: string;
	/** Entries wanted at most; Infinity for all. */
	limit: number;
}

/**
 * Reads the history of one record, newest first (Zoho: Timeline of a Record).
 * @returns entries as Zoho gives them
 * @throws ZohoError
 */
export async function readHistory(client: ZohoClient, read: HistoryRead): Promise<ChainedRows> {
	try {
		return await readChained(async (token) => await fetchPage(client, read, token), read.limit);
	} catch (error) {
		throw error instanceof ZohoError && error.code === 'NOT_SUPPORTED'
			? withoutHistory(error, read.module)
			: error;
	}
}

async function fetchPage(client: ZohoClient, read: HistoryRead, token?: string): Promise<Page> {
	const { version, module, recordId } = read;
	const filters = filtersOf(read);
	const request: ZohoRequest = {
		path: [version, module, recordId, HISTORY],
		query: {
			sort_by: 'audited_time',
			sort_order: 'desc',
			...(filters === undefined ? {} : { filters: JSON.stringify(filters) }),
			// Zoho refuses both together here, unlike in other lists.
			...(token === undefined ? { per_page: String(MAX_PAGE_SIZE) } : { page_token: token }),
		},
		subject: { module, recordId },
		target: `the history of record ${recordId} in module '${module}'`,
		scope: 'ZohoCRM.modules.READ',
		kind: `${module}/${HISTORY}`,
	};
	const body = await client.get(request);
	return body === undefined ? { rows: [], moreRecords: false } : pageOf(body, request);
}

function pageOf(body: JsonObject, { subject }: ZohoRequest): Page {
	const { [HISTORY]: entries, info } = body;
	if (!Array.isArray(entries)) throw invalidResponse('contains no history', 200, subject);
	if (!entries.every(isEntry))
		throw invalidResponse('contains an entry without an ID', 200, subject);
	const { more_records: more, next_page_token: next } = isObject(info) ? info : {};
	if (typeof more !== 'boolean') {
		throw invalidResponse('does not say whether there are more entries', 200, subject);
	}
	const token = textOf(next);
	return { rows: entries, moreRecords: more, nextPageToken: token === '' ? undefined : token };
}

function isEntry(value: JsonValue): value is Row {
	return isObject(value) && textOf(value.id) !== '';
}

/** As Zoho takes them: one condition, or a group of several. */
function filtersOf(filter: HistoryFilter): JsonObject | undefined {
	const conditions = [
		oneOf('record.module.api_name', filter.recordModules),
		oneOf('source', filter.sources),
		oneOf('done_by.id', filter.userIds),
		between(filter),
	].filter((condition) => condition !== undefined);
	if (conditions.length < 2) return conditions[0];
	return { group_operator: 'and', group: conditions };
}

function oneOf(field: string, values: readonly string[]): JsonObject | undefined {
	if (values.length === 0) return undefined;
	return { comparator: 'in', field: { api_name: field }, value: [...values] };
}

/** Zoho has only `between`, with both ends included; its times have whole seconds. */
function between({ start, end }: HistoryFilter): JsonObject | undefined {
	if (start === undefined && end === undefined) return undefined;
	const first = start === undefined ? EARLIEST : Math.ceil(start / 1000);
	const last = end === undefined ? LATEST : Math.ceil(end / 1000) - 1;
	const value = [first, last].map((second) => zohoTimeText(second * 1000));
	return { comparator: 'between', field: { api_name: 'audited_time' }, value };
}

/** s since 1970: before Zoho CRM began, and long after now. */
const EARLIEST = Date.UTC(2000, 0, 1) / 1000;
const LATEST = Date.UTC(2100, 0, 1) / 1000;

function withoutHistory(error: ZohoError, module: string): ZohoError {
	return new ZohoError({
		code: error.code,
		message: `Zoho keeps no history of records in module '${module}'`,
		resolution:
			'Zoho has it for leads, contacts, accounts, deals, tasks, meetings, calls, products, services, appointments, purchase orders, sales orders, quotes, invoices, notes and custom modules. Choose a record of these.',
		httpStatusCode: error.httpStatusCode ?? undefined,
		details: error.details,
		subject: error.subject,
	});
}
