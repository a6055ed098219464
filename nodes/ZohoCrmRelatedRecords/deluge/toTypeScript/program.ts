import { finish, type Steps } from '../../helpers/steps';
import type { Script } from '../language/ast';
import { helper, text, type Code } from './code';
import { types as BASE_TYPES } from './embedded';
import { constant } from './expressions';
import { Types } from './infer';
import { Names } from './names';
import { literal, print } from './print';
import { StatementTranslator, type Line } from './statements';
import { Translation } from './translation';
import { typeName } from './types';
import { variablesOf } from './variables';

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

/** Translates a script, a step for each statement. */
export function* programSteps(script: Script): Steps<Programs> {
	const variables = variablesOf(script);
	yield;
	const types = new Types(script, variables);
	yield;
	const translation = new Translation(variables, types);
	const translator = new StatementTranslator(translation);
	declareGiven(script, translation, translator);
	declareSet(translation, translator);
	yield* translator.block(script.statements, 1);
	if (script.statements.at(-1)?.kind !== 'return') translator.add(1, 'return null;');
	const typescript = yield* written(translation, translator.lines, true);
	const javascript = yield* written(translation, translator.lines, false);
	return { typescript, javascript };
}

/** Translates a script at once. */
export function programsOf(script: Script): Programs {
	return finish(programSteps(script));
}

/** What the script is given, taken from `input`. */
function declareGiven(
	script: Script,
	translation: Translation,
	translator: StatementTranslator,
): void {
	const { variables } = translation;
	// Of two parameters of one name, the last counts.
	const parameters = new Map(script.header?.parameters.map(({ name, type }) => [name, type]));
	for (const [name, type] of parameters) {
		const word = variables.set.has(name) ? 'let ' : 'const ';
		const converted = PARAMETER_TYPES.get(type.toLowerCase());
		// The map of all values is a value itself.
		const given = `${name === 'input' ? '{ input }' : 'input'}, ${literal(name)}`;
		const reader = converted === undefined ? 'given' : 'parameter';
		translation.need(reader);
		const value = `${reader}(${given}${converted === undefined ? '' : `, ${literal(converted)}`})`;
		translator.add(1, word, variable(name), { annotation: 'value' }, ` = ${value};`);
	}
	for (const name of variables.givenAtOnce) {
		if (name === 'input' || constant(name) !== undefined) continue;
		translation.need('given');
		const value = ` = given(input, ${literal(name)});`;
		translator.add(1, 'const ', variable(name), { annotation: 'value' }, value);
	}
}

/** Types of a function's parameters, by Deluge's names in lower case, as the helper takes them. */
const PARAMETER_TYPES: ReadonlyMap<string, string> = new Map([
	['int', 'whole'],
	['long', 'whole'],
	['bigint', 'whole'],
	['number', 'whole'],
	['float', 'decimal'],
	['decimal', 'decimal'],
	['string', 'text'],
]);

/** Variables that are set in several blocks are declared above all of them. */
function declareSet(translation: Translation, translator: StatementTranslator): void {
	const { variables, types } = translation;
	const declared = new Set([...variables.parameters, ...variables.declaredBy.values()]);
	for (const name of variables.set) {
		if (declared.has(name)) continue;
		if (variables.unsure.has(name)) {
			const start = name === 'input' ? INPUT : (constant(name) ?? perhapsGiven(name));
			translator.add(1, 'let ', variable(name), { annotation: 'unsure' }, ' = ', start, ';');
		} else {
			translator.add(1, 'let ', variable(name), { annotation: types.variable(name) }, ';');
		}
	}
}

const INPUT: Code = { kind: 'input', type: 'map' };

function perhapsGiven(name: string): Code {
	return helper('perhapsGiven', 'value', INPUT, text(name));
}

function variable(name: string): Code {
	return { kind: 'variable', name, type: 'value' };
}

/** Lines that are written in one step. */
const LINES_A_STEP = 200;

function* written(
	translation: Translation,
	lines: readonly Line[],
	isTyped: boolean,
): Steps<Program> {
	const helpers = translation.needed();
	const names = new Names(helpers.map(({ name }) => name));
	const tasks = [...translation.tasks].sort(byPlace).map((name) => names.ofTask(name));
	const body: string[] = [];
	for (const [index, line] of lines.entries()) {
		body.push(writtenLine(line, names, isTyped));
		if (index % LINES_A_STEP === 0) yield;
	}
	const parameters = [...tasks, 'input'];
	const helperTexts = helpers
		.map((helper) => (isTyped ? helper.typescript : helper.javascript))
		.filter((text) => text !== '');
	const parts = [
		...(isTyped ? [BASE_TYPES] : []),
		...helperTexts.map((text) => `${text}\n`),
		`${head(parameters, isTyped)} {\n${body.join('')}}\n`,
	];
	return { text: parts.join('\n'), parameters, notes: [...translation.notes] };
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
