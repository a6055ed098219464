import { shown } from '../../helpers/shown';
import type {
	Binary,
	Block,
	Call,
	Expression,
	Method,
	OwnFunction,
	Position,
	Property,
} from '../language/ast';
import { attributeOf, httpMethodOf, wordIn } from '../language/blocks';
import { calledName } from '../language/ownFunctions';
import { runtimeFault } from '../values/fault';
import { FUNCTIONS } from '../library/functions';
import { isBuiltIn } from '../library/names';
import { dateIn } from '../values/dateReading';
import { fromJson, keyOf } from '../values/json';
import { callMethod } from '../library/methods';
import { Args } from '../library/methods/table';
import { numberOf } from '../values/numbers';
import { applyBinary, applyUnary, isTrue } from '../library/operators';
import { textOf } from '../values/text';
import { DelugeDate, describe, type List, type Value } from '../values/value';
import { CRM_TASKS } from '../tasks/crmTasks';
import { invokeUrl, isWritingPost } from '../tasks/invokeUrl';
import { writes } from '../tasks/query';
import { isSystemVariable, systemVariable } from '../tasks/systemVariables';
import type { Session } from '../tasks/session';
import { CONSTANTS } from '../library/constants';
import { nearest } from './nearest';
import { placed, unlessUnknown } from './placed';
import { writtenBy } from '../tasks/writeTasks';

/** The functions of the script, as expressions call them. */
export interface OwnCalls {
	find(name: string): OwnFunction | undefined;
	call(own: OwnFunction, args: List): Promise<Value>;
}

/** Gives expressions their values. */
export class Evaluator {
	constructor(
		private readonly session: Session,
		/** Values by name; assignments of the script go here. */
		readonly variables: Map<string, Value>,
		private readonly calls: OwnCalls,
	) {}

	/** @throws DelugeError at the place of the failure */
	async evaluate(expression: Expression): Promise<Value> {
		const { meter } = this.session;
		try {
			if (meter.isDue()) await meter.pause();
			return await this.value(expression);
		} catch (error) {
			throw placed(error, expression.at);
		}
	}

	/** Whether a condition holds. */
	async holds(condition: Expression): Promise<boolean> {
		const value = await this.evaluate(condition);
		return await this.placed(condition.at, () => isTrue(value));
	}

	/** Runs a step, and tells its faults where they happened. */
	async placed<T>(at: Position, step: () => T | Promise<T>): Promise<T> {
		try {
			return await step();
		} catch (error) {
			throw placed(error, at);
		}
	}

	private async value(expression: Expression): Promise<Value> {
		switch (expression.kind) {
			case 'null':
				return null;
			case 'boolean':
				return expression.value;
			case 'number':
				return numberOf(expression.digits);
			case 'text':
				return this.text(expression.value, expression.quote);
			case 'variable':
				return this.variable(expression.name);
			case 'constant':
				return await this.constant(expression.name);
			case 'list':
				this.session.meter.collection(expression.items.length);
				return await this.all(expression.items);
			default:
				return await this.operation(expression);
		}
	}

	private async operation(
		expression: Exclude<
			Expression,
			{ kind: 'null' | 'boolean' | 'number' | 'text' | 'variable' | 'constant' | 'list' }
		>,
	): Promise<Value> {
		switch (expression.kind) {
			case 'map':
				return await this.map(expression.entries);
			case 'property':
				return await this.property(expression);
			case 'unary':
				return applyUnary(expression.operator, await this.evaluate(expression.operand));
			case 'binary':
				return await this.binary(expression);
			case 'call':
				return await this.call(expression);
			case 'block':
				return await this.block(expression);
			case 'method': {
				const own = this.ownMethod(expression);
				if (own !== undefined) return await this.calls.call(own, await this.all(expression.args));
				const target = await this.evaluate(expression.target);
				const args = await this.all(expression.args);
				return this.made(await callMethod(target, expression.name, args, this.session.tools));
			}
		}
	}

	private async all(expressions: readonly Expression[]): Promise<List> {
		const values: List = [];
		for (const expression of expressions) values.push(await this.evaluate(expression));
		return values;
	}

	/** Dates are written in single quotes; what is no date there is a text. */
	private text(text: string, quote: string): Value {
		const date = quote === "'" ? dateIn(text, this.session.tools.zone) : undefined;
		return this.made(date ?? text);
	}

	/** Dates take memory, so each counts that a script makes. */
	private made(value: Value): Value {
		if (value instanceof DelugeDate) this.session.meter.date();
		return value;
	}

	/** `zoho.loginuserid`: from Variables, else as Zoho would say; in a function as well. */
	private async constant(name: string): Promise<Value> {
		const { environment, meter } = this.session;
		const given = environment.variables.get(name);
		if (given !== undefined) return await fromJson(given, meter);
		if (!isSystemVariable(name)) return this.variable(name);
		return await fromJson(await systemVariable(name, this.session), meter);
	}

	private variable(name: string): Value {
		const value = this.variables.get(name);
		if (value !== undefined) return value;
		const constant = CONSTANTS.get(name.toLowerCase());
		if (constant !== undefined) return this.made(constant(this.session.tools));
		const similar = nearest(name, this.variables.keys());
		const suggestion = similar === undefined ? '' : ` The closest name that has one: ${similar}.`;
		throw runtimeFault(
			`The variable '${shown(name)}' has no value`,
			`Add it under 'Variables', or add a field with that name to the input item.${suggestion}`,
		);
	}

