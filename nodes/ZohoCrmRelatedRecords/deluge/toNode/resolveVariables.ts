import type { Call, Expression, Method } from '../language/ast';
import {
	elementOf,
	fixedText,
	fixedTextOf,
	memberOf,
	piecesOf,
	textOf,
	UNKNOWN,
	type Known,
} from './knownValues';
import { isRead } from './readTasks';
import type { Scope } from './scope';

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
	private readonly known = new Map<Expression, Known>();
	private readonly variables = new Map<string, Known>();
	/** Variables being looked up: one that is made of itself is unknown. */
	private readonly open = new Set<string>();
	private depth = 0;

	constructor(private readonly scope: Scope) {}

	/** What is known of an expression, wherever in the script it stands. */
	resolve(expression: Expression): Known {
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

	private find(expression: Expression): Known {
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
				return this.variable(expression.name);
			case 'property':
				return memberOf(this.resolve(expression.target), expression.name);
			case 'binary':
				return expression.operator === '+'
					? joined(this.resolve(expression.left), this.resolve(expression.right))
					: UNKNOWN;
			case 'method':
				return this.method(expression);
			default:
				return isRead(expression) ? { kind: 'rows', of: expression } : this.call(expression);
		}
	}

	private variable(name: string): Known {
		const binding = this.scope.binding(name);
		if (binding === undefined) {
			return { kind: 'item', path: name.toLowerCase() === 'input' ? [] : [name] };
		}
		const known = this.variables.get(name);
		if (known !== undefined) return known;
		if (binding.kind === 'several' || this.open.has(name)) return UNKNOWN;
		this.open.add(name);
		const value =
			binding.kind === 'each'
				? elementOf(this.resolve(binding.list))
				: this.withPuts(name, this.resolve(binding.value));
		this.open.delete(name);
		this.variables.set(name, value);
		return value;
	}

	/** A map that was filled with `put`; a key put twice is unknown. */
	private withPuts(variable: string, value: Known): Known {
		const puts = this.scope.putsOn(variable);
		if (value.kind !== 'map' || puts.length === 0) return value;
		if (value.entries.size + puts.length > MAX_ENTRIES) return UNKNOWN;
		const entries = new Map(value.entries);
		for (const { args } of puts) {
			const [key, put] = args;
			const name = key && fixedTextOf(this.resolve(key));
			if (name === undefined || put === undefined) return UNKNOWN;
			entries.set(name, entries.has(name) ? UNKNOWN : this.resolve(put));
		}
		return { kind: 'map', entries };
	}

	private mapOf(pairs: readonly (readonly [Expression, Expression])[]): Known {
		if (pairs.length > MAX_ENTRIES) return UNKNOWN;
		const entries = new Map<string, Known>();
		for (const [key, value] of pairs) {
			const name = fixedTextOf(this.resolve(key));
			if (name === undefined) return UNKNOWN;
			entries.set(name, this.resolve(value));
		}
		return { kind: 'map', entries };
	}

	private method({ name, target, args }: Method): Known {
		const method = name.toLowerCase();
		const value = this.resolve(target);
		const [argument] = args;
		if (CONVERSIONS.includes(method) && argument === undefined) return value;
		if (!['get', 'getjson'].includes(method) || argument === undefined) return UNKNOWN;
		const key = this.resolve(argument);
		const text = fixedTextOf(key);
		if (text === undefined) return UNKNOWN;
		return key.kind === 'text' && key.isNumber ? elementOf(value) : memberOf(value, text);
	}

	private call(expression: Expression): Known {
		if (expression.kind !== 'call') return UNKNOWN;
		const name = expression.name.toLowerCase();
		const [first] = expression.args;
		if (name === 'map' && first === undefined) return { kind: 'map', entries: new Map() };
		return isTransparent(name, expression) && first !== undefined ? this.resolve(first) : UNKNOWN;
	}
}

function isTransparent(name: string, { args }: Call): boolean {
	return name === 'ifnull' || (CONVERSIONS.includes(name) && args.length === 1);
}

/** Deluge's `+` joins texts, but adds numbers: which it does has to be sure. */
function joined(left: Known, right: Known): Known {
	const isText = [left, right].some((value) => value.kind === 'text' && !value.isNumber);
	const [before, after] = [piecesOf(left), piecesOf(right)];
	if (!isText || before === undefined || after === undefined) return UNKNOWN;
	return textOf([...before, ...after]);
}
