import { code, negation, PRECEDENCE, sameness, within } from '../code';
import { asNumber, asText, byHelper, isDate, isList, named, type Translate } from './method';

const ofMath =
	(name: string): Translate =>
	(target, args, translation) => {
		const list = [target, ...args].map((value) => asNumber(value, translation).text).join(', ');
		return code(`Math.${name}(${list})`, 'number');
	};

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

const remainder =
	(isOdd: boolean): Translate =>
	(target, _args, translation) => {
		const even = sameness(`${within(asNumber(target, translation), PRECEDENCE.product)} % 2`, '0');
		return isOdd ? negation(even) : even;
	};

const toDecimal: Translate = (target, _args, translation) => asNumber(target, translation);

/** Methods of numbers, and those that all values have. */
export const VALUE_METHODS: readonly [string, Translate][] = [
	...named('isBlank', byHelper('isBlank', 'boolean')),
	...named('isNull', (target) => sameness(within(target, PRECEDENCE.relation), 'null')),
	...named('toString toText text', toText),
	...named('toLong toNumber', (target, args, translation) =>
		isDate(target)
			? byHelper('instant', 'number')(target, args, translation)
			: byHelper('whole', 'value')(target, args, translation),
	),
	...named('toDecimal', toDecimal),
	...named('round', byHelper('round', 'number')),
	...['abs', 'ceil', 'floor', 'sqrt', 'min', 'max'].flatMap((name) => named(name, ofMath(name))),
	...named('power', ofMath('pow')),
	...named('isNumber', byHelper('isNumber', 'boolean')),
	...named('isText', (target) =>
		sameness(`typeof ${within(target, PRECEDENCE.unary)}`, "'string'"),
	),
	...named('isEven', remainder(false)),
	...named('isOdd', remainder(true)),
];
