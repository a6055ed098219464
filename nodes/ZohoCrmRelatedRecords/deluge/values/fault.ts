import type { DelugeCode } from '../language/errors';

/** A failure that does not know its place in the script yet; the evaluator adds it. */
export class Fault extends Error {
	constructor(
		readonly code: DelugeCode,
		message: string,
		readonly resolution: string,
	) {
		super(message);
		this.name = 'Fault';
	}
}

/** A value that only Zoho knows; what is skipped does without it. */
export class UnknownValue extends Fault {
	constructor(message: string, resolution: string) {
		super('DELUGE_UNSUPPORTED', message, resolution);
		this.name = 'UnknownValue';
	}
}

export function runtimeFault(
	message: string,
	resolution = 'Correct the script, or guard against this value before it is used.',
): Fault {
	return new Fault('DELUGE_RUNTIME', message, resolution);
}

export function limitFault(message: string, resolution: string): Fault {
	return new Fault('DELUGE_LIMIT', message, resolution);
}

export function unsupportedFault(message: string, resolution: string): Fault {
	return new Fault('DELUGE_UNSUPPORTED', message, resolution);
}
