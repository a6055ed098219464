import { checkNumber, fail, plainText, type Value } from './value';

const SMALL_NUMBERS = [
	...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
	...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
	'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const UNITS: readonly [size: bigint, name: string][] = [
	[1_000_000_000_000_000n, 'quadrillion'],
	[1_000_000_000_000n, 'trillion'],
	[1_000_000_000n, 'billion'],
	[1_000_000n, 'million'],
	[1000n, 'thousand'],
	[100n, 'hundred'],
];
const INDIAN_UNITS: readonly [size: bigint, name: string][] = [
	[10_000_000n, 'crore'],
	[100_000n, 'lakh'],
	[1000n, 'thousand'],
	[100n, 'hundred'],
];

/** A number in words, in the English of en-us, en-gb or en-in. */
export function toWords(value: Value, language: Value = null): string {
	const number = checkNumber(value);
	const kind = plainText(language ?? 'en-us').toLowerCase();
	if (!['en-us', 'en-gb', 'en-in'].includes(kind)) fail(`toWords does not know ${kind}`);
	const [, digits, decimals] =
		/^(\d{1,18})(?:\.(\d+))?$/.exec(String(number).replace(/^-/, '')) ?? [];
	if (digits === undefined) fail('toWords takes numbers of up to 18 digits, from 0.000001 on');
	const units = kind === 'en-in' ? INDIAN_UNITS : UNITS;
	const whole = wholeWords(BigInt(digits), units, kind === 'en-gb');
	const point = [...(decimals ?? '')].map((digit) => SMALL_NUMBERS[Number(digit)] ?? '');
	const sign = number < 0 ? ['minus'] : [];
	return [...sign, whole, ...(decimals === undefined ? [] : ['point', ...point])].join(' ');
}

/** A whole number in words; British ones have an `and` before tens and ones. */
export function wholeWords(number: bigint, units: typeof UNITS, hasAnd: boolean): string {
	if (number < 20n) return SMALL_NUMBERS[Number(number)] ?? '';
	if (number < 100n) {
		const ones = number % 10n === 0n ? '' : `-${SMALL_NUMBERS[Number(number % 10n)] ?? ''}`;
		return `${TENS[Number(number / 10n) - 2] ?? ''}${ones}`;
	}
	const [size, name] = units.find(([unit]) => number >= unit) ?? [100n, 'hundred'];
	const rest = number % size;
	const and = hasAnd && rest < 100n ? 'and ' : '';
	const tail = rest === 0n ? '' : ` ${and}${wholeWords(rest, units, hasAnd)}`;
	return `${wholeWords(number / size, units, hasAnd)} ${name}${tail}`;
}
