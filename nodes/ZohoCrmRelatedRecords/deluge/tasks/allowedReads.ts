import { isRecordId } from '../../helpers/ids';
import { isApiName } from '../../helpers/names';
import { shown } from '../../helpers/shown';
import { unsupportedFault } from '../values/fault';

/** Names in paths that lead to no records: what is below them does something. */
const DOES_SOMETHING: readonly string[] = ['functions', 'actions'];
const METADATA = 'settings';

/** What may come after `actions`, which is read with GET only (Zoho: Record Count, Blueprint). */
const READ_ACTIONS: readonly string[] = ['count', 'blueprint'];

/**
 * What a script may send: GET requests of these paths, queries, and nothing else. A read changes nothing, so
 * each may be repeated; Zoho's functions, which GET runs as well, are not among them.
 * @param path segments after the version
 * @param isQuery whether a query is sent by POST
 * @throws Fault DELUGE_UNSUPPORTED
 */
export function checkAllowed(path: readonly string[], isQuery = false): void {
	if (isQuery && isQueryPath(path)) return;
	if (path.some((segment) => segment.toLowerCase() === 'functions')) {
		throw unsupportedFault(
			`Scripts cannot run functions of Zoho CRM here: ${shown(path.join('/'))}`,
			"Paste what the function does into the script, or call it with n8n's HTTP Request node.",
		);
	}
	if (!isQuery && (isMetadata(path) || isRead(path))) return;
	throw unsupportedFault(
		`Scripts cannot read ${shown(path.join('/'))} here`,
		"Read modules, records, related lists, users or settings. Use n8n's HTTP Request node for others.",
	);
}

/** `settings/fields`, `settings/modules/{module}`, and so on. */
function isMetadata([root, ...rest]: readonly string[]): boolean {
	return root === METADATA && rest.length > 0 && rest.length <= 4 && rest.every(isPlain);
}

/**
 * `{module}`, `{module}/{id}`, `{module}/{id}/{list}`, `{module}/{id}/{list}/{id}`, each perhaps with
 * `actions/count` behind it. In the place of an ID are `search`, `deleted`, and the values of
 * external fields.
 */
function isRead(path: readonly string[]): boolean {
	const start = path.findIndex((segment) => segment.toLowerCase() === 'actions');
	if (start === -1) return isPlace(path);
	const [action = '', ...more] = path.slice(start + 1);
	return isPlace(path.slice(0, start)) && READ_ACTIONS.includes(action) && more.length === 0;
}

/**
 * The one POST that reads: a query (Zoho: Get Records through a COQL Query).
 * @param path segments after the version
 */
export function isQueryPath(path: readonly string[]): boolean {
	return path.length === 1 && path[0] === 'coql';
}

function isPlace([
	module = '',
	record,
	list = '_',
	entry = '_',
	...more
]: readonly string[]): boolean {
	const isEntry = isRecordId(entry) || isApiName(entry);
	const isModule = isPlain(module) && module !== METADATA;
	return isModule && record !== '' && isApiName(list) && isEntry && more.length === 0;
}

function isPlain(segment: string): boolean {
	const isName = isApiName(segment) && !DOES_SOMETHING.includes(segment.toLowerCase());
	return isName || isRecordId(segment);
}
