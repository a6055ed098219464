import type { Script } from './ast';

/** What could have stood where the parser got stuck. */
export interface Expectation {
	type: 'literal' | 'class' | 'any' | 'end' | 'other';
	text?: string;
	description?: string;
	parts?: (string | [string, string])[];
}

/** Made by the generated parser, `parser.js`. */
export declare class SyntaxError extends Error {
	readonly expected: Expectation[] | null;
	/** The character that could not be read; null at the end of the script. */
	readonly found: string | null;
	readonly location: { start: { offset: number; line: number; column: number } };
}

/** @throws SyntaxError */
export declare function parse(text: string): Script;
