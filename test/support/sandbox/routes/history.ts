import type { Call } from '../call';
import { existingRecord, readableModule } from '../call';
import type { ModuleDef, Row, Value } from '../data/types';
import { metaId } from '../data/ids';
import { errors, ZohoError } from '../errors';
import type { Binding } from '../pageTokens';
import type { Reply } from '../reply';
import { emptyReply, jsonReply } from '../reply';
import { passes } from './historyFilter';

const PER_PAGE = 200;
const MODULES = [
	'Leads',
	'Contacts',
	'Accounts',
	'Deals',
	'Tasks',
	'Events',
	'Calls',
	'Products',
	'Services__s',
	'Appointments__s',
	'Purchase_Orders',
	'Sales_Orders',
	'Quotes',
	'Invoices',
	'Notes',
];
/** Lists whose rows leave a trace in the history of their record. */
const LISTS = ['Notes', 'Attachments', 'Tasks', 'Calls', 'Events'];
const SOURCES = ['crm_ui', 'crm_api', 'workflow'];

interface Asked {
	readonly order: string;
	readonly filters: string;
	readonly perPage: number;
	/** Entries on the pages before. */
	readonly walked: number;
	readonly page: number;
	readonly bound: Binding;
}

/** GET /{module}/{id}/__timeline (Zoho: Timeline of a Record v7). */
export function history(call: Call): Reply {
	const module = readableModule(call);
	const row = existingRecord(call, 1, (id) => call.data.record(module.apiName, id));
	if (module.generatedType !== 'custom' && !MODULES.includes(module.apiName)) {
		throw errors.notSupported();
	}
	const asked = askedBy(call);
	const all = entriesOf(call, module, row).filter((entry) => passes(entry, asked.filters));
	if (asked.order === 'asc') all.reverse();
	const entries = all.slice(asked.walked, asked.walked + asked.perPage);
	if (entries.length === 0) return emptyReply(204);
	return jsonReply(200, {
		__timeline: entries,
		info: infoOf(call, asked, entries.length, all.length),
	});
}

function askedBy(call: Call): Asked {
	const { query, path } = call.request;
	const { page_token: token, per_page: size, sort_by: by, filters = '' } = query;
	if (token !== undefined && size !== undefined) throw ambiguous();
	if ((by ?? 'audited_time') !== 'audited_time') throw errors.invalidParam('sort_by');
	const order = orderOf(query.sort_order);
	const perPage = perPageOf(size);
	const bound = { userId: call.userId, path, params: JSON.stringify([by, order, filters]) };
	const start = token === undefined ? undefined : call.pageTokens.redeem(token, bound);
	const { page = 1, walked = 0 } = start ?? {};
	return { order, filters, perPage, bound, page, walked };
}

function orderOf(order = 'desc'): string {
	if (['asc', 'desc'].includes(order)) return order;
	throw errors.invalidParam('sort_order', ['asc', 'desc']);
}

function perPageOf(size: string | undefined): number {
	const perPage = Number(size ?? PER_PAGE);
	if (perPage >= 1 && perPage <= PER_PAGE) return perPage;
	throw errors.invalidParam('per_page');
}

/** Tokens come after 200 rows only. */
function infoOf(call: Call, asked: Asked, count: number, total: number): Record<string, unknown> {
	const { page, perPage, bound } = asked;
	const walked = asked.walked + count;
	const isMore = walked < total;
	const start = { after: null, page: page + 1, walked, previous: null };
	const hasToken = isMore && count === PER_PAGE;
	return {
		per_page: perPage,
		next_page_token: hasToken ? call.pageTokens.issue(start, bound).token : null,
		count,
		page,
		previous_page_token: null,
		more_records: isMore,
	};
}

/** What was added to the record and when it was changed last; newest first. */
function entriesOf(call: Call, module: ModuleDef, row: Row): Record<string, Value>[] {
	const own = entryOf(module.apiName, row, 'added', nameOf(row, module.nameField));
	const changed = {
		...entryOf(module.apiName, row, 'updated', nameOf(row, module.nameField)),
		id: `6${row.id.slice(1)}`,
		audited_time: row.Modified_Time ?? null,
		field_history: [
			{ api_name: 'Phone', _value: { new: '123', old: null }, id: metaId('field', 'Phone') },
		],
	};
	const known = new Set(module.relatedLists.map(({ apiName }) => apiName));
	const added = LISTS.filter((list) => known.has(list)).flatMap((list) =>
		call.data
			.related(module.apiName, row.id, list)
			.map((entry) => entryOf(list, entry.row(), 'added', null)),
	);
	const instant = (entry: Record<string, Value>) => Date.parse(String(entry.audited_time));
	return [own, changed, ...added].sort(
		(a, b) => instant(b) - instant(a) || (String(a.id) < String(b.id) ? 1 : -1),
	);
}

function entryOf(module: string, row: Row, action: string, name: Value): Record<string, Value> {
	const source = SOURCES[Number(row.id.slice(-3)) % SOURCES.length] ?? 'crm_ui';
	return {
		done_by: row.Owner ?? null,
		related_record: null,
		automation_details: null,
		record: { module: { api_name: module, id: metaId('module', module) }, name, id: row.id },
		audited_time: row.Created_Time ?? null,
		action,
		id: `5${row.id.slice(1)}`,
		source,
		field_history: null,
	};
}

const nameOf = (row: Row, field: string): Value => row[field] ?? null;

function ambiguous(): ZohoError {
	const due = [{ param_name: 'per_page' }, { param_name: 'page_token' }];
	return new ZohoError(400, 'AMBIGUITY_DURING_PROCESSING', 'per_page and page_token', {
		ambiguity_due_to: due,
	});
}
