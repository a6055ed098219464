import type { Call } from '../call';
import { existingRecord, externalField, readableModule } from '../call';
import { filtered } from '../data/filtered';
import type { Entry } from '../data/listView';
import type { Ordering } from '../data/ordering';
import type { ModuleDef, Value } from '../data/types';
import { errors } from '../errors';
import { converted, fieldNames } from '../listParams';
import { projectRow } from '../projection';
import type { Reply } from '../reply';
import { emptyReply, jsonReply } from '../reply';
import type { ListAnswer } from './listReply';
import { listReply } from './listReply';
import { searchFilter } from './searchFilter';

const LATEST_FIRST: Ordering = { by: 'id', descending: true };
/** Zoho: Related Records Using External ID. */
const WITH_EXTERNAL_ID = [
	'Leads',
	'Deals',
	'Contacts',
	'Accounts',
	'Products',
	'Campaigns',
	'Appointments__s',
	'Services__s',
	'Price_Books',
];
/** What a row holds beside a text that Zoho cuts. */
const FULL_TEXT = '$full_';
const SEARCH_LIMIT = 2000;
const SEARCHES = ['word', 'criteria', 'email', 'phone'];

/** GET /{module} (Zoho: Get Records v7). */
export function records(call: Call): Reply {
	const module = readableModule(call);
	if (module.apiName === 'Notes' && !call.isAdministrator) throw errors.adminOnly();
	return recordList(call, module, fieldNames(call), (ordering, only) =>
		call.data.records(module.apiName, ordering, only),
	);
}

/** GET /{module}/search (Zoho: Search Records v7). `fields` may be left out. */
export function search(call: Call): Reply {
	const module = readableModule(call);
	if (!call.scopes.searches(module.scope)) throw errors.scopeMismatch();
	const found = searched(call, module);
	return recordList(call, module, fieldNames(call, false), (ordering, only) =>
		found(call.data.records(module.apiName, ordering, only)).slice(0, SEARCH_LIMIT),
	);
}

/**
 * GET /{module}/actions/count: all records, or those that a search finds, as a bare number (Zoho:
 * Record Count v7). It wants a scope for layouts too.
 */
export function recordCount(call: Call): Reply {
	const module = readableModule(call);
	const { scopes, data, request } = call;
	if (!scopes.searches(module.scope) || !scopes.readsSettings('layouts')) {
		throw errors.scopeMismatch();
	}
	const all = data.records(module.apiName, LATEST_FIRST, converted(call));
	const isSearch = SEARCHES.some((name) => name in request.query);
	return jsonReply(200, { count: (isSearch ? searched(call, module)(all) : all).length });
}

/** GET /{module}/{id}. `fields` may be left out; an unknown id gives 204. */
export function record(call: Call): Reply {
	const module = readableModule(call);
	const id = call.params.id ?? '';
	const field = externalField(call, module.apiName);
	if (field === undefined && !/^\d{1,20}$/.test(id)) throw errors.invalidRecord();
	if (field !== undefined && !WITH_EXTERNAL_ID.includes(module.apiName))
		throw errors.notSupported();
	const names = fieldNames(call, false);
	const row =
		field === undefined
			? call.data.record(module.apiName, id)
			: call.data
					.records(module.apiName)
					.find((entry) => entry.row()[field] === id)
					?.row();
	return row ? jsonReply(200, { data: [projectRow(module, row, names)] }) : emptyReply(204);
}

/** Picks what a search finds. */
function searched(call: Call, module: ModuleDef): (entries: readonly Entry[]) => readonly Entry[] {
	const { word, criteria, email, phone } = call.request.query;
	const found = searchFilter(module, call.request.query);
	const name = `search ${JSON.stringify([word, criteria, email, phone])}`;
	return (entries) => filtered(entries, name, (entry) => found(entry.row()));
}

function recordList(
	call: Call,
	module: ModuleDef,
	names: readonly string[] | undefined,
	entries: ListAnswer['entries'],
): Reply {
	return listReply(call, {
		defaultOrdering: LATEST_FIRST,
		entries,
		show: (entry): Record<string, Value> => projectRow(module, entry.row(), names),
		info: (info, { by, descending }) => ({
			...info,
			sort_by: by,
			sort_order: descending ? 'desc' : 'asc',
		}),
	});
}

/** GET /{module}/{id}/actions/fetch_full_data: only rich texts, whole (Zoho's examples of it). */
export function fullTexts(call: Call): Reply {
	const module = readableModule(call);
	const row = existingRecord(call, 1, (id) => call.data.record(module.apiName, id));
	const texts = Object.entries(row).filter(([name]) => name.startsWith(FULL_TEXT));
	const fields = texts.map(([name, text]) => [name.slice(FULL_TEXT.length), text]);
	return jsonReply(200, { data: [{ ...Object.fromEntries(fields), id: row.id }] });
}
