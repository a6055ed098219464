import type { FunctionHeader, Script } from '../language/ast';
import { propertyAccess, typeName, type StaticType } from './code';
import { StatementTranslator } from './statements';
import { Translation } from './translation';
import { variablesOf, type Variables } from './variables';

/** A script as a function of TypeScript, or of JavaScript. */
export interface Program {
	text: string;
	/** Names of the function's parameters, in order: what the script calls, then `input`. */
	parameters: readonly string[];
	/** What the translation does not say, a sentence each. */
	notes: readonly string[];
}

/** Types only ever grow, so this many rounds settle them. */
const MAX_ROUNDS = 10;

/**
 * Translates a script.
 * @param isTyped TypeScript; else JavaScript, the same without its types
 */
export function programOf(script: Script, isTyped: boolean): Program {
	const variables = variablesOf(script);
	let types = new Map<string, StaticType>();
	for (let round = 0; round < MAX_ROUNDS; round += 1) {
		const translation = prepared(script, variables, types, false);
		new StatementTranslator(translation, variables).block(script.statements, '');
		if (isSame(types, translation.types)) break;
		types = translation.types;
	}
	return assembled(script, variables, prepared(script, variables, types, isTyped));
}

/** A translation that knows the types found so far, and those that are given. */
function prepared(
	script: Script,
	variables: Variables,
	types: ReadonlyMap<string, StaticType>,
	isTyped: boolean,
): Translation {
	const translation = new Translation(isTyped);
	for (const name of variables.given) translation.types.set(name, 'value');
	for (const { name, type } of script.header?.parameters ?? []) {
		translation.types.set(name, parameterType(type));
	}
	for (const [name, type] of types) translation.types.set(name, type);
	return translation;
}

function isSame(a: ReadonlyMap<string, StaticType>, b: ReadonlyMap<string, StaticType>): boolean {
	return a.size === b.size && [...b].every(([name, type]) => a.get(name) === type);
}

function assembled(script: Script, variables: Variables, translation: Translation): Program {
	const translator = new StatementTranslator(translation, variables);
	const given = givenValues(script.header, variables, translation);
	const body = translator.block(script.statements, '\t');
	const hoisted = hoistedVariables(variables, translation, translator);
	const isReturning = script.statements.at(-1)?.kind === 'return';
	const parameters = [...[...translation.tasks].sort(byPlace), 'input'];
	const parts = [
		translation.typed(TYPES),
		...translation.helperTexts().map((text) => `${text}\n`),
		`${head(parameters, translation)} {\n${given}${hoisted}${body}${isReturning ? '' : '\treturn null;\n'}}\n`,
	];
	return {
		text: parts.filter((part) => part !== '').join('\n'),
		parameters,
		notes: [...translation.notes],
	};
}

const LINE_LENGTH = 100;

/** The function's first line, or lines where it has many parameters. */
function head(parameters: readonly string[], translation: Translation): string {
	const list = parameters.map((name) => name + translation.typed(`: ${typeOf(name)}`));
	const start = `${translation.typed('export ')}async function script(`;
	const end = `)${translation.typed(': Promise<Value>')}`;
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

const TYPES = `export type Value = string | number | bigint | boolean | null | Value[] | Row;
export interface Row {
	[key: string]: Value;
}
`;

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

/** The values the script is given, taken from `input`. */
function givenValues(
	header: FunctionHeader | undefined,
	{ given, set }: Variables,
	translation: Translation,
): string {
	const declared = new Map((header?.parameters ?? []).map(({ name, type }) => [name, type]));
	return given
		.map((variable) => {
			const name = translation.names.of(variable);
			const value = `input${propertyAccess(variable)} ?? null`;
			const type = translation.types.get(variable) ?? 'value';
			const annotation = translation.typed(`: ${typeName(type)}`);
			const kind = set.has(variable) ? 'let' : 'const';
			return `\t${kind} ${name}${annotation} = ${converted(value, declared.get(variable), translation)};\n`;
		})
		.join('');
}

/** Types of a function's parameters, by Deluge's names in lower case. */
type ParameterType = readonly [type: StaticType, helper: string];
const WHOLE: ParameterType = ['value', 'whole'];
const DECIMAL: ParameterType = ['number', 'number'];
const PARAMETER_TYPES: ReadonlyMap<string, ParameterType> = new Map([
	['int', WHOLE],
	['long', WHOLE],
	['bigint', WHOLE],
	['number', WHOLE],
	['float', DECIMAL],
	['decimal', DECIMAL],
	['string', ['text', 'text']],
]);

function parameterType(type: string): StaticType {
	return PARAMETER_TYPES.get(type.toLowerCase())?.[0] ?? 'value';
}

function converted(value: string, type: string | undefined, translation: Translation): string {
	const helper = type === undefined ? undefined : PARAMETER_TYPES.get(type.toLowerCase())?.[1];
	return helper === undefined ? value : translation.help(helper, value);
}

/** Variables that are set in several blocks stand above all of them. */
function hoistedVariables(
	{ set, given, declaredBy }: Variables,
	translation: Translation,
	translator: StatementTranslator,
): string {
	const declared = new Set([...given, ...declaredBy.values()]);
	return [...set]
		.filter((variable) => !declared.has(variable))
		.map((variable) => {
			const type = translation.types.get(variable) ?? 'value';
			const start = START_VALUES.get(type) ?? 'null';
			return `\tlet ${translation.names.of(variable)}${translator.annotation(variable)} = ${start};\n`;
		})
		.join('');
}

const START_VALUES: ReadonlyMap<StaticType, string> = new Map([
	['text', "''"],
	['date', "''"],
	['dateTime', "''"],
	['number', '0'],
	['boolean', 'false'],
	['list', '[]'],
	['rows', '[]'],
	['map', '{}'],
]);
