import { helper, method, negation, word, type Code } from '../code';
import { ifType, table, type Method } from './method';

const checkedMap = (target: Code) =>
	target.type === 'map' ? target : helper('checkMap', 'map', target);

/** A function of JavaScript's objects. */
const ofObject =
	(name: string, otherwise: string): Method['translate'] =>
	(target, args, type) =>
		ifType(['map'], () => method(word('Object', 'value'), name, type, target), otherwise)(
			target,
			args,
			type,
		);

/** Methods that only maps have. */
export const MAP_METHODS = table([
	['put', 2, 2, 'map', 'put'],
	['putAll', 1, 1, 'map', 'putAll'],
	[
		'notContainsKey',
		1,
		1,
		'boolean',
		(target, args, type) => negation(helper('hasKey', type, checkedMap(target), ...args)),
	],
	['containsValue containValue', 1, 1, 'boolean', 'containsValue'],
	['keys', 0, 0, 'list', ofObject('keys', 'keysOf')],
	['values', 0, 0, 'list', ofObject('values', 'valuesOf')],
]);
