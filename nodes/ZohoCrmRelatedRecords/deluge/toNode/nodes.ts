import type { INode } from 'n8n-workflow';
import { finish, type Steps } from '../../helpers/steps';
import type { Script } from '../language/ast';
import { nodesOf, type Node } from '../language/astWalk';
import { fixedTextOf, piecesOf, type Known, type Read } from './knownValues';
import { parametersOf } from './parameters';
import { isRead } from './readTasks';
import { relatedCallOf, type RelatedCall } from './relatedCall';
import { Resolver } from './resolveVariables';
import { scopeSteps } from './scope';
import { remarksOn } from './untranslated';

/** The node that reads what one call of a script reads. */
export interface SuggestedNode {
	/** Empty where the script works it out as it runs. */
	relatedList: string;
	module: string;
	line: number;
	/** Whether what it reads depends on what another read of the script gave. */
	isDependent: boolean;
	/** Can be pasted on n8n's canvas. */
	workflow: { nodes: INode[]; connections: Record<string, never> };
	/** What to do or to know besides, a sentence each. */
	notes: string[];
}

const NODE_TYPE = 'n8n-nodes-zoho-crm-related-records.zohoCrmRelatedRecords';
const GRID = 220;

/** What nodes can do of a script. */
export interface Suggestion {
	/** A node for each call of the script that reads a related list, in source order. */
	nodes: SuggestedNode[];
	/** What the nodes do not do, a sentence each. */
	remarks: string[];
}

/** Looks through a script, a step for each part of it. */
export function* suggestionSteps(script: Script): Steps<Suggestion> {
	const scope = yield* scopeSteps(script);
	const resolver = new Resolver(scope);
	const calls: RelatedCall[] = [];
	const remarks: string[] = [];
	for (const node of nodesOf(script)) {
		yield;
		const call = isExpression(node) && isRead(node) ? relatedCallOf(node, resolver) : undefined;
		if (call !== undefined) calls.push(call);
		else remarks.push(...remarksOn(node));
	}
	const names = namesFor(calls);
	const nodes: SuggestedNode[] = [];
	for (const [index, call] of calls.entries()) {
		nodes.push(suggested(call, index, names));
		yield;
	}
	return { nodes, remarks };
}

/** The same at once. */
export function suggestionFor(script: Script): Suggestion {
	return finish(suggestionSteps(script));
}

function isExpression(node: Node): node is Read {
	return node.kind === 'call' || node.kind === 'block';
}

function suggested(
	call: RelatedCall,
	index: number,
	names: ReadonlyMap<Read, string>,
): SuggestedNode {
	const { parameters, notes: own } = parametersOf(call);
	const place = placeOf(call, names);
	const notes = [...place, ...own];
	const node: INode = {
		id: `related-records-${index + 1}`,
		name: names.get(call.read) ?? '',
		type: NODE_TYPE,
		typeVersion: 1,
		position: [index * GRID, 0],
		parameters,
		notes: notes.join('\n'),
	};
	return {
		relatedList: fixedTextOf(call.relatedList) ?? '',
		module: fixedTextOf(call.module) ?? '',
		line: call.read.at.line,
		isDependent: place.length > 0,
		workflow: { nodes: [node], connections: {} },
		notes,
	};
}

/** Names as they stand on the canvas; of several alike, the later ones are numbered. */
function namesFor(calls: readonly RelatedCall[]): Map<Read, string> {
	const names = new Map<Read, string>();
	const used = new Map<string, number>();
	for (const { read, relatedList, module } of calls) {
		const name = `${shortName(relatedList, 'Related records')} of ${shortName(module, 'record')}`;
		const count = used.get(name) ?? 0;
		used.set(name, count + 1);
		names.set(read, count === 0 ? name : `${name} ${count + 1}`);
	}
	return names;
}

function shortName(value: Known, otherwise: string): string {
	const text = fixedTextOf(value);
	return text !== undefined && /^\w{1,60}$/.test(text) ? text : otherwise;
}

/** Which node the node belongs behind: the one whose rows its values come from. */
function placeOf(call: RelatedCall, names: ReadonlyMap<Read, string>): string[] {
	const values = [call.recordId, call.module, call.relatedList, ...call.query.values()];
	const items = values.flatMap((value) => piecesOf(value) ?? []);
	const sources = new Set(items.map((item) => (typeof item === 'string' ? undefined : item.of)));
	sources.delete(undefined);
	const notes = [...sources].flatMap((source) =>
		source === undefined ? [] : [placed(source, names)],
	);
	const needsInput = items.some((item) => typeof item !== 'string' && item.of === undefined);
	return notes.length > 0 && needsInput
		? [
				...notes,
				'It also uses a value of the input item: refer to it by the name of an earlier node.',
			]
		: notes;
}

function placed(source: Read, names: ReadonlyMap<Read, string>): string {
	const name = names.get(source);
	return name === undefined
		? `Connect it to a node that reads what line ${source.at.line} of the script reads; its values come from there.`
		: `Connect it to the output of '${name}': it runs once for each row.`;
}
