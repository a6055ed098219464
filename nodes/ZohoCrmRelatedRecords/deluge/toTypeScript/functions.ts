import { binary, conditional, helper, isLiteral, type Code } from './code';
import { condition } from './operators';
import { ENCRYPTION } from './encryption';
import { table, type Method } from './methods/method';
import { join, type StaticType } from './types';

/** What can be looked at or not, without a difference: no failure, and no change. */
function isPlain(code: Code): boolean {
	return isLiteral(code) || code.kind === 'variable';
}

/** A helper that takes the arguments. */
function ofArgument(name: string): Method['translate'] {
	return (_none, args, type) => helper(name, type, ...args);
}

/** Keys with values come as one map, which stays what it is. */
function collectionType(args: readonly StaticType[]): StaticType {
	const [first = 'list'] = args;
	return args.length === 1 && ['map', 'value', 'never'].includes(first) ? first : 'list';
}

function collection(_none: Code, args: readonly Code[], type: StaticType): Code {
	const [first] = args;
	if (first === undefined || type === 'list') return { kind: 'list', items: args, type };
	return type === 'map' ? first : helper('collectionOf', type, first);
}

/** Functions that are no methods; as with methods, their first argument is the target. */
export const FUNCTIONS = table([
	['days360', 2, 2, 'count', (_none, args, type) => helper('days360', type, ...args)],
	...ENCRYPTION,
	['encodeUrl urlEncode', 1, 1, 'text', ofArgument('encodeUrl')],
	['list', 0, 0, 'list', () => ({ kind: 'list', items: [], type: 'list' })],
	[
		'map',
		0,
		1,
		'map',
		(_none, args, type) =>
			args.length === 0 ? { kind: 'map', entries: [], type } : helper('mapOf', type, ...args),
	],
	['collection', 0, Infinity, (_none, args) => collectionType(args), collection],
	[
		'ifnull',
		2,
		2,
		'value',
		(_none, [value, otherwise], type) =>
			value && otherwise && value.type === 'value' && !isLiteral(value) && isPlain(otherwise)
				? binary('??', value, otherwise, type)
				: helper('ifNull', type, ...[value, otherwise].filter((part) => part !== undefined)),
	],
	[
		'if',
		3,
		3,
		(_none, [, yes = 'value', no = 'value']) => join(yes, no),
		(_none, [test, yes, no], type) => {
			if (test === undefined || yes === undefined || no === undefined) return helper('fail', type);
			return conditional(condition(test), yes, no);
		},
	],
]);
