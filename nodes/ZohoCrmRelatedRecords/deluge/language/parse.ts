import { finish, type Steps } from '../../helpers/steps';
import type { Position, Script } from './ast';
import { settleCollections } from './collections';
import { DelugeError, type DelugeCode } from './errors';
import { MAX_CHAIN, MAX_NESTING, tooDeepBracket, tooLongChain } from './nesting';
import { withEntry } from './ownFunctions';
import { parse as parseText, SyntaxError as ParserError } from './parser';
import { describeSyntaxError } from './syntaxError';

/**
 * Characters of one script. Parsing is one step, in which nothing else runs in n8n: as many take up to
 * 100 ms of a processor's time, and so less than 250 ms on one of half the speed.
 */
export const MAX_SCRIPT_LENGTH = 60_000;

/**
 * Reads a Deluge script.
 * @throws DelugeError DELUGE_SYNTAX, or DELUGE_LIMIT where it is too large to be read
 */
export function parse(source: string): Script {
	return finish(parseSteps(source));
}

/** Reads a Deluge script as `parse` does: what follows the parser has steps of its own. */
export function* parseSteps(source: string): Steps<Script> {
	const fail = (code: DelugeCode, message: string, resolution: string, at: Position) =>
		new DelugeError({ code, message, resolution, at });
	if (source.length > MAX_SCRIPT_LENGTH) {
		throw fail(
			'DELUGE_LIMIT',
			`The script has ${source.length} characters, more than ${MAX_SCRIPT_LENGTH}`,
			'Make the script shorter.',
			{ line: 1, column: 1 },
		);
	}
	const deep = tooDeepBracket(source);
	if (deep !== undefined) {
		throw fail(
			'DELUGE_LIMIT',
			`Brackets are nested more than ${MAX_NESTING} deep`,
			'Put inner parts into separate variables.',
			deep,
		);
	}
	const script = parsed(source);
	yield;
	const long = tooLongChain(script);
	if (long !== undefined) {
		throw fail(
			'DELUGE_LIMIT',
			`An expression has more than ${MAX_CHAIN} operators or calls in one chain`,
			'Split it into several statements.',
			long,
		);
	}
	yield;
	const entered = withEntry(script) ?? script;
	yield;
	settleCollections(entered);
	return entered;
}

function parsed(source: string): Script {
	try {
		return parseText(source);
	} catch (error) {
		throw error instanceof ParserError
			? new DelugeError({ code: 'DELUGE_SYNTAX', ...describeSyntaxError(error, source) })
			: error;
	}
}
