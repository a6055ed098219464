import { ZohoError, type OwnCode } from '../../helpers/zohoError';
import type { Position } from './ast';
import { excerptOf } from './excerpt';

export type DelugeCode = Extract<OwnCode, `DELUGE_${string}` | 'BINARY_RESPONSE'>;

export interface DelugeFailure {
	code: DelugeCode;
	/** What happened, as a sentence without its full stop. */
	message: string;
	resolution: string;
	at: Position;
	/** Whether only Zoho knows a value; what is skipped does without it. */
	isValueUnknown?: boolean;
}

/** A failure of a script, at a place in it. */
export class DelugeError extends ZohoError {
	readonly at: Position;
	/** What happened, without its place. */
	readonly sentence: string;

	/** @param excerpt the marked line of the script */
	constructor(
		private readonly failure: DelugeFailure,
		excerpt?: string,
	) {
		const { code, message, resolution, at } = failure;
		super({
			code,
			message: `${message} (line ${at.line}, column ${at.column})${excerpt === undefined ? '' : `: ${excerpt}`}`,
			resolution,
			details: { line: at.line, column: at.column },
		});
		this.name = 'DelugeError';
		this.at = at;
		this.sentence = message;
	}

	get isValueUnknown(): boolean {
		return this.failure.isValueUnknown === true;
	}

	/** The same failure with the place marked in its line of the script. */
	withExcerpt(source: string): DelugeError {
		return new DelugeError(this.failure, excerptOf(source, this.at));
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
