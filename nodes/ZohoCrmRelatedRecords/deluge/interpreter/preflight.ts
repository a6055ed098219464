import { shown } from '../../helpers/shown';
import type { Steps } from '../../helpers/steps';
import type {
	Block,
	Call,
	Constant,
	Method,
	OwnFunction,
	Position,
	Script,
	Statement,
} from '../language/ast';
import { httpMethodOf } from '../language/blocks';
import { DelugeError } from '../language/errors';
import { nodesOf, type Node } from '../language/astWalk';
import { calledName, functionNamed, functionsOf } from '../language/ownFunctions';
import { isBuiltIn } from '../library/names';
import { FUNCTIONS } from '../library/functions';
import { METHOD_NAMES } from '../library/methods';
import { CRM_TASKS } from '../tasks/crmTasks';
import { ATTRIBUTES } from '../tasks/attributes';
import type { WriteTasks } from '../tasks/session';
import { CONSTANTS } from '../library/constants';
import { isSystemVariable } from '../tasks/systemVariables';
import { nearest } from './nearest';
import { otherService, writingNode, type Finding } from './otherServices';
import { writtenBy } from '../tasks/writeTasks';

const METHODS = names([...METHOD_NAMES.values()].flat());
const FUNCTION_NAMES = names([
	...[...FUNCTIONS.values()].map(({ name }) => name),
	...METHODS.values(),
]);
const TASK_NAMES = names([...CRM_TASKS.values()].map(({ name }) => name));
const ATTRIBUTE_NAMES = names(ATTRIBUTES);

/**
 * Looks through a script before it starts, node by node: what it cannot do here is an error before
 * anything is read.
 * @param isVariable whether a name has a value from outside
 * @throws DelugeError DELUGE_UNSUPPORTED
 */
export function* preflightSteps(
	script: Script,
	writeTasks: WriteTasks,
	isVariable: (name: string) => boolean,
): Steps<void> {
	const fail = (found: Finding | undefined, at: Position) => {
		if (found !== undefined) throw new DelugeError({ code: 'DELUGE_UNSUPPORTED', ...found, at });
	};
	const functions = functionsOf(script);
	yield;
	const isValue = yield* valuesIn(script, isVariable);
	for (const node of nodesReached(script)) {
		yield;
		switch (node.kind) {
			case 'call':
				if (isOwnCall(node, functions)) break;
				fail(writtenBy(node) === undefined ? unknown(node) : refused(node, writeTasks), node.at);
				break;
			case 'block':
				fail(writtenBy(node) === undefined ? unknown(node) : refused(node, writeTasks), node.at);
				break;
			case 'method':
				fail(unknownMethod(node, functions, isValue), node.at);
				break;
			case 'constant':
				if (!isVariable(node.name)) fail(unknownConstant(node), node.at);
		}
	}
}

/** The nodes of the script and of the functions that it calls, directly or not. */
function* nodesReached(script: Script): Generator<Node> {
	const functions = functionsOf(script);
	const seen = new Set<readonly Statement[]>();
	const waiting: (readonly Statement[])[] = [script.statements];
	for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
		if (seen.has(part)) continue;
		seen.add(part);
		for (const node of nodesOf({ statements: [...part] })) {
			yield node;
			const isCall = node.kind === 'call' || node.kind === 'method';
			const name = isCall ? calledName(node) : undefined;
			const own = name === undefined ? undefined : functionNamed(name, functions);
			if (own !== undefined) waiting.push(own.statements);
		}
	}
}

function isOwnCall(node: Call, functions: readonly OwnFunction[]): boolean {
	const name = isBuiltIn(node.name) ? undefined : calledName(node);
	return name !== undefined && functionNamed(name, functions) !== undefined;
}

/** Names that have a value from outside, or are given one anywhere. */
function* valuesIn(
	script: Script,
	isVariable: (name: string) => boolean,
): Steps<(name: string) => boolean> {
	const names = new Set<string>();
	for (const { header } of functionsOf(script)) {
		for (const { name } of header.parameters) names.add(name);
	}
	for (const node of nodesReached(script)) {
		yield;
		if (node.kind === 'assignment' || node.kind === 'forEach') names.add(node.variable);
	}
	return (name: string) => names.has(name) || isVariable(name);
}

