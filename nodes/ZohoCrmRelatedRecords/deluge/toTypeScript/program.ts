import { finish, type Steps } from '../../helpers/steps';
import type { Script } from '../language/ast';
import { functionsOf } from '../language/ownFunctions';
import { bodySteps, type Body } from './body';
import { types as BASE_TYPES } from './embedded';
import { Names } from './names';
import type { Callee } from './ownCalls';
import { print } from './print';
import type { Line } from './statements';
import { Gathered } from './translation';
import { typeName } from './types';

/** A script as a function of TypeScript, or of JavaScript. */
export interface Program {
	text: string;
	/** Names of the function's parameters, in order: what the script calls, then `input`. */
	parameters: readonly string[];
	/** What the translation does not say, a sentence each. */
	notes: readonly string[];
}

export interface Programs {
	typescript: Program;
	/** The same without its types. */
	javascript: Program;
}

/** Translates a script and the functions that it reaches, a step for each statement. */
export function* programSteps(script: Script): Steps<Programs> {
	const gathered = new Gathered(script);
	const { lines } = yield* bodySteps(script, gathered, false);
	const functions = [...functionsOf(script)];
	const inner = new Map<Callee, Body>();
	// Functions that are reached from others join the ones still to come.
	for (const callee of gathered.callees.all()) {
		inner.set(callee, yield* bodySteps({ ...callee.own, functions }, gathered, true));
	}
	markAsync(inner);
	const typescript = yield* written(gathered, lines, inner, true);
	const javascript = yield* written(gathered, lines, inner, false);
	return { typescript, javascript };
}

/** A function that waits makes those wait that call it. */
function markAsync(inner: ReadonlyMap<Callee, Body>): void {
	const callers = new Map<Callee, Callee[]>();
	for (const [caller, { translation }] of inner) {
		for (const callee of translation.callees) {
			const known = callers.get(callee) ?? [];
			known.push(caller);
			callers.set(callee, known);
		}
	}
	const open = [...inner.keys()].filter((callee) => inner.get(callee)?.translation.isWaiting);
	for (let callee = open.pop(); callee !== undefined; callee = open.pop()) {
		if (callee.isAsync) continue;
		callee.isAsync = true;
		for (const caller of callers.get(callee) ?? []) open.push(caller);
	}
}

/** Translates a script at once. */
export function programsOf(script: Script): Programs {
	return finish(programSteps(script));
}

/** Lines that are written in one step. */
const LINES_A_STEP = 200;

function* written(
	gathered: Gathered,
	lines: readonly Line[],
	inner: ReadonlyMap<Callee, Body>,
	isTyped: boolean,
): Steps<Program> {
	const helpers = gathered.needed();
	const names = new Names(helpers.map(({ name }) => name));
	const tasks = [...gathered.tasks].sort(byPlace).map((name) => names.ofTask(name));
	const body: string[] = [];
	for (const [callee, own] of inner) {
		body.push(innerHead(callee, names, isTyped));
		body.push(yield* writtenLines(own.lines, names, isTyped), '\t}\n\n');
	}
	body.push(yield* writtenLines(lines, names, isTyped));
	const parameters = [...tasks, 'input'];
	const helperTexts = helpers
		.map((helper) => (isTyped ? helper.typescript : helper.javascript))
		.filter((text) => text !== '');
	const parts = [
		...(isTyped ? [BASE_TYPES] : []),
		...helperTexts.map((text) => `${text}\n`),
		`${head(parameters, isTyped)} {\n${body.join('')}}\n`,
	];
	return { text: parts.join('\n'), parameters, notes: [...gathered.notes] };
}

function* writtenLines(lines: readonly Line[], names: Names, isTyped: boolean): Steps<string> {
	const texts: string[] = [];
	for (const [index, line] of lines.entries()) {
		texts.push(writtenLine(line, names, isTyped));
		if (index % LINES_A_STEP === 0) yield;
	}
	return texts.join('');
}

/** The first line of a function that the script calls. */
function innerHead(callee: Callee, names: Names, isTyped: boolean): string {
	const { parameters } = callee.own.header;
	const last = new Map(parameters.map(({ name }, index) => [name, index]));
	const list = parameters
		.map(({ name }, index) =>
			last.get(name) === index ? names.of(name) : names.ofHidden(name, index),
		)
		.map((name) => (isTyped ? `${name}: Value` : name));
	const type = callee.isAsync ? ': Promise<Value>' : ': Value';
	const word = callee.isAsync ? 'async function' : 'function';
	return `\t${word} ${names.ofFunction(callee)}(${list.join(', ')})${isTyped ? type : ''} {\n`;
}

function writtenLine({ depth, parts }: Line, names: Names, isTyped: boolean): string {
	const texts = parts.map((part) => {
		if (typeof part === 'string') return part;
		if ('kind' in part) return print(part, names);
		if (!isTyped) return '';
		const { annotation } = part;
		return annotation === 'unsure' ? ': Value | undefined' : `: ${typeName(annotation)}`;
	});
	return `${'\t'.repeat(depth)}${texts.join('')}\n`;
}

const LINE_LENGTH = 100;

/** The function's first line, or lines where it has many parameters. */
function head(parameters: readonly string[], isTyped: boolean): string {
	const list = parameters.map((name) => (isTyped ? `${name}: ${typeOf(name)}` : name));
	const start = `${isTyped ? 'export ' : ''}async function script(`;
	const end = `)${isTyped ? ': Promise<Value>' : ''}`;
	const line = start + list.join(', ') + end;
	return line.length <= LINE_LENGTH
		? line
		: `${start}\n${list.map((parameter) => `\t${parameter},\n`).join('')}${end}`;
}

/** `related` first, `info` last, others as they are called. */
function byPlace(a: string, b: string): number {
	return placeOf(a) - placeOf(b);
}

function placeOf(task: string): number {
	return task === 'related' ? 0 : task === 'info' ? 2 : 1;
}

function typeOf(parameter: string): string {
	switch (parameter) {
		case 'related':
			return '(list: string, module: string, id: Value, query?: Row) => Promise<Row[]>';
		case 'invokeUrl':
			return '(request: Row) => Promise<Value>';
		case 'info':
			return '(value: Value) => void';
		case 'input':
			return 'Row';
		default:
			return '(...values: Value[]) => Promise<Value>';
	}
}
