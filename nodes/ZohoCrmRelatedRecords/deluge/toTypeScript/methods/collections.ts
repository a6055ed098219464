import { code, isText, PRECEDENCE, sameness, within } from '../code';
import { byHelper, isList, named, negated, ofText, type Translate } from './method';

const size: Translate = (target, _args, translation) => {
	if (isText(target) || isList(target)) {
		return code(`${within(target, PRECEDENCE.postfix)}.length`, 'number');
	}
	if (target.type === 'map') return code(`Object.keys(${target.text}).length`, 'number');
	return code(translation.help('size', target.text), 'number');
};

const isEmpty: Translate = (target, args, translation) =>
	isText(target) || isList(target)
		? sameness(size(target, args, translation).text, '0')
		: code(translation.help('isEmpty', target.text), 'boolean');

/** Marks what `get` gives, so that a further `get` can join it. */
const GET = PRECEDENCE.postfix + 1;

const get: Translate = (target, args, translation) => {
	// get(get(a, 'b'), 'c') reads better as get(a, 'b', 'c').
	const inner = /^get\((.*)\)$/s.exec(target.text)?.[1];
	const isNested = target.type === 'value' && inner !== undefined && target.precedence === GET;
	const parts = [isNested ? inner : target.text, ...args.map(({ text }) => text)];
	return code(translation.help('get', ...parts), 'value', GET);
};

const contains: Translate = (target, args, translation) =>
	isText(target)
		? ofText('includes', 'boolean')(target, args, translation)
		: byHelper('contains', 'boolean')(target, args, translation);

const position =
	(native: string, helper: string): Translate =>
	(target, args, translation) =>
		isText(target)
			? ofText(native, 'number')(target, args, translation)
			: byHelper(helper, 'number')(target, args, translation);

const toMap: Translate = (target, args, translation) =>
	target.type === 'map' ? target : byHelper('toMap', 'map')(target, args, translation);

const toList: Translate = (target, args, translation) => {
	if (isList(target) && args.length === 0) return target;
	return byHelper('toList', 'list')(target, args, translation);
};

/** Methods of lists and maps; texts have some of them, too. */
export const COLLECTION_METHODS: readonly [string, Translate][] = [
	...named('get getJSON', get),
	...named('put', byHelper('put', 'map')),
	...named('add', byHelper('append', 'list')),
	...named('addAll', (target, [list], translation) => {
		const added =
			list === undefined || isList(list) ? list?.text : translation.help('items', list.text);
		return code(translation.help('append', target.text, `...${added}`), 'list');
	}),
	...named('remove', byHelper('remove', 'value')),
	...named('size length len', size),
	...named('isEmpty', isEmpty),
	...named('contains', contains),
	...named('notContains', negated(contains)),
	...named('containsKey containKey', byHelper('hasKey', 'boolean')),
	...named('notContainsKey', negated(byHelper('hasKey', 'boolean'))),
	...named('containsValue containValue', byHelper('containsValue', 'boolean')),
	...named('keys', (target) => code(`Object.keys(${target.text})`, 'list')),
	...named('values', (target) => code(`Object.values(${target.text})`, 'list')),
	...named('sort', byHelper('sorted', 'list')),
	...named('distinct', byHelper('distinct', 'list')),
	...named('reverse', (target, _args, translation) =>
		code(`${translation.help('items', target.text)}.reverse()`, 'list'),
	),
	...named('sublist', (target, args, translation) =>
		code(
			`${translation.help('items', target.text)}.slice(${args.map(({ text }) => text).join(', ')})`,
			'list',
		),
	),
	...named('toMap', toMap),
	...named('toList', toList),
	...named('toJSONList', toList),
	...named('indexOf', position('indexOf', 'positionOf')),
	...named('lastIndexOf', position('lastIndexOf', 'lastPositionOf')),
	...named('removeElement', byHelper('removeElement', 'value')),
	...named('removeAll', (target, [others], translation) =>
		code(translation.help('keep', target.text, others?.text ?? '[]', 'false'), 'list'),
	),
	...named('intersect', (target, [others], translation) => {
		const copy = `[...${translation.help('items', target.text)}]`;
		return code(translation.help('keep', copy, others?.text ?? '[]', 'true'), 'list');
	}),
	...named('clear', byHelper('clear', 'value')),
	...named('putAll', (target, [other], translation) =>
		code(`Object.assign(${toMap(target, [], translation).text}, ${other?.text ?? '{}'})`, 'map'),
	),
];
