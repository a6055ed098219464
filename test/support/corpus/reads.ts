import type { INodeParameters } from 'n8n-workflow';
import { scriptFrom } from '../../../nodes/ZohoCrmRelatedRecords/deluge/language/entry';
import { parse } from '../../../nodes/ZohoCrmRelatedRecords/deluge/language/parse';
import {
	suggestionFor,
	type SuggestedNode,
	type Suggestion,
} from '../../../nodes/ZohoCrmRelatedRecords/deluge/toNode/nodes';

/** What a script reads as nodes, and what of it no node does. */
export function suggestionOf(script: string): Suggestion {
	return suggestionFor(scriptFrom(parse(script)));
}

/** What the node for a read asks for, in one line, by its parameters. */
export function lineOf({ kind, workflow }: SuggestedNode): string {
	const parameters = workflow.nodes[0]?.parameters ?? {};
	if (kind === 'related') {
		const { relatedList, module, recordId, returnAll, limit } = parameters;
		const rows = returnAll === true ? 'all' : String(limit);
		return `${valueOf(relatedList)} of ${valueOf(module)} ${valueOf(recordId)} (${rows})`;
	}
	const sent = (parameters.queryParameters ?? parameters.bodyParameters) as
		{ parameters: { name: string; value: string }[] } | undefined;
	const pairs = (sent?.parameters ?? []).map(({ name, value }) => `${name}: ${value}`.trimEnd());
	const host = 'https://www.zohoapis.com/crm/';
	return [
		`${String(parameters.method)} ${String(parameters.url).replace(host, '')}`,
		...pairs,
	].join(' | ');
}

/** Whether a node leaves open which record is read. */
export function hasEmptyRecord({ kind, notes }: SuggestedNode): boolean {
	const isOfRecord = kind === 'related' || kind === 'record';
	return isOfRecord && notes.some((note) => note.startsWith('Record is not known'));
}

/** Whether a node leaves open which records are searched for or queried. */
export function hasEmptyQuery({ kind, notes }: SuggestedNode): boolean {
	const isOfQuery = kind === 'search' || kind === 'coql';
	return isOfQuery && notes.some((note) => note.includes('not known before the script runs'));
}

function valueOf(locator: INodeParameters[string] | undefined): string {
	return (locator as { value: string }).value;
}
