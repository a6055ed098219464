import { LABELS } from '../../helpers/labels';
import { textOf } from '../../helpers/guards';
import type { ActivityModule, JsonObject, JsonValue, Subject } from '../../helpers/types';
import { ZohoError } from '../../helpers/zohoError';
import { MESSAGES } from './errorMessages';
import type { RequestSubject } from '../request';
import { isOutOfCredits } from './failedAttempt';
import { THROTTLED } from './zohoWords';

/** A refusal by Zoho: an answer of 4xx or 5xx, or an error object where rows should be. */
export interface Refusal {
	status: number;
	/** Zoho's `code`; unset when the answer is not Zoho's, such as a proxy's page. */
	code?: string;
	message?: string;
	details?: JsonValue;
	creditsRemaining?: number;
}

/**
 * The error of a refused request: what happened to which module, record or list, and the way out.
 * Codes, never messages, decide: Zoho's wording and casing vary (zoho: errors seen live).
 */
export function refusalError(refusal: Refusal, asked: RequestSubject): ZohoError {
	const { code, message, resolution } = describe(refusal, asked);
	return new ZohoError({
		code,
		message,
		resolution,
		httpStatusCode: refusal.status,
		details: refusal.details,
		subject: asked.subject,
	});
}

function describe(
	refusal: Refusal,
	asked: RequestSubject,
): { code: string; message: string; resolution: string } {
	if (refusal.status === 429 || refusal.message === THROTTLED) {
		const code = isOutOfCredits(refusal) ? 'CREDITS_SPENT' : 'RATE_LIMITED';
		return { code, ...texts(code, refusal, asked) };
	}
	if (refusal.code === undefined) {
		return {
			code: 'INVALID_RESPONSE',
			message: `The response with HTTP status ${refusal.status} did not come from Zoho CRM`,
			resolution:
				'Check for a proxy or a firewall between n8n and Zoho, and https://status.zoho.com. Then run the node again.',
		};
	}
	return { code: refusal.code, ...texts(refusal.code, refusal, asked) };
}

function texts(
	code: string,
	refusal: Refusal,
	asked: RequestSubject,
): { message: string; resolution: string } {
	const entry = MESSAGES.get(code) ?? MESSAGES.get('*');
	if (entry === undefined) return { message: code, resolution: '' };
	return entry({ ...refusal, ...asked, code });
}

/** A redirect is not followed: n8n's helper would carry the access token to the other address. */
export function redirectError(status: number, subject: Subject): ZohoError {
	return new ZohoError({
		code: 'INVALID_RESPONSE',
		message: `Zoho's address returned a redirect (HTTP ${status}), which was not followed, to protect your access token`,
		resolution: 'Check the data center and, if it is Custom, the API URL in the credential.',
		httpStatusCode: status,
		subject,
	});
}

/** @param problem ends the sentence "The answer ..." */
export function invalidResponse(problem: string, status: number, subject: Subject): ZohoError {
	return new ZohoError({
		code: 'INVALID_RESPONSE',
		message: `Zoho's response ${problem}`,
		resolution:
			'Run the node again. If it happens every time, check for a proxy between n8n and Zoho, or try another API Version under Options.',
		httpStatusCode: status,
		subject,
	});
}

/** @param reason the system's code, such as ECONNREFUSED; unset when unknown */
export function networkError(reason: string | undefined, subject: Subject): ZohoError {
	return new ZohoError({
		code: 'NETWORK_ERROR',
		message: 'Zoho could not be reached, or the connection was lost',
		resolution:
			'Check the internet connection, proxy and DNS of the n8n host, and https://status.zoho.com. Then run the node again.',
		details: reason === undefined ? {} : { reason },
		subject,
	});
}

/** @param ms how long the answer was waited for */
export function timeoutError(ms: number, subject: Subject): ZohoError {
	return new ZohoError({
		code: 'TIMEOUT',
		message: `Zoho did not respond within ${ms / 1000} seconds`,
		resolution: 'Choose fewer fields or a smaller Page Size under Options, or run the node later.',
		subject,
	});
}

/** @param entry Zoho's error object in place of the list's count */
export function uncountedList(entry: JsonObject, subject: Subject): ZohoError {
	const code = textOf(entry.code);
	const { relatedList, module } = subject;
	if (code === 'NOT_SUPPORTED') {
		return new ZohoError({
			code,
			message: `Zoho does not count related list '${relatedList}' of module '${module}'`,
			resolution: "Read the list with 'Get Related Records' and count its rows.",
			httpStatusCode: 400,
			details: entry.details,
			subject,
		});
	}
	// Zoho names the list by its place in the request, where other answers name a part of the path.
	const details = code === 'INVALID_DATA' ? { resource_path_index: 2 } : entry.details;
	const message = textOf(entry.message) || undefined;
	return refusalError(
		{ status: 400, code, message, details },
		{ subject, scope: 'ZohoCRM.modules.READ' },
	);
}

/**
 * @param reason why they cannot be looked up, as the end of a sentence
 * @param refusal what Zoho refused when they were looked up
 */
export function fieldsRequired(subject: Subject, reason: string, refusal?: ZohoError): ZohoError {
	const { module, recordId, relatedList } = subject;
	return new ZohoError({
		code: 'FIELDS_REQUIRED',
		message: `The fields of related list '${relatedList}' cannot be looked up: ${reason}`,
		resolution: `Choose at least one field in '${LABELS.fields}', or enter API names there as an expression.`,
		httpStatusCode: refusal?.httpStatusCode ?? undefined,
		details: refusal === undefined ? {} : { code: refusal.code, details: refusal.details },
		subject: { module, recordId, relatedList },
	});
}

const TYPE_NAMES = { Calls: 'Calls', Events: 'Meetings', Tasks: 'Tasks' } as const;

/** A list of activities of one type that Zoho refuses, after the list of all of them. */
export interface RefusedActivities {
	module: ActivityModule;
	relatedList: string;
	chronological: string;
	/** Zoho's code for the chronological list. */
	chronologicalCode: string;
}

/** @param refusal Zoho's refusal of the list of one type */
export function activityListsRefused(refusal: ZohoError, lists: RefusedActivities): ZohoError {
	const { chronological, chronologicalCode, relatedList, module } = lists;
	return new ZohoError({
		code: refusal.code,
		message: `The activities cannot be read: Zoho refuses its list of all activities, '${chronological}' (${chronologicalCode}), and the list '${relatedList}' (${refusal.code})`,
		resolution: `Show both lists in the layout of the record in Zoho CRM, or leave ${TYPE_NAMES[module]} out of '${LABELS.activityTypes}' in Get Activity Timeline.`,
		httpStatusCode: refusal.httpStatusCode ?? undefined,
		details: refusal.details,
		subject: refusal.subject,
	});
}
