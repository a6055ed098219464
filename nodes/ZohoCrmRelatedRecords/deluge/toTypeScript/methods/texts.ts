import { code, literal, PRECEDENCE, sameness, within, type StaticType } from '../code';
import { asNumber, asText, named, ofText, type Translate } from './method';

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

/** Methods of texts. */
export const TEXT_METHODS: readonly [string, Translate][] = [
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
];
