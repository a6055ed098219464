import { randomBytes } from 'node:crypto';

const MARK = `raw-integer-${randomBytes(8).toString('hex')}:`;
const MARKED = new RegExp(`"${MARK}(-?\\d+)"`, 'g');

/** An integer written without quotes into JSON even where it is beyond 2^53. */
export class RawInteger {
	constructor(readonly digits: string) {}

	/** Used by JSON.stringify; stringifyJson() takes the mark away again. */
	toJSON(): string {
		return `${MARK}${this.digits}`;
	}
}

/** JSON text of a value in which RawInteger stands as a bare number. */
export function stringifyJson(value: unknown): string {
	return JSON.stringify(value).replace(MARKED, '$1');
}
