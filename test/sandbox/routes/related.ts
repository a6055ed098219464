import type { Call } from '../call';
import { existingRecord, readableModule } from '../call';
import type { Entry } from '../data/list-view';
import type { ModuleDef, RelatedListDef, Row, Value } from '../data/types';
import { errors } from '../errors';
import { fieldNames } from '../list-params';
import { projectRow } from '../projection';
import type { Reply } from '../reply';
import { emptyReply, jsonReply } from '../reply';
import { emailsReply } from './emails';
import { listReply } from './list-reply';

/** The chronological lists came with v5. */
const GROUPED_SINCE = 5;

interface Target {
	readonly module: ModuleDef;
	readonly list: RelatedListDef;
	readonly parent: Row;
}

/** GET /{module}/{id}/{list} (Zoho: Get Related Records v6). */
export function relatedRecords(call: Call): Reply {
	return answer(call, relatedTarget(call, readableModule(call)));
}

/** GET /{module}/deleted/{id}/{list}: the parent lies in the recycle bin. */
export function relatedRecordsOfDeleted(call: Call): Reply {
	const module = readableModule(call);
	return answer(
		call,
		target(call, module, 2, (id) => call.data.removedRecord(module.apiName, id)),
	);
}

/** GET /{module}/{id}/{list}/{relatedId}: one row, without info. */
export function relatedRecord(call: Call): Reply {
	const module = readableModule(call);
	const { list, parent } = relatedTarget(call, module);
	const names = fieldNames(call);
	const entries = call.data.related(module.apiName, parent.id, list.apiName, undefined, 'both');
	const entry = entries.find(({ id }) => id === call.path[3]);
	return entry ? jsonReply(200, { data: [shown(call, list, entry, names)] }) : emptyReply(204);
}

/** The list and its parent that the path of a request names. */
export function relatedTarget(call: Call, module: ModuleDef): Target {
	return target(call, module, 1, (id) => call.data.record(module.apiName, id));
}

function target(
	call: Call,
	module: ModuleDef,
	idIndex: number,
	find: (id: string) => Row | undefined,
): Target {
	const name = call.path[idIndex + 1] ?? '';
	if (!call.scopes.readsList(module.scope, name)) throw errors.scopeMismatch();
	const parent = existingRecord(call, idIndex, find);
	const list = call.data.relatedLists(module.apiName).find(({ apiName }) => apiName === name);
	if (!list || (list.type === 'grouped' && call.version < GROUPED_SINCE)) {
		throw errors.invalidRelation(idIndex + 1);
	}
	return { module, list, parent };
}

function answer(call: Call, { module, list, parent }: Target): Reply {
	if (list.apiName === 'Emails') return emailsReply(call, module.apiName, parent.id);
	const names = fieldNames(call);
	return listReply(call, {
		defaultOrdering: call.data.defaultOrdering(list.apiName),
		entries: (ordering, converted) =>
			call.data.related(module.apiName, parent.id, list.apiName, ordering, converted),
		show: (entry) => shown(call, list, entry, names),
		info: (info) => (list.type === 'grouped' ? withoutExpiry(info) : info),
	});
}

function shown(
	call: Call,
	list: RelatedListDef,
	entry: Entry,
	names: readonly string[] | undefined,
): Record<string, Value> {
	const row = projectRow(call.data.module(entry.module), entry.row(), names);
	return list.type === 'grouped' ? { ...row, $module: entry.module } : row;
}

/** The samples of the chronological lists do not have this key. */
function withoutExpiry(info: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(info).filter(([key]) => key !== 'page_token_expiry'));
}
