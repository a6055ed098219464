import { shown } from '../../helpers/shown';
import type { Block, Call, Constant, Method, Position, Script } from '../language/ast';
import { httpMethodOf } from '../language/blocks';
import { DelugeError } from '../language/errors';
import { nodesOf } from '../language/astWalk';
import { FUNCTIONS } from '../library/functions';
import { METHOD_NAMES } from '../library/methods';
import { CRM_TASKS } from '../tasks/crmTasks';
import { ATTRIBUTES } from '../tasks/invokeUrl';
import type { WriteTasks } from '../tasks/session';
import { CONSTANTS } from '../library/constants';
import { nearest } from './nearest';
import { writtenBy } from '../tasks/writeTasks';

const METHODS = names([...METHOD_NAMES.values()].flat());
const FUNCTION_NAMES = names([
	...[...FUNCTIONS.values()].map(({ name }) => name),
	...METHODS.values(),
]);
const TASK_NAMES = names([...CRM_TASKS.values()].map(({ name }) => name));
const ATTRIBUTE_NAMES = names(ATTRIBUTES);
/** Namespaces of functions that users wrote in Zoho CRM. */
const OWN_FUNCTIONS = names(['automation', 'button', 'related_list', 'standalone']);

interface Finding {
	message: string;
	resolution: string;
}

/**
 * Looks through a script before it starts: what it cannot do here is an error before anything is
 * read.
 * @param isVariable whether a name has a value from outside
 * @throws DelugeError DELUGE_UNSUPPORTED
 */
export function preflight(
	script: Script,
	writeTasks: WriteTasks,
	isVariable: (name: string) => boolean,
): void {
	const fail = (found: Finding | undefined, at: Position) => {
		if (found !== undefined) throw new DelugeError({ code: 'DELUGE_UNSUPPORTED', ...found, at });
	};
	for (const node of nodesOf(script)) {
		switch (node.kind) {
			case 'call':
			case 'block':
				fail(writtenBy(node) === undefined ? unknown(node) : refused(node, writeTasks), node.at);
				break;
			case 'method':
				fail(unknownMethod(node), node.at);
				break;
			case 'constant':
				if (!isVariable(node.name)) fail(unknownConstant(node), node.at);
		}
	}
}

function refused(node: Call | Block, writeTasks: WriteTasks): Finding | undefined {
	if (writeTasks === 'skip') return undefined;
	return {
		message: `The script writes: ${writtenBy(node)}. This node only reads`,
		resolution:
			"Remove this task and write with n8n's Zoho CRM node, or set 'Write Tasks' under Options to Skip.",
	};
}

function unknown(node: Call | Block): Finding | undefined {
	return node.kind === 'call' ? unknownCall(node) : unknownBlock(node);
}

function unknownCall({ name }: Call): Finding | undefined {
	const isTask = name.includes('.');
	const known = isTask ? TASK_NAMES : FUNCTION_NAMES;
	if (has(known, name)) return undefined;
	return notAvailable(isTask ? 'task' : 'function', name, nearest(name, known.values()));
}

function unknownBlock(node: Block): Finding | undefined {
	if (node.name.toLowerCase() !== 'invokeurl') {
		return notAvailable('task', node.name, 'invokeurl');
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

function unknownMethod({ name, target }: Method): Finding | undefined {
	if (has(METHODS, name)) return undefined;
	if (target.kind === 'variable' && has(OWN_FUNCTIONS, target.name)) {
		return {
			message: `Your own functions, such as ${target.name}.${shown(name)}, are not available here`,
			resolution: 'Paste what the function does into the script.',
		};
	}
	return notAvailable('method', name, nearest(name, METHODS.values()));
}

function unknownConstant({ name }: Constant): Finding | undefined {
	if (CONSTANTS.has(name.toLowerCase())) return undefined;
	return {
		message: `'${shown(name)}' is unknown`,
		resolution: `Add a variable with that name, or use ${nearest(name, CONSTANTS.keys())}.`,
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

function notAvailable(what: string, name: string, nearestName: string): Finding {
	return {
		message: `The ${what} '${shown(name)}' is not available here; the closest one is '${nearestName}'`,
		resolution: `Use '${nearestName}' if that is what the script means, or do this part with other nodes.`,
	};
}
