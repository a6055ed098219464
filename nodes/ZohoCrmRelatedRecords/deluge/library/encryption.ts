import { createHash, createHmac } from 'crypto';
import { runtimeFault, unsupportedFault } from '../values/fault';
import { AES } from './aes';
import { base32Bytes, base32Of } from './base32';
import { table, type Args, type Table } from './methods/table';
import { htmlDecoded, htmlEncoded, percentEncoded } from './textChange';

const HASHES: readonly string[] = ['md5', 'sha1', 'sha256', 'sha512'];
const HMACS: readonly string[] = ['sha1', 'sha256', 'sha512'];

/** What is computed from texts alone (Zoho: encryption tasks). */
export const ENCRYPTION: Table<null> = new Map([
	...AES,
	...table<null>([
		...HASHES.map(
			(name) =>
				[`zoho.encryption.${name}`, 1, 2, (_none: null, args: Args) => hashed(name, args)] as const,
		),
		...HMACS.map(
			(name) =>
				[
					`zoho.encryption.hmac${name}`,
					2,
					3,
					(_none: null, args: Args) => signed(name, args),
				] as const,
		),
		['zoho.encryption.base64Encode', 1, 2, (_none, args) => base64Of(args)],
		['zoho.encryption.base64Decode', 1, 2, (_none, args) => base64Text(args)],
		['zoho.encryption.base32Encode', 1, 1, async (_none, args) => await base32Of(args)],
		['zoho.encryption.base32Decode', 1, 1, async (_none, args) => await base32Bytes(args)],
		['zoho.encryption.urlEncode', 1, 1, (_none, args) => percentEncoded(args.text(0), args.meter)],
		['zoho.encryption.urlDecode', 1, 1, (_none, args) => urlDecoded(args)],
		['zoho.encryption.htmlEncode', 1, 1, (_none, args) => htmlEncoded(args.text(0), args.meter)],
		['zoho.encryption.htmlDecode', 1, 1, (_none, args) => htmlDecoded(args.text(0), args.meter)],
	]),
]);

/** A digest; in hexadecimal digits unless told otherwise. */
function hashed(name: string, args: Args): string {
	const output = outputOf(args, 1, 'hex');
	return args.madeText(createHash(name).update(charged(args, 0), 'utf8').digest(output));
}

/** A digest with a key, which comes first; in Base64 unless told otherwise (Zoho: HMAC). */
function signed(name: string, args: Args): string {
	const output = outputOf(args, 2, 'base64');
	const mac = createHmac(name, charged(args, 0)).update(charged(args, 1), 'utf8');
	return args.madeText(mac.digest(output));
}

/** A text of which each character is looked at. */
function charged(args: Args, index: number): string {
	const text = args.text(index);
	args.meter.work(text.length);
	return text;
}

function outputOf(args: Args, index: number, preset: 'hex' | 'base64'): 'hex' | 'base64' {
	const output = args.has(index) ? args.text(index).toLowerCase() : preset;
	if (output === 'hex' || output === 'base64') return output;
	throw runtimeFault(
		`Digests are hexadecimal digits (hex) or base64 here, not ${output.slice(0, 60)}`,
	);
}

/** Names of character sets, in lower case, as Node has them. */
const CHARSETS: ReadonlyMap<string, BufferEncoding> = new Map([
	['utf-8', 'utf8'],
	['utf-16le', 'utf16le'],
]);

function charset(args: Args): BufferEncoding {
	const name = args.has(1) ? args.text(1) : 'UTF-8';
	const known = CHARSETS.get(name.toLowerCase());
	if (known !== undefined) return known;
	throw unsupportedFault(
		`The character set '${name.slice(0, 60)}' is not available here`,
		'Use UTF-8 or UTF-16LE.',
	);
}

function base64Of(args: Args): string {
	return args.madeText(Buffer.from(charged(args, 0), charset(args)).toString('base64'));
}

function base64Text(args: Args): string {
	return args.madeText(Buffer.from(charged(args, 0), 'base64').toString(charset(args)));
}

function urlDecoded(args: Args): string {
	return args.madeText(percentDecoded(charged(args, 0).replace(/\+/g, ' ')));
}

function percentDecoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		throw runtimeFault('The text is not encoded as in addresses');
	}
}
