import type {
	Call,
	Expression,
	ForEach,
	If,
	Method,
	Script,
	Statement,
	Try,
} from '../language/ast';
import { wordIn } from '../language/blocks';
import { childrenOf } from '../language/astWalk';
import type { OwnCalls } from './ownCalls';

/** How the variables of a script come to their values. */
export interface Variables {
	/** Parameters of the function around the script. */
	parameters: ReadonlySet<string>;
	/** Read, and never set by the script: values that the script is given. */
	given: ReadonlySet<string>;
	/** Of these, the ones read before the script can end or branch. */
	givenAtOnce: ReadonlySet<string>;
	/** Set by the script. */
	set: ReadonlySet<string>;
	/** Of these, the ones that may be read while they are not set: then the script is given them. */
	unsure: ReadonlySet<string>;
	/** Statements that are the first and only place to declare a variable, which is not used outside. */
	declaredBy: ReadonlyMap<Statement, string>;
	/** Loops that may change the list they walk through. */
	changingLoops: ReadonlySet<ForEach>;
	/** Whether a variable is set in one place only. */
	isConstant(variable: string): boolean;
}

/** Looks at each statement once. */
export function variablesOf(script: Script, calls: OwnCalls): Variables {
	const parameters = (script.header?.parameters ?? []).map(({ name }) => name);
	const flow = new Flow(parameters, calls);
	flow.block(script.statements);
	return flow.variables();
}

/** Methods that change a list. */
const CHANGES: readonly string[] = [
	...['add', 'addall', 'clear', 'insert', 'insertall', 'sort', 'update'],
	...['remove', 'removeall', 'removeelement'],
	...['delete', 'deleteall', 'deletekey', 'deletekeys'],
];

interface Uses {
	first: number;
	last: number;
	sets: number;
}

/** A statement that could declare a variable, and what could see it then. */
interface Candidate {
	statement: Statement;
	name: string;
	start: number;
	end: number;
}

/** Follows a script from statement to statement, and numbers where variables are read and set. */
class Flow {
	private place = 0;
	private readonly uses = new Map<string, Uses>();
	private readonly candidates: Candidate[] = [];
	private readonly parameters: ReadonlySet<string>;
	private readonly unsure = new Set<string>();
	private readonly atOnce = new Set<string>();
	private readonly changingLoops = new Set<ForEach>();
	/** Variables that have a value here for certain, and the order in which they got it. */
	private readonly assigned: Set<string>;
	private readonly order: string[] = [];
	private isStraight = true;
	private changes = 0;

	constructor(
		parameters: readonly string[],
		private readonly calls: OwnCalls,
	) {
		this.parameters = new Set(parameters);
		this.assigned = new Set(parameters);
		for (const name of parameters) this.uses.set(name, { first: 0, last: 0, sets: 0 });
	}

	variables(): Variables {
		const set = new Set<string>();
		for (const [name, { sets }] of this.uses) if (sets > 0) set.add(name);
		const isGiven = (name: string) => !set.has(name) && !this.parameters.has(name);
		return {
			parameters: this.parameters,
			given: new Set([...this.uses.keys()].filter(isGiven)),
			givenAtOnce: new Set([...this.atOnce].filter(isGiven)),
			set,
			unsure: new Set([...this.unsure].filter((name) => set.has(name))),
			declaredBy: this.declarations(),
			changingLoops: this.changingLoops,
			isConstant: (variable) => this.uses.get(variable)?.sets === 1,
		};
	}

	/** A variable is declared where it is set first, if all its other places can see that. */
	private declarations(): Map<Statement, string> {
		const found = new Map<Statement, string>();
		const names = new Set<string>();
		for (const { statement, name, start, end } of this.candidates) {
			const { first, last } = this.uses.get(name) ?? { first: 0, last: Infinity };
			const isOpen = !names.has(name) && !this.unsure.has(name) && !this.parameters.has(name);
			if (!isOpen || first < start || last >= end) continue;
			found.set(statement, name);
			names.add(name);
		}
		return found;
	}

	/** @returns whether it can be left at its end */
	block(statements: readonly Statement[]): boolean {
		const own: Candidate[] = [];
		let isOpen = true;
		for (const statement of statements) {
			const start = this.place;
			if (statement.kind === 'assignment' && statement.operator === '=') {
				const candidate = { statement, name: statement.variable, start, end: 0 };
				own.push(candidate);
				this.candidates.push(candidate);
			}
			isOpen = this.statement(statement) && isOpen;
		}
		for (const candidate of own) candidate.end = this.place;
		return isOpen;
	}

