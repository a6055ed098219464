import { isObject } from '../../helpers/guards';
import { parseJson } from '../../helpers/json';
import type { JsonObject, JsonValue } from '../../helpers/types';
import type { HttpAnswer } from '../http/exchange';
import type { RequestSubject } from '../request';
import type { Decoded, Decoder } from './decoded';
import { invalidResponse } from './errors';
import { decodeRows } from './rows';
import { THROTTLED } from './zohoWords';

/** All entries are answered, some of them, or none (Zoho: Get Related Records Count). */
const STATUSES: readonly number[] = [200, 207, 400];

/**
 * @param key under which Zoho answers each entry in its place
 * @param count number of entries asked for
 * @returns a decoder for which refused entries are no failure, while a refused request is one
 */
export function entriesDecoder(key: string, count: number): Decoder<JsonObject[]> {
	return (answer, asked) => {
		const entries = entriesIn(answer, key);
		if (entries === undefined) return failureOf(answer, asked);
		return entries.length === count ? { kind: 'body', body: entries } : incomplete(answer, asked);
	};
}

function entriesIn({ status, text, isTooLong }: HttpAnswer, key: string): JsonObject[] | undefined {
	if (!STATUSES.includes(status) || isTooLong || text.includes(THROTTLED)) return undefined;
	const body = jsonIn(text);
	const entries = isObject(body) ? body[key] : undefined;
	const isWhole = Array.isArray(entries) && entries.every((entry) => isObject(entry));
	return isWhole ? entries.filter(isObject) : undefined;
}

function failureOf(answer: HttpAnswer, asked: RequestSubject): Decoded<JsonObject[]> {
	const decoded = decodeRows(answer, asked);
	return decoded.kind === 'failure' ? decoded : incomplete(answer, asked);
}

function incomplete({ status }: HttpAnswer, { subject }: RequestSubject): Decoded<JsonObject[]> {
	const problem = 'does not have an entry for each of those asked for';
	return { kind: 'failure', error: invalidResponse(problem, status, subject), failed: { status } };
}

function jsonIn(text: string): JsonValue | undefined {
	try {
		return parseJson(text);
	} catch {
		return undefined;
	}
}
