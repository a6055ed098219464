import { base64Of, bytesOf, hexOf } from './encoding';
import { fail, plainText, type Value } from './value';

/** A digest: md5, sha1, sha256 or sha512; in hexadecimal digits unless told otherwise. */
export function hashed(name: string, value: Value, output: Value = null): string {
	return digestText(digest(name, bytesOf(plainText(value))), output ?? 'hex');
}

/** A digest with a key (HMAC); in Base64 unless told otherwise. */
export function signed(name: string, key: Value, value: Value, output: Value = null): string {
	const size = name === 'sha512' ? 128 : 64;
	const given = bytesOf(plainText(key));
	const bytes = given.length > size ? digest(name, given) : given;
	const padded = Array.from({ length: size }, (_, index) => bytes[index] ?? 0);
	const within = digest(name, padded.map((byte) => byte ^ 0x36).concat(bytesOf(plainText(value))));
	const whole = digest(name, padded.map((byte) => byte ^ 0x5c).concat(within));
	return digestText(whole, output ?? 'base64');
}

/** Bytes as hexadecimal digits or Base64. */
export function digestText(bytes: readonly number[], output: Value): string {
	const kind = plainText(output).toLowerCase();
	if (kind === 'hex') return hexOf(bytes);
	if (kind !== 'base64') fail(`Digests are hex or base64 here, not ${kind}`);
	return base64Of(bytes);
}

/** The bytes of a digest. */
export function digest(name: string, bytes: readonly number[]): number[] {
	if (name === 'md5') return md5(bytes);
	return name === 'sha1' ? sha1(bytes) : sha2(bytes, name === 'sha512' ? 64 : 32);
}

/** Bytes filled up to whole blocks, with their count of bits at the end. */
export function blocksOf(bytes: readonly number[], size: number, isBigEndian: boolean): number[][] {
	const count = Math.ceil((bytes.length + 1 + size / 8) / size);
	const padded = [...bytes, 0x80];
	while (padded.length < count * size) padded.push(0);
	for (let index = 0; index < 8; index += 1) {
		const byte = Number((BigInt(bytes.length * 8) >> BigInt(8 * index)) & 255n);
		padded[isBigEndian ? padded.length - 1 - index : padded.length - 8 + index] = byte;
	}
	return Array.from({ length: count }, (_, index) =>
		padded.slice(index * size, index * size + size),
	);
}

/** A number as bytes, the first ones first. */
export function bytesOfWord(word: bigint, count: number): number[] {
	return Array.from({ length: count }, (_, index) =>
		Number((word >> BigInt(8 * (count - 1 - index))) & 255n),
	);
}

function rotated(word: number, bits: number): number {
	return (word << bits) | (word >>> (32 - bits));
}

const MD5_SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

/** MD5 (RFC 1321). */
export function md5(bytes: readonly number[]): number[] {
	let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
	for (const block of blocksOf(bytes, 64, false)) {
		let [a = 0, b = 0, c = 0, d = 0] = state;
		for (let i = 0; i < 64; i += 1) {
			const round = Math.trunc(i / 16);
			const mixed = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round] ?? 0;
			const place = 4 * (([i, 5 * i + 1, 3 * i + 5, 7 * i][round] ?? 0) % 16);
			const word = [3, 2, 1, 0].reduce((sum, at) => (sum << 8) | (block[place + at] ?? 0), 0);
			const sine = Math.trunc(2 ** 32 * Math.abs(Math.sin(i + 1)));
			const shift = MD5_SHIFTS[4 * round + (i % 4)] ?? 0;
			const next = (b + rotated((a + mixed + sine + word) | 0, shift)) | 0;
			[a, b, c, d] = [d, next, b, c];
		}
		state = [a, b, c, d].map((word, index) => (word + (state[index] ?? 0)) | 0);
	}
	return state.flatMap((word) => bytesOfWord(BigInt(word >>> 0), 4).reverse());
}

/** SHA-1 (FIPS 180-4). */
export function sha1(bytes: readonly number[]): number[] {
	let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
	for (const block of blocksOf(bytes, 64, true)) {
		const words: number[] = [];
		let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
		for (let i = 0; i < 80; i += 1) {
			const read = [0, 1, 2, 3].reduce((sum, at) => (sum << 8) | (block[4 * i + at] ?? 0), 0);
			const mixed = [3, 8, 14, 16].reduce((sum, back) => sum ^ (words[i - back] ?? 0), 0);
			const word = i < 16 ? read : rotated(mixed, 1);
			words.push(word);
			const round = Math.trunc(i / 20);
			const choice =
				[(b & c) | (~b & d), b ^ c ^ d, (b & c) | (b & d) | (c & d), b ^ c ^ d][round] ?? 0;
			const constant = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6][round] ?? 0;
			const next = (rotated(a, 5) + choice + e + constant + word) | 0;
			[a, b, c, d, e] = [next, a, rotated(b, 30), c, d];
		}
		state = [a, b, c, d, e].map((word, index) => (word + (state[index] ?? 0)) | 0);
	}
	return state.flatMap((word) => bytesOfWord(BigInt(word >>> 0), 4));
}

