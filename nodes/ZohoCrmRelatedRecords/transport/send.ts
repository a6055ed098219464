import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { CREDENTIAL } from '../helpers/constants';

export type ZohoContext = IExecuteFunctions | ILoadOptionsFunctions;

/** Longest wait for one answer, connection and body included. */
export const REQUEST_TIMEOUT_MS = 60_000;

/** What came of one HTTP request. */
export type Sent =
	| { kind: 'answer'; status: number; text: string; headers: Record<string, unknown> }
	/** No answer at all; `reason` is the system's code, such as ECONNRESET. */
	| { kind: 'broken'; reason?: string }
	| { kind: 'timeout' }
	| { kind: 'cancelled' }
	/** n8n could not renew the access token; `word` is the token endpoint's error. */
	| { kind: 'unauthorized'; word?: string };

/**
 * Sends one request with n8n's helper and tells what came of it. Never throws, and never hands out
 * the helper's own error: that one holds the request with the access token.
 * @param refresh whether n8n may renew the token after a 401
 * @param timeout ms until the answer has to be there, connection and body included
 */
export async function send(
	context: ZohoContext,
	request: IHttpRequestOptions,
	refresh: boolean,
	timeout: number = REQUEST_TIMEOUT_MS,
): Promise<Sent> {
	const cancel = cancelSignal(context);
	const deadline = AbortSignal.timeout(timeout);
	const bounded = withSignal(context, cancel ? AbortSignal.any([cancel, deadline]) : deadline);
	try {
		const response = (await context.helpers.httpRequestWithAuthentication.call(
			bounded,
			CREDENTIAL,
			{
				...request,
				returnFullResponse: true,
				// A plain `true` would switch n8n's own refresh after a 401 off.
				ignoreHttpStatusErrors: { ignore: true, except: [401] },
				// n8n's helper would carry the access token to another origin.
				disableFollowRedirect: true,
				// Parsed by us: n8n's parser rounds integers beyond 2^53.
				encoding: 'text',
			},
			// Any other stored token_type would put the token into the URL.
			{ oauth2: { tokenType: 'Bearer', skipTokenRefresh: !refresh } },
		)) as IN8nHttpFullResponse;
		const { statusCode, body, headers } = response;
		const text = typeof body === 'string' ? body : '';
		return { kind: 'answer', status: statusCode, text, headers };
	} catch (error) {
		if (cancel?.aborted) return { kind: 'cancelled' };
		if (deadline.aborted) return { kind: 'timeout' };
		return read(error);
	}
}

/** The execution's cancel signal; drop-downs have none. */
export function cancelSignal(context: ZohoContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** The helper takes its abort signal from the context, and its own `timeout` counts idle time only. */
function withSignal(context: ZohoContext, signal: AbortSignal): IExecuteFunctions {
	return Object.create(context, { getExecutionCancelSignal: { value: () => signal } });
}

function read(error: unknown): Sent {
	const cause = property(error, 'cause') ?? error;
	const response = property(cause, 'response');
	const status = property(response, 'status');
	if (typeof status === 'number') {
		const headers = Object.fromEntries(Object.entries(property(response, 'headers') ?? {}));
		const data = property(response, 'data');
		return { kind: 'answer', status, text: typeof data === 'string' ? data : '', headers };
	}
	const code = property(cause, 'code');
	const isNetwork = property(cause, 'isAxiosError') === true;
	if (isNetwork) return { kind: 'broken', reason: typeof code === 'string' ? code : undefined };
	const body = property(cause, 'body');
	const word = property(body, 'error');
	return { kind: 'unauthorized', word: typeof word === 'string' ? word : undefined };
}

function property(value: unknown, key: string): unknown {
	if (typeof value !== 'object' || value === null || !(key in value)) return undefined;
	return (value as Record<string, unknown>)[key];
}
