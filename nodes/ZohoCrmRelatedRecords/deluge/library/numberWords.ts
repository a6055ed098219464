import { shown } from '../../helpers/shown';
import { runtimeFault, unsupportedFault } from '../values/fault';
import { NUMBER_LANGUAGES, type NumberLanguage } from './numberLanguages';

interface Rule {
	base: bigint;
	/** Size of its unit. */
	unit: bigint;
	text: string;
}

/** JavaScript writes very small and very large numbers with an exponent. */
const DIGITS = /^(\d{1,18})(?:\.(\d+))?$/;

/** Rules of a language, the largest numbers first. */
const RULES: ReadonlyMap<NumberLanguage, readonly Rule[]> = new Map(
	Object.values(NUMBER_LANGUAGES).map((language) => [language, rulesIn(language.rules)]),
);

/**
 * A number in words (Zoho: toWords): `one thousand nine hundred eighty-nine point one three`.
 * @param name of a language, such as en-us or ko
 * @throws Fault for other languages, beyond 18 digits, and for parts below a millionth
 */
export function wordsOf(number: bigint | number, name: string): string {
	const known = name.length < 10 ? name.toLowerCase() : '';
	const language = Object.hasOwn(NUMBER_LANGUAGES, known) ? NUMBER_LANGUAGES[known] : undefined;
	if (language === undefined) {
		throw unsupportedFault(
			`toWords does not know the language '${shown(name)}'`,
			`Use ${Object.keys(NUMBER_LANGUAGES).join(', ')}.`,
		);
	}
	const [, digits, fraction] = DIGITS.exec(String(number).replace(/^-/, '')) ?? [];
	if (digits === undefined) {
		throw runtimeFault('toWords takes numbers of up to 18 digits, and from 0.000001 on');
	}
	const whole = spelled(BigInt(digits), language);
	const decimals = [...(fraction ?? '')].map((digit) => spelled(BigInt(digit), language));
	const point = fraction === undefined ? '' : language.point + decimals.join(language.between);
	return `${number < 0 ? language.minus : ''}${whole}${point}`;
}

function rulesIn(text: string): Rule[] {
	let next = 0n;
	const rules = text.split(';').map((rule) => {
		const [, base, radix = '10', words = rule] =
			/^(\d+(?:e\d+)?)(?:\/(\d+))? (.*)$/.exec(rule) ?? [];
		const from = base === undefined ? next : BigInt(Number(base));
		next = from + 1n;
		return { base: from, unit: unitOf(from, BigInt(radix)), text: words };
	});
	return rules.reverse();
}

function unitOf(base: bigint, radix: bigint): bigint {
	let unit = 1n;
	while (unit * radix <= base) unit *= radix;
	return unit;
}

function spelled(number: bigint, language: NumberLanguage): string {
	const rule = RULES.get(language)?.find(({ base }) => base <= number);
	const { unit, text } = rule ?? { unit: 1n, text: '' };
	const [count, rest] = [number / unit, number % unit];
	const inForm = (part: bigint, form: string) =>
		(language.forms?.[form] ?? []).reduce(
			(words, [found, put]) => words.replace(found, put),
			spelled(part, language),
		);
	return text
		.replace(/\[(.*?)(?:\|(.*?))?\]/, (_all, some: string, none = '') => (rest > 0n ? some : none))
		.replace('~', () => language.filler?.(rest, unit) ?? '')
		.replace(/<(\w*)<|>(\w*)>/g, (found, before = '', after = '') =>
			found.startsWith('<') ? inForm(count, String(before)) : inForm(rest, String(after)),
		);
}
