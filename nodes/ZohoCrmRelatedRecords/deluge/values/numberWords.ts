import { runtimeFault, unsupportedFault } from './fault';

const SMALL = [
	...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
	...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
	'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
/** Units from the largest, as English and as India's English have them. */
const WESTERN: readonly (readonly [bigint, string])[] = [
	[10n ** 15n, 'quadrillion'],
	[10n ** 12n, 'trillion'],
	[10n ** 9n, 'billion'],
	[10n ** 6n, 'million'],
	[1000n, 'thousand'],
	[100n, 'hundred'],
];
const INDIAN: readonly (readonly [bigint, string])[] = [
	[10n ** 7n, 'crore'],
	[10n ** 5n, 'lakh'],
	[1000n, 'thousand'],
	[100n, 'hundred'],
];
/** JavaScript writes very small and very large numbers with an exponent. */
const DIGITS = /^(\d{1,18})(?:\.(\d+))?$/;

/**
 * A number in words (Zoho: toWords): `one thousand nine hundred eighty-nine point one three`.
 * @param language en-us, en-gb, which puts an `and` before tens and ones, or en-in
 * @throws Fault for other languages, and beyond 18 digits, and for parts below a millionth
 */
export function wordsOf(number: bigint | number, language: string): string {
	const kind = language.toLowerCase();
	if (!['en-us', 'en-gb', 'en-in'].includes(kind)) {
		throw unsupportedFault(
			`toWords does not know the language '${language.slice(0, 60)}' here`,
			'Use en-us, en-gb or en-in.',
		);
	}
	const [, digits, fraction] = DIGITS.exec(String(number).replace(/^-/, '')) ?? [];
	if (digits === undefined) {
		throw runtimeFault('toWords takes numbers of up to 18 digits, and from 0.000001 on');
	}
	const whole = wholeWords(BigInt(digits), kind === 'en-in' ? INDIAN : WESTERN, kind === 'en-gb');
	const point = fraction === undefined ? [] : ['point', ...[...fraction].map(smallWord)];
	return [...(number < 0 ? ['minus'] : []), whole, ...point].join(' ');
}

function wholeWords(
	number: bigint,
	units: readonly (readonly [bigint, string])[],
	hasAnd: boolean,
): string {
	if (number < 20n) return smallWord(number);
	if (number < 100n) {
		const ones = number % 10n === 0n ? '' : `-${smallWord(number % 10n)}`;
		return `${TENS[Number(number / 10n) - 2] ?? ''}${ones}`;
	}
	const [size, name] = units.find(([unit]) => number >= unit) ?? [100n, 'hundred'];
	const rest = number % size;
	const and = hasAnd && rest < 100n ? 'and ' : '';
	const tail = rest === 0n ? '' : ` ${and}${wholeWords(rest, units, hasAnd)}`;
	return `${wholeWords(number / size, units, hasAnd)} ${name}${tail}`;
}

function smallWord(digit: bigint | string): string {
	return SMALL[Number(digit)] ?? '';
}
