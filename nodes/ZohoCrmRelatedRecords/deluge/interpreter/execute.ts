import { shown } from '../../helpers/shown';
import type {
	Assignment,
	BinaryOperator,
	ForEach,
	If,
	Position,
	Statement,
	Try,
	While,
} from '../language/ast';
import { DelugeError } from '../language/errors';
import { runtimeFault } from '../values/fault';
import { toJson } from '../values/json';
import { applyBinary } from '../library/operators';
import { describe, type List, type Value } from '../values/value';
import type { Session } from '../tasks/session';
import type { Evaluator } from './evaluate';

/** How a statement ended: going on, leaving a loop or a round of it, or with the script's value. */
type Completion =
	| { kind: 'next' }
	| { kind: 'break' | 'continue'; at: Position }
	| { kind: 'return'; value: Value };

const NEXT: Completion = { kind: 'next' };

/** Carries out statements. */
export class Executor {
	constructor(
		private readonly session: Session,
		private readonly evaluator: Evaluator,
	) {}

	/** @throws DelugeError, ZohoError, ExecutionStopped */
	async run(statements: readonly Statement[]): Promise<Completion> {
		for (const statement of statements) {
			const completion = await this.evaluator.placed(
				statement.at,
				async () => await this.statement(statement),
			);
			if (completion.kind !== 'next') return completion;
		}
		return NEXT;
	}

	private async statement(statement: Statement): Promise<Completion> {
		this.session.meter.statement();
		switch (statement.kind) {
			case 'assignment':
				return await this.assign(statement);
			case 'expression':
				await this.evaluator.evaluate(statement.value);
				return NEXT;
			case 'info':
				return await this.info(await this.evaluator.evaluate(statement.value));
			case 'return': {
				const { value } = statement;
				return {
					kind: 'return',
					value: value === undefined ? null : await this.evaluator.evaluate(value),
				};
			}
			case 'break':
			case 'continue':
				return { kind: statement.kind, at: statement.at };
			default:
				return await this.nested(statement);
		}
	}

	private async nested(statement: If | ForEach | While | Try): Promise<Completion> {
		switch (statement.kind) {
			case 'if':
				return await this.branch(statement);
			case 'forEach':
				return await this.forEach(statement);
			case 'while':
				return await this.while(statement);
			case 'try':
				return await this.try(statement);
		}
	}

	private async assign({ variable, operator, value }: Assignment): Promise<Completion> {
		const { variables } = this.evaluator;
		const right = await this.evaluator.evaluate(value);
		if (operator === '=') {
			variables.set(variable, right);
			return NEXT;
		}
		const left = variables.get(variable);
		if (left === undefined) throw runtimeFault(`The variable '${shown(variable)}' has no value`);
		const binary = operator.charAt(0) as Extract<BinaryOperator, '+' | '-' | '*' | '/' | '%'>;
		variables.set(variable, await applyBinary(binary, left, right, this.session.tools));
		return NEXT;
	}

	/** The value as it is now: a list or map may change later. */
	private async info(value: Value): Promise<Completion> {
		this.session.log.push(await toJson(value, this.session.meter));
		return NEXT;
	}

	private async branch({ branches, otherwise }: If): Promise<Completion> {
		for (const { condition, body } of branches) {
			if (await this.evaluator.holds(condition)) return await this.run(body);
		}
		return otherwise === undefined ? NEXT : await this.run(otherwise);
	}

	/** Over the items as they are at the start, whatever the body does to the list. */
	private async forEach({ variable, isIndex, list, body }: ForEach): Promise<Completion> {
		const value = await this.evaluator.evaluate(list);
		const items = await this.evaluator.placed(list.at, () => itemsOf(value));
		this.session.meter.work(items.length);
		for (const [index, item] of [...items].entries()) {
			this.evaluator.variables.set(variable, isIndex ? BigInt(index) : item);
			const completion = await this.round(body);
			if (completion.kind === 'break') break;
			if (completion.kind === 'return') return completion;
		}
		return NEXT;
	}

	private async while({ condition, body }: While): Promise<Completion> {
		while (await this.evaluator.holds(condition)) {
			const completion = await this.round(body);
			if (completion.kind === 'break') break;
			if (completion.kind === 'return') return completion;
		}
		return NEXT;
	}

	/** Rounds of loops count as statements. */
	private async round(body: readonly Statement[]): Promise<Completion> {
		const { meter } = this.session;
		meter.statement();
		if (meter.isDue()) await meter.pause();
		return await this.run(body);
	}

	private async try(statement: Try): Promise<Completion> {
		try {
			return await this.run(statement.body);
		} catch (error) {
			return await this.catch(error, statement);
		}
	}

	/** Only what the script did wrong is caught: limits, connections and files end it. */
	private async catch(error: unknown, statement: Try): Promise<Completion> {
		if (!(error instanceof DelugeError) || error.code !== 'DELUGE_RUNTIME') throw error;
		this.evaluator.variables.set(statement.error, caught(error));
		return await this.run(statement.handler);
	}
}

/** What Zoho gives a catch block. */
function caught(error: DelugeError): Value {
	return new Map<string, Value>([
		['message', error.sentence],
		['lineNo', BigInt(error.at.line)],
	]);
}

function itemsOf(value: Value): List {
	if (Array.isArray(value)) return value;
	if (value === '') return [];
	const refusal = value instanceof Map ? value.get('message') : undefined;
	const hint = typeof refusal === 'string' ? `: Zoho said '${shown(refusal)}'` : '';
	throw runtimeFault(
		`'for each' needs a list, not ${describe(value)}${hint}`,
		"If Zoho refuses, tasks return a map with 'code' and 'message' instead of rows. To loop over a map, use keys().",
	);
}
