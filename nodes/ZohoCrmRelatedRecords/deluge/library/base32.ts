import { runtimeFault } from '../values/fault';
import { TextBuilder } from '../values/pieces';
import type { Args } from './methods/table';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Bytes, and digits, between two looks at the clock; both are whole groups. */
const BYTES_AT_ONCE = 50_000;
const DIGITS_AT_ONCE = 80_000;

/** The bytes of a text as Base32 (RFC 4648), with padding. */
export async function base32Of(args: Args): Promise<string> {
	const bytes = Buffer.from(args.text(0), 'utf8');
	args.meter.work(bytes.length);
	const builder = new TextBuilder(args.meter);
	for (let start = 0; start < bytes.length; start += BYTES_AT_ONCE) {
		builder.add(digitsOf(bytes.subarray(start, start + BYTES_AT_ONCE)));
		await args.breathe();
	}
	return builder.text();
}

function digitsOf(bytes: Buffer): string {
	let digits = '';
	let [bits, held] = [0, 0];
	for (const byte of bytes) {
		held = ((held << 8) | byte) & 0xfff;
		bits += 8;
		for (; bits >= 5; bits -= 5) digits += DIGITS.charAt((held >> (bits - 5)) & 31);
	}
	if (bits > 0) digits += DIGITS.charAt((held << (5 - bits)) & 31);
	return digits.padEnd(Math.ceil(digits.length / 8) * 8, '=');
}

/**
 * The text in Base32; case, blanks and padding do not count.
 * @throws Fault where there are other characters
 */
export async function base32Bytes(args: Args): Promise<string> {
	const digits = args.text(0).replace(/[\s=]/g, '').toUpperCase();
	args.meter.work(digits.length);
	if (/[^A-Z2-7]/.test(digits)) throw runtimeFault('The text is not made of Base32 digits');
	const parts: Buffer[] = [];
	for (let start = 0; start < digits.length; start += DIGITS_AT_ONCE) {
		parts.push(bytesOf(digits.slice(start, start + DIGITS_AT_ONCE)));
		await args.breathe();
	}
	return args.madeText(Buffer.concat(parts).toString('utf8'));
}

function bytesOf(digits: string): Buffer {
	const bytes: number[] = [];
	let [bits, held] = [0, 0];
	for (const digit of digits) {
		held = ((held << 5) | DIGITS.indexOf(digit)) & 0xfff;
		bits += 5;
		if (bits < 8) continue;
		bits -= 8;
		bytes.push((held >> bits) & 255);
	}
	return Buffer.from(bytes);
}