	private async map(entries: readonly { key: Expression; value: Expression }[]): Promise<Value> {
		const { meter } = this.session;
		meter.collection(entries.length);
		meter.map();
		const map = new Map<string, Value>();
		for (const { key, value } of entries) {
			const name = await textOf(await this.evaluate(key), meter);
			map.set(keyOf(name), await this.evaluate(value));
		}
		return map;
	}

	private async property({ target, name }: Property): Promise<Value> {
		const value = await this.evaluate(target);
		if (value instanceof Map) return value.get(name) ?? null;
		throw runtimeFault(
			`${describe(value)} has no '${shown(name)}'`,
			'Only maps, such as input, have values behind a dot. Check for null first.',
		);
	}

	private async binary({ operator, left, right }: Binary): Promise<Value> {
		if (operator === '&&') return (await this.holds(left)) && (await this.holds(right));
		if (operator === '||') return (await this.holds(left)) || (await this.holds(right));
		const values = await this.all([left, right]);
		return await applyBinary(operator, values[0] ?? null, values[1] ?? null, this.session.tools);
	}

	private async call(node: Call): Promise<Value> {
		const name = node.name.toLowerCase();
		const own = isBuiltIn(name) ? undefined : this.ownFunction(node);
		const skipped = own === undefined ? writtenBy(node) : undefined;
		if (skipped !== undefined) return await this.skip(skipped, node.args);
		const args = await (name === 'if' ? this.chosen(node.args) : this.all(node.args));
		if (own !== undefined) return await this.calls.call(own, args);
		const task = CRM_TASKS.get(name);
		if (task !== undefined) {
			checkCount(task, args.length);
			return await this.session.answered(await task.run(args, this.session));
		}
		const method = FUNCTIONS.get(name);
		if (method === undefined) return await this.asMethod(node, args);
		checkCount(method, args.length);
		return this.made(await method.call(null, new Args(method.name, args, this.session.tools)));
	}

	/** `if(test, yes, no)`: scripts guard with it against what would fail, so one of the two stays null. */
	private async chosen(args: readonly Expression[]): Promise<List> {
		const [test, yes, ...others] = args;
		if (test === undefined || yes === undefined) return await this.all(args);
		const value = await this.evaluate(test);
		const isYes = await this.placed(test.at, () => isTrue(value));
		if (isYes) return [value, await this.evaluate(yes), ...others.map(() => null)];
		return [value, null, ...(await this.all(others))];
	}

	private ownFunction(node: Call | Method): OwnFunction | undefined {
		const name = calledName(node);
		return name === undefined ? undefined : this.calls.find(name);
	}

	/** `automation.f(x)`, where no variable has the name of the namespace. */
	private ownMethod(node: Method): OwnFunction | undefined {
		const isValue = node.target.kind === 'variable' && this.variables.has(node.target.name);
		return isValue ? undefined : this.ownFunction(node);
	}

	/** All methods are functions, too: their value comes first. */
	private async asMethod(node: Call, [target, ...args]: List): Promise<Value> {
		if (target === undefined) throw runtimeFault(`${node.name} needs an argument`);
		return this.made(await callMethod(target, node.name, args, this.session.tools));
	}

	private async block(node: Block): Promise<Value> {
		const skipped = writtenBy(node);
		if (skipped !== undefined) {
			const values = node.attributes.filter((attribute) => wordIn(attribute) === undefined);
			return await this.skip(
				skipped,
				values.map(({ value }) => value),
			);
		}
		const { values, unknown } = await this.attributes(node);
		const place = attributeOf(node, 'url')?.at ?? node.at;
		return await this.placed(place, async () => {
			const method = httpMethodOf(node);
			const name = `${node.name} ${method}`;
			const isSkipping = this.session.environment.writeTasks === 'skip';
			if (unknown !== undefined) {
				const isSkipped = isSkipping && (await isWritingPost(values, this.session, method));
				if (isSkipped) return await this.skip(name, []);
				throw unknown;
			}
			const answer = await invokeUrl(values, this.session, method);
			if (answer !== undefined) return await this.session.answered(answer);
			if (isSkipping) return await this.skip(name, []);
			throw writes(name);
		});
	}

	/** Values by attribute, and the failure of those that only Zoho knows. */
	private async attributes({ attributes }: Block) {
		const values = new Map<string, Value>();
		let unknown: unknown;
		for (const attribute of attributes) {
			const { name, value } = attribute;
			try {
				values.set(name.toLowerCase(), wordIn(attribute) ?? (await this.evaluate(value)));
			} catch (error) {
				unlessUnknown(error);
				unknown = error;
			}
		}
		return { values, unknown };
	}

	/** What only Zoho knows, such as the sender of a mail, is no reason to fail. */
	private async skip(name: string, values: readonly Expression[]): Promise<Value> {
		const known = values.filter(({ kind }) => kind !== 'constant');
		for (const value of known) await this.evaluate(value).catch(unlessUnknown);
		this.session.environment.hint(`${name} was skipped because 'Write Tasks' is set to Skip.`);
		return new Map<string, Value>();
	}
}

function checkCount(
	{ name, min, max }: { name: string; min: number; max: number },
	count: number,
): void {
	if (count >= min && count <= max) return;
	const range = min === max ? `${min}` : `${min} to ${max}`;
	throw runtimeFault(`${name} takes ${range} arguments, not ${count}`);
}
