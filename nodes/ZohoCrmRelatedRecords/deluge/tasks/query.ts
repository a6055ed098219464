import { limitFault, unsupportedFault, type Fault } from '../values/fault';
import { parsed } from '../values/json';
import type { DelugeMap, Value } from '../values/value';
import { isQueryPath } from './allowedReads';
import { MAX_ADDRESS, type AttributeName } from './attributes';
import type { Session } from './session';

const KEY = 'select_query';

/**
 * The text of a COQL query that a task sends: by POST to `/crm/v8/coql`, with nothing in its body but
 * a query that begins with `select`.
 * @param path segments after the version
 * @returns undefined where it is anything else
 * @throws Fault DELUGE_LIMIT where it is too long
 */
export async function queryOf(
	path: readonly string[],
	values: ReadonlyMap<string, Value>,
	session: Session,
): Promise<string | undefined> {
	if (!isQueryPath(path)) return undefined;
	const names: readonly AttributeName[] = ['parameters', 'body'];
	const given = names.map((name) => values.get(name) ?? null).filter((value) => value !== null);
	const body = given.length === 1 ? await mapIn(given[0] ?? null, session) : undefined;
	const query = body?.size === 1 ? body.get(KEY) : undefined;
	return typeof query === 'string' && /^\s*select\s/i.test(query) ? query : undefined;
}

async function mapIn(value: Value, { meter }: Session): Promise<DelugeMap | undefined> {
	if (typeof value === 'string') checkLength(value);
	const map = typeof value === 'string' ? await parsed(value, meter) : value;
	if (!(map instanceof Map)) return undefined;
	const query = map.get(KEY);
	if (typeof query === 'string') checkLength(query);
	return map;
}

function checkLength(text: string): void {
	if (text.length <= MAX_ADDRESS) return;
	throw limitFault(`The query has more than ${MAX_ADDRESS} characters`, 'Ask for less at a time.');
}

/** Refuses a task that turned out to write. */
export function writes(name: string): Fault {
	return unsupportedFault(
		`The script writes: ${name}. This node only reads`,
		"Remove this task and write with n8n's Zoho CRM node, or set 'Write Tasks' under Options to Skip. A POST to /crm/v8/coql reads if its body is nothing but a select_query that begins with select.",
	);
}
