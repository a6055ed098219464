import { placed } from './interpreter/placed';
import { runScript as interpret, type Outcome } from './interpreter/runScript';
import type { Script } from './language/ast';
import { withExcerpts } from './language/errors';
import { scriptFrom } from './language/entry';
import { parseSteps } from './language/parse';
import type { Environment } from './tasks/session';
import { suggestionSteps, type Suggestion } from './toNode/nodes';
import type { PasteableWorkflow } from './toNode/workflow';
import { codeNodeScript } from './toTypeScript/codeNode';
import { programSteps } from './toTypeScript/program';
import type { Turn } from './pacing/turn';
import { takeTurns, type Steps } from '../helpers/steps';
import type { JsonValue } from '../helpers/types';

export type { Outcome } from './interpreter/runScript';
export { ScriptRun } from './pacing/scriptRun';
export type { Turn } from './pacing/turn';
export type { Crm } from './tasks/port';
export type { Environment } from './tasks/session';
export type { Suggestion } from './toNode/nodes';

/** What conversions of a script may know besides it. */
export interface ConversionOptions {
	/** Name of the function to begin with. */
	entryFunction?: string;
	/** Values that the script is given whatever the item has, by name. */
	variables?: ReadonlyMap<string, JsonValue>;
}

/** A script in other languages. */
export interface Translation {
	typescript: string;
	/** For n8n's Code node. */
	javascript: string;
	/** The Code node behind the nodes that read; unset where `notes` say why it could not run. */
	workflow?: PasteableWorkflow;
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
	return await inTurn(source, environment.turn, async () => await interpret(source, environment));
}

/**
 * A node for each read of a related list; nothing is run.
 * @throws DelugeError
 * @throws ExecutionStopped when the execution was cancelled
 */
export async function suggestNodes(
	source: string,
	turn: Turn,
	{ entryFunction, variables }: ConversionOptions = {},
): Promise<Suggestion> {
	return await converted(source, turn, (script) =>
		suggestionSteps(scriptFrom(script, entryFunction), variables),
	);
}

/**
 * The script as TypeScript and as JavaScript; nothing is run.
 * @throws DelugeError
 * @throws ExecutionStopped when the execution was cancelled
 */
export async function translate(
	source: string,
	turn: Turn,
	{ entryFunction, variables }: ConversionOptions = {},
): Promise<Translation> {
	return await converted(source, turn, (script) =>
		translationSteps(scriptFrom(script, entryFunction), variables),
	);
}

function* translationSteps(
	script: Script,
	variables?: ReadonlyMap<string, JsonValue>,
): Steps<Translation> {
	const { typescript, javascript } = yield* programSteps(script);
	const suggestion = yield* suggestionSteps(script, variables);
	const { text, workflow, notes } = codeNodeScript(javascript, suggestion);
	return {
		typescript: typescript.text,
		javascript: text,
		...(workflow === undefined ? {} : { workflow }),
		notes: [...typescript.notes, ...notes],
	};
}

async function converted<T>(
	source: string,
	turn: Turn,
	stepsOf: (script: Script) => Steps<T>,
): Promise<T> {
	return await inTurn(source, turn, async () => {
		const script = await takeTurns(parseSteps(source), turn);
		if (turn.isDue(0)) await turn.pause();
		return await takeTurns(stepsOf(script), turn);
	});
}

/**
 * Works on a script in its turn on the processor. What is wrong with the script as a whole is wrong
 * at its start.
 */
async function inTurn<T>(
	source: string,
	turn: Environment['turn'],
	work: () => Promise<T>,
): Promise<T> {
	return await withExcerpts(source, async () => {
		await turn.begin();
		try {
			return await work();
		} catch (error) {
			throw placed(error, { line: 1, column: 1 });
		} finally {
			turn.end();
		}
	});
}
