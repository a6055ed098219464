import type { INode } from 'n8n-workflow';
import { finish, type Steps } from '../../helpers/steps';
import type { Script } from '../language/ast';
import { nodesOf, type Node } from '../language/astWalk';
import { crmReadOf, type CrmRead } from './crmRead';
import { httpParameters } from './httpParameters';
import { fixedTextOf, type ReadExpression } from './knownValues';
import { placeNotes } from './placeNotes';
import { INPUT, placesOf, reachFrom, sourcesOf, type Place } from './placement';
import { isRead } from './readTasks';
import { relatedParameters } from './relatedParameters';
import { Resolver } from './resolveVariables';
import { scopeSteps } from './scope';
import { remarksOn, remarksOnFunctions } from './untranslated';
import {
	inputNode,
	nodesFor,
	wholeWorkflow,
	workflowOf,
	type PasteableWorkflow,
	type Variables,
} from './workflow';

/** The node that reads what one call of a script reads. */
export interface SuggestedNode {
	/** What it reads. */
	kind: CrmRead['kind'];
	/** Empty where the script works it out as it runs, and for reads of other kinds. */
	relatedList: string;
	module: string;
	line: number;
	/** Whether what it reads depends on what another read of the script gave. */
	isDependent: boolean;
	workflow: PasteableWorkflow;
	/** What to do or to know besides, a sentence each. */
	notes: string[];
}

/** What nodes can do of a script. */
export interface Suggestion {
	/** A node for each call of the script that reads from Zoho CRM, in source order. */
	nodes: SuggestedNode[];
	/** The node whose items have the values that the script is given. */
	input: INode;
	/** All of them in one workflow, connected where one needs what another reads. */
	workflow: PasteableWorkflow;
	/** What the nodes do not do, a sentence each. */
	remarks: string[];
}

/**
 * Looks through a script, a step for each part of it.
 * @param variables values that the script is given, which the workflows hold
 */
export function* suggestionSteps(
	script: Script,
	variables: Variables = new Map(),
): Steps<Suggestion> {
	const scope = yield* scopeSteps(script);
	const resolver = new Resolver(scope);
	const calls: CrmRead[] = [];
	const remarks = remarksOnFunctions(script);
	for (const node of nodesOf(script)) {
		yield;
		const call = isExpression(node) && isRead(node) ? crmReadOf(node, resolver) : undefined;
		if (call !== undefined) calls.push(call);
		else remarks.push(...remarksOn(node));
	}
	const places = placesOf(calls);
	const nodes: SuggestedNode[] = [];
	const parts: { place: Place; nodes: INode[] }[] = [];
	for (const place of places.values()) {
		yield;
		const around = scope.surroundings.get(place.call.read);
		const suggested = suggestedAt(
			place,
			places,
			placeNotes(place, places, around, resolver),
			variables,
		);
		nodes.push(suggested);
		const own = suggested.workflow.nodes.filter(({ name }) => name !== INPUT);
		parts.push({ place, nodes: own });
	}
	return { nodes, input: inputNode(variables), workflow: wholeWorkflow(parts, variables), remarks };
}

/** The same at once. */
export function suggestionFor(script: Script): Suggestion {
	return finish(suggestionSteps(script));
}

const NO_VARIABLES: Variables = new Map();

function isExpression(node: Node): node is ReadExpression {
	return node.kind === 'call' || node.kind === 'block';
}

function suggestedAt(
	place: Place,
	places: ReadonlyMap<ReadExpression, Place>,
	before: readonly string[],
	variables: Variables,
): SuggestedNode {
	const { call } = place;
	const reach = reachFrom(place, places);
	const { parameters, notes: own } =
		call.kind === 'related' ? relatedParameters(call, reach) : httpParameters(call, reach);
	const notes = [...before, ...own];
	return {
		kind: call.kind,
		relatedList: (call.kind === 'related' && fixedTextOf(call.relatedList)) || '',
		module: fixedTextOf(call.module) ?? '',
		line: call.read.at.line,
		isDependent: sourcesOf(place).length > 0,
		workflow: workflowOf(
			nodesFor(place, parameters, notes),
			place.behind ? NO_VARIABLES : variables,
		),
		notes,
	};
}
