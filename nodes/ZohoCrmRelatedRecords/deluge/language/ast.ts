/**
 * The syntax tree of a Deluge script, as `parse` makes it and `print` writes it.
 *
 * - Plain data: every node is an object with `kind` and `at`; unions are closed, so a `switch` over
 *   `kind` is checked for completeness. Children are in fields of their own, lists in source order.
 * - `at` is where a message about the node points: the operator of a binary expression, the name of
 *   a method, else the first character. It is no part of the meaning: printing and parsing again
 *   gives the same tree but for `at`.
 * - Parentheses, comments and white space leave no trace; precedence is the shape of the tree.
 * - Names are kept as written. Keywords, functions, methods and tasks are compared without case,
 *   variables with it.
 * - A name with a namespace of Zoho's (`zoho.`, `thisapp.`) is one name: `call` with parentheses
 *   (`zoho.crm.getRelatedRecords(...)`), else `constant` (`zoho.currentdate`). What hangs on any
 *   other value is `method` or `property` (`input.leadId`).
 * - `{}` is an empty map, `{"a","b"}` and `["a"]` are lists, `{"a":1}` is a map.
 * - A task with attributes in brackets (`invokeurl [...]`, `sendmail [...]`) is `block`; bare words
 *   among its values, such as `GET`, are variables to the grammar.
 */
export interface Script {
	/** The function around the statements, if there is one. */
	header?: FunctionHeader;
	statements: Statement[];
	/** All functions in the text in their order, where there is more than the one around the script. */
	functions?: OwnFunction[];
}

/** A function that the script's author wrote. */
export interface OwnFunction {
	header: FunctionHeader;
	statements: Statement[];
}

/** Counted from 1, as editors do. */
export interface Position {
	line: number;
	column: number;
}

/** `void automation.count(Int leadId)` */
export interface FunctionHeader {
	at: Position;
	returnType: string;
	/** With its namespace. */
	name: string;
	parameters: Parameter[];
}

export interface Parameter {
	type: string;
	name: string;
}

export type Statement =
	Assignment | ExpressionStatement | Info | Return | If | ForEach | While | Jump | Try;

export type AssignmentOperator = '=' | '+=' | '-=' | '*=' | '/=' | '%=';

export interface Assignment {
	kind: 'assignment';
	at: Position;
	variable: string;
	operator: AssignmentOperator;
	value: Expression;
}

export interface ExpressionStatement {
	kind: 'expression';
	at: Position;
	value: Expression;
}

/** Writes to the log. */
export interface Info {
	kind: 'info';
	at: Position;
	value: Expression;
}

export interface Return {
	kind: 'return';
	at: Position;
	value?: Expression;
}

/** `if`, then each `else if`, in order; then `else`. */
export interface If {
	kind: 'if';
	at: Position;
	branches: Branch[];
	otherwise?: Statement[];
}

export interface Branch {
	condition: Expression;
	body: Statement[];
}

export interface ForEach {
	kind: 'forEach';
	at: Position;
	variable: string;
	/** `for each index i in list`: the variable counts from 0. */
	isIndex: boolean;
	list: Expression;
	body: Statement[];
}

export interface While {
	kind: 'while';
	at: Position;
	condition: Expression;
	body: Statement[];
}

export interface Jump {
	kind: 'break' | 'continue';
	at: Position;
}

export interface Try {
	kind: 'try';
	at: Position;
	body: Statement[];
	/** Variable of the error. */
	error: string;
	handler: Statement[];
}

export type Expression =
	| Literal
	| ListLiteral
	| MapLiteral
	| Variable
	| Constant
	| Property
	| Unary
	| Binary
	| Call
	| Method
	| Block;

export type Literal = NullLiteral | BooleanLiteral | NumberLiteral | TextLiteral;

export interface NullLiteral {
	kind: 'null';
	at: Position;
}

export interface BooleanLiteral {
	kind: 'boolean';
	at: Position;
	value: boolean;
}

export interface NumberLiteral {
	kind: 'number';
	at: Position;
	/** Digits as written, so that IDs beyond 2^53 survive: `12`, `12.50`. */
	digits: string;
}

export interface TextLiteral {
	kind: 'text';
	at: Position;
	/** Escapes resolved. */
	value: string;
	/** Dates are written in single quotes. */
	quote: '"' | "'";
}

export interface ListLiteral {
	kind: 'list';
	at: Position;
	items: Expression[];
}

export interface MapLiteral {
	kind: 'map';
	at: Position;
	entries: MapEntry[];
	/** Without braces: keys with values as arguments, as in `insert("a":1)`. */
	isGiven?: true;
}

export interface MapEntry {
	key: Expression;
	value: Expression;
}

export interface Variable {
	kind: 'variable';
	at: Position;
	name: string;
}

/** `zoho.currentdate` */
export interface Constant {
	kind: 'constant';
	at: Position;
	name: string;
}

/** `input.leadId` */
export interface Property {
	kind: 'property';
	at: Position;
	target: Expression;
	name: string;
}

export type UnaryOperator = '!' | '-' | '+';

export interface Unary {
	kind: 'unary';
	at: Position;
	operator: UnaryOperator;
	operand: Expression;
}

export type BinaryOperator =
	'||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

export interface Binary {
	kind: 'binary';
	at: Position;
	operator: BinaryOperator;
	left: Expression;
	right: Expression;
}

/** A function or a task: `ifnull(a, b)`, `zoho.crm.getRelatedRecords(...)`. */
export interface Call {
	kind: 'call';
	at: Position;
	name: string;
	args: Expression[];
}

/** `rows.get(0)` */
export interface Method {
	kind: 'method';
	at: Position;
	target: Expression;
	name: string;
	args: Expression[];
}

/** `invokeurl [ url: "..." type: GET ]` */
export interface Block {
	kind: 'block';
	at: Position;
	name: string;
	attributes: Attribute[];
}

export interface Attribute {
	name: string;
	at: Position;
	value: Expression;
}
