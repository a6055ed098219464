import type { Block, Call, Expression } from '../language/ast';
import { attributeOf } from '../language/blocks';
import { piecesOf, UNKNOWN, type ItemValue, type Known, type Read } from './knownValues';
import { LEGACY_TASK } from './readTasks';
import type { Resolver } from './resolveVariables';

/** A read of one related list of one record, as the script asks for it. */
export interface RelatedCall {
	read: Read;
	module: Known;
	recordId: Known;
	relatedList: Known;
	/** Parameters of the request by name: `fields`, `page`, `per_page`, `sort_by` and others. */
	query: ReadonlyMap<string, Known>;
	/** False where parameters were put together in a way that cannot be told without running. */
	isQueryKnown: boolean;
	/** Version of the API in an address. */
	version?: string;
	/** Whether the script names a connection. */
	hasConnection: boolean;
}

/**
 * What a read asks for.
 * @returns undefined for a GET of another kind: a file, a record, another host
 */
export function relatedCallOf(read: Read, resolver: Resolver): RelatedCall | undefined {
	return read.kind === 'call' ? taskCall(read, resolver) : addressCall(read, resolver);
}

function taskCall(read: Call, resolver: Resolver): RelatedCall {
	const [relatedList, module, recordId, ...others] = read.args;
	const known = (expression: Expression | undefined) =>
		expression === undefined ? UNKNOWN : resolver.resolve(expression);
	const isLegacy = read.name.toLowerCase() === LEGACY_TASK;
	const values = others.map(known);
	// The documentation is at odds with itself on where the map of parameters stands.
	const map = values.find((value) => value.kind === 'map');
	const parameters = map ?? (isLegacy ? undefined : values.find(({ kind }) => kind === 'null'));
	const [page, perPage, connection] = values.filter((value) => value !== parameters);
	const query = new Map(map?.entries);
	if (isGiven(page)) query.set('page', page);
	if (isGiven(perPage)) query.set('per_page', perPage);
	return {
		read,
		module: known(module),
		recordId: known(recordId),
		relatedList: known(relatedList),
		query,
		isQueryKnown: isLegacy || map !== undefined || values.every(({ kind }) => kind !== 'unknown'),
		hasConnection: isGiven(connection),
	};
}

function isGiven(value: Known | undefined): value is Known {
	return value !== undefined && value.kind !== 'null';
}

/** Stands for a value that differs from item to item while an address is taken apart. */
const HOLE = '\u0000';
const ADDRESS =
	/^https?:\/\/[a-z]+\.zohoapis\.[a-z.]+\/crm\/(v[\d.]+)\/([^/?#]+)\/([^/?#]+)\/([^/?#]+)(?:\?([^#]*))?$/i;
/** Second segment of addresses that are no record of a module. */
const OTHER_MODULES: readonly string[] = ['settings', '__apis'];

function addressCall(read: Block, resolver: Resolver): RelatedCall | undefined {
	const address = attributeOf(read, 'url')?.value;
	const pieces = address && piecesOf(resolver.resolve(address));
	if (pieces === undefined) return undefined;
	const values = pieces.filter((piece): piece is ItemValue => typeof piece !== 'string');
	const text = pieces.map((piece) => (typeof piece === 'string' ? piece : HOLE)).join('');
	const [, version, module = '', recordId = '', relatedList = '', search = ''] =
		ADDRESS.exec(text) ?? [];
	if (version === undefined || OTHER_MODULES.includes(module)) return undefined;
	const filled = (part: string) => fill(part, values);
	const path = {
		module: filled(module),
		recordId: filled(recordId),
		relatedList: filled(relatedList),
	};
	const parameters = parametersOf(read, resolver);
	return {
		read,
		version: version.toLowerCase(),
		...path,
		query: new Map([...searchOf(search, filled), ...(parameters ?? [])]),
		isQueryKnown: parameters !== undefined,
		hasConnection: attributeOf(read, 'connection') !== undefined,
	};
}

/** The attribute `parameters`; undefined where it cannot be told without running. */
function parametersOf(read: Block, resolver: Resolver): ReadonlyMap<string, Known> | undefined {
	const attribute = attributeOf(read, 'parameters');
	if (attribute === undefined) return new Map();
	const value = resolver.resolve(attribute.value);
	return value.kind === 'map' ? value.entries : undefined;
}

function searchOf(search: string, filled: (part: string) => Known): [string, Known][] {
	const pairs = search.split('&').filter((pair) => pair !== '');
	return pairs.map((pair) => {
		const [name = '', ...rest] = pair.split('=');
		return [decoded(name), filled(decoded(rest.join('=')))];
	});
}

/** Puts the values back, in order: the parts of an address are filled from left to right. */
function fill(part: string, values: ItemValue[]): Known {
	const texts = part.split(HOLE);
	const pieces = texts.flatMap((text, index): (string | ItemValue)[] => {
		const value = index < texts.length - 1 ? values.shift() : undefined;
		return value === undefined ? [text] : [text, value];
	});
	const filled = pieces.filter((piece) => piece !== '');
	const [only] = filled;
	if (filled.length === 1 && only !== undefined && typeof only !== 'string') return only;
	return { kind: 'text', pieces: filled };
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}
