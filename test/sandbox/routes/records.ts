import type { Call } from '../call';
import { readableModule } from '../call';
import { filtered } from '../data/filtered';
import type { Ordering } from '../data/ordering';
import type { ModuleDef, Value } from '../data/types';
import { errors } from '../errors';
import { fieldNames } from '../list-params';
import { projectRow } from '../projection';
import type { Reply } from '../reply';
import { emptyReply, jsonReply } from '../reply';
import type { ListAnswer } from './list-reply';
import { listReply } from './list-reply';
import { searchFilter } from './search-filter';

const LATEST_FIRST: Ordering = { by: 'id', descending: true };
const SEARCH_LIMIT = 2000;

/** GET /{module} (Zoho: Get Records v7). */
export function records(call: Call): Reply {
	const module = readableModule(call);
	if (module.apiName === 'Notes') throw errors.adminOnly();
	return recordList(call, module, fieldNames(call), (ordering, converted) =>
		call.data.records(module.apiName, ordering, converted),
	);
}

/** GET /{module}/search (Zoho: Search Records v7). `fields` may be left out. */
export function search(call: Call): Reply {
	const module = readableModule(call);
	if (!call.scopes.searches(module.scope)) throw errors.scopeMismatch();
	const { word, criteria, email, phone } = call.request.query;
	const found = searchFilter(module, call.request.query);
	const name = `search ${JSON.stringify([word, criteria, email, phone])}`;
	return recordList(call, module, fieldNames(call, false), (ordering, converted) =>
		filtered(call.data.records(module.apiName, ordering, converted), name, (entry) =>
			found(entry.row()),
		).slice(0, SEARCH_LIMIT),
	);
}

/** GET /{module}/{id}. `fields` may be left out; an unknown id gives 204. */
export function record(call: Call): Reply {
	const module = readableModule(call);
	const id = call.params.id ?? '';
	if (!/^\d{1,20}$/.test(id)) throw errors.invalidRecord();
	const names = fieldNames(call, false);
	const row = call.data.record(module.apiName, id);
	return row ? jsonReply(200, { data: [projectRow(module, row, names)] }) : emptyReply(204);
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
