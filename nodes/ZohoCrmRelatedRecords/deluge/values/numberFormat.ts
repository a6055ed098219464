import { limitFault } from './fault';
import { rounded } from './numbers';

const MAX_FORMAT = 100;
const NUMBER_FORMAT =
	/^(?<prefix>[^#0,.]*)(?<whole>[#0,]+)(?:\.(?<fraction>[#0]*))?(?<suffix>[^#0,.]*)$/;

/** Whether a pattern is one of numbers, such as `#,##0.00` or `000`. */
export function isNumberFormat(pattern: string): boolean {
	return pattern.length <= MAX_FORMAT && NUMBER_FORMAT.test(pattern);
}

/**
 * A number as a pattern writes it (Zoho: text). `0` is a digit that is always there, `#` one where
 * there is one, and a comma groups digits by as many as come after the last one.
 */
export function formattedNumber(number: bigint | number, pattern: string): string {
	const {
		prefix = '',
		whole = '',
		fraction = '',
		suffix = '',
	} = NUMBER_FORMAT.exec(pattern)?.groups ?? {};
	const [digits = '', decimals = ''] = fixed(number, fraction.length).split('.');
	const least = fraction.lastIndexOf('0') + 1;
	const shown = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, '');
	const padded = digits.padStart(whole.replace(/[#,]/g, '').length, '0');
	const size = whole.includes(',') ? whole.length - whole.lastIndexOf(',') - 1 : 0;
	const sign = number < 0 ? '-' : '';
	return `${sign}${prefix}${grouped(padded, size)}${shown === '' ? '' : `.${shown}`}${suffix}`;
}

/** The digits without a sign. */
function fixed(number: bigint | number, places: number): string {
	if (typeof number === 'bigint') {
		const digits = String(number < 0n ? -number : number);
		return places === 0 ? digits : `${digits}.${'0'.repeat(places)}`;
	}
	const text = Math.abs(rounded(number, places)).toFixed(Math.min(places, 100));
	if (/e/.test(text))
		throw limitFault('A number is too large for a format', 'Use smaller numbers.');
	return text;
}

function grouped(digits: string, size: number): string {
	if (size === 0) return digits;
	const first = digits.length % size;
	const groups = first === 0 ? [] : [digits.slice(0, first)];
	for (let at = first; at < digits.length; at += size) groups.push(digits.slice(at, at + size));
	return groups.join(',');
}
