import type { Call, Expression, Method, Variable } from '../language/ast';
import {
	elementOf,
	entryOf,
	fixedText,
	fixedTextOf,
	isEmpty,
	isSame,
	memberOf,
	piecesOf,
	textOf,
	UNKNOWN,
	type KnownValue,
	type ReadExpression,
} from './knownValues';
import { isRead, readKindOf } from './readTasks';
import type { Binding, Scope } from './scope';

/** Methods and functions that change the type of a value, not what it stands for. */
const CONVERSIONS: readonly string[] = [
	'tostring',
	'totext',
	'tolong',
	'tonumber',
	'trim',
	'tomap',
	'tolist',
	'tojsonlist',
	'encodeurl',
];

/** Lookups within lookups; variables of real scripts are made of a few others. */
const MAX_DEPTH = 300;
/** Entries of one map. */
const MAX_ENTRIES = 1000;

/**
 * Finds out what the values of a script are, as far as that can be told without running it. Each
 * expression is looked at once, and what grows beyond the bounds is unknown, so that the work is in
 * proportion to the script.
 */
export class Resolver {
	/** Expressions looked at so far. */
	steps = 0;
	private readonly known = new Map<Expression, KnownValue>();
	private readonly bindings = new Map<Binding, KnownValue>();
	private depth = 0;

	constructor(private readonly scope: Scope) {}

	/** What is known of an expression, wherever in the script it stands. */
	resolve(expression: Expression): KnownValue {
		const known = this.known.get(expression);
		if (known !== undefined) return known;
		if (this.depth >= MAX_DEPTH) return UNKNOWN;
		this.steps += 1;
		this.depth += 1;
		const found = this.find(expression);
		this.depth -= 1;
		this.known.set(expression, found);
		return found;
	}

	private find(expression: Expression): KnownValue {
		switch (expression.kind) {
			case 'null':
				return { kind: 'null' };
			case 'text':
				return fixedText(expression.value);
			case 'number':
				return fixedText(expression.digits, true);
			case 'map':
				return this.mapOf(expression.entries.map(({ key, value }) => [key, value]));
			case 'variable':
				return this.variable(expression);
			case 'list': {
				const [only, ...others] = expression.items;
				if (others.length > 0) return UNKNOWN;
				return { kind: 'list', entry: only === undefined ? UNKNOWN : this.resolve(only) };
			}
			case 'property':
				return memberOf(this.resolve(expression.target), expression.name);
			case 'binary':
				return expression.operator === '+'
					? joined(this.resolve(expression.left), this.resolve(expression.right))
					: UNKNOWN;
			case 'method':
				return this.method(expression);
			default:
				return isRead(expression) ? answerOf(expression) : this.call(expression);
		}
	}

	private variable(variable: Variable): KnownValue {
		const { name } = variable;
		const binding = this.scope.binding(variable);
		return binding === undefined
			? { kind: 'item', path: name.toLowerCase() === 'input' ? [] : [name] }
			: this.bound(binding);
	}

	private bound(binding: Binding): KnownValue {
		const known = this.bindings.get(binding);
		if (known !== undefined) return known;
		if (this.depth >= MAX_DEPTH) return UNKNOWN;
		// What is made of itself is unknown.
		this.bindings.set(binding, UNKNOWN);
		this.depth += 1;
		const value = this.filled(binding, this.valueOf(binding));
		this.depth -= 1;
		this.bindings.set(binding, value);
		return value;
	}

	private valueOf(binding: Binding): KnownValue {
		switch (binding.kind) {
			case 'once':
				return this.resolve(binding.value);
			case 'each':
				return elementOf(this.resolve(binding.list));
			case 'either':
				return this.eitherOf([...binding.bindings]);
			default:
				return UNKNOWN;
		}
	}

