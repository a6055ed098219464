import { parseJson } from '../../helpers/json';
import type { JsonObject, JsonValue } from '../../helpers/types';
import type { Meter } from './scriptLimits';

/** Characters that are parsed in one step; a million take 50 ms in the worst case. */
const AT_ONCE = 200_000;
const MAX_DEPTH = 200;

const BLANK = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const LONGEST_NUMBER = 1000;

/**
 * A text as JSON, as `parseJson` reads it; long ones step by step, with pauses.
 * @returns undefined where it is not JSON
 */
export async function readJson(text: string, meter: Meter): Promise<JsonValue | undefined> {
	if (text.length > AT_ONCE) return await new JsonReader(text, meter).whole().catch(notJson);
	try {
		return parseJson(text);
	} catch {
		return undefined;
	}
}

/** @throws what is no matter of the text, such as a limit */
function notJson(error: unknown): undefined {
	if (error instanceof SyntaxError) return undefined;
	throw error instanceof Error ? error : new Error(String(error));
}

class JsonReader {
	private position = 0;

	constructor(
		private readonly text: string,
		private readonly meter: Meter,
	) {}

	async whole(): Promise<JsonValue> {
		const value = await this.value(0);
		if (this.next() !== '') throw new SyntaxError('More than one value');
		return value;
	}

	private async value(depth: number): Promise<JsonValue> {
		this.meter.jsonValue();
		if (this.meter.isDue()) await this.meter.pause();
		switch (this.next()) {
			case '[':
				return await this.list(inner(depth));
			case '{':
				return await this.map(inner(depth));
			case '"':
				return this.string();
			default:
				return this.other();
		}
	}

	private async list(depth: number): Promise<JsonValue> {
		const list: JsonValue[] = [];
		this.position += 1;
		if (this.take(']')) return list;
		do {
			list.push(await this.value(depth));
			this.meter.collection(list.length, 0);
		} while (this.take(','));
		this.expect(']');
		return list;
	}

	private async map(depth: number): Promise<JsonValue> {
		const map: JsonObject = {};
		this.position += 1;
		if (this.take('}')) return map;
		do {
			if (this.next() !== '"') throw new SyntaxError('No key');
			const key = this.string();
			this.expect(':');
			const value = await this.value(depth);
			if (key !== '__proto__') map[key] = value;
		} while (this.take(','));
		this.expect('}');
		return map;
	}

	private string(): string {
		const start = this.position;
		let end = this.text.indexOf('"', start + 1);
		while (end !== -1 && this.isEscaped(end)) end = this.text.indexOf('"', end + 1);
		if (end === -1) throw new SyntaxError('No closing quote');
		this.position = end + 1;
		return String(JSON.parse(this.text.slice(start, end + 1)));
	}

	private isEscaped(quote: number): boolean {
		let backslashes = 0;
		while (this.text[quote - 1 - backslashes] === '\\') backslashes += 1;
		return backslashes % 2 === 1;
	}

	/** A word or a number. */
	private other(): JsonValue {
		const [word] = this.match(WORD) ?? [];
		if (word !== undefined) return word === 'null' ? null : word === 'true';
		const [digits = ''] = this.match(NUMBER) ?? [];
		if (digits === '' || digits.length > LONGEST_NUMBER) throw new SyntaxError('No value');
		const number = Number(digits);
		return Math.abs(number) > Number.MAX_SAFE_INTEGER ? digits : number;
	}

	private match(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.position;
		const found = pattern.exec(this.text);
		this.position += found?.[0].length ?? 0;
		return found;
	}

	/** The next character that is not blank; empty at the end. */
	private next(): string {
		this.match(BLANK);
		return this.text.charAt(this.position);
	}

	private take(char: string): boolean {
		if (this.next() !== char) return false;
		this.position += 1;
		return true;
	}

	private expect(char: string): void {
		if (!this.take(char)) throw new SyntaxError(`No ${char}`);
	}
}

function inner(depth: number): number {
	if (depth < MAX_DEPTH) return depth + 1;
	throw new SyntaxError('Nested too deeply');
}
