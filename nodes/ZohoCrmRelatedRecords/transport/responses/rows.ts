import { isObject } from '../../helpers/guards';
import { parseJson } from '../../helpers/json';
import type { JsonObject, Subject } from '../../helpers/types';
import type { ZohoError } from '../../helpers/zohoError';
import type { HttpAnswer } from '../http/exchange';
import type { RequestSubject } from '../request';
import type { Decoded } from './decoded';
import { invalidResponse, redirectError, refusalError, type Refusal } from './errors';
import type { FailedAttempt } from './failedAttempt';
import { refusalIn, THROTTLED } from './zohoWords';

/** Reads an HTTP answer. Whatever is not clearly rows or clearly nothing is a failure. */
export function decodeRows(answer: HttpAnswer, asked: RequestSubject): Decoded {
	const { status, text, headers } = answer;
	if (isNothing(status, asked)) return { kind: 'empty' };
	const failed: FailedAttempt = {
		status,
		creditsRemaining: creditsRemaining(headers),
		retryAfter: header(headers, 'retry-after'),
	};
	const failure = (error: ZohoError) => ({ kind: 'failure', error, failed }) as const;
	if (status >= 300 && status < 400) return failure(redirectError(status, asked.subject));
	// Reading it again would only bring the same.
	if (answer.isTooLong)
		return failure(invalidResponse('is larger than 32 MB', status, asked.subject));
	const body = objectIn(text);
	const words = body === undefined ? undefined : refusalIn(body);
	if (status >= 400 || words !== undefined) {
		const refusal: Refusal = { ...failed, status, ...words };
		const isThrottled = words?.message === THROTTLED;
		const error = refusalError(refusal, asked);
		return {
			...failure(error),
			refusal,
			failed: isThrottled ? { ...failed, status: 429 } : failed,
		};
	}
	if (body === undefined) return notJson(status, text, asked.subject);
	// Zoho answers rows with 200; with 203, 206 or 207 somebody else changed or cut them.
	if (status !== 200)
		return failure(invalidResponse(`has HTTP status ${status}`, status, asked.subject));
	return { kind: 'body', body };
}

/** 304 is nothing where only what changed was asked for. */
function isNothing(status: number, asked: RequestSubject): boolean {
	return status === 204 || (status === 304 && asked.headers?.['If-Modified-Since'] !== undefined);
}

/** API credits left in the rolling 24 hours; Zoho tells once half of them are used. */
export function creditsRemaining(headers: Record<string, unknown>): number | undefined {
	const value = header(headers, 'x-api-credits-remaining');
	return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** A 200 without JSON is a broken transfer or a proxy's page: without a status, it is repeated. */
function notJson(status: number, text: string, subject: Subject): Decoded {
	const problem = text === '' ? 'is empty' : 'is not JSON or was cut off';
	return { kind: 'failure', error: invalidResponse(problem, status, subject), failed: {} };
}

function objectIn(text: string): JsonObject | undefined {
	try {
		const value = parseJson(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function header(headers: Record<string, unknown>, name: string): string | undefined {
	const value = headers[name];
	return typeof value === 'string' ? value : undefined;
}
