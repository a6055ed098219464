import { LABELS, type ParameterName } from './labels';
import type { JsonValue, Subject } from './types';

/** Codes of failures that are found on our side of the wire; all others are Zoho's own. */
export type OwnCode =
	| 'INVALID_PARAMETER'
	| 'HOST_NOT_ALLOWED'
	| 'NOT_CONNECTED'
	| 'RECONNECT_REQUIRED'
	| 'N8N_TOO_OLD'
	| 'NETWORK_ERROR'
	| 'TIMEOUT'
	| 'INVALID_RESPONSE'
	| 'PAGE_TOKEN_MISSING'
	| 'PAGE_TOKEN_REPEATED'
	| 'FIELDS_REQUIRED'
	| 'RATE_LIMITED'
	| 'CREDITS_SPENT'
	| 'DELUGE_SYNTAX'
	| 'DELUGE_RUNTIME'
	| 'DELUGE_UNSUPPORTED'
	| 'DELUGE_LIMIT'
	| 'BINARY_RESPONSE';

export interface Failure {
	/** What happened, in the user's words. */
	message: string;
	/** Zoho's code, or one of ours. */
	code: string;
	/** How to fix it. */
	resolution: string;
	/** Status of the answer; unset when there was none. */
	httpStatusCode?: number;
	/** Zoho's `details`, untouched. */
	details?: JsonValue;
	subject?: Subject;
}

/** A failure of one input item. Holds nothing of the request, so no token can travel with it. */
export class ZohoError extends Error {
	readonly code: string;
	readonly resolution: string;
	readonly httpStatusCode: number | null;
	readonly details: JsonValue;
	readonly subject: Subject;

	constructor(failure: Failure) {
		super(failure.message);
		this.name = 'ZohoError';
		this.code = failure.code;
		this.resolution = failure.resolution;
		this.httpStatusCode = failure.httpStatusCode ?? null;
		this.details = failure.details ?? {};
		this.subject = failure.subject ?? {};
	}

	/** The same failure, told of another subject: what is given wins over what was known. */
	about(subject: Subject): ZohoError {
		return new ZohoError({
			message: this.message,
			code: this.code,
			resolution: this.resolution,
			httpStatusCode: this.httpStatusCode ?? undefined,
			details: this.details,
			subject: { ...this.subject, ...subject },
		});
	}
}

/**
 * The failure of a parameter that cannot be used.
 * @param problem ends the sentence "Parameter 'Limit' ..."
 */
export function invalidParameter(
	parameter: ParameterName,
	problem: string,
	resolution: string,
): ZohoError {
	return new ZohoError({
		code: 'INVALID_PARAMETER',
		message: `Parameter '${LABELS[parameter]}' ${problem}`,
		resolution,
		details: { parameter },
	});
}

/**
 * Runs a step and tells its failures of the subject.
 * @throws what the step throws
 */
export async function about<T>(subject: Subject, step: () => Promise<T>): Promise<T> {
	try {
		return await step();
	} catch (error) {
		throw error instanceof ZohoError ? error.about(subject) : error;
	}
}
