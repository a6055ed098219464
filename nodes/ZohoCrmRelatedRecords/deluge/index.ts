import { runScript as interpret, type Outcome } from './interpreter/runScript';
import { withExcerpts } from './language/errors';
import { parse } from './language/parse';
import type { Environment } from './tasks/session';
import { suggestedNodes, type SuggestedNode } from './toNode/nodes';
import { untranslated } from './toNode/untranslated';
import { codeNodeScript } from './toTypeScript/codeNode';
import { programOf } from './toTypeScript/program';

export type { Outcome } from './interpreter/runScript';
export { ScriptRun } from './pacing/scriptRun';
export type { Crm } from './tasks/port';
export type { Environment } from './tasks/session';

/** The nodes that read what a script reads. */
export interface Suggestion {
	nodes: SuggestedNode[];
	/** What the nodes do not do, a sentence each. */
	remarks: string[];
}

/** A script in other languages. */
export interface Translation {
	typescript: string;
	/** For n8n's Code node. */
	javascript: string;
	/** What differs from the script, a sentence each. */
	notes: string[];
}

/**
 * Runs a Deluge script.
 * @throws DelugeError what is wrong with the script, with its place
 * @throws ZohoError where Zoho cannot be reached
 * @throws ExecutionStopped when the execution was cancelled
 */
export async function runScript(source: string, environment: Environment): Promise<Outcome> {
	return await withExcerpts(source, async () => await interpret(source, environment));
}

/**
 * A node for each read of a related list; nothing is run.
 * @throws DelugeError
 */
export async function suggestNodes(source: string): Promise<Suggestion> {
	return await withExcerpts(source, () => {
		const script = parse(source);
		return { nodes: suggestedNodes(script), remarks: untranslated(script) };
	});
}

/**
 * The script as TypeScript and as JavaScript; nothing is run.
 * @throws DelugeError
 */
export async function translate(source: string): Promise<Translation> {
	return await withExcerpts(source, () => {
		const script = parse(source);
		const { text: typescript, notes } = programOf(script, true);
		const { text: javascript, notes: codeNotes } = codeNodeScript(script);
		return { typescript, javascript, notes: [...notes, ...codeNotes] };
	});
}
