import { isObject, textOf } from '../../helpers/guards';
import type { JsonObject, JsonValue } from '../../helpers/types';

const CODE = /^\w{1,100}$/;
/** Characters of a sentence of Zoho that are shown. */
const MAX_MESSAGE = 500;
/** Characters of Zoho's `details`, as JSON, that are passed on. */
const MAX_DETAILS = 2000;

/** Comes with status 400 and the code INTERNAL_ERROR, and means too many requests (live report). */
export const THROTTLED = 'URL_FIXED_THROTTLES_LIMIT_EXCEEDED';

interface Words {
	code: string;
	message?: string;
	details?: JsonValue;
}

/**
 * What Zoho says in a body that is no answer with rows: its flat error object, one in a list as where
 * records are written, or the accounts server's form.
 * @returns undefined when the body holds no refusal
 */
export function refusalIn(body: JsonObject): Words | undefined {
	const flat = body.data === undefined ? wordsOf(body) : undefined;
	return flat ?? wrapped(body) ?? accountsWords(body);
}

function wordsOf({ code, message, details }: JsonObject): Words | undefined {
	if (typeof code !== 'string' || !CODE.test(code)) return undefined;
	return { code, message: sentence(message), details: bounded(details) };
}

/** A list whose entries are all refusals; a row of a module would have an ID. */
function wrapped(body: JsonObject): Words | undefined {
	const lists = Object.values(body).filter((value) => Array.isArray(value));
	const refused = lists.find((list) => list.length > 0 && list.every(isRefused));
	return refused?.filter(isObject).map(wordsOf)[0];
}

function isRefused(entry: JsonValue): boolean {
	return isObject(entry) && entry.status === 'error' && entry.id === undefined;
}

function accountsWords({
	error,
	error_description: description,
	data,
}: JsonObject): Words | undefined {
	const code = textOf(error).replace(/\s+/g, '_');
	if (data !== undefined || !CODE.test(code)) return undefined;
	return { code, message: sentence(description) };
}

function sentence(value: JsonValue | undefined): string | undefined {
	if (typeof value !== 'string') return undefined;
	return value.slice(0, MAX_MESSAGE).replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** Zoho's `details` while they are short; else what is short in them, and the beginning of the rest. */
function bounded(details: JsonValue | undefined): JsonValue | undefined {
	const text = JSON.stringify(details) ?? '';
	if (text.length <= MAX_DETAILS) return details;
	return { cut: `${text.slice(0, MAX_DETAILS - 20)}...` };
}
