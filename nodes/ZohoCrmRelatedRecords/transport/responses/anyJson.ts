import type { CrmAnswer } from '../../helpers/crmRequest';
import { parseJson } from '../../helpers/json';
import type { JsonValue } from '../../helpers/types';
import type { HttpAnswer } from '../http/exchange';
import type { RequestSubject } from '../request';
import type { Decoded } from './decoded';
import { decodeRows } from './rows';
import { THROTTLED } from './zohoWords';

/** Statuses that are about the connection, not about what was asked. */
const FAILURES: readonly number[] = [401, 429];

/**
 * Reads an HTTP answer as a value. A failure is only what concerns the connection: no access, too
 * many requests, a fault at Zoho, a broken transfer.
 */
export function decodeAny(answer: HttpAnswer, asked: RequestSubject): Decoded<CrmAnswer> {
	const { status, text, headers } = answer;
	if (status === 204 || status === 304) return { kind: 'body', body: { kind: 'empty', status } };
	const isRefusal = isRefused(answer);
	if ((status !== 200 && !isRefusal) || answer.isTooLong) return failureOf(answer, asked);
	const body = jsonIn(text);
	if (body !== undefined) {
		return { kind: 'body', body: { kind: 'json', status, body, text, headers } };
	}
	const contentType = String(headers['content-type'] ?? '');
	return isRefusal || isBroken(text, contentType)
		? failureOf(answer, asked)
		: { kind: 'body', body: { kind: 'binary', status, contentType } };
}

/** Zoho's no to what was asked; a throttle with status 400 is none. */
function isRefused({ status, text }: HttpAnswer): boolean {
	if (status < 400 || status >= 500 || FAILURES.includes(status)) return false;
	return !text.includes(THROTTLED);
}

/** What should be JSON and is not was cut off, which a repeat may cure. */
function isBroken(text: string, contentType: string): boolean {
	return text === '' || contentType === '' || /\bjson\b/i.test(contentType);
}

function failureOf(answer: HttpAnswer, asked: RequestSubject): Decoded<CrmAnswer> {
	const decoded = decodeRows(answer, asked);
	if (decoded.kind === 'failure') return decoded;
	const { status, text, headers } = answer;
	const body = decoded.kind === 'body' ? decoded.body : null;
	return { kind: 'body', body: { kind: 'json', status, body, text, headers } };
}

function jsonIn(text: string): JsonValue | undefined {
	try {
		return parseJson(text);
	} catch {
		return undefined;
	}
}
