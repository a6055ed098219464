import { base64Of, bytesOf, bytesOfBase64, encodeUrl, textOfBytes } from './encoding';
import { fail, plainText, type Value } from './value';

/** As addresses are encoded: blanks become %20. */
export function percentEncoded(value: Value): string {
	return encodeUrl(value).replaceAll('+', '%20');
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The bytes of a text as Base32, with padding. */
export function encodeBase32(value: Value): string {
	const bits = bytesOf(plainText(value)).map((byte) => byte.toString(2).padStart(8, '0'));
	const groups = bits.join('').match(/.{1,5}/g) ?? [];
	const digits = groups.map((group) => BASE32.charAt(parseInt(group.padEnd(5, '0'), 2))).join('');
	return digits.padEnd(Math.ceil(digits.length / 8) * 8, '=');
}

/** The text in Base32; case, blanks and padding do not count. */
export function decodeBase32(value: Value): string {
	const digits = plainText(value).replace(/[\s=]/g, '').toUpperCase();
	if (/[^A-Z2-7]/.test(digits)) fail('The text is not made of Base32 digits');
	const bits = [...digits].map((digit) => BASE32.indexOf(digit).toString(2).padStart(5, '0'));
	const bytes = bits.join('').match(/.{8}/g) ?? [];
	return textOfBytes(bytes.map((byte) => parseInt(byte, 2)));
}

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};
const NAMED_ENTITIES: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00A0',
};

/** What means something in HTML, as entities. */
export function encodeHtml(value: Value): string {
	return plainText(value).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

/** Entities as the characters they stand for; unknown names stay. */
export function decodeHtml(value: Value): string {
	return plainText(value).replace(
		/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
		(found, hex?: string, digits?: string, name?: string) => {
			if (name !== undefined) {
				const known = name.toLowerCase();
				return Object.hasOwn(NAMED_ENTITIES, known) ? (NAMED_ENTITIES[known] ?? found) : found;
			}
			const code = hex === undefined ? Number(digits) : parseInt(hex, 16);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : found;
		},
	);
}

/** The bytes of a text as Base64, in a character set. */
export function encodeBase64In(value: Value, charset: Value): string {
	const text = plainText(value);
	return base64Of(isWide(charset) ? wideBytes(text) : bytesOf(text));
}

/** The text in Base64, in a character set. */
export function decodeBase64In(value: Value, charset: Value): string {
	const bytes = bytesOfBase64(plainText(value));
	if (!isWide(charset)) return textOfBytes(bytes);
	const pairs = Array.from({ length: Math.trunc(bytes.length / 2) }, (_, index) => 2 * index);
	return pairs
		.map((at) => String.fromCharCode((bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0)))
		.join('');
}

/** Whether a character set has two bytes for a character. */
export function isWide(charset: Value): boolean {
	const name = plainText(charset).toLowerCase();
	if (name === 'utf-8') return false;
	return name === 'utf-16le' || fail(`The character set '${name}' is not available here`);
}

/** The bytes of a text as UTF-16, the low ones first. */
export function wideBytes(text: string): number[] {
	return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap(
		(code) => [code & 255, code >> 8],
	);
}
