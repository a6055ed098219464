import { ZohoError, type OwnCode } from '../../helpers/zohoError';
import type { Position } from './ast';

export type DelugeCode = Extract<OwnCode, `DELUGE_${string}` | 'BINARY_RESPONSE'>;

export interface DelugeFailure {
	code: DelugeCode;
	/** What happened, as a sentence without its full stop. */
	message: string;
	resolution: string;
	at: Position;
}

/** A failure of a script, at a place in it. */
export class DelugeError extends ZohoError {
	readonly at: Position;
	/** What happened, without its place. */
	readonly sentence: string;

	/** @param lines what the message shows below its first line */
	constructor(
		private readonly failure: DelugeFailure,
		lines = '',
	) {
		const { code, message, resolution, at } = failure;
		super({
			code,
			message: `${message} (line ${at.line}, column ${at.column})${lines}`,
			resolution,
			details: { line: at.line, column: at.column },
		});
		this.name = 'DelugeError';
		this.at = at;
		this.sentence = message;
	}

	/** The same failure with the line of the script that it points at. */
	withExcerpt(source: string): DelugeError {
		return new DelugeError(this.failure, `\n${excerpt(source, this.at)}`);
	}
}

/**
 * Does something with a whole script; its failures show the line they point at.
 * @throws what the step throws
 */
export async function withExcerpts<T>(source: string, step: () => T | Promise<T>): Promise<T> {
	try {
		return await step();
	} catch (error) {
		throw error instanceof DelugeError ? error.withExcerpt(source) : error;
	}
}

const EXCERPT_LENGTH = 100;

/** The line a position is in, cut to a readable length, and a caret below the place. */
function excerpt(source: string, { line, column }: Position): string {
	const text = lineOf(source, line);
	const start = Math.max(0, Math.min(column - 1, text.length) - EXCERPT_LENGTH / 2);
	const shown = text.slice(start, start + EXCERPT_LENGTH).replace(/[^\t\P{Cc}]/gu, ' ');
	// Tabs stay tabs, so that the caret keeps its place.
	const indent = shown.slice(0, column - 1 - start).replace(/[^\t]/g, ' ');
	return `${shown}\n${indent}^`;
}

function lineOf(source: string, line: number): string {
	let start = 0;
	for (let current = 1; current < line; current += 1) start = source.indexOf('\n', start) + 1;
	const end = source.indexOf('\n', start);
	return source.slice(start, end === -1 ? undefined : end).replace(/\r$/, '');
}
