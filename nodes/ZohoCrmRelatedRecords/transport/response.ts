import { isObject } from '../helpers/guards';
import type { JsonObject, Subject } from '../helpers/types';
import type { ZohoError } from '../helpers/zohoError';
import { invalidResponse, redirectError, refusalError, type Asked, type Refusal } from './errors';
import { parseJson } from '../helpers/json';
import type { FailedAttempt } from './retry';

/** An answer read: a body, nothing (204, 304), or a failure that a repeat may or may not cure. */
export type Reading<Body = JsonObject> =
	| { kind: 'body'; body: Body }
	| { kind: 'empty' }
	| { kind: 'failure'; error: ZohoError; failed: FailedAttempt };

export interface HttpAnswer {
	status: number;
	text: string;
	/** Whether the body was longer than is read; `text` is empty then. */
	isTooLong?: boolean;
	headers: Record<string, unknown>;
}

/** Reads an HTTP answer. Whatever is not clearly rows or clearly nothing is a failure. */
export function readResponse(answer: HttpAnswer, asked: Asked): Reading {
	const { status, text, headers } = answer;
	if (status === 204 || status === 304) return { kind: 'empty' };
	const failed: FailedAttempt = {
		status,
		creditsRemaining: creditsRemaining(headers),
		retryAfter: header(headers, 'retry-after'),
	};
	if (status >= 300 && status < 400) {
		return { kind: 'failure', error: redirectError(status, asked.subject), failed };
	}
	if (answer.isTooLong) return tooLong(status, failed, asked.subject);
	const body = objectIn(text);
	const code = body === undefined ? undefined : zohoCode(body);
	if (status >= 400 || code !== undefined) {
		const refusal: Refusal = { status, code, ...saidBy(body), ...failed };
		return { kind: 'failure', error: refusalError(refusal, asked), failed };
	}
	if (body === undefined) return notJson(status, text, asked.subject);
	return { kind: 'body', body };
}

export function isFailure(
	reading: Reading<unknown>,
	code: string,
): reading is Extract<Reading, { kind: 'failure' }> {
	return reading.kind === 'failure' && reading.error.code === code;
}

/** API credits left in the rolling 24 hours; Zoho tells once half of them are used. */
export function creditsRemaining(headers: Record<string, unknown>): number | undefined {
	const value = header(headers, 'x-api-credits-remaining');
	return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** A 200 without JSON is a broken transfer or a proxy's page: without a status, it is repeated. */
function notJson(status: number, text: string, subject: Subject): Reading {
	const problem = text === '' ? 'is empty' : 'is not JSON, or was cut off';
	return { kind: 'failure', error: invalidResponse(problem, status, subject), failed: {} };
}

/** Reading it again would only bring the same. */
function tooLong(status: number, failed: FailedAttempt, subject: Subject): Reading {
	const error = invalidResponse('is larger than 32 MB', status, subject);
	return { kind: 'failure', error, failed };
}

function objectIn(text: string): JsonObject | undefined {
	try {
		const value = parseJson(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** Zoho's error objects are flat; `status` tells them from rows. */
function zohoCode(body: JsonObject): string | undefined {
	return typeof body.code === 'string' && body.data === undefined ? body.code : undefined;
}

function saidBy(body: JsonObject | undefined): Pick<Refusal, 'message' | 'details'> {
	return {
		message: typeof body?.message === 'string' ? body.message : undefined,
		details: body?.details,
	};
}

function header(headers: Record<string, unknown>, name: string): string | undefined {
	const value = headers[name];
	return typeof value === 'string' ? value : undefined;
}
