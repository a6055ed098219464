import { NUMBER_LANGUAGES, type NumberLanguage } from '../../library/numberLanguages';
import { checkNumber, fail, plainText, type Value } from './value';

/** A number in words, in a language such as en-us or ko. */
export function toWords(value: Value, language: Value = null): string {
	const number = checkNumber(value);
	const name = plainText(language ?? 'en-us').toLowerCase();
	const known = Object.hasOwn(NUMBER_LANGUAGES, name) ? NUMBER_LANGUAGES[name] : undefined;
	if (known === undefined) fail(`toWords does not know the language ${name}`);
	const [, digits, decimals] =
		/^(\d{1,18})(?:\.(\d+))?$/.exec(String(number).replace(/^-/, '')) ?? [];
	if (digits === undefined) fail('toWords takes numbers of up to 18 digits, from 0.000001 on');
	const whole = wordsIn(BigInt(digits), known);
	const parts = [...(decimals ?? '')].map((digit) => wordsIn(BigInt(digit), known));
	const point = decimals === undefined ? '' : known.point + parts.join(known.between);
	return `${number < 0 ? known.minus : ''}${whole}${point}`;
}

/** A whole number in words: those of its units, of its rest, and what is between them. */
export function wordsIn(number: bigint, language: NumberLanguage): string {
	const { unit, text } = ruleFor(number, language.rules);
	const [count, rest] = [number / unit, number % unit];
	const inForm = (part: bigint, form: string) =>
		(language.forms?.[form] ?? []).reduce(
			(words, [found, put]) => words.replace(found, put),
			wordsIn(part, language),
		);
	return text
		.replace(/\[(.*?)(?:\|(.*?))?\]/, (_all, some: string, none = '') => (rest > 0n ? some : none))
		.replace('~', () => language.filler?.(rest, unit) ?? '')
		.replace(/<(\w*)<|>(\w*)>/g, (found, before = '', after = '') =>
			found.startsWith('<') ? inForm(count, String(before)) : inForm(rest, String(after)),
		);
}

/** The last of the rules that begin at a number or below it, and the size of its unit. */
function ruleFor(number: bigint, rules: string): { unit: bigint; text: string } {
	let next = 0n;
	let found = { unit: 1n, text: '' };
	for (const rule of rules.split(';')) {
		const [, base, radix = '10', words = rule] =
			/^(\d+(?:e\d+)?)(?:\/(\d+))? (.*)$/.exec(rule) ?? [];
		const from = base === undefined ? next : BigInt(Number(base));
		if (from > number) break;
		next = from + 1n;
		let unit = 1n;
		while (unit * BigInt(radix) <= from) unit *= BigInt(radix);
		found = { unit, text: words };
	}
	return found;
}
