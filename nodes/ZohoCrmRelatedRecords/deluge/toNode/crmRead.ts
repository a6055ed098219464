import type { Block, Call, Expression } from '../language/ast';
import { attributeOf } from '../language/blocks';
import { crmAddressOf, type CrmAddress } from './crmAddress';
import { fixedTextOf, UNKNOWN, type KnownValue, type ReadExpression } from './knownValues';
import { readKindOf, V8_TASK } from './readTasks';
import type { Resolver } from './resolveVariables';

interface ReadCall {
	read: ReadExpression;
	module: KnownValue;
	/** Parameters of the request by name: `fields`, `page`, `per_page`, `sort_by` and others. */
	query: ReadonlyMap<string, KnownValue>;
	/** False where parameters were put together in a way that cannot be told without running. */
	isQueryKnown: boolean;
	/** Version of the API in an address. */
	version?: string;
	/** Whether the script names a connection. */
	hasConnection: boolean;
}

/** A read of one related list of one record, as the script asks for it. */
export interface RelatedCall extends ReadCall {
	kind: 'related';
	recordId: KnownValue;
	relatedList: KnownValue;
}

/** Another read: of a record, of the records of a module, of those found, or by COQL. */
export interface RestCall extends ReadCall {
	kind: 'record' | 'list' | 'search' | 'coql';
	/** Of a record. */
	recordId?: KnownValue;
	/** Host of an address; the tasks name none. */
	host?: string;
}

export type CrmRead = RelatedCall | RestCall;

/**
 * What a read asks for.
 * @returns undefined for a request of another kind: a file, settings, another host, a write
 */
export function crmReadOf(read: ReadExpression, resolver: Resolver): CrmRead | undefined {
	return read.kind === 'call' ? taskRead(read, resolver) : addressRead(read, resolver);
}

function taskRead(read: Call, resolver: Resolver): CrmRead {
	const known = (expression: Expression | undefined) =>
		expression === undefined ? UNKNOWN : resolver.resolve(expression);
	const [first, second, third, ...more] = read.args;
	const isV8 = read.name.toLowerCase().startsWith('zoho.crm.v8.');
	const kind = readKindOf(read);
	if (kind === 'related') {
		const request = requestOf(more.map(known), read.name.toLowerCase() === V8_TASK);
		return {
			kind,
			read,
			relatedList: known(first),
			module: known(second),
			recordId: known(third),
			...request,
		};
	}
	const rest = [third, ...more].flatMap((arg) => (arg === undefined ? [] : [known(arg)]));
	// The interpreter asks the same versions: v2.1 gives whole rows without `fields`.
	const version = isV8 ? 'v8' : 'v2.1';
	const own = { read, version, module: known(first) };
	if (kind === 'record') {
		const map = rest.find((value) => value.kind === 'map');
		return { kind, ...own, recordId: known(second), ...requestOf(map ? [map] : [], isV8) };
	}
	if (kind !== 'search') {
		const values = second === undefined ? rest : [known(second), ...rest];
		return { kind: 'list', ...own, ...requestOf(values, isV8) };
	}
	const request = requestOf(rest, isV8);
	return {
		kind,
		...own,
		...request,
		query: new Map([['criteria', known(second)], ...request.query]),
	};
}

/** Page, its size and the connection, in this order, and a map of parameters. */
function requestOf(
	values: readonly KnownValue[],
	isV8: boolean,
): Pick<CrmRead, 'query' | 'isQueryKnown' | 'hasConnection'> {
	// The documentation is at odds with itself on where the map of parameters stands.
	const map = values.find((value) => value.kind === 'map');
	const parameters = map ?? (isV8 ? values.find(({ kind }) => kind === 'null') : undefined);
	const [page, perPage, connection] = values.filter((value) => value !== parameters);
	const query = new Map(map?.entries);
	if (isGiven(page)) query.set('page', page);
	if (isGiven(perPage)) query.set('per_page', perPage);
	return {
		query,
		isQueryKnown: !isV8 || map !== undefined || values.every(({ kind }) => kind !== 'unknown'),
		hasConnection: isGiven(connection),
	};
}

function isGiven(value: KnownValue | undefined): value is KnownValue {
	return value !== undefined && value.kind !== 'null';
}

/** First segments of addresses that are no modules with records. */
const OTHER_MODULES: readonly string[] = [
	'__apis',
	'bulk',
	'composite_requests',
	'files',
	'functions',
	'org',
	'recycle_bin',
	'settings',
	'users',
];

function addressRead(read: Block, resolver: Resolver): CrmRead | undefined {
	const address = crmAddressOf(read, resolver);
	if (address === undefined) return undefined;
	const [module = UNKNOWN, second, relatedList, ...more] = address.segments;
	const { host, version, query, isQueryKnown } = address;
	const hasConnection = attributeOf(read, 'connection') !== undefined;
	const own = { read, module, host, version, query, isQueryKnown, hasConnection };
	const name = fixedTextOf(module)?.toLowerCase() ?? '';
	if (name === 'coql' && second === undefined) {
		return isCoql(address) ? { kind: 'coql', ...own, module: UNKNOWN } : undefined;
	}
	const isOfModule = address.method === 'GET' && !OTHER_MODULES.includes(name);
	if (!isOfModule || more.length > 0) return undefined;
	return ofModule(own, second, relatedList);
}

/** The kind of read, by what follows the module. */
function ofModule(
	own: Omit<RestCall, 'kind'>,
	part: KnownValue | undefined,
	relatedList: KnownValue | undefined,
): CrmRead | undefined {
	if (part === undefined) return { kind: 'list', ...own };
	if (relatedList !== undefined) return { kind: 'related', recordId: part, relatedList, ...own };
	const text = fixedTextOf(part);
	if (text === 'search') return { kind: 'search', ...own };
	return text === undefined || /^\d+$/.test(text)
		? { kind: 'record', recordId: part, ...own }
		: undefined;
}

/** A query that selects; what else is sent there is no read. */
function isCoql({ method, query, isQueryKnown }: CrmAddress): boolean {
	const select = query.get('select_query');
	return method === 'POST' && (select !== undefined || !isQueryKnown);
}
