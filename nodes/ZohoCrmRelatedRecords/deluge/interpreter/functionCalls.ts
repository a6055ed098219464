import { shown } from '../../helpers/shown';
import type { OwnFunction } from '../language/ast';
import { functionNamed } from '../language/ownFunctions';
import { limitFault, runtimeFault } from '../values/fault';
import type { List, Value } from '../values/value';
import type { Session } from '../tasks/session';
import { Evaluator, type OwnCalls } from './evaluate';
import { Executor } from './execute';
import { boundArguments } from './parameters';

/** Calls within each other (Zoho: Deluge limitations). */
const MAX_DEPTH = 75;

/** Runs functions of the script that the script calls; each has variables of its own. */
export class FunctionCalls implements OwnCalls {
	constructor(
		private readonly session: Session,
		private readonly functions: readonly OwnFunction[],
		private readonly depth = 0,
	) {}

	find(name: string): OwnFunction | undefined {
		return functionNamed(name, this.functions);
	}

	/** @throws DelugeError, ZohoError, ExecutionStopped */
	async call({ header, statements }: OwnFunction, args: List): Promise<Value> {
		const { session, functions, depth } = this;
		if (depth >= MAX_DEPTH) {
			throw limitFault(
				`Functions call each other more than ${MAX_DEPTH} deep`,
				`Look for a function that calls itself without an end: ${shown(header.name)}.`,
			);
		}
		session.meter.statement();
		// What comes after is on a new stack, however deep the calls are.
		await Promise.resolve();
		const variables = await boundArguments(header, args, session);
		const calls = new FunctionCalls(session, functions, depth + 1);
		const evaluator = new Evaluator(session, variables, calls);
		const completion = await new Executor(session, evaluator).run(statements);
		if (completion.kind === 'return') return completion.value;
		if (completion.kind === 'next') return null;
		return await evaluator.placed(completion.at, () => {
			throw runtimeFault(`'${completion.kind}' outside a loop`);
		});
	}
}
