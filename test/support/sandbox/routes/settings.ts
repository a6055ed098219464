import type { Call } from '../call';
import type { ModuleDef } from '../data/types';
import { errors } from '../errors';
import { fieldMeta } from '../metadata/fieldMeta';
import { moduleMeta } from '../metadata/moduleMeta';
import { relatedListMeta } from '../metadata/relatedListMeta';
import type { Reply } from '../reply';
import { emptyReply, jsonReply } from '../reply';

const STATUSES = ['visible', 'user_hidden', 'system_hidden', 'scheduled_for_deletion'];

/** GET /settings/modules (Zoho: Modules Metadata v7). */
export function modules(call: Call): Reply {
	if (!call.scopes.readsSettings('modules')) throw errors.scopeMismatch();
	const wanted = statuses(call);
	const found = call.data.modules.filter(({ status }) => wanted.includes(status));
	if (found.length === 0) return emptyReply(204);
	return jsonReply(200, { modules: found.map(moduleMeta) });
}

/** GET /settings/modules/{api_name} */
export function module(call: Call): Reply {
	if (!call.scopes.readsSettings('modules')) throw errors.scopeMismatch();
	const index = call.data.modules.findIndex(({ apiName }) => apiName === call.params.name);
	const found = call.data.modules[index];
	if (!found) throw errors.invalidModule({ resource_path_index: 2 });
	return jsonReply(200, { modules: [moduleMeta(found, index)] });
}

/** GET /settings/related_lists[/{id}]?module= (Zoho: Related Lists Metadata v7). */
export function relatedLists(call: Call): Reply {
	if (!call.scopes.readsSettings('related_lists')) throw errors.scopeMismatch();
	const parent = moduleParam(call, { param_name: 'module' });
	const wanted = statuses(call);
	const lists = call.data
		.relatedLists(parent.apiName)
		.filter(({ type }) => type !== 'grouped' || call.version >= 5)
		.map((list, index) => relatedListMeta(parent, list, index, call.unsettled.multiSelectModule))
		.filter(({ status }) => wanted.includes(status));
	return metadata(call, 'related_lists', lists);
}

/** GET /settings/fields[/{id}]?module= (Zoho: Fields Metadata v7). */
export function fields(call: Call): Reply {
	if (!call.scopes.readsSettings('fields')) throw errors.scopeMismatch();
	const parent = moduleParam(call, {});
	const all = parent.fields.map((field) => {
		const { lookupModule } = field;
		const target = lookupModule === undefined ? undefined : call.data.module(lookupModule);
		return fieldMeta(parent, field, target);
	});
	return metadata(call, 'fields', all);
}

/** All of them, or the one whose id stands in the path. */
function metadata(call: Call, key: string, all: readonly { id: string }[]): Reply {
	const { id: wanted } = call.params;
	const found = wanted === undefined ? all : all.filter(({ id }) => id === wanted);
	return found.length === 0 ? emptyReply(204) : jsonReply(200, { [key]: found });
}

function statuses(call: Call): readonly string[] {
	const wanted = call.request.query.status?.split(',') ?? STATUSES;
	if (wanted.every((status) => STATUSES.includes(status))) return wanted;
	throw errors.invalidParam('status', STATUSES);
}

function moduleParam(call: Call, details: Record<string, unknown>): ModuleDef {
	const name = call.request.query.module;
	if (!name) throw errors.missingParam('module');
	const found = call.data.module(name);
	if (!found) throw errors.invalidModule(details);
	if (found.access === 'NOT_SUPPORTED') throw errors.notSupported({ param_name: 'module' });
	return found;
}