	/** The one value among empty ones: scripts set variables to null or '' before they fill them. */
	private eitherOf(bindings: readonly (Binding | undefined)[]): KnownValue {
		const bound = bindings.filter((binding): binding is Binding => binding !== undefined);
		if (bound.length < bindings.length) return UNKNOWN;
		const values = bound.map((binding) => this.bound(binding));
		const [first, ...others] = values.filter((value) => !isEmpty(value));
		if (first === undefined) return values[0] ?? UNKNOWN;
		return others.every((other) => isSame(first, other)) ? first : UNKNOWN;
	}

	/** A map that was filled with `put`, or a list with one `add`; a key put twice is unknown. */
	private filled(binding: Binding, value: KnownValue): KnownValue {
		const fillings = this.scope.fillingsOf(binding);
		if (fillings.length === 0) return value;
		if (value.kind === 'list') {
			return value.entry === UNKNOWN ? this.added(fillings) : UNKNOWN;
		}
		if (value.kind !== 'map') return value;
		if (value.entries.size + fillings.length > MAX_ENTRIES) return UNKNOWN;
		const entries = new Map(value.entries);
		for (const { name: method, args } of fillings) {
			const [key, put] = args;
			const name = key && fixedTextOf(this.resolve(key));
			if (method.toLowerCase() !== 'put' || name === undefined || put === undefined) return UNKNOWN;
			entries.set(name, entries.has(name) ? UNKNOWN : this.resolve(put));
		}
		return { kind: 'map', entries };
	}

	private added([first, ...others]: readonly Method[]): KnownValue {
		const entry = first?.args.length === 1 ? first.args[0] : undefined;
		return entry === undefined || others.length > 0
			? UNKNOWN
			: { kind: 'list', entry: this.resolve(entry) };
	}

	private mapOf(pairs: readonly (readonly [Expression, Expression])[]): KnownValue {
		if (pairs.length > MAX_ENTRIES) return UNKNOWN;
		const entries = new Map<string, KnownValue>();
		for (const [key, value] of pairs) {
			const name = fixedTextOf(this.resolve(key));
			if (name === undefined) return UNKNOWN;
			entries.set(name, this.resolve(value));
		}
		return { kind: 'map', entries };
	}

	private method({ name, target, args }: Method): KnownValue {
		const method = name.toLowerCase();
		const value = this.resolve(target);
		const [argument] = args;
		if (CONVERSIONS.includes(method) && argument === undefined) return value;
		if (!['get', 'getjson'].includes(method) || argument === undefined) return UNKNOWN;
		const key = this.resolve(argument);
		const text = fixedTextOf(key);
		if (text === undefined) return UNKNOWN;
		if (key.kind === 'text' && key.isNumber) return entryOf(value, text);
		// Of a list, getJson takes the first entry.
		const isOfFirst = method === 'getjson' && value.kind === 'rows' && text !== 'data';
		return memberOf(isOfFirst ? elementOf(value, true) : value, text);
	}

	private call(expression: Expression): KnownValue {
		if (expression.kind !== 'call') return UNKNOWN;
		const name = expression.name.toLowerCase();
		const [first] = expression.args;
		if (name === 'map' && first === undefined) return { kind: 'map', entries: new Map() };
		if (name === 'list' && first === undefined) return { kind: 'list', entry: UNKNOWN };
		return isTransparent(name, expression) && first !== undefined ? this.resolve(first) : UNKNOWN;
	}
}

/** What a read gives: one record as a map, else rows. */
function answerOf(read: ReadExpression): KnownValue {
	return readKindOf(read) === 'record'
		? { kind: 'item', path: [], of: read }
		: { kind: 'rows', of: read };
}

function isTransparent(name: string, { args }: Call): boolean {
	return name === 'ifnull' || (CONVERSIONS.includes(name) && args.length === 1);
}

/** Deluge's `+` joins texts, but adds numbers: which of the two must be certain. */
function joined(left: KnownValue, right: KnownValue): KnownValue {
	const isText = [left, right].some((value) => value.kind === 'text' && !value.isNumber);
	const [before, after] = [piecesOf(left), piecesOf(right)];
	if (!isText || before === undefined || after === undefined) return UNKNOWN;
	return textOf([...before, ...after]);
}