	private statement(statement: Statement): boolean {
		switch (statement.kind) {
			case 'assignment':
				if (statement.operator !== '=') this.read(statement.variable);
				this.expression(statement.value);
				this.set(statement.variable);
				return true;
			case 'expression':
			case 'info':
				this.expression(statement.value);
				return true;
			case 'return':
				if (statement.value !== undefined) this.expression(statement.value);
				this.isStraight = false;
				return false;
			case 'break':
			case 'continue':
				this.isStraight = false;
				return false;
			default:
				return this.nested(statement);
		}
	}

	private nested(
		statement: Exclude<
			Statement,
			{ kind: 'assignment' | 'expression' | 'info' | 'return' | 'break' | 'continue' }
		>,
	): boolean {
		switch (statement.kind) {
			case 'if':
				return this.if(statement);
			case 'forEach':
				this.forEach(statement);
				return true;
			case 'while':
				this.expression(statement.condition);
				this.inside(() => this.block(statement.body));
				return true;
			case 'try':
				return this.try(statement);
		}
	}

	private if({ branches, otherwise = [] }: If): boolean {
		const ends = branches.map(({ condition, body }) => {
			this.expression(condition);
			return this.inside(() => this.block(body));
		});
		return this.join([...ends, this.inside(() => this.block(otherwise))]);
	}

	private forEach(statement: ForEach): void {
		const start = this.place;
		this.expression(statement.list);
		const candidate = { statement, name: statement.variable, start, end: 0 };
		this.candidates.push(candidate);
		const changes = this.changes;
		this.inside(() => {
			this.set(statement.variable);
			return this.block(statement.body);
		});
		candidate.end = this.place;
		if (this.changes > changes) this.changingLoops.add(statement);
	}

	private try(statement: Try): boolean {
		const body = this.inside(() => this.block(statement.body));
		const candidate = { statement, name: statement.error, start: this.place, end: 0 };
		this.candidates.push(candidate);
		const handler = this.inside(() => {
			this.set(statement.error);
			return this.block(statement.handler);
		});
		candidate.end = this.place;
		return this.join([body, handler]);
	}

	/** @returns what was set within, for certain; undefined where the end is not reached */
	private inside(visit: () => boolean): readonly string[] | undefined {
		this.isStraight = false;
		const mark = this.order.length;
		const isOpen = visit();
		const set = this.order.splice(mark);
		for (const name of set) this.assigned.delete(name);
		return isOpen ? set : undefined;
	}

	/** What all the ways have set is set behind them. */
	private join(ways: readonly (readonly string[] | undefined)[]): boolean {
		const open = ways.filter((way) => way !== undefined);
		const counts = new Map<string, number>();
		for (const name of open.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
		for (const [name, count] of counts) if (count === open.length) this.assign(name);
		return open.length > 0;
	}

	private expression(expression: Expression): void {
		switch (expression.kind) {
			case 'variable':
				return this.read(expression.name);
			case 'block':
				for (const attribute of expression.attributes) {
					if (wordIn(attribute) === undefined) this.expression(attribute.value);
				}
				return;
			case 'method':
			case 'call':
				return this.call(expression);
			case 'binary':
				this.expression(expression.left);
				if (['&&', '||'].includes(expression.operator)) this.isStraight = false;
				return this.expression(expression.right);
			default:
				return this.all(childrenOf(expression) as readonly Expression[]);
		}
	}

	/** What a function of the script is given, it may change. */
	private call(node: Call | Method): void {
		const isOwn = this.calls.calledBy(node) !== undefined;
		if (isOwn || CHANGES.includes(node.name.toLowerCase())) this.changes += 1;
		this.all(isOwn || node.kind === 'call' ? node.args : [node.target, ...node.args]);
	}

	private all(expressions: readonly Expression[]): void {
		for (const expression of expressions) this.expression(expression);
	}

	private read(name: string): void {
		this.use(name);
		if (!this.assigned.has(name)) this.unsure.add(name);
		if (this.isStraight) this.atOnce.add(name);
	}

	private set(name: string): void {
		this.use(name).sets += 1;
		this.assign(name);
	}

	private assign(name: string): void {
		if (this.assigned.has(name)) return;
		this.assigned.add(name);
		this.order.push(name);
	}

	private use(name: string): Uses {
		const uses = this.uses.get(name) ?? { first: this.place, last: this.place, sets: 0 };
		uses.last = this.place;
		this.place += 1;
		this.uses.set(name, uses);
		return uses;
	}
}
