import { createHash } from 'crypto';
import { runtimeFault } from '../values/fault';
import { table, type Args } from './methods/table';
import { encoded } from './textChange';

const HASHES: readonly string[] = ['md5', 'sha1', 'sha256', 'sha512'];

/** What is computed from texts alone (Zoho: encryption tasks). */
export const ENCRYPTION = table<null>([
	...HASHES.map(
		(name) =>
			[`zoho.encryption.${name}`, 1, 2, (_none: null, args: Args) => hashed(name, args)] as const,
	),
	['zoho.encryption.base64Encode', 1, 1, (_none, args) => recoded(args, 'utf8', 'base64')],
	['zoho.encryption.base64Decode', 1, 1, (_none, args) => recoded(args, 'base64', 'utf8')],
	['zoho.encryption.urlEncode', 1, 1, (_none, args) => encoded(args.text(0), args.meter)],
	['zoho.encryption.urlDecode', 1, 1, (_none, args) => urlDecoded(args)],
]);

function hashed(name: string, args: Args): string {
	if (args.has(1) && args.text(1).toLowerCase() !== 'hex') {
		throw runtimeFault(`${name} returns hexadecimal digits here, not ${args.text(1)}`);
	}
	return args.madeText(createHash(name).update(args.text(0), 'utf8').digest('hex'));
}

function recoded(args: Args, from: BufferEncoding, to: BufferEncoding): string {
	return args.madeText(Buffer.from(args.text(0), from).toString(to));
}

function urlDecoded(args: Args): string {
	try {
		return args.madeText(decodeURIComponent(args.text(0).replace(/\+/g, ' ')));
	} catch {
		throw runtimeFault('The text is not encoded as in addresses');
	}
}
