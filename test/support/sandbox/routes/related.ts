import type { Call } from '../call';
import { existingRecord, externalField, readableModule } from '../call';
import type { Entry } from '../data/listView';
import type { ModuleDef, RelatedListDef, Row, Value } from '../data/types';
import { errors } from '../errors';
import { fieldNames } from '../listParams';
import { projectRow } from '../projection';
import type { Reply } from '../reply';
import { emptyReply, jsonReply } from '../reply';
import { listReply } from './listReply';

/** The chronological lists came with v5. */
const GROUPED_SINCE = 5;

interface Target {
	readonly module: ModuleDef;
	readonly list: RelatedListDef;
	readonly parent: Row;
}

/** GET /{module}/{id}/{list} (Zoho: Get Related Records v6). */
export function relatedRecords(call: Call): Reply {
	return answer(call, relatedTarget(call));
}

/** GET /{module}/deleted/{id}/{list}: the parent lies in the recycle bin. */
export function relatedRecordsOfDeleted(call: Call): Reply {
	return answer(call, relatedTarget(call, { deleted: true }));
}

/** GET /{module}/{id}/{list}/{relatedId}: one row, without info. */
export function relatedRecord(call: Call): Reply {
	const target = relatedTarget(call);
	const names = fieldNames(call);
	const entry = relatedEntry(call, target);
	return entry
		? jsonReply(200, { data: [shown(call, target.list, entry, names)] })
		: emptyReply(204);
}

/** The list and its parent that the path names; in the recycle bin, ids stand a part later. */
export function relatedTarget(
	call: Call,
	{ deleted = false, list: name = call.params.list ?? '' } = {},
): Target {
	const module = readableModule(call);
	if (!call.scopes.readsList(module.scope, name)) throw errors.scopeMismatch();
	const index = deleted ? 2 : 1;
	const parent = deleted
		? existingRecord(call, index, (id) => call.data.removedRecord(module.apiName, id))
		: recordInPath(call, module.apiName);
	const list = call.data.relatedLists(module.apiName).find(({ apiName }) => apiName === name);
	if (!list || (list.type === 'grouped' && call.version < GROUPED_SINCE)) {
		throw errors.invalidRelation(index + 1);
	}
	if (list.access === 'NOT_SUPPORTED') throw errors.listNotSupported();
	return { module, list, parent };
}

function recordInPath(call: Call, module: string): Row {
	const field = externalField(call, module);
	if (field === undefined) {
		return existingRecord(call, 1, (id) => call.data.record(module, id));
	}
	const entries = call.data.records(module);
	const found = entries.find((entry) => entry.row()[field] === call.params.id);
	if (!found) throw errors.invalidRecord();
	return found.row();
}

/** The row of a list that stands last in the path. */
export function relatedEntry(call: Call, { module, list, parent }: Target): Entry | undefined {
	const { relatedId } = call.params;
	const field = externalField(call, list.rowModule ?? '');
	return call.data
		.related(module.apiName, parent.id, list.apiName, undefined, 'both')
		.find((entry) => (field === undefined ? entry.id : entry.row()[field]) === relatedId);
}

function answer(call: Call, { module, list, parent }: Target): Reply {
	const names = fieldNames(call, !list.takesNoFields);
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
	const whole = withFiles(call, entry, sized(call, list, entry.row()));
	const row = projectRow(call.data.module(entry.module), whole, names);
	return list.type === 'grouped' ? { ...row, $module: entry.module } : row;
}

/** A note names its files, if it has any (Zoho's example of Get Note). */
function withFiles({ data }: Call, { module, id }: Entry, row: Row): Row {
	if (module !== 'Notes') return row;
	const files = data.relatedRows('Notes', id, 'Attachments');
	if (files.length === 0) return row;
	const $attachments = files.map(
		({ $file_id = null, File_Name = null, Size = null, id: fileId }) => ({
			$file_id,
			File_Name,
			Size,
			id: fileId,
		}),
	);
	return { ...row, $attachments };
}

/** Reports and Zoho's file differ about the size of a file: text, or a number. */
function sized(call: Call, list: RelatedListDef, row: Row): Row {
	const isNumber = list.apiName === 'Attachments' && call.unsettled.attachmentSize === 'number';
	return isNumber ? { ...row, Size: Number(row.Size) } : row;
}

/** The samples of the chronological lists do not have this key. */
function withoutExpiry(info: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(info).filter(([key]) => key !== 'page_token_expiry'));
}
