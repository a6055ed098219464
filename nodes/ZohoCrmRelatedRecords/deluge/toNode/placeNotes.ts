import { elementOf, type ReadExpression } from './knownValues';
import { isBehind, sourcesOf, type Place } from './placement';
import type { Resolver } from './resolveVariables';
import type { Surroundings } from './scope';

/** Where a node belongs, and what of the script around its read no node does, a sentence each. */
export function placeNotes(
	place: Place,
	places: ReadonlyMap<ReadExpression, Place>,
	around: Surroundings | undefined,
	resolver: Resolver,
): string[] {
	return [
		...sourcesOf(place).flatMap((read) => sourceNotes(place, read, places.get(read))),
		...inputNotes(place),
		...surroundingNotes(place, places, around, resolver),
	];
}

function sourceNotes(place: Place, read: ReadExpression, source: Place | undefined): string[] {
	if (source === undefined) {
		return [
			`Connect it to a node that reads what line ${read.at.line} of the script reads; its values come from there.`,
		];
	}
	const { output } = source;
	if (source !== place.behind) {
		return isBehind(place, source)
			? [`It also uses the item of '${output}'.`]
			: [`It also uses the first item of '${output}', which has to run before it.`];
	}
	if (source.call.kind === 'record') return [`Connect it to the output of '${output}'.`];
	const isPicked = place.uses.some(({ of, isPicked: picked }) => of === read && picked === true);
	return [
		`Connect it to the output of '${output}': it runs once for each row.`,
		...(isPicked
			? [`The script uses one row of '${output}' only: put a Limit node behind it.`]
			: []),
	];
}

function inputNotes({ behind, uses }: Place): string[] {
	const needsInput = uses.some(({ of }) => of === undefined);
	return behind !== undefined && needsInput
		? [
				"It also uses a value of the input item, which it takes from the node 'Input' before the first.",
			]
		: [];
}

function surroundingNotes(
	place: Place,
	places: ReadonlyMap<ReadExpression, Place>,
	around: Surroundings | undefined,
	resolver: Resolver,
): string[] {
	const lines = {
		condition: new Set<number>(),
		loop: new Set<number>(),
		handler: new Set<number>(),
	};
	for (let part = around; part !== undefined; part = part.outer) {
		if (part.kind === 'if') lines.condition.add(part.line);
		else if (part.kind === 'handler') lines.handler.add(part.line);
		else if (!isRowLoop(place, places, part, resolver)) lines.loop.add(part.line);
	}
	return [
		...said(lines.condition, 'The script reads this under a condition', 'put an If node before it'),
		...said(lines.loop, 'The script reads this in a loop', 'the node reads it once for each item'),
		...said(lines.handler, 'The script reads this after an error', 'connect it by hand'),
	];
}

function said(lines: ReadonlySet<number>, what: string, how: string): string[] {
	const sorted = [...lines].sort((a, b) => a - b);
	return sorted.length === 0 ? [] : [`${what} (line ${sorted.join(', ')}): ${how}.`];
}

/** Whether a loop walks the rows that the node runs for anyway. */
function isRowLoop(
	place: Place,
	places: ReadonlyMap<ReadExpression, Place>,
	{ list }: Surroundings,
	resolver: Resolver,
): boolean {
	const row = list && elementOf(resolver.resolve(list));
	const source = row?.kind === 'item' && row.of !== undefined ? places.get(row.of) : undefined;
	return source !== undefined && isBehind(place, source);
}
