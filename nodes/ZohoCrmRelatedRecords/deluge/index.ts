import { runScript as interpret, type Outcome } from './interpreter/runScript';
import { withExcerpts } from './language/errors';
import { parse } from './language/parse';
import type { Environment } from './tasks/session';
import { suggestionSteps, type Suggestion } from './toNode/nodes';
import { codeNodeScript } from './toTypeScript/codeNode';
import { programSteps } from './toTypeScript/program';
import { takeTurns, type Pacing } from '../helpers/steps';

export type { Outcome } from './interpreter/runScript';
export { ScriptRun } from './pacing/scriptRun';
export type { Crm } from './tasks/port';
export type { Environment } from './tasks/session';
export type { Suggestion } from './toNode/nodes';

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
export async function suggestNodes(source: string, pacing: Pacing): Promise<Suggestion> {
	return await withExcerpts(source, async () => {
		return await takeTurns(suggestionSteps(parse(source)), pacing);
	});
}

/**
 * The script as TypeScript and as JavaScript; nothing is run.
 * @throws DelugeError
 */
export async function translate(source: string, pacing: Pacing): Promise<Translation> {
	return await withExcerpts(source, async () => {
		const script = parse(source);
		const { typescript, javascript } = await takeTurns(programSteps(script), pacing);
		const suggestion = await takeTurns(suggestionSteps(script), pacing);
		const { text, notes } = codeNodeScript(javascript, suggestion);
		return {
			typescript: typescript.text,
			javascript: text,
			notes: [...typescript.notes, ...notes],
		};
	});
}
