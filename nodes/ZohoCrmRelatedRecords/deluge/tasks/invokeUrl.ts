import type { CrmAnswer } from '../../helpers/crmRequest';
import { shown } from '../../helpers/shown';
import type { JsonValue } from '../../helpers/types';
import { limitFault, runtimeFault, unsupportedFault, type Fault } from '../values/fault';
import { parsed } from '../values/json';
import { isTrue } from '../library/operators';
import { textOf } from '../values/text';
import type { Value } from '../values/value';
import { isQueryPath } from './allowedReads';
import { MAX_ADDRESS, type AttributeName } from './attributes';
import { addQuery, binaryResponse, CONNECTION_IGNORED } from './crmTasks';
import { queryOf } from './query';
import type { Session } from './session';

const VERSION = /^v\d{1,2}(\.\d)?$/;
/** Headers that mean something to a read. */
const HEADERS: readonly string[] = ['if-modified-since', 'x-external'];

/**
 * Reads an address of Zoho CRM's API.
 * @param values attributes of the task by name
 * @param method HTTP method in capitals
 * @returns JSON as lists and maps, refusals included; an empty text where there is no body; undefined
 * where it would write
 */
export async function invokeUrl(
	values: ReadonlyMap<string, Value>,
	session: Session,
	method: string,
): Promise<JsonValue | undefined> {
	const url = await apiUrl(values.get('url') ?? null, session);
	const path = pathIn(url);
	if (method === 'POST') {
		const select_query = await queryOf(path.slice(1), values, session);
		if (select_query === undefined) return undefined;
		if (values.has('connection')) session.environment.hint(CONNECTION_IGNORED);
		const query = Object.fromEntries(url.searchParams);
		const answer = await session.read({ path, query, body: { select_query } });
		return valueOf(answer, values, session);
	}
	if (method !== 'GET') throw elsewhere(`invokeurl cannot send ${method}: this node only reads`);
	const query = await queryIn(url, values.get('parameters') ?? null, session);
	const headers = await headersIn(values.get('headers') ?? null, session);
	if (values.has('connection')) session.environment.hint(CONNECTION_IGNORED);
	return valueOf(await session.read({ path, query, headers }), values, session);
}

/**
 * Whether a task writes, whatever its other attributes are: a POST to an address that is not that of
 * queries.
 */
export async function isWritingPost(
	values: ReadonlyMap<string, Value>,
	session: Session,
	method: string,
): Promise<boolean> {
	const url = values.get('url');
	if (method !== 'POST' || url === undefined) return false;
	return !isQueryPath(pathIn(await apiUrl(url, session)).slice(1));
}

function valueOf(
	answer: CrmAnswer,
	values: ReadonlyMap<string, Value>,
	session: Session,
): JsonValue {
	if (answer.kind === 'binary') throw binaryResponse(answer.contentType);
	if (isTrue(values.get('detailed') ?? false)) return detailed(answer, session);
	if (answer.kind === 'empty') return '';
	return isTextWanted(values) ? bodyText(answer.text, session) : answer.body;
}

function bodyText(text: string, { meter }: Session): string {
	meter.text(text.length);
	return text;
}

/** What the address holds, and the parameters; the latter win. */
async function queryIn(
	url: URL,
	parameters: Value,
	session: Session,
): Promise<Record<string, string>> {
	const query = new Map(url.searchParams);
	const values = typeof parameters === 'string' ? await fromText(parameters, session) : parameters;
	if (values instanceof Map) await addQuery(query, values, session);
	else if (values !== null) throw notAMap('parameters');
	return Object.fromEntries(query);
}

/** @throws Fault when it leads anywhere else than to Zoho CRM's API */
async function apiUrl(value: Value, session: Session): Promise<URL> {
	const { crm, hint, turn } = session.environment;
	const text = typeof value === 'string' && value.length <= MAX_ADDRESS ? value.trim() : '';
	if (!URL.canParse(text)) throw runtimeFault('The url of invokeurl is not a valid address');
	const url = new URL(text);
	const isApi = await turn.outside(async () => await crm.isApi(url));
	if (!isApi || url.username !== '' || url.password !== '') {
		throw elsewhere(`invokeurl cannot reach ${url.host === '' ? url.protocol : url.host}`);
	}
	const own = await turn.outside(async () => await crm.ownHost());
	if (url.host !== own)
		hint(`Addresses at ${url.host} were read from the credential's API host, ${own}.`);
	return url;
}

function pathIn(url: URL): string[] {
	const [root, ...path] = url.pathname
		.split('/')
		.filter((segment) => segment !== '')
		.map(decoded);
	if (root === 'crm' && VERSION.test(path[0] ?? '') && path.length > 1) return path;
	throw elsewhere(`invokeurl cannot reach ${shown(url.pathname)}, which is not Zoho CRM's API`);
}

/** A map as text (`map.toString()`), or a query as in an address. */
async function fromText(text: string, { meter }: Session): Promise<Value> {
	if (text.length > MAX_ADDRESS) {
		throw limitFault(`The parameters have more than ${MAX_ADDRESS} characters`, 'Ask for less.');
	}
	return (await parsed(text, meter)) ?? new Map<string, Value>(new URLSearchParams(text));
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

function elsewhere(message: string): Fault {
	return unsupportedFault(
		message,
		"Only addresses such as https://www.zohoapis.com/crm/v8/... are available here. Use n8n's HTTP Request node for others.",
	);
}

async function headersIn(value: Value, session: Session): Promise<Record<string, string>> {
	if (value === null || value === '') return {};
	if (!(value instanceof Map)) throw notAMap('headers');
	const sent = [...value].filter(([name]) => HEADERS.includes(name.toLowerCase()));
	const ignored = [...value.keys()].filter((name) => !HEADERS.includes(name.toLowerCase()));
	for (const name of ignored) {
		session.environment.hint(`The header ${shown(name)} of invokeurl is not sent.`);
	}
	const headers: Record<string, string> = {};
	for (const [name, text] of sent) headers[name] = await textOf(text, session.meter);
	return headers;
}

function notAMap(attribute: AttributeName): Fault {
	return runtimeFault(`The ${attribute} of invokeurl must be a map`);
}

/** Zoho's names for the parts of a response (Zoho: getUrl, invokeUrl). */
function detailed(answer: Exclude<CrmAnswer, { kind: 'binary' }>, session: Session): JsonValue {
	const { text, headers } = answer.kind === 'json' ? answer : { text: '', headers: {} };
	const headerTexts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
	return {
		responseText: bodyText(text, session),
		responseHeader: Object.fromEntries(headerTexts),
		responseCode: answer.status,
	};
}

/** `response-format: TEXT` gives the body as it was sent. */
function isTextWanted(values: ReadonlyMap<string, Value>): boolean {
	const format = values.get('response-format');
	return typeof format === 'string' && format.toUpperCase() === 'TEXT';
}
