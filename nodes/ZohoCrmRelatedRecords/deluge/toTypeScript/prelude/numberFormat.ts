import { round } from './number';
import { fail } from './value';

/** Around digits: `0` is always there, `#` where there is one; a comma groups them. */
const NUMBER_FORMAT =
	/^(?<prefix>[^#0,.]*)(?<whole>[#0,]+)(?:\.(?<fraction>[#0]*))?(?<suffix>[^#0,.]*)$/;

/** Whether a pattern is one of numbers, such as `#,##0.00`. */
export function isNumberFormat(pattern: string): boolean {
	return pattern.length <= 100 && NUMBER_FORMAT.test(pattern);
}

/** A number as a pattern writes it. */
export function formatNumber(number: number | bigint, pattern: string): string {
	const parts = NUMBER_FORMAT.exec(pattern)?.groups ?? {};
	const { prefix = '', whole = '', fraction = '', suffix = '' } = parts;
	const [digits = '', decimals = ''] = fixed(number, fraction.length).split('.');
	const least = fraction.lastIndexOf('0') + 1;
	const shown = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, '');
	const padded = digits.padStart(whole.replace(/[#,]/g, '').length, '0');
	const size = whole.includes(',') ? whole.length - whole.lastIndexOf(',') - 1 : 0;
	const sign = number < 0 ? '-' : '';
	return `${sign}${prefix}${grouped(padded, size)}${shown === '' ? '' : `.${shown}`}${suffix}`;
}

/** The digits of a number without its sign. */
export function fixed(number: number | bigint, places: number): string {
	if (typeof number === 'bigint') {
		const digits = String(number).replace('-', '');
		return places === 0 ? digits : `${digits}.${'0'.repeat(places)}`;
	}
	const rounded = places > 15 ? number : Number(round(number, places));
	const text = Math.abs(rounded).toFixed(Math.min(places, 100));
	return text.includes('e') ? fail('A number is too large for a format') : text;
}

/** Digits with commas between groups of one size. */
export function grouped(digits: string, size: number): string {
	if (size === 0) return digits;
	const groups: string[] = [];
	for (let end = digits.length; end > 0; end -= size) {
		groups.unshift(digits.slice(Math.max(0, end - size), end));
	}
	return groups.join(',');
}
