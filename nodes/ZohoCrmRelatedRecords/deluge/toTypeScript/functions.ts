import { binary, conditional, helper, isLiteral, type Code } from './code';
import { condition } from './operators';
import { table } from './methods/method';
import { join } from './types';

/** What can be looked at or not, without a difference: no failure, and no change. */
function isPlain(code: Code): boolean {
	return isLiteral(code) || code.kind === 'variable';
}

/** Functions that are no methods; as with methods, their first argument is the target. */
export const FUNCTIONS = table([
	['days360', 2, 2, 'count', (_none, args, type) => helper('days360', type, ...args)],
	['encodeUrl urlEncode', 1, 1, 'text', (_none, args, type) => helper('encodeUrl', type, ...args)],
	['list', 0, 0, 'list', () => ({ kind: 'list', items: [], type: 'list' })],
	['map', 0, 0, 'map', () => ({ kind: 'map', entries: [], type: 'map' })],
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
			return isPlain(yes) && isPlain(no)
				? conditional(condition(test), yes, no)
				: helper('choose', type, condition(test), yes, no);
		},
	],
]);
