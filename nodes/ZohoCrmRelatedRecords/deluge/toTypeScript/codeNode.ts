import type { SuggestedNode, Suggestion } from '../toNode/nodes';
import type { PasteableWorkflow } from '../toNode/workflow';
import { codeWorkflow, MOST_READS } from './codeWorkflow';
import { literal } from './print';
import type { Program } from './program';

/** A script for n8n's Code node, which takes JavaScript and cannot reach Zoho. */
interface CodeNodeScript {
	text: string;
	/** The Code node behind the nodes that read; unset where it could not run: `notes` say why. */
	workflow?: PasteableWorkflow;
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
	if (obstacles.length > 0) {
		return {
			text: program.text,
			notes: obstacles.map((obstacle) => `Does not run in n8n's Code node as it is. ${obstacle}`),
		};
	}
	const text = program.text + ending(program, nodes);
	return { text, workflow: codeWorkflow(text, suggestion.input, nodes), notes: [] };
}

/** What the rows of nodes can stand in for, by the name the script calls it. */
const BROUGHT: ReadonlyMap<string, string> = new Map([
	['related', 'const related = async (list, module, id) => rowsOf(list, module, id);'],
	[
		'invokeUrl',
		`const invokeUrl = async ({ url }) => {
	const [, module, id, list] = /\\/crm\\/[^/]+\\/([^/]+)\\/([^/]+)\\/([^/?]+)/.exec(url);
	const data = rowsOf(list, module, id);
	return data.length > 0 ? { data } : '';
};`,
	],
	['info', 'const info = (value) => console.log(value);'],
	['input', ''],
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
		...told(nodes, isDynamic, 'computes its list, module or record while it runs'),
		...(nodes.length > MOST_READS ? [`It reads more than ${MOST_READS} lists.`] : []),
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

function isDynamic({ relatedList, module, workflow }: SuggestedNode): boolean {
	const reader = workflow.nodes.find(({ parameters }) => 'recordId' in parameters);
	const recordId = reader?.parameters.recordId;
	const isKnown = typeof recordId === 'object' && recordId !== null && 'value' in recordId;
	return relatedList === '' || module === '' || !isKnown || recordId.value === '';
}

function titleOf({ relatedList, module }: SuggestedNode): string {
	return `${relatedList} of ${module}`;
}

/** Takes the rows from the nodes before, and gives the result of each input item out as items. */
function ending({ parameters }: Program, nodes: readonly SuggestedNode[]): string {
	const brought = parameters.map((name) => BROUGHT.get(name) ?? '').filter((text) => text !== '');
	const names = nodes.map((node) => literal(titleOf(node))).join(', ');
	const rows = `// Each of these nodes gives one item for each record, with its rows.
const lists = [${names}].flatMap((name) => $(name).all().map(({ json }) => json));
const rowsOf = (list, module, id) => {
	const isWanted = (read) => read.relatedList === list && read.module === module && read.recordId === String(id);
	const found = lists.find(isWanted);
	if (found === undefined) throw new Error(\`No node has read '\${list}' of \${module} \${id}\`);
	return JSON.parse(JSON.stringify(found.records));
};`;
	return `
// Mode: Run Once for All Items.
${[...(nodes.length === 0 ? [] : [rows]), ...brought].join('\n')}
// IDs above 2^53 are returned as text.
const asText = (_key, value) => (typeof value === 'bigint' ? String(value) : value);
const items = [];
for (const [item, { json: input }] of $('Input').all().entries()) {
	const result = JSON.parse(JSON.stringify((await script(${parameters.join(', ')})) ?? null, asText));
	for (const value of Array.isArray(result) ? result : [result]) {
		if (value === null) continue;
		items.push({ json: typeof value === 'object' ? value : { value }, pairedItem: { item } });
	}
}
return items;
`;
}
