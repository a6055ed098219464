import type { Position } from '../language/ast';
import { DelugeError } from '../language/errors';
import { Fault, UnknownValue } from '../values/fault';

/** A fault at its place; other errors as they are. */
export function placed(error: unknown, at: Position): unknown {
	if (!(error instanceof Fault)) return error;
	const { code, message, resolution } = error;
	const isValueUnknown = error instanceof UnknownValue;
	return new DelugeError({ code, message, resolution, at, isValueUnknown });
}

/** @throws what it is given, but for a value that only Zoho knows */
export function unlessUnknown(error: unknown): void {
	if (!(error instanceof DelugeError && error.isValueUnknown)) throw error;
}
