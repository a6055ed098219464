import type { Call } from '../call';
import { boundsOf } from '../coql/limits';
import { fieldsIn, parseQuery, type Query } from '../coql/query';
import { selected } from '../coql/run';
import type { CrmData } from '../data/crmData';
import { isForAnyModule } from '../data/schema/lookups';
import type { FieldDef, ModuleDef, Row, Value } from '../data/types';
import { errors, ZohoError } from '../errors';
import type { Reply } from '../reply';
import { emptyReply, jsonReply } from '../reply';

/** Joins of lookups in one column (Zoho: COQL limitations). */
const MAX_JOINS = 2;
const NO_QUERIES = ['Attachments', 'Emails'];
/** The first version that names what lookups lead to. */
const NAMES_SINCE = 7;

/** POST /coql (Zoho: Get Records through a COQL Query). */
export function coql(call: Call): Reply {
	if (!call.scopes.queries()) throw errors.scopeMismatch();
	const query = parseQuery(queryIn(call.request.body));
	const module = queriedModule(call, query);
	const { count, offset } = boundsOf(query, call.version, call.unsettled);
	for (const field of fieldsIn(query)) checkField(call.data, module, field);
	const rows = call.data
		.records(module.apiName, { by: 'id', descending: false })
		.map((entry) => entry.row());
	const all = selected(query, rows, (row) => (field) => valueOf(call, module, row, field));
	const data = all.slice(offset, offset + count);
	if (data.length === 0) return emptyReply(204);
	const more_records = all.length > offset + count;
	return jsonReply(200, { data, info: { count: data.length, more_records } });
}

function queryIn(body: string): string {
	let parsed: unknown;
	try {
		parsed = JSON.parse(body);
	} catch {
		throw new ZohoError(400, 'INVALID_REQUEST', 'unable to process your request');
	}
	const query =
		typeof parsed === 'object' && parsed !== null && 'select_query' in parsed
			? parsed.select_query
			: undefined;
	if (typeof query === 'string') return query;
	throw new ZohoError(400, 'MANDATORY_NOT_FOUND', 'required field not found', {
		api_name: 'select_query',
		json_path: '$.select_query',
	});
}

function queriedModule({ data, scopes, unsettled }: Call, { module: name }: Query): ModuleDef {
	const module = data.module(name);
	if (!scopes.readsModule(module?.scope ?? name.toLowerCase())) throw errors.scopeMismatch();
	if (name === 'Notes' && !unsettled.queriesNotes) throw errors.adminOnly();
	if (!module || module.status !== 'visible' || !module.apiSupported || NO_QUERIES.includes(name)) {
		throw errors.invalidQuery('module name given seems to be invalid');
	}
	if (module.access === 'NO_PERMISSION') throw errors.noPermission(name);
	return module;
}

/** One wrong column fails the whole query. */
function checkField(data: CrmData, module: ModuleDef, field: string): void {
	const path = field.split('.');
	let at: ModuleDef | undefined = module;
	for (const [index, name] of path.entries()) {
		const found: FieldDef | undefined = at?.fields.find(({ apiName }) => apiName === name);
		const isKnown =
			name === 'id' || (found && !/^(multiselectlookup|subform)$/.test(found.dataType));
		if (!isKnown || index > MAX_JOINS) {
			throw new ZohoError(400, 'INVALID_QUERY', 'column given seems to be invalid', {
				column_name: field,
			});
		}
		at = found?.lookupModule === undefined ? undefined : data.module(found.lookupModule);
	}
}

function valueOf(
	call: Pick<Call, 'data' | 'version'>,
	module: ModuleDef,
	row: Row,
	field: string,
): Value {
	const { data, version } = call;
	const [name = '', ...rest] = field.split('.');
	const value = row[name] ?? null;
	const id = idIn(value);
	const definition = module.fields.find(({ apiName }) => apiName === name);
	if (rest.length === 0)
		return id === undefined ? value : lookupValue(value, id, definition, version);
	const target = definition?.lookupModule;
	const next = target === undefined ? undefined : data.module(target);
	const linked = next && id !== undefined ? data.record(next.apiName, id) : undefined;
	if (!next || !linked) return null;
	return valueOf(call, next, linked, rest.join('.'));
}

/** Lookups come with a name from v7 on, but for those of any module; users without their address. */
function lookupValue(
	value: Value,
	id: string,
	definition: FieldDef | undefined,
	version: number,
): Value {
	const isNameless = version < NAMES_SINCE || (definition && isForAnyModule(definition));
	const hasName = typeof value === 'object' && value !== null && 'name' in value;
	return isNameless || !hasName ? { id } : { name: value.name ?? null, id };
}

function idIn(value: Value): string | undefined {
	const isObject = typeof value === 'object' && value !== null && 'id' in value;
	return isObject && typeof value.id === 'string' ? value.id : undefined;
}
