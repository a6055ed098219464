import { shown } from '../../helpers/shown';
import type { FunctionHeader } from '../language/ast';
import { runtimeFault } from '../values/fault';
import { toDecimal, toWhole } from '../values/numbers';
import { textOf } from '../values/text';
import type { List, Value } from '../values/value';
import type { Session } from '../tasks/session';

/** Parameters of the function around a script take the variables of their names. */
export async function bindVariables(
	{ parameters }: FunctionHeader,
	variables: Map<string, Value>,
	session: Session,
): Promise<void> {
	for (const { type, name } of parameters) {
		const value = variables.get(name);
		if (value === undefined) {
			throw runtimeFault(
				`The parameter '${shown(name)}' of the function has no value`,
				"Add it under 'Variables', or add a field with that name to the input item.",
			);
		}
		variables.set(name, await converted(value, type.toLowerCase(), session));
	}
}

/** Parameters of a function that the script calls take the arguments in their order. */
export async function boundArguments(
	{ name, parameters }: FunctionHeader,
	args: List,
	session: Session,
): Promise<Map<string, Value>> {
	if (args.length !== parameters.length) {
		throw runtimeFault(
			`The function ${shown(name)} takes ${parameters.length} arguments, not ${args.length}`,
		);
	}
	const bound = new Map<string, Value>();
	for (const [index, parameter] of parameters.entries()) {
		const value = args[index] ?? null;
		bound.set(parameter.name, await converted(value, parameter.type.toLowerCase(), session));
	}
	return bound;
}

async function converted(value: Value, type: string, { meter }: Session): Promise<Value> {
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
			return await textOf(value, meter);
		default:
			return value;
	}
}
