import type { JsonValue } from '../../helpers/types';
import type { FunctionHeader, Script } from '../language/ast';
import { parse } from '../language/parse';
import { runtimeFault } from '../values/fault';
import { fromJson, toJson } from '../values/json';
import { toDecimal, toWhole } from '../values/numbers';
import { textOf } from '../values/text';
import type { Value } from '../values/value';
import { Session, type Environment } from '../tasks/session';
import { Evaluator } from './evaluate';
import { Executor } from './execute';
import { preflight } from './preflight';

/** What a script leaves behind. */
export interface Outcome {
	/** Undefined when no `return` was reached. */
	returned?: JsonValue;
	/** What the last task answered; undefined when there was none. */
	lastResponse?: JsonValue;
	/** What `info` wrote, in order. */
	log: JsonValue[];
}

/**
 * Runs a Deluge script.
 * @throws DelugeError what is wrong with the script, with its place
 * @throws ZohoError where Zoho cannot be reached
 * @throws ExecutionStopped when the execution was cancelled
 */
export async function runScript(source: string, environment: Environment): Promise<Outcome> {
	const script = parse(source);
	const { variables, writeTasks } = environment;
	preflight(script, writeTasks, (name) => variables.has(name));
	const session = new Session(environment);
	const evaluator = new Evaluator(session, new Map());
	const start = script.header?.at ?? { line: 1, column: 1 };
	await evaluator.placed(start, () => {
		for (const [name, value] of initialValues(session)) evaluator.variables.set(name, value);
		if (script.header !== undefined) bind(script.header, evaluator.variables, session);
	});
	return await outcomeOf(script, session, evaluator);
}

async function outcomeOf(
	{ statements }: Script,
	session: Session,
	evaluator: Evaluator,
): Promise<Outcome> {
	const completion = await new Executor(session, evaluator).run(statements);
	const { log, lastResponse } = session;
	if (completion.kind === 'break' || completion.kind === 'continue') {
		await evaluator.placed(completion.at, () => {
			throw runtimeFault(`'${completion.kind}' stands outside of a loop`);
		});
	}
	if (completion.kind !== 'return') return { log, lastResponse };
	const end = statements.at(-1)?.at ?? { line: 1, column: 1 };
	const returned = await evaluator.placed(end, () => toJson(completion.value, session.meter));
	return { log, lastResponse, returned };
}

/** All variables by name, and as map `input`; a field `input` is part of that. */
function initialValues({ environment, meter }: Session): Map<string, Value> {
	const values = new Map(
		[...environment.variables].map(([name, value]): [string, Value] => [
			name,
			fromJson(value, meter),
		]),
	);
	const own = values.get('input');
	const input = new Map([...values, ...(own instanceof Map ? own : [])]);
	return values.set('input', input);
}

/** Parameters of the function around a script take the variables of their names. */
function bind(
	{ parameters }: FunctionHeader,
	variables: Map<string, Value>,
	session: Session,
): void {
	for (const { type, name } of parameters) {
		const value = variables.get(name);
		if (value === undefined) {
			throw runtimeFault(
				`The parameter '${name.slice(0, 60)}' of the function has no value`,
				"Add it under 'Variables', or let the input item have a field of that name.",
			);
		}
		variables.set(name, converted(value, type.toLowerCase(), session));
	}
}

function converted(value: Value, type: string, { meter }: Session): Value {
	if (value === null) return null;
	switch (type) {
		case 'int':
		case 'long':
		case 'bigint':
		case 'number':
			return toWhole(value);
		case 'float':
		case 'decimal':
			return toDecimal(value);
		case 'string':
			return textOf(value, meter);
		default:
			return value;
	}
}
