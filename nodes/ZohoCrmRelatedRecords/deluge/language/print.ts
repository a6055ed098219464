import type { Attribute, BinaryOperator, Expression, OwnFunction, Script, Statement } from './ast';

const PRECEDENCE: Record<BinaryOperator, number> = {
	'||': 1,
	'&&': 2,
	'==': 3,
	'!=': 3,
	'<': 4,
	'<=': 4,
	'>': 4,
	'>=': 4,
	'+': 5,
	'-': 5,
	'*': 6,
	'/': 6,
	'%': 6,
};
const UNARY = 7;
const POSTFIX = 8;

/**
 * A script as text in one style: a statement a line, tabs, no needless parentheses. Parsing it gives
 * the same tree but for positions.
 */
export function print({ header, statements, functions }: Script): string {
	if (header !== undefined)
		return (functions ?? [{ header, statements }]).map(printFunction).join('');
	const loose = statements.map((statement) => printed(statement, '')).join('');
	return loose + (functions ?? []).map(printFunction).join('');
}

function printFunction({ header, statements }: OwnFunction): string {
	const { returnType, name, parameters } = header;
	const list = parameters.map((parameter) => `${parameter.type} ${parameter.name}`).join(', ');
	return `${returnType} ${name}(${list})\n${body(statements, '')}`;
}

function body(statements: readonly Statement[], indent: string): string {
	const inner = statements.map((statement) => printed(statement, `${indent}\t`)).join('');
	return `${indent}{\n${inner}${indent}}\n`;
}

function printed(statement: Statement, indent: string): string {
	switch (statement.kind) {
		case 'assignment': {
			const { variable, operator, value } = statement;
			return `${indent}${variable} ${operator} ${printExpression(value)};\n`;
		}
		case 'expression':
			return `${indent}${printExpression(statement.value)};\n`;
		case 'info':
			return `${indent}info ${printExpression(statement.value)};\n`;
		case 'return': {
			const value = statement.value === undefined ? '' : ` ${printExpression(statement.value)}`;
			return `${indent}return${value};\n`;
		}
		case 'break':
		case 'continue':
			return `${indent}${statement.kind};\n`;
		default:
			return printedBlock(statement, indent);
	}
}

type WithBody = Extract<Statement, { kind: 'if' | 'forEach' | 'while' | 'try' }>;

function printedBlock(statement: WithBody, indent: string): string {
	switch (statement.kind) {
		case 'if': {
			const branches = statement.branches.map(
				(branch) => `if(${printExpression(branch.condition)})\n${body(branch.body, indent)}`,
			);
			const last =
				statement.otherwise === undefined
					? ''
					: `${indent}else\n${body(statement.otherwise, indent)}`;
			return `${indent}${branches.join(`${indent}else `)}${last}`;
		}
		case 'forEach': {
			const { isIndex, variable, list } = statement;
			const loop = `for each ${isIndex ? 'index ' : ''}${variable} in ${printExpression(list)}`;
			return `${indent}${loop}\n${body(statement.body, indent)}`;
		}
		case 'while':
			return `${indent}while(${printExpression(statement.condition)})\n${body(statement.body, indent)}`;
		case 'try': {
			const handler = `${indent}catch (${statement.error})\n${body(statement.handler, indent)}`;
			return `${indent}try\n${body(statement.body, indent)}${handler}`;
		}
	}
}

/** One expression as text. */
function printExpression(expression: Expression): string {
	switch (expression.kind) {
		case 'null':
			return 'null';
		case 'boolean':
			return String(expression.value);
		case 'number':
			return expression.digits;
		case 'text':
			return quoted(expression.value, expression.quote);
		case 'variable':
		case 'constant':
			return expression.name;
		case 'list':
			return `[${args(expression.items)}]`;
		case 'map': {
			const entries = expression.entries.map(
				({ key, value }) => `${printExpression(key)}:${printExpression(value)}`,
			);
			return expression.isGiven === true ? entries.join(',') : `{${entries.join(',')}}`;
		}
		default:
			return printedOperation(expression);
	}
}

type Operation = Extract<
	Expression,
	{ kind: 'property' | 'method' | 'call' | 'block' | 'unary' | 'binary' }
>;

function printedOperation(expression: Operation): string {
	switch (expression.kind) {
		case 'property':
			return `${within(expression.target, POSTFIX)}.${expression.name}`;
		case 'method':
			return `${within(expression.target, POSTFIX)}.${expression.name}(${args(expression.args)})`;
		case 'call':
			return `${expression.name}(${args(expression.args)})`;
		case 'block':
			return `${expression.name}\n[\n${expression.attributes.map(attribute).join('')}]`;
		case 'unary':
			return `${expression.operator}${within(expression.operand, UNARY)}`;
		case 'binary': {
			const { operator, left, right } = expression;
			const own = PRECEDENCE[operator];
			// Operators of one precedence group to the left.
			return `${within(left, own)} ${operator} ${within(right, own + 1)}`;
		}
	}
}

function attribute({ name, value }: Attribute): string {
	return `\t${name}: ${printExpression(value)}\n`;
}

function args(expressions: readonly Expression[]): string {
	return expressions.map(printExpression).join(',');
}

/** An operand, in parentheses where it binds less tightly than its place asks for. */
function within(expression: Expression, precedence: number): string {
	const text = printExpression(expression);
	return precedenceOf(expression) < precedence ? `(${text})` : text;
}

function precedenceOf(expression: Expression): number {
	if (expression.kind === 'binary') return PRECEDENCE[expression.operator];
	return expression.kind === 'unary' ? UNARY : POSTFIX;
}

function quoted(text: string, quote: string): string {
	const escaped = text
		.replaceAll('\\', '\\\\')
		.replaceAll(quote, `\\${quote}`)
		.replaceAll('\n', '\\n')
		.replaceAll('\r', '\\r')
		.replaceAll('\t', '\\t');
	return `${quote}${escaped}${quote}`;
}
