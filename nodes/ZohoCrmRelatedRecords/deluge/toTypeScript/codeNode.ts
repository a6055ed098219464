import type { SuggestedNode, Suggestion } from '../toNode/nodes';
import { literal } from './print';
import type { Program } from './program';

/** A script for n8n's Code node, which takes JavaScript and cannot reach Zoho. */
export interface CodeNodeScript {
	text: string;
	/** Whether it can be pasted as it is; else `notes` say why not. */
	isPasteable: boolean;
	notes: readonly string[];
}

/**
 * The JavaScript of a script. Where its reads depend on no other, the suggested nodes can stand
 * before a Code node, which takes their rows.
 * @param program JavaScript
 */
export function codeNodeScript(program: Program, suggestion: Suggestion): CodeNodeScript {
	const nodes = suggestion.nodes.filter(({ kind }) => kind === 'related');
	const others = suggestion.nodes.filter(({ kind }) => kind !== 'related');
	const obstacles = [
		...suggestion.remarks,
		...told(others, () => true, 'reads something other than a related list'),
		...obstaclesOf(program, nodes),
	];
	const isPasteable = obstacles.length === 0;
	return {
		text: isPasteable ? program.text + ending(program, nodes) : program.text,
		isPasteable,
		notes: obstacles.map((obstacle) => `Does not run in n8n's Code node as it is. ${obstacle}`),
	};
}

/** What the rows of nodes can stand in for, by the name the script calls it. */
const BROUGHT: ReadonlyMap<string, string> = new Map([
	['related', 'const related = async (list, module) => rowsOf(list, module);'],
	[
		'invokeUrl',
		`const invokeUrl = async ({ url }) => {
	const [, module, list] = /\\/crm\\/[^/]+\\/([^/]+)\\/[^/]+\\/([^/?]+)/.exec(url);
	const data = rowsOf(list, module);
	return data.length > 0 ? { data } : '';
};`,
	],
	['info', 'const info = (value) => console.log(value);'],
	[
		'input',
		`// Replace 'Start' with the name of the node whose item has the script's variables.
const input = $('Start').first().json;`,
	],
]);

function obstaclesOf({ parameters }: Program, nodes: readonly SuggestedNode[]): string[] {
	const counts = new Map<string, number>();
	for (const title of nodes.map(titleOf)) counts.set(title, (counts.get(title) ?? 0) + 1);
	const isDoubled = (node: SuggestedNode) => (counts.get(titleOf(node)) ?? 0) > 1;
	return [
		...parameters
			.filter((name) => !BROUGHT.has(name))
			.map((name) => `It calls '${name}', which you need to write.`),
		...told(nodes, ({ isDependent }) => isDependent, 'needs the result of another read'),
		...told(nodes, isDoubled, 'reads a list that is also read elsewhere'),
		...told(nodes, isDynamic, 'computes its list or module while it runs'),
	];
}

function told(
	nodes: readonly SuggestedNode[],
	isMeant: (node: SuggestedNode) => boolean,
	problem: string,
): string[] {
	const meant = nodes.filter(isMeant).map(({ line }) => line);
	return meant.length === 0 ? [] : [`The read of line ${meant.join(', ')} ${problem}.`];
}

function isDynamic({ relatedList, module }: SuggestedNode): boolean {
	return relatedList === '' || module === '';
}

function titleOf({ relatedList, module }: SuggestedNode): string {
	return `${relatedList} of ${module}`;
}

/** Takes the rows from the nodes before, and gives the result out as items. */
function ending({ parameters }: Program, nodes: readonly SuggestedNode[]): string {
	const names = nodes.map((node) => literal(titleOf(node))).join(', ');
	const from = nodes.length === 0 ? '' : ` Rows come from the nodes ${names}.`;
	const rows =
		'const rowsOf = (list, module) => $(`${list} of ${module}`).all().map(({ json }) => json);';
	const brought = parameters.map((name) => BROUGHT.get(name) ?? '');
	return `
// Mode: Run Once for All Items.${from}
${[...(nodes.length === 0 ? [] : [rows]), ...brought].join('\n')}
const result = await script(${parameters.join(', ')});
// IDs above 2^53 are returned as text.
const plain = JSON.parse(JSON.stringify(result, (_key, value) => (typeof value === 'bigint' ? String(value) : value)));
return (Array.isArray(plain) ? plain : [plain])
	.filter((value) => value !== null)
	.map((value) => ({ json: typeof value === 'object' ? value : { value } }));
`;
}