function refused(node: Call | Block, writeTasks: WriteTasks): Finding | undefined {
	if (writeTasks === 'skip') return undefined;
	return {
		message: `The script writes: ${writtenBy(node)}. This node only reads`,
		resolution: `Remove this task and write with ${writingNode(node.name)}, or set 'Write Tasks' under Options to Skip.`,
	};
}

function unknown(node: Call | Block): Finding | undefined {
	return node.kind === 'call' ? unknownCall(node) : unknownBlock(node);
}

function unknownCall({ name }: Call): Finding | undefined {
	if (/^thisapp\./i.test(name)) return notInScript(name);
	const other = otherService(name);
	if (other !== undefined) return other;
	const isTask = name.includes('.');
	const known = isTask ? TASK_NAMES : FUNCTION_NAMES;
	if (has(known, name) || FUNCTIONS.has(name.toLowerCase())) return undefined;
	return notAvailable(isTask ? 'task' : 'function', name, nearest(name, known.values()));
}

function unknownBlock(node: Block): Finding | undefined {
	if (node.name.toLowerCase() !== 'invokeurl') {
		return notAvailable('task', node.name, nearest(node.name, ['invokeurl']));
	}
	const attribute = node.attributes.find(({ name }) => !has(ATTRIBUTE_NAMES, name));
	if (attribute !== undefined) {
		return notAvailable('attribute', attribute.name, nearest(attribute.name, ATTRIBUTES));
	}
	const method = httpMethodOf(node);
	return method === 'GET' || /^(POST|PUT|PATCH|DELETE)$/.test(method)
		? undefined
		: notAvailable('type', method, 'GET');
}

function unknownMethod(
	node: Method,
	functions: readonly OwnFunction[],
	isValue: (name: string) => boolean,
): Finding | undefined {
	const { name, target } = node;
	const own = target.kind === 'variable' && isValue(target.name) ? undefined : calledName(node);
	if (own !== undefined) {
		return functionNamed(own, functions) === undefined ? notInScript(own) : undefined;
	}
	if (has(METHODS, name)) return undefined;
	const other = otherService(dottedName(node));
	if (other !== undefined) return other;
	return notAvailable('method', name, nearest(name, METHODS.values()));
}

/** `salesforce.sales.getRecords`, as far as it is names with points between them. */
function dottedName({ target, name }: Method): string {
	const names = [name];
	let root = target;
	for (; root.kind === 'property'; root = root.target) names.unshift(root.name);
	return root.kind === 'variable' ? [root.name, ...names].join('.') : '';
}

function notInScript(name: string): Finding {
	return {
		message: `The function '${shown(name)}' is not in the script`,
		resolution:
			'Paste the function below the script, with its first line; it then runs here as well.',
	};
}

function unknownConstant({ name }: Constant): Finding | undefined {
	if (CONSTANTS.has(name.toLowerCase()) || isSystemVariable(name)) return undefined;
	const similar = nearest(name, CONSTANTS.keys());
	return {
		message: `'${shown(name)}' is unknown`,
		resolution: `Add a variable with that name${similar === undefined ? '' : `, or use ${similar}`}.`,
	};
}

type Names = ReadonlyMap<string, string>;

/** Names as written, by what they are in lower case. */
function names(known: readonly string[]): Names {
	return new Map(known.map((name) => [name.toLowerCase(), name]));
}

function has(known: Names, name: string): boolean {
	return known.has(name.toLowerCase());
}

function notAvailable(what: string, name: string, nearestName: string | undefined): Finding {
	const message = `The ${what} '${shown(name)}' is not available here`;
	if (nearestName === undefined) {
		return { message, resolution: 'Do this part with other nodes.' };
	}
	return {
		message: `${message}; the closest one is '${nearestName}'`,
		resolution: `Use '${nearestName}' if that is what the script means, or do this part with other nodes.`,
	};
}
