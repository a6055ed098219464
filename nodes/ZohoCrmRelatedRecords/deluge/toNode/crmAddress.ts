import type { Block, Expression } from '../language/ast';
import { attributeOf, httpMethodOf } from '../language/blocks';
import { piecesOf, UNKNOWN, type ItemValue, type KnownValue } from './knownValues';
import type { Resolver } from './resolveVariables';

/** What an invokeurl asks Zoho CRM for. */
export interface CrmAddress {
	host: string;
	/** `v8` */
	version: string;
	/** What follows the version. */
	segments: KnownValue[];
	/** Parameters of the request, from the address and the attribute `parameters`. */
	query: ReadonlyMap<string, KnownValue>;
	/** False where parameters were put together in a way that cannot be told without running. */
	isQueryKnown: boolean;
	method: string;
}

/** Stands for a value that is not fixed while an address is taken apart. */
const HOLE = '\u0000';
const ADDRESS = /^https?:\/\/([a-z]+\.zohoapis\.[a-z.]+)\/crm\/(v[\d.]+)\/([^?#]+)(?:\?([^#]*))?$/i;

/** @returns undefined for an address of another host or service, or one that is not known */
export function crmAddressOf(read: Block, resolver: Resolver): CrmAddress | undefined {
	const address = attributeOf(read, 'url')?.value;
	const pieces = address === undefined ? [] : addressPieces(address, resolver);
	const values = pieces.filter((piece) => typeof piece !== 'string');
	const text = pieces.map((piece) => (typeof piece === 'string' ? piece : HOLE)).join('');
	const [, host, version, path = '', search = ''] = ADDRESS.exec(text) ?? [];
	if (host === undefined || version === undefined) return undefined;
	const filled = (part: string) => fill(part, values);
	const segments = path.split('/').map(filled);
	const parameters = parametersOf(read, resolver);
	return {
		host: host.toLowerCase(),
		version: version.toLowerCase(),
		segments,
		query: new Map([...searchOf(search, filled), ...(parameters ?? [])]),
		isQueryKnown: parameters !== undefined,
		method: httpMethodOf(read),
	};
}

type Piece = string | ItemValue | typeof UNKNOWN;

/** The pieces of an address. What is added to one whose beginning is known may be unknown. */
function addressPieces(address: Expression, resolver: Resolver): Piece[] {
	const added: Piece[] = [];
	for (let rest = address; ; rest = rest.left) {
		const pieces = piecesOf(resolver.resolve(rest));
		if (pieces !== undefined) return [...pieces, ...added];
		if (rest.kind !== 'binary' || rest.operator !== '+') return [];
		added.unshift(...(piecesOf(resolver.resolve(rest.right)) ?? [UNKNOWN]));
	}
}

/** What is sent besides the address; undefined where it cannot be told without running. */
function parametersOf(
	read: Block,
	resolver: Resolver,
): ReadonlyMap<string, KnownValue> | undefined {
	const attribute = attributeOf(read, 'parameters') ?? attributeOf(read, 'body');
	if (attribute === undefined) return new Map();
	const value = resolver.resolve(attribute.value);
	return value.kind === 'map' ? value.entries : undefined;
}

function searchOf(search: string, filled: (part: string) => KnownValue): [string, KnownValue][] {
	const pairs = search.split('&').filter((pair) => pair !== '');
	return pairs.map((pair) => {
		const [name = '', ...rest] = pair.split('=');
		return [decoded(name), filled(decoded(rest.join('=')))];
	});
}

/** Puts the values back, in order: the parts of an address are filled from left to right. */
function fill(part: string, values: Exclude<Piece, string>[]): KnownValue {
	const texts = part.split(HOLE);
	const pieces = texts.flatMap((text, index): Piece[] => {
		const value = index < texts.length - 1 ? values.shift() : undefined;
		return value === undefined ? [text] : [text, value];
	});
	const filled: (string | ItemValue)[] = [];
	for (const piece of pieces) {
		if (typeof piece !== 'string' && piece.kind !== 'item') return UNKNOWN;
		if (piece !== '') filled.push(piece);
	}
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