/** What the kinds of SHA-2 differ in: bits of a word, and how far words are rotated and shifted. */
export interface Sha2 {
	bits: 32 | 64;
	big: [number[], number[]];
	small: [number[], number[]];
	shifts: [bigint, bigint];
}

const SHORT_WORDS: Sha2 = {
	bits: 32,
	big: [
		[2, 13, 22],
		[6, 11, 25],
	],
	small: [
		[7, 18],
		[17, 19],
	],
	shifts: [3n, 10n],
};
const LONG_WORDS: Sha2 = {
	bits: 64,
	big: [
		[28, 34, 39],
		[14, 18, 41],
	],
	small: [
		[1, 8],
		[19, 61],
	],
	shifts: [7n, 6n],
};

/** SHA-2 (FIPS 180-4), with words of 32 or 64 bits. */
export function sha2(bytes: readonly number[], bits: 32 | 64): number[] {
	const kind = bits === 64 ? LONG_WORDS : SHORT_WORDS;
	const primes = firstPrimes(bits === 64 ? 80 : 64);
	const constants = primes.map((prime) => rootBits(prime, 3, bits));
	let state = primes.slice(0, 8).map((prime) => rootBits(prime, 2, bits));
	for (const block of blocksOf(bytes, 2 * bits, true)) {
		let next = state;
		for (const [index, word] of wordsOf(block, constants.length, kind).entries()) {
			next = sha2Round(next, word + (constants[index] ?? 0n), kind);
		}
		state = next.map((word, index) => BigInt.asUintN(bits, word + (state[index] ?? 0n)));
	}
	return state.flatMap((word) => bytesOfWord(word, bits / 8));
}

/** The words of a block, and those made of them. */
export function wordsOf(block: readonly number[], count: number, kind: Sha2): bigint[] {
	const { bits, small, shifts } = kind;
	const size = bits / 8;
	const words: bigint[] = [];
	for (let at = 0; at < block.length; at += size) {
		const bytes = block.slice(at, at + size);
		words.push(bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n));
	}
	const back = (by: number) => words[words.length - by] ?? 0n;
	while (words.length < count) {
		const early = turns(back(15), small[0], bits) ^ (back(15) >> shifts[0]);
		const late = turns(back(2), small[1], bits) ^ (back(2) >> shifts[1]);
		words.push(BigInt.asUintN(bits, back(16) + early + back(7) + late));
	}
	return words;
}

/** The state after one word. */
export function sha2Round(state: readonly bigint[], word: bigint, { bits, big }: Sha2): bigint[] {
	const at = (index: number) => state[index] ?? 0n;
	const choice = (at(4) & at(5)) ^ (BigInt.asUintN(bits, ~at(4)) & at(6));
	const first = at(7) + turns(at(4), big[1], bits) + choice + word;
	const majority = (at(0) & at(1)) ^ (at(0) & at(2)) ^ (at(1) & at(2));
	const top = BigInt.asUintN(bits, first + turns(at(0), big[0], bits) + majority);
	const middle = BigInt.asUintN(bits, at(3) + first);
	return [top, at(0), at(1), at(2), middle, at(4), at(5), at(6)];
}

/** A word rotated by several counts, all joined by exclusive or. */
export function turns(word: bigint, counts: readonly number[], bits: number): bigint {
	return counts.reduce(
		(sum, by) => sum ^ (word >> BigInt(by)) ^ BigInt.asUintN(bits, word << BigInt(bits - by)),
		0n,
	);
}

/** So many prime numbers. */
export function firstPrimes(count: number): bigint[] {
	const primes: bigint[] = [];
	for (let number = 2n; primes.length < count; number += 1n) {
		if (primes.every((prime) => number % prime !== 0n)) primes.push(number);
	}
	return primes;
}

/** The first bits behind the point of a square or cube root. */
export function rootBits(number: bigint, degree: number, bits: number): bigint {
	const scaled = number << BigInt(degree * bits);
	let root = 0n;
	for (let step = 1n << BigInt(bits + 8); step > 0n; step >>= 1n) {
		if ((root + step) ** BigInt(degree) <= scaled) root += step;
	}
	return BigInt.asUintN(bits, root);
}
