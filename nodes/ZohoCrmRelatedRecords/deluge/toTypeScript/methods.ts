import {
	code,
	isText,
	literal,
	negation,
	PRECEDENCE,
	sameness,
	within,
	type Code,
	type StaticType,
} from './code';
import type { Translation } from './translation';

/** Translates the call of one method. */
type Translate = (target: Code, args: readonly Code[], translation: Translation) => Code;

const UNITS: readonly string[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'];

/** Dates as Zoho CRM shows them. */
const SHOWN: ReadonlyMap<StaticType, string> = new Map([
	['date', 'dd-MMM-yyyy'],
	['dateTime', 'dd-MMM-yyyy HH:mm:ss'],
]);

/** The value as text, by a helper unless it is text. */
export function asText(value: Code, translation: Translation): Code {
	if (isText(value)) return value;
	if (value.type === 'number' || value.type === 'boolean') {
		return code(`String(${value.text})`, 'text');
	}
	const pattern = SHOWN.get(value.type);
	if (pattern !== undefined) {
		return code(translation.help('formatDate', value.text, literal(pattern)), 'text');
	}
	return code(translation.help('text', value.text), 'text');
}

/** The value as number, by a helper unless it is one. */
export function asNumber(value: Code, translation: Translation): Code {
	return value.type === 'number' ? value : code(translation.help('number', value.text), 'number');
}

/** A date of either kind. */
export const isDate = ({ type }: Code): boolean => type === 'date' || type === 'dateTime';

const isList = ({ type }: Code) => type === 'list' || type === 'rows';

/** A method that JavaScript's texts have, too. */
const ofText =
	(name: string, type: StaticType): Translate =>
	(target, args, translation) => {
		const list = args.map((arg) => asText(arg, translation).text).join(', ');
		return code(
			`${within(asText(target, translation), PRECEDENCE.postfix)}.${name}(${list})`,
			type,
		);
	};

/** A part of a text, by positions. */
const partOf =
	(range: (args: readonly string[]) => string): Translate =>
	(target, args, translation) => {
		const places = args.map((arg) => asNumber(arg, translation).text);
		const text = within(asText(target, translation), PRECEDENCE.postfix);
		return code(`${text}.slice(${range(places)})`, 'text');
	};

const ignoringCase =
	(name: 'includes' | 'startsWith' | 'endsWith'): Translate =>
	(target, args, translation) => {
		const [left, right] = [target, ...args].map(
			(value) => `${within(asText(value, translation), PRECEDENCE.postfix)}.toLowerCase()`,
		);
		return code(`${left}.${name}(${right})`, 'boolean');
	};

/** A helper of the output, with the value first. */
const byHelper =
	(name: string, type: StaticType): Translate =>
	(target, args, translation) =>
		code(translation.help(name, ...[target, ...args].map(({ text }) => text)), type);

const ofMath =
	(name: string): Translate =>
	(target, args, translation) => {
		const list = [target, ...args].map((value) => asNumber(value, translation).text).join(', ');
		return code(`Math.${name}(${list})`, 'number');
	};

const negated =
	(translate: Translate): Translate =>
	(target, args, translation) =>
		negation(translate(target, args, translation));

const shift =
	(unit: string, sign: '' | '-'): Translate =>
	(target, [amount], translation) => {
		const by = amount === undefined ? '0' : within(asNumber(amount, translation), PRECEDENCE.unary);
		const isDay = target.type === 'date' && !['second', 'minute', 'hour'].includes(unit);
		const moved = translation.help('shifted', target.text, `${sign}${by}`, literal(unit));
		return code(moved, isDay ? 'date' : 'dateTime');
	};

const datePart =
	(part: string): Translate =>
	(target, _args, translation) =>
		code(`${translation.help('partsOf', target.text)}.${part}`, 'number');

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

const toText: Translate = (target, [pattern], translation) => {
	if (pattern === undefined) return asText(target, translation);
	if (isList(target)) {
		return code(
			`${within(target, PRECEDENCE.postfix)}.map(String).join(${asText(pattern, translation).text})`,
			'text',
		);
	}
	return code(
		translation.help('formatDate', target.text, asText(pattern, translation).text),
		'text',
	);
};

const concat: Translate = (target, args, translation) =>
	code(
		[target, ...args].map((part) => within(asText(part, translation), PRECEDENCE.sum)).join(' + '),
		'text',
		PRECEDENCE.sum,
	);

const SPECIAL = /[\\^$.|?*+()[\]{}]/;

/** What is written out and has no special characters is no pattern, but plain text. */
const replace =
	(flags: string): Translate =>
	(target, [pattern, replacement, isPlain], translation) => {
		const text = asText(target, translation);
		const [from = "''", to = "''"] = [pattern, replacement].map(
			(part) => part && asText(part, translation).text,
		);
		const isWord = from.startsWith("'") && !SPECIAL.test(from.slice(1, -1));
		if (flags === 'g' && (isWord || isPlain?.text === 'true')) {
			return code(`${within(text, PRECEDENCE.postfix)}.replaceAll(${from}, () => ${to})`, 'text');
		}
		const rest = flags === 'g' ? [] : [literal(flags)];
		return code(translation.help('replaceAll', text.text, from, to, ...rest), 'text');
	};

const position =
	(native: string, helper: string): Translate =>
	(target, args, translation) =>
		isText(target)
			? ofText(native, 'number')(target, args, translation)
			: byHelper(helper, 'number')(target, args, translation);

/** A text without what a pattern of JavaScript finds. */
const without =
	(pattern: string): Translate =>
	(target, _args, translation) => {
		const text = within(asText(target, translation), PRECEDENCE.postfix);
		return code(`${text}.replace(${pattern}, '')`, 'text');
	};

/** A helper of the output that takes texts. */
const textHelper =
	(name: string, type: StaticType): Translate =>
	(target, args, translation) => {
		const texts = [target, ...args].map((value) => asText(value, translation).text);
		return code(translation.help(name, ...texts), type);
	};

const matches: Translate = (target, args, translation) => {
	const [text = '', pattern = ''] = [target, ...args].map(
		(value) => asText(value, translation).text,
	);
	return code(`new RegExp(\`^(?:\${${pattern}})$\`, 's').test(${text})`, 'boolean');
};

const remainder =
	(isOdd: boolean): Translate =>
	(target, _args, translation) => {
		const even = sameness(`${within(asNumber(target, translation), PRECEDENCE.product)} % 2`, '0');
		return isOdd ? negation(even) : even;
	};

/** Whole hours or years, from a helper that counts smaller units. */
const unitsBetween =
	(count: (from: string, to: string) => string): Translate =>
	(target, [other], translation) => {
		translation.help('instant');
		translation.help('monthsBetween');
		return code(`Math.trunc(${count(target.text, other?.text ?? 'null')})`, 'number');
	};

const toMap: Translate = (target, args, translation) =>
	target.type === 'map' ? target : byHelper('toMap', 'map')(target, args, translation);

const toList: Translate = (target, args, translation) => {
	if (isList(target) && args.length === 0) return target;
	return byHelper('toList', 'list')(target, args, translation);
};

const toDecimal: Translate = (target, _args, translation) => asNumber(target, translation);

/** Methods by their names in lower case. */
export const METHODS: ReadonlyMap<string, Translate> = new Map<string, Translate>([
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
	...named('isBlank', byHelper('isBlank', 'boolean')),
	...named('isNull', (target) => sameness(within(target, PRECEDENCE.relation), 'null')),
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
	...named('toString toText text', toText),
	...named('toLong toNumber', (target, args, translation) =>
		isDate(target)
			? byHelper('instant', 'number')(target, args, translation)
			: byHelper('whole', 'value')(target, args, translation),
	),
	...named('toDecimal', toDecimal),
	...named('toMap', toMap),
	...named('toList', toList),
	...named('toJSONList', toList),
	...named('round', byHelper('round', 'number')),
	...['abs', 'ceil', 'floor', 'sqrt', 'min', 'max'].flatMap((name) => named(name, ofMath(name))),
	...named('power', ofMath('pow')),
	...named('toUpperCase upper', ofText('toUpperCase', 'text')),
	...named('toLowerCase lower', ofText('toLowerCase', 'text')),
	...named('trim', ofText('trim', 'text')),
	...named('ltrim', ofText('trimStart', 'text')),
	...named('rtrim', ofText('trimEnd', 'text')),
	...named('proper', (target, _args, translation) =>
		code(translation.help('proper', asText(target, translation).text), 'text'),
	),
	...named('startsWith', ofText('startsWith', 'boolean')),
	...named('endsWith', ofText('endsWith', 'boolean')),
	...named('indexOf', position('indexOf', 'positionOf')),
	...named('lastIndexOf', position('lastIndexOf', 'lastPositionOf')),
	...named('containsIgnoreCase', ignoringCase('includes')),
	...named('startsWithIgnoreCase', ignoringCase('startsWith')),
	...named('endsWithIgnoreCase', ignoringCase('endsWith')),
	...named('equalsIgnoreCase', (target, args, translation) => {
		const sides = [target, ...args].map(
			(value) => `${within(asText(value, translation), PRECEDENCE.postfix)}.toLowerCase()`,
		);
		return sameness(sides[0] ?? '', sides[1] ?? '');
	}),
	...named('concat', concat),
	...named('isNumber', byHelper('isNumber', 'boolean')),
	...named('isText', (target) =>
		sameness(`typeof ${within(target, PRECEDENCE.unary)}`, "'string'"),
	),
	...named('getOccurenceCount', (target, args, translation) => {
		const parts = ofText('split', 'list')(target, args, translation);
		return code(`${parts.text}.length - 1`, 'number', PRECEDENCE.sum);
	}),
	...named('repeat', (target, [times = code('0', 'number')], translation) =>
		code(
			`${within(asText(target, translation), PRECEDENCE.postfix)}.repeat(${asNumber(times, translation).text})`,
			'text',
		),
	),
	...named('removeFirstOccurence', (target, [part = code("''", 'text')], translation) =>
		code(
			`${within(asText(target, translation), PRECEDENCE.postfix)}.replace(${asText(part, translation).text}, '')`,
			'text',
		),
	),
	...named('removeLastOccurence', textHelper('removeLast', 'text')),
	...named('removeAllAlpha', without('/[a-z]/gi')),
	...named('removeAllAlphaNumeric', without('/[a-z0-9]/gi')),
	...named('getAlpha', without('/[^a-z]/gi')),
	...named('getAlphaNumeric', without('/[^a-z0-9]/gi')),
	...named('getPrefix', textHelper('prefixOf', 'value')),
	...named('getSuffix', textHelper('suffixOf', 'value')),
	...named('matches', matches),
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
	...named('isEven', remainder(false)),
	...named('isOdd', remainder(true)),
	...named('getDayOfWeek', byHelper('dayOfWeek', 'number')),
	...named('unixEpoch', byHelper('instant', 'number')),
	...named('monthsBetween', byHelper('monthsBetween', 'number')),
	...named(
		'yearsBetween',
		unitsBetween((from, to) => `monthsBetween(${from}, ${to}) / 12`),
	),
	...named(
		'hoursBetween',
		unitsBetween((from, to) => `(instant(${to}) - instant(${from})) / 3_600_000`),
	),
	...named(
		'left',
		partOf(([count = '0']) => `0, ${count}`),
	),
	...named(
		'right',
		partOf(([count = '0']) => `-${count}`),
	),
	...named(
		'subString subText',
		partOf((places) => places.join(', ')),
	),
	...named('replaceAll', replace('g')),
	...named('replaceFirst', replace('')),
	...named('replaceAllIgnoreCase', replace('gi')),
	...named('replaceFirstIgnoreCase', replace('i')),
	...named('toDate', byHelper('toDate', 'date')),
	...named('toDateTime toTime', (target, _args, translation) =>
		code(target.type === 'text' ? target.text : translation.help('text', target.text), 'dateTime'),
	),
	...named('daysBetween', byHelper('daysBetween', 'number')),
	...named('days360', byHelper('days360', 'number')),
	...named('getDay getDate', datePart('day')),
	...named('getMonth', datePart('month')),
	...named('getYear', datePart('year')),
	...named('getHour', datePart('hour')),
	...named('getMinutes', datePart('minute')),
	...named('getSeconds', datePart('second')),
	...UNITS.flatMap((unit) => [
		...named(`add${unit} add${unit}s`, shift(unit, '')),
		...named(`sub${unit} sub${unit}s`, shift(unit, '-')),
	]),
]);

function named(names: string, translate: Translate): [string, Translate][] {
	return names.split(' ').map((name) => [name.toLowerCase(), translate]);
}
