import type { Steps } from '../../helpers/steps';
import type { Script } from '../language/ast';
import { helper, text, type Code } from './code';
import { constant } from './expressions';
import { Types } from './infer';
import { OwnCalls } from './ownCalls';
import { literal } from './print';
import { StatementTranslator, type Line } from './statements';
import { Translation, type Gathered } from './translation';
import { variablesOf } from './variables';

/** The lines within a function, and what is known of them. */
export interface Body {
	lines: readonly Line[];
	translation: Translation;
}

/**
 * Translates the statements of a script, or of one of its functions; a step for each.
 * @param isInner whether it is a function that the script calls: it stands within that of the script
 */
export function* bodySteps(script: Script, gathered: Gathered, isInner: boolean): Steps<Body> {
	const calls = new OwnCalls(script, gathered.callees);
	yield;
	const variables = variablesOf(script, calls);
	yield;
	const types = new Types(script, variables, calls);
	yield;
	const translation = new Translation(variables, types, calls, gathered, isInner);
	const translator = new StatementTranslator(translation);
	const depth = isInner ? 2 : 1;
	if (isInner) declareConverted(script, translator);
	else declareGiven(script, translation, translator);
	declareSet(translation, translator);
	yield* translator.block(script.statements, depth);
	if (script.statements.at(-1)?.kind !== 'return') translator.add(depth, 'return null;');
	return { lines: translator.lines, translation };
}

/** What the script is given, taken from `input`. */
function declareGiven(
	script: Script,
	translation: Translation,
	translator: StatementTranslator,
): void {
	const { variables } = translation;
	for (const [name, type] of parametersOf(script)) {
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

/** Parameters of a function that the script calls, converted as their types say. */
function declareConverted(script: Script, translator: StatementTranslator): void {
	for (const [name, type] of parametersOf(script)) {
		const converted = PARAMETER_TYPES.get(type.toLowerCase());
		if (converted === undefined) continue;
		// A plain key of this name would set the prototype.
		const key = name === '__proto__' ? text(name) : name;
		const given: Code = { kind: 'map', entries: [{ key, value: variable(name) }], type: 'map' };
		const value = helper('parameter', 'value', given, text(name), text(converted));
		translator.add(2, variable(name), ' = ', value, ';');
	}
}

/** Of two parameters of one name, the last counts. */
function parametersOf({ header }: Script): Map<string, string> {
	return new Map(header?.parameters.map(({ name, type }) => [name, type]));
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
	const { variables, types, isInner } = translation;
	const depth = isInner ? 2 : 1;
	const declared = new Set([...variables.parameters, ...variables.declaredBy.values()]);
	for (const name of variables.set) {
		if (declared.has(name)) continue;
		if (variables.unsure.has(name)) {
			const start = startOf(name, translation);
			translator.add(depth, 'let ', variable(name), { annotation: 'unsure' }, ' = ', start, ';');
		} else {
			translator.add(depth, 'let ', variable(name), { annotation: types.variable(name) }, ';');
		}
	}
}

const INPUT: Code = { kind: 'input', type: 'map' };

/** What a variable is before the script sets it. */
function startOf(name: string, { isInner }: Translation): Code {
	if (isInner) return constant(name) ?? helper('perhapsGiven', 'value', NOTHING, text(name));
	if (name === 'input') return INPUT;
	return constant(name) ?? helper('perhapsGiven', 'value', INPUT, text(name));
}

const NOTHING: Code = { kind: 'map', entries: [], type: 'map' };

function variable(name: string): Code {
	return { kind: 'variable', name, type: 'value' };
}
