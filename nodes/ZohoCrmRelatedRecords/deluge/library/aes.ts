import { createCipheriv, createDecipheriv, randomBytes } from 'crypto';
import { runtimeFault, unsupportedFault } from '../values/fault';
import { table, type Args } from './methods/table';

/** Bytes of keys by the names of functions. */
const KEY_BYTES: readonly (readonly [suffix: string, bytes: 16 | 32])[] = [
	['', 32],
	['128', 16],
];
const VECTOR_BYTES = 16;

/**
 * AES in CBC mode with PKCS #7. The examples of Zoho's help are decoded with these rules, which it
 * does not write down: the key is filled up with zero bytes, and without a vector of the script a
 * random one comes before what is encrypted.
 */
export const AES = table<null>(
	KEY_BYTES.flatMap(([suffix, bytes]) => [
		[
			`zoho.encryption.aesEncode${suffix}`,
			2,
			4,
			(_none: null, args: Args) => encrypted(args, bytes),
		],
		[
			`zoho.encryption.aesDecode${suffix}`,
			2,
			4,
			(_none: null, args: Args) => decrypted(args, bytes),
		],
	]),
);

function encrypted(args: Args, bytes: number): string {
	const given = vectorIn(args);
	const vector = given ?? randomBytes(VECTOR_BYTES);
	const cipher = createCipheriv(`aes-${bytes * 8}-cbc`, keyIn(args, bytes), vector);
	const text = charged(args);
	const parts = [cipher.update(text, 'utf8'), cipher.final()];
	const sent = given === undefined ? [vector, ...parts] : parts;
	return args.madeText(Buffer.concat(sent).toString('base64'));
}

function decrypted(args: Args, bytes: number): string {
	const given = vectorIn(args);
	const received = Buffer.from(charged(args), 'base64');
	const vector = given ?? received.subarray(0, VECTOR_BYTES);
	const content = given === undefined ? received.subarray(VECTOR_BYTES) : received;
	return args.madeText(textIn(content, keyIn(args, bytes), vector));
}

function textIn(content: Buffer, key: Buffer, vector: Buffer): string {
	try {
		const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, vector);
		return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8');
	} catch {
		throw runtimeFault('The text was not encrypted with this key and vector');
	}
}

function charged(args: Args): string {
	const text = args.text(1);
	args.meter.work(text.length);
	return text;
}

function keyIn(args: Args, bytes: number): Buffer {
	const key = Buffer.from(args.text(0), 'utf8');
	if (key.length > bytes) {
		throw runtimeFault(`The key has more than ${bytes} bytes, which this function takes at most`);
	}
	return Buffer.concat([key, Buffer.alloc(bytes - key.length)]);
}

/** The script's own vector; with one, a count of rounds changes nothing. */
function vectorIn(args: Args): Buffer | undefined {
	if (!args.has(2) || args.text(2) === '') {
		if (!args.has(3) || args.count(3) === 0) return undefined;
		throw unsupportedFault(
			'AES with rounds but without an initialization vector is not available here',
			'Add a vector of 16 characters, or leave out the number of rounds.',
		);
	}
	const vector = Buffer.from(args.text(2), 'utf8');
	if (vector.length === VECTOR_BYTES) return vector;
	throw runtimeFault('An initialization vector has 16 characters');
}
