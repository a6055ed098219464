import { shown } from '../../helpers/shown';
import { isObject } from '../../helpers/guards';
import { isRecordId } from '../../helpers/ids';
import { isApiName } from '../../helpers/names';
import type { CrmAnswer } from '../../helpers/crmRequest';
import type { JsonValue } from '../../helpers/types';
import { Fault, runtimeFault } from '../values/fault';
import { textOf } from '../values/text';
import { describe, isNumeric, type DelugeMap, type Value } from '../values/value';
import { orgVariable } from './orgVariable';
import type { Session } from './session';

/** A task: a function that asks Zoho. */
export interface Task {
	/** As Zoho's help spells it. */
	name: string;
	min: number;
	max: number;
	run(args: readonly Value[], session: Session): Promise<JsonValue>;
}

/** The unprefixed tasks give whole rows, as v2 and v2.1 do without `fields`. */
const LEGACY = 'v2.1';
const V8 = 'v8';

const definitions: readonly Task[] = [
	{ name: 'zoho.crm.getRelatedRecords', min: 3, max: 6, run: related(LEGACY) },
	{ name: 'zoho.crm.v8.getRelatedRecords', min: 3, max: 7, run: related(V8) },
	{ name: 'zoho.crm.getRecordById', min: 2, max: 4, run: record(LEGACY) },
	{ name: 'zoho.crm.v8.getRecordById', min: 2, max: 4, run: record(V8) },
	{ name: 'zoho.crm.getRecords', min: 1, max: 5, run: records(LEGACY) },
	{ name: 'zoho.crm.v8.getRecords', min: 1, max: 5, run: records(V8) },
	{ name: 'zoho.crm.searchRecords', min: 2, max: 6, run: found(LEGACY) },
	{ name: 'zoho.crm.v8.searchRecords', min: 2, max: 6, run: found(V8) },
	{ name: 'zoho.crm.getOrgVariable', min: 1, max: 2, run: orgVariable },
];

/** The tasks that read Zoho CRM, by their names in lower case. */
export const CRM_TASKS: ReadonlyMap<string, Task> = new Map(
	definitions.map((task) => [task.name.toLowerCase(), task]),
);

/** Relation first, module second (Zoho: Get related records). */
function related(version: string): Task['run'] {
	return async ([relation, module, id, ...rest], session) => {
		const path = [version, apiName(module, 2), recordId(id, 3), apiName(relation, 1)];
		return rowsOf(await session.read({ path, query: await queryIn(rest, session) }));
	};
}

function record(version: string): Task['run'] {
	return async ([module, id, ...rest], session) => {
		const path = [version, apiName(module, 1), recordId(id, 2)];
		const rows = rowsOf(await session.read({ path, query: await queryIn(rest, session) }));
		return Array.isArray(rows) ? (rows[0] ?? {}) : rows;
	};
}

function records(version: string): Task['run'] {
	return async ([module, ...rest], session) => {
		const path = [version, apiName(module, 1)];
		return rowsOf(await session.read({ path, query: await queryIn(rest, session) }));
	};
}

function found(version: string): Task['run'] {
	return async ([module, criteria, ...rest], session) => {
		const path = [version, apiName(module, 1), 'search'];
		if (typeof criteria !== 'string') throw wrong(2, 'a text', criteria);
		const query = { criteria, ...(await queryIn(rest, session)) };
		return rowsOf(await session.read({ path, query }));
	};
}

/**
 * The rows as a list, or the refusal as a map: these tasks do not fail where Zoho refuses. The
 * documents leave open what the v8 tasks give; scripts also treat it as a list.
 */
function rowsOf(answer: CrmAnswer): JsonValue {
	if (answer.kind === 'empty') return [];
	if (answer.kind === 'binary') throw binaryResponse(answer.contentType);
	const { body } = answer;
	return isObject(body) && Array.isArray(body.data) ? body.data : body;
}

/**
 * Numbers are the page and its size, a map is the query, a text is the connection. The page for v8
 * shows the map in two places, so it counts wherever it stands.
 */
async function queryIn(rest: readonly Value[], session: Session): Promise<Record<string, string>> {
	const numbers = rest.filter(isNumeric);
	const query = new Map<string, string>();
	if (numbers[0] !== undefined) query.set('page', String(numbers[0]));
	if (numbers[1] !== undefined) query.set('per_page', String(numbers[1]));
	for (const value of rest) {
		if (value instanceof Map) await addQuery(query, value, session);
		else if (typeof value === 'string') session.environment.hint(CONNECTION_IGNORED);
	}
	return Object.fromEntries(query);
}

export const CONNECTION_IGNORED =
	"The script names a connection, which is not needed here: the node's credential is used.";

/** Nulls are left out, all else is sent as text. */
export async function addQuery(
	query: Map<string, string>,
	values: DelugeMap,
	session: Session,
): Promise<void> {
	for (const [key, value] of values) {
		if (value !== null) query.set(key, await textOf(value, session.meter));
	}
}

export function binaryResponse(contentType: string): Fault {
	return new Fault(
		'BINARY_RESPONSE',
		`Zoho returned a file or other content that is not JSON (${shown(contentType)})`,
		"Scripts cannot read files here. Download it with n8n's HTTP Request node and this credential.",
	);
}

function apiName(value: Value | undefined, place: number): string {
	if (typeof value === 'string' && isApiName(value)) return value;
	throw wrong(place, 'an API name such as Deals', value);
}

/** IDs come as text or as whole numbers; a decimal has lost its last digits. */
function recordId(value: Value | undefined, place: number): string {
	const text = typeof value === 'bigint' ? String(value) : value;
	if (typeof text === 'string' && isRecordId(text)) return text;
	if (typeof value === 'number') {
		throw runtimeFault(
			`Argument ${place} is the number ${value}, whose last digits may be wrong`,
			'Pass the record ID as text: Zoho IDs are longer than a JavaScript number can hold.',
		);
	}
	throw wrong(place, 'a record ID', value);
}

function wrong(place: number, wanted: string, value: Value = null): Fault {
	const actual = typeof value === 'string' && value.length <= 60 ? `'${value}'` : describe(value);
	return runtimeFault(`Argument ${place} must be ${wanted}, not ${actual}`);
}
