import { runtimeFault } from '../values/fault';
import { TextBuilder } from '../values/pieces';
import type { Args } from './methods/table';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Bytes, in whole groups, and digits between two looks at the clock. */
const BYTES_AT_ONCE = 50_000;
const DIGITS_AT_ONCE = 80_000;
/** Digits that make whole bytes. */
const DIGITS_OF_GROUP = 8;

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
	// A text that grows by single characters is put together only when it is first looked at.
	const digits = Buffer.alloc(Math.ceil(bytes.length / 5) * 8, '=');
	let [bits, held, length] = [0, 0, 0];
	const add = (digit: number) => digits.writeUInt8(DIGITS.charCodeAt(digit & 31), length++);
	for (const byte of bytes) {
		held = ((held << 8) | byte) & 0xfff;
		bits += 8;
		for (; bits >= 5; bits -= 5) add(held >> (bits - 5));
	}
	if (bits > 0) add(held << (5 - bits));
	return digits.toString('latin1');
}

/**
 * The text in Base32; case, blanks and padding do not count.
 * @throws Fault where there are other characters
 */
export async function base32Bytes(args: Args): Promise<string> {
	const text = args.text(0);
	args.meter.work(text.length);
	const parts: Buffer[] = [];
	let left = '';
	for (let start = 0; start < text.length; start += DIGITS_AT_ONCE) {
		const digits = left + digitsIn(text.slice(start, start + DIGITS_AT_ONCE));
		const whole = digits.length - (digits.length % DIGITS_OF_GROUP);
		parts.push(bytesOf(digits.slice(0, whole)));
		left = digits.slice(whole);
		await args.breathe();
	}
	parts.push(bytesOf(left));
	return args.madeText(Buffer.concat(parts).toString('utf8'));
}

function digitsIn(text: string): string {
	const digits = text.replace(/[\s=]/g, '').toUpperCase();
	if (/[^A-Z2-7]/.test(digits)) throw runtimeFault('The text is not made of Base32 digits');
	return digits;
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
