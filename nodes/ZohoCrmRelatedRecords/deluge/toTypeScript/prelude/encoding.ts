import { checkText, fail, plainText, type Value } from './value';

/** As forms are encoded: blanks become plus signs. */
export function encodeUrl(value: Value): string {
	const text = plainText(value).replace(/\p{Cs}/gu, '\uFFFD');
	return encodeURIComponent(text)
		.replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
		.replace(/%20/g, '+');
}

/** A text without the encoding of forms. */
export function decodeUrl(value: Value): string {
	const text = plainText(value).replaceAll('+', ' ');
	try {
		return decodeURIComponent(text);
	} catch {
		return fail('The text is not encoded as in addresses');
	}
}

/** The bytes of a text as Base64. */
export function encodeBase64(value: Value): string {
	return base64Of(bytesOf(plainText(value)));
}

/** Bytes as Base64. */
export function base64Of(bytes: readonly number[]): string {
	return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));
}

/** The text in Base64, of which other characters are left out. */
export function decodeBase64(value: Value): string {
	return textOfBytes(bytesOfBase64(plainText(value)));
}

/** The bytes in Base64, of which other characters are left out. */
export function bytesOfBase64(text: string): number[] {
	const [digits = ''] = text.replaceAll('-', '+').replaceAll('_', '/').split('=');
	const plain = digits.replace(/[^A-Za-z0-9+/]/g, '');
	const binary = atob(plain.length % 4 === 1 ? plain.slice(0, -1) : plain);
	return Array.from(binary, (character) => character.charCodeAt(0));
}

/** The bytes of a text, as UTF-8 has them. */
export function bytesOf(text: string): number[] {
	return [...new TextEncoder().encode(text)];
}

/** The text that bytes of UTF-8 hold. */
export function textOfBytes(bytes: readonly number[]): string {
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}

/** Bytes in hexadecimal digits. */
export function hexOf(bytes: readonly number[]): string {
	return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A text as UTF-8, in hexadecimal digits. */
export function textToHex(value: Value): string {
	return hexOf(bytesOf(checkText(value)));
}

/** The text that hexadecimal digits hold as UTF-8. */
export function hexToText(value: Value): string {
	const digits = checkText(value);
	if (digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits)) {
		fail('The text is not made of hexadecimal digits');
	}
	return textOfBytes((digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16)));
}
