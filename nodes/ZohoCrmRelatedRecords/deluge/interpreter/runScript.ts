import { shown } from '../../helpers/shown';
import { takeTurns } from '../../helpers/steps';
import type { JsonValue } from '../../helpers/types';
import type { Script } from '../language/ast';
import { scriptFrom } from '../language/entry';
import { functionsOf, isOnlyFunctions, uncalledFunctions } from '../language/ownFunctions';
import { parseSteps } from '../language/parse';
import { runtimeFault } from '../values/fault';
import { fromJson, keyOf, toJson } from '../values/json';
import type { Value } from '../values/value';
import { Session, type Environment } from '../tasks/session';
import { Evaluator } from './evaluate';
import { Executor } from './execute';
import { FunctionCalls } from './functionCalls';
import { bindVariables } from './parameters';
import { preflightSteps } from './preflight';

/** Characters of each part of an outcome, roughly as its JSON has. */
interface OutcomeSizes {
	returned: number;
	lastResponse: number;
	log: number;
}

/** What a script leaves behind. */
export interface Outcome {
	/** Undefined when no `return` was reached. */
	returned?: JsonValue;
	/** What the last task answered; undefined when there was none. */
	lastResponse?: JsonValue;
	/** What `info` wrote, in order. */
	log: JsonValue[];
	sizes: OutcomeSizes;
}

/**
 * Runs a Deluge script, whose turn has begun.
 * @throws DelugeError what is wrong with the script, with its place
 * @throws Fault what is wrong with the script as a whole
 * @throws ZohoError where Zoho cannot be reached
 * @throws ExecutionStopped when the execution was cancelled
 */
export async function runScript(source: string, environment: Environment): Promise<Outcome> {
	const { turn, variables, writeTasks } = environment;
	const script = entryOf(await takeTurns(parseSteps(source), turn), environment);
	const isVariable = (name: string) => variables.has(name);
	await takeTurns(preflightSteps(script, writeTasks, isVariable), turn);
	return await outcomeOf(script, new Session(environment));
}

/** The script with the function to begin with. @throws DelugeError DELUGE_UNSUPPORTED */
function entryOf(script: Script, { entryFunction, hint }: Environment): Script {
	if (entryFunction === undefined) {
		if (isOnlyFunctions(script) && uncalledFunctions(script).length !== 1) {
			hint(
				`The script has several functions to begin with; ${script.header?.name} was run. Name another one under 'Entry Function'.`,
			);
		}
		return script;
	}
	return scriptFrom(script, entryFunction);
}

async function outcomeOf(script: Script, session: Session): Promise<Outcome> {
	const calls = new FunctionCalls(session, functionsOf(script));
	const evaluator = new Evaluator(session, new Map(), calls);
	const start = script.header?.at ?? { line: 1, column: 1 };
	await evaluator.placed(start, async () => {
		for (const [name, value] of await initialValues(session)) evaluator.variables.set(name, value);
		if (script.header !== undefined)
			await bindVariables(script.header, evaluator.variables, session);
	});
	const completion = await new Executor(session, evaluator).run(script.statements);
	if (completion.kind === 'break' || completion.kind === 'continue') {
		await evaluator.placed(completion.at, () => {
			throw runtimeFault(`'${completion.kind}' outside a loop`);
		});
	}
	for (const name of session.openPages.names()) session.environment.hint(pagesLeft(name));
	const { log, lastResponse, meter } = session;
	const sizes = { log: meter.giveOut(0), lastResponse: session.lastResponseSize, returned: 0 };
	if (completion.kind !== 'return') return { log, lastResponse, sizes };
	const end = script.statements.at(-1)?.at ?? { line: 1, column: 1 };
	const returned = await evaluator.placed(end, async () => await toJson(completion.value, meter));
	return {
		log,
		lastResponse,
		returned,
		sizes: { ...sizes, returned: meter.giveOut(0) - sizes.log },
	};
}

function pagesLeft(list: string): string {
	return `Zoho has more rows of '${shown(list)}' than the script read: a task gives one page. Read the next ones with page numbers, or use Get Related Records with Return All.`;
}

/** All variables by name, and as map `input`; a field `input` is part of that. */
async function initialValues({ environment, meter }: Session): Promise<Map<string, Value>> {
	const values = new Map<string, Value>();
	for (const [name, value] of environment.variables) {
		values.set(keyOf(name), await fromJson(value, meter));
	}
	const own = values.get('input');
	const input = new Map([...values, ...(own instanceof Map ? own : [])]);
	return values.set('input', input);
}
