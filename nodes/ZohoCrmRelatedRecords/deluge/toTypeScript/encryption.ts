import { helper, text } from './code';
import type { Definition } from './methods/method';

/** A helper that takes the arguments. */
const plain = (name: string, helperName: string): Definition => [
	`zoho.encryption.${name}`,
	1,
	1,
	'text',
	(_none, args, type) => helper(helperName, type, ...args),
];

/** One helper, or another that takes a character set as well. */
const inCharset = (name: string, helperName: string): Definition => [
	`zoho.encryption.${name}`,
	1,
	2,
	'text',
	(_none, args, type) => helper(args.length === 1 ? helperName : `${helperName}In`, type, ...args),
];

/** What is computed from texts alone, without AES, which needs a library (Zoho: encryption tasks). */
export const ENCRYPTION: readonly Definition[] = [
	...['md5', 'sha1', 'sha256', 'sha512'].map((name): Definition => [
		`zoho.encryption.${name}`,
		1,
		2,
		'text',
		(_none, args, type) => helper('hashed', type, text(name), ...args),
	]),
	...['sha1', 'sha256', 'sha512'].map((name): Definition => [
		`zoho.encryption.hmac${name}`,
		2,
		3,
		'text',
		(_none, args, type) => helper('signed', type, text(name), ...args),
	]),
	inCharset('base64Encode', 'encodeBase64'),
	inCharset('base64Decode', 'decodeBase64'),
	plain('base32Encode', 'encodeBase32'),
	plain('base32Decode', 'decodeBase32'),
	plain('urlEncode', 'percentEncoded'),
	plain('urlDecode', 'decodeUrl'),
	plain('htmlEncode', 'encodeHtml'),
	plain('htmlDecode', 'decodeHtml'),
];
