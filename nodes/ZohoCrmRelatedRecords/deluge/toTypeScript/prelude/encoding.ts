import { fail, plainText, type Value } from './value';

/** A text without the encoding of forms. */
export function decodeUrl(value: Value): string {
	try {
		return decodeURIComponent(plainText(value).replaceAll('+', ' '));
	} catch {
		return fail('The text is not encoded as in addresses');
	}
}

/** The bytes of a text as Base64. */
export function encodeBase64(value: Value): string {
	const bytes = new TextEncoder().encode(plainText(value));
	return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The text in Base64, of which other characters are left out. */
export function decodeBase64(value: Value): string {
	const [digits = ''] = plainText(value).replaceAll('-', '+').replaceAll('_', '/').split('=');
	const plain = digits.replace(/[^A-Za-z0-9+/]/g, '');
	const binary = atob(plain.length % 4 === 1 ? plain.slice(0, -1) : plain);
	const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
