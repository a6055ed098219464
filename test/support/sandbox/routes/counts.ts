import type { Call } from '../call';
import { existingRecord, readableModule } from '../call';
import type { Converted } from '../data/crmData';
import type { Entry } from '../data/listView';
import type { ModuleDef, RelatedListDef } from '../data/types';
import { ZohoError } from '../errors';
import { listId } from '../metadata/relatedListMeta';
import type { Reply } from '../reply';
import { jsonReply } from '../reply';

const KEY = 'get_related_records_count';
const MAX_ITEMS = 20;
const EXPECTED = ['api_name', 'id'];

interface CountItem {
	related_list?: { api_name?: unknown; id?: unknown };
	params?: { converted?: unknown; filters?: unknown; category?: unknown };
}

/** POST /{module}/{id}/actions/get_related_records_count (Zoho: v8 only). */
export function relatedCounts(call: Call): Reply {
	const module = readableModule(call);
	const parent = existingRecord(call, 1, (id) => call.data.record(module.apiName, id));
	const items = itemsOf(call.request.body);
	const results = items.map((item, index) => counted(call, module, parent.id, item, index));
	const failed = results.filter((result) => result instanceof ZohoError);
	const [first] = failed;
	const body = { [KEY]: results.map((r) => (r instanceof ZohoError ? r.body() : r)) };
	if (!first) return jsonReply(200, body);
	return jsonReply(failed.length === results.length ? 400 : 207, body, first.code);
}

function itemsOf(body: string): CountItem[] {
	const items = parsed(body)?.[KEY];
	if (!Array.isArray(items) || items.length === 0) {
		throw new ZohoError(400, 'MANDATORY_NOT_FOUND', 'required field not found', {
			api_name: KEY,
			json_path: `$.${KEY}`,
		});
	}
	if (items.length > MAX_ITEMS) {
		throw new ZohoError(400, 'LIMIT_EXCEEDED', 'limit exceeded', {
			limit: MAX_ITEMS,
			api_name: KEY,
			json_path: `$.${KEY}`,
		});
	}
	return items;
}

function parsed(body: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(body);
		return typeof value === 'object' && value !== null ? { ...value } : undefined;
	} catch {
		throw new ZohoError(
			400,
			'INVALID_REQUEST',
			'unable to process your request. please verify whether you have entered proper ' +
				'method name, parameter and parameter values.',
		);
	}
}

function counted(
	call: Call,
	module: ModuleDef,
	recordId: string,
	item: CountItem,
	index: number,
): ZohoError | Record<string, unknown> {
	const path = `$.${KEY}[${index}].related_list`;
	const { related_list: wanted, params = {} } = item;
	if (!wanted) {
		const details = { api_name: 'related_list', json_path: path };
		return new ZohoError(400, 'MANDATORY_NOT_FOUND', 'required field not found', details);
	}
	if (wanted.api_name === undefined && wanted.id === undefined) {
		const details = { expected_fields: EXPECTED.map((name) => ({ api_name: name })) };
		return new ZohoError(400, 'EXPECTED_FIELD_MISSING', 'expected field is missing', details);
	}
	const list = call.data
		.relatedLists(module.apiName)
		.find(({ apiName }) => apiName === wanted.api_name || listId(module, apiName) === wanted.id);
	if (!list) {
		const key = wanted.api_name === undefined ? 'id' : 'api_name';
		const details = { api_name: key, json_path: `${path}.${key}` };
		return new ZohoError(400, 'INVALID_DATA', 'Given related_list is invalid', details);
	}
	const reason = notSupported(list, params);
	if (reason !== undefined) return new ZohoError(400, 'NOT_SUPPORTED', reason, { json_path: path });
	const { apiName } = list;
	const converted: Converted = params.converted === true ? 'true' : 'false';
	const rows = call.data.related(module.apiName, recordId, apiName, undefined, converted);
	const { category } = params;
	const counted = category === undefined ? rows : rows.filter((row) => isOf(row, category));
	const reference = { api_name: apiName, id: listId(module, apiName) };
	return { count: counted.length, related_list: reference };
}

/** Attachments are of two categories: `link` and `files`. */
function isOf(attachment: Entry, category: unknown): boolean {
	return (attachment.row().$type === 'Link URL') === (category === 'link');
}

/** Which lists Zoho does not count is nowhere told: here those that are read in another way. */
function notSupported(
	{ apiName, type, access }: RelatedListDef,
	params: { filters?: unknown },
): string | undefined {
	if (apiName === 'Emails' || type === 'grouped' || access === 'NOT_SUPPORTED') {
		return 'The given related list id is not supported in api';
	}
	return params.filters === undefined ? undefined : 'Filters are not supported for this modules';
}
