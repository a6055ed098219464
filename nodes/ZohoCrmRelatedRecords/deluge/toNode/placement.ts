import type { CrmRead } from './crmRead';
import { piecesOf, type ItemValue, type KnownValue, type ReadExpression } from './knownValues';
import type { Reach } from './parameterText';

/** Name of the node before all others of a workflow, whose items are those of the script. */
export const INPUT = 'Input';

/** A read with the node for it, and its place among the others. */
export interface Place {
	call: CrmRead;
	name: string;
	/** Its number among the reads, in source order. */
	index: number;
	/** Name of the node whose items are the rows: that of the read, or one that splits its answer. */
	output: string;
	/** The node it runs behind: one that its values come from. */
	behind?: Place;
	/** Values of items that it uses. */
	uses: readonly ItemValue[];
}

/** Reads whose answer is one item with all rows; a node behind makes items of them. */
export function isSplit({ kind }: CrmRead): boolean {
	return kind === 'list' || kind === 'search' || kind === 'coql';
}

/** Each read with its place, in source order. */
export function placesOf(calls: readonly CrmRead[]): Map<ReadExpression, Place> {
	const places = new Map<ReadExpression, Place>();
	const counts = new Map<string, number>();
	for (const call of calls) {
		const base = baseName(call);
		const count = (counts.get(base) ?? 0) + 1;
		counts.set(base, count);
		const name = count === 1 ? base : `${base} ${count}`;
		const output = isSplit(call) ? `Rows of ${name}` : name;
		places.set(call.read, { call, name, index: places.size, output, uses: usesOf(call) });
	}
	for (const place of places.values()) {
		const sources = sourcesOf(place).flatMap((read) => places.get(read) ?? []);
		place.behind = sources.sort((a, b) => b.index - a.index)[0];
	}
	return places;
}

/** The reads that the values of a read come from. */
export function sourcesOf({ uses }: Place): ReadExpression[] {
	return [...new Set(uses.flatMap(({ of }) => of ?? []))];
}

/** Whether a node runs behind another, directly or not. */
export function isBehind(place: Place, other: Place): boolean {
	for (let { behind } = place; behind !== undefined; { behind } = behind) {
		if (behind === other) return true;
	}
	return false;
}

/** How the expressions of a node reach the items that its values come from. */
export function reachFrom(place: Place, places: ReadonlyMap<ReadExpression, Place>): Reach {
	return ({ of, path }) => {
		const source = of && places.get(of);
		if (source === undefined) {
			const isOwn = place.behind === undefined || of !== undefined;
			return { item: isOwn ? '$json' : `$("${INPUT}").item.json`, path };
		}
		const inItem = source.call.kind === 'record' ? ['data', '0', ...path] : path;
		if (source === place.behind) return { item: '$json', path: inItem };
		const item = isBehind(place, source) ? 'item' : 'first()';
		return { item: `$("${source.output}").${item}.json`, path: inItem };
	};
}

function usesOf(call: CrmRead): ItemValue[] {
	const values: (KnownValue | undefined)[] = [call.module, call.recordId, ...call.query.values()];
	if (call.kind === 'related') values.push(call.relatedList);
	const pieces = values.flatMap((value) => (value && piecesOf(value)) ?? []);
	return pieces.filter((piece): piece is ItemValue => typeof piece !== 'string');
}

function baseName(call: CrmRead): string {
	const module = shortName(call.module, 'record');
	switch (call.kind) {
		case 'related':
			return `${shortName(call.relatedList, 'Related records')} of ${module}`;
		case 'record':
			return `Record of ${module}`;
		case 'search':
			return `Search of ${module}`;
		case 'list':
			return `List of ${module}`;
		case 'coql':
			return 'COQL query';
	}
}

function shortName(value: KnownValue, otherwise: string): string {
	const [text, ...others] = piecesOf(value) ?? [];
	const isName = others.length === 0 && typeof text === 'string' && /^\w{1,60}$/.test(text);
	return isName ? text : otherwise;
}
