import { runScript as interpret, type Outcome } from './interpreter/runScript';
import type { Script } from './language/ast';
import { DelugeError, withExcerpts } from './language/errors';
import { scriptFrom } from './language/entry';
import { parse } from './language/parse';
import type { Environment } from './tasks/session';
import { suggestionSteps, type Suggestion } from './toNode/nodes';
import { codeNodeScript } from './toTypeScript/codeNode';
import { programSteps } from './toTypeScript/program';
import type { Turn } from './pacing/turn';
import { Fault } from './values/fault';
import { takeTurns, type Steps } from '../helpers/steps';

export type { Outcome } from './interpreter/runScript';
export { ScriptRun } from './pacing/scriptRun';
export type { Turn } from './pacing/turn';
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
 * @param entryFunction name of the function to begin with
 * @throws DelugeError
 * @throws ExecutionStopped when the execution was cancelled
 */
export async function suggestNodes(
	source: string,
	turn: Turn,
	entryFunction?: string,
): Promise<Suggestion> {
	return await inTurn(source, turn, (script) => suggestionSteps(scriptFrom(script, entryFunction)));
}

/**
 * The script as TypeScript and as JavaScript; nothing is run.
 * @param entryFunction name of the function to begin with
 * @throws DelugeError
 * @throws ExecutionStopped when the execution was cancelled
 */
export async function translate(
	source: string,
	turn: Turn,
	entryFunction?: string,
): Promise<Translation> {
	return await inTurn(source, turn, (script) =>
		translationSteps(scriptFrom(script, entryFunction)),
	);
}

function* translationSteps(script: Script): Steps<Translation> {
	const { typescript, javascript } = yield* programSteps(script);
	const suggestion = yield* suggestionSteps(script);
	const { text, notes } = codeNodeScript(javascript, suggestion);
	return {
		typescript: typescript.text,
		javascript: text,
		notes: [...typescript.notes, ...notes],
	};
}

/** Works on a script in its turn on the processor, as running it does. */
async function inTurn<T>(
	source: string,
	turn: Turn,
	stepsOf: (script: Script) => Steps<T>,
): Promise<T> {
	return await withExcerpts(source, async () => {
		await turn.begin();
		try {
			const script = parse(source);
			await turn.pause();
			return await takeTurns(stepsOf(script), turn);
		} catch (error) {
			throw error instanceof Fault ? atStart(error) : error;
		} finally {
			turn.end();
		}
	});
}

function atStart({ code, message, resolution }: Fault): DelugeError {
	return new DelugeError({ code, message, resolution, at: { line: 1, column: 1 } });
}
