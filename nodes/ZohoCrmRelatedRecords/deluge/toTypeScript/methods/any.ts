import { binary, copied, helper, member, method, word } from '../code';
import { isList, isNumeric } from '../types';
import { ifType, ofText, table, type Method } from './method';

const toText: Method['translate'] = (target, _args, type) => {
	if (target.type === 'text') return target;
	if (isNumeric(target.type) || target.type === 'boolean' || target.type === 'date') {
		return helper('String', type, target);
	}
	return helper(isList(target.type) || target.type === 'map' ? 'textOf' : 'toText', type, target);
};

const isEmpty: Method['translate'] = (target, _args, type) =>
	target.type === 'text' || isList(target.type)
		? binary('===', member(target, 'length', 'count'), word('0', 'count'), type)
		: helper('isEmpty', type, target);

/** Each `get` of a `get` joins it: `get(a, 'b', 'c')`. */
const get: Method['translate'] = (target, args, type) =>
	target.kind === 'helper' && target.name === 'get'
		? helper('get', type, ...target.args, ...args)
		: helper('get', type, target, ...args);

const hasKey = (
	target: Parameters<Method['translate']>[0],
	args: Parameters<Method['translate']>[1],
) => helper('hasKey', 'boolean', target, ...args);

const length = ifType(
	['text', 'rows', 'list'],
	(target) => member(target, 'length', 'count'),
	'lengthOf',
);

/** Methods that all values have, or values of several types. */
export const ANY_METHODS = table([
	['isNull', 0, 0, 'boolean', 'isNull'],
	['isDate', 0, 0, 'boolean', 'isDate'],
	['isFile', 0, 0, 'boolean', 'isFile'],
	['isValidObject', 0, 0, 'boolean', 'isValid'],
	['toListString', 0, 0, 'list', 'toTextList'],
	['equals', 1, 1, 'boolean', 'isEqual'],
	['isEmpty', 0, 0, 'boolean', isEmpty],
	['isBlank', 0, 0, 'boolean', 'isBlank'],
	['isNumber', 0, 0, 'boolean', 'isNumber'],
	['isText', 0, 0, 'boolean', (target, _args, type) => helper('isText', type, target)],
	[
		'toString toText text',
		0,
		2,
		'text',
		(target, args, type) =>
			args.length === 0 ? toText(target, args, type) : helper('toTextWith', type, target, ...args),
	],
	[
		'toLong toNumber',
		0,
		0,
		(target) => (target === 'count' ? 'count' : 'numeric'),
		(target, _args, type) => (target.type === 'count' ? target : helper('toWhole', type, target)),
	],
	[
		'toDecimal',
		0,
		0,
		(target) => (target === 'count' ? 'count' : 'number'),
		(target, _args, type) =>
			target.type === 'count' || target.type === 'number'
				? target
				: helper('toDecimal', type, target),
	],
	['get', 1, 1, 'value', get],
	['getJSON', 1, 1, 'value', ifType(['map'], get, 'getJson')],
	['remove', 1, 1, 'value', 'remove'],
	['clear', 0, 0, 'value', 'clear'],
	['length len', 0, 0, 'count', length],
	[
		'size',
		0,
		0,
		'count',
		(target, args, type) =>
			target.type === 'text' || isList(target.type)
				? length(target, args, type)
				: helper('size', type, target),
	],
	['contains', 1, 1, 'boolean', ifType(['text'], ofText('includes'), 'contains')],
	['containsKey containKey', 1, 1, 'boolean', hasKey],
	['indexOf', 1, 1, 'count', ifType(['text'], ofText('indexOf'), 'indexOf')],
	['lastIndexOf', 1, 1, 'count', ifType(['text'], ofText('lastIndexOf'), 'lastIndexOf')],
	[
		'reverse',
		0,
		0,
		(target) => (isList(target) ? target : 'value'),
		ifType(
			['rows', 'list'],
			(target, _args, type) => method(copied(target), 'reverse', type),
			'reversed',
		),
	],
	['toMap', 0, 0, 'map', ifType(['map'], (target) => target, 'toMap')],
	[
		'toList',
		0,
		1,
		(target, args) => (isList(target) && args.length === 0 ? target : 'list'),
		(target, args, type) =>
			isList(target.type) && args.length === 0 ? target : helper('toList', type, target, ...args),
	],
	[
		'toJSONList',
		0,
		0,
		(target) => (isList(target) ? target : 'list'),
		ifType(['rows', 'list'], (target) => target, 'toJsonList'),
	],
	['toDate', 0, 1, 'date', 'toDate'],
	['toDateTime toTime', 0, 2, 'date', 'toDateTime'],
]);
