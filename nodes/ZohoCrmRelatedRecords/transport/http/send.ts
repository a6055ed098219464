import type { IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import { CREDENTIAL } from '../../helpers/constants';
import { readBody } from './body';
import type { HttpRequest, Send, SendOutcome } from './exchange';

export type ZohoContext = IExecuteFunctions | ILoadOptionsFunctions;

/** @returns what sends requests with n8n's helper, and the access token with them */
export function sender(context: ZohoContext): Send {
	return async (request) => await send(context, request);
}

/**
 * Sends one request and reports what came of it. Never throws, and never passes on the helper's own
 * error: that one holds the request with the access token.
 */
async function send(context: ZohoContext, request: HttpRequest): Promise<SendOutcome> {
	const cancel = cancelSignal(context);
	const deadline = AbortSignal.timeout(request.timeout);
	const signal = cancel ? AbortSignal.any([cancel, deadline]) : deadline;
	try {
		return await exchange(context, request, signal);
	} catch (error) {
		if (cancel?.aborted) return { kind: 'cancelled' };
		if (deadline.aborted) return { kind: 'timeout' };
		return { kind: 'broken', reason: codeOf(error) };
	}
}

async function exchange(
	context: ZohoContext,
	request: HttpRequest,
	signal: AbortSignal,
): Promise<SendOutcome> {
	signal.throwIfAborted();
	let response: unknown;
	try {
		response = await withinTime(ask(withSignal(context, signal), request), signal);
	} catch (error) {
		signal.throwIfAborted();
		return await failed(error, signal);
	}
	const [status, headers] = [property(response, 'statusCode'), property(response, 'headers')];
	return await answer(Number(status), headers, property(response, 'body'), signal);
}

async function ask(context: IExecuteFunctions, request: HttpRequest): Promise<unknown> {
	const { method, url, query, headers, body, renews } = request;
	const options: IHttpRequestOptions = {
		method,
		url,
		qs: query,
		// A copy: the helper writes the access token into it.
		headers: { ...headers },
		body,
		returnFullResponse: true,
		// A plain `true` would switch n8n's own refresh after a 401 off.
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
		// n8n's helper would carry the access token to another origin.
		disableFollowRedirect: true,
		// Read and parsed by us: n8n takes in any amount, and rounds integers beyond 2^53.
		encoding: 'stream',
	};
	// Any other stored token_type would put the token into the URL.
	const oauth2 = { tokenType: 'Bearer', skipTokenRefresh: !renews };
	const { helpers } = context;
	return await helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, options, { oauth2 });
}

/** n8n renews the token without heeding the signal, with five minutes for the accounts server. */
async function withinTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	return await new Promise<T>((resolve, reject) => {
		const stop = () => reject(new Error('Stopped'));
		signal.addEventListener('abort', stop, { once: true });
		work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	});
}

/** The execution's cancel signal; drop-downs have none. */
export function cancelSignal(context: ZohoContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** The helper takes its abort signal from the context, and its own `timeout` counts idle time only. */
function withSignal(context: ZohoContext, signal: AbortSignal): IExecuteFunctions {
	return Object.create(context, { getExecutionCancelSignal: { value: () => signal } });
}

async function answer(
	status: number,
	headers: unknown,
	body: unknown,
	signal: AbortSignal,
): Promise<SendOutcome> {
	const entries = Object.entries(headers ?? {});
	const read = await readBody(body, signal);
	return { kind: 'answer', status, headers: Object.fromEntries(entries), ...read };
}

/** What a failure of the helper tells: an answer of 401, one of the accounts server, or none. */
async function failed(error: unknown, signal: AbortSignal): Promise<SendOutcome> {
	const cause = property(error, 'cause') ?? error;
	const response = property(cause, 'response');
	const status = property(response, 'status');
	if (typeof status === 'number') {
		return await answer(status, property(response, 'headers'), property(response, 'data'), signal);
	}
	if (property(cause, 'isAxiosError') === true) return { kind: 'broken', reason: codeOf(cause) };
	const body = property(cause, 'body');
	const refused = property(cause, 'status');
	// The accounts server's answer was no JSON.
	if (typeof refused === 'number') return await answer(refused, {}, body, signal);
	const word = property(body, 'error');
	return { kind: 'unauthorized', word: typeof word === 'string' ? word : undefined };
}

function codeOf(error: unknown): string | undefined {
	const code = property(error, 'code');
	return typeof code === 'string' ? code : undefined;
}

function property(value: unknown, key: string): unknown {
	if (typeof value !== 'object' || value === null || !(key in value)) return undefined;
	return (value as Record<string, unknown>)[key];
}
