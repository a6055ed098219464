import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { CREDENTIAL } from '../../helpers/constants';
import type { FileRequest } from '../../helpers/crmRequest';
import { readBody } from './body';
import { property, requireHelpers, withSignal, type ZohoContext } from './context';
import { untilAborted, withDeadline, withIdleDeadline } from './deadline';
import type { HttpAnswer, HttpRequest, Send } from './exchange';
import { storeFile } from './file';
import { reasonOf } from './networkReason';

/** @returns what sends requests with n8n's helper, and the access token with them */
export function sender(context: ZohoContext): Send {
	return async (request) => {
		requireHelpers(context);
		const { file, timeout } = request;
		if (file !== undefined) {
			return await withIdleDeadline(context, timeout, async (signal, alive) => {
				const response = await responseTo(context, request, signal);
				alive();
				if (!isFile(response, file)) return await answerIn(response, signal);
				const body = property(response, 'body');
				const stored = await storeFile(context, body, file, { signal, alive });
				signal.throwIfAborted();
				if ('broken' in stored) return { kind: 'broken', reason: reasonOf(stored.broken) };
				return { kind: 'answer', text: '', ...head(response), ...stored } as const;
			});
		}
		return await withDeadline(context, timeout, async (signal) => {
			return await answerIn(await responseTo(context, request, signal), signal);
		});
	};
}

async function responseTo(
	context: ZohoContext,
	request: HttpRequest,
	signal: AbortSignal,
): Promise<unknown> {
	return await untilAborted(ask(withSignal(context, signal), request), signal);
}

/** Zoho has nothing to send of an empty file. */
function isFile(response: unknown, { size }: FileRequest): boolean {
	const { status } = head(response);
	return status === 200 || (status === 204 && size === 0);
}

async function ask(context: IExecuteFunctions, request: HttpRequest): Promise<unknown> {
	const { method, url, query, headers, body } = request;
	const options: IHttpRequestOptions = {
		method,
		url,
		qs: query,
		// A copy: the helper writes the access token into it.
		headers: { ...headers },
		body,
		returnFullResponse: true,
		// So the helper neither throws nor renews the token by itself, on any release: it would renew
		// once for each 401, and Zoho issues ten tokens in ten minutes.
		ignoreHttpStatusErrors: true,
		// n8n's helper would carry the access token to another origin.
		disableFollowRedirect: true,
		// Read and parsed by us: n8n takes in any amount, and rounds integers beyond 2^53.
		encoding: 'stream',
	};
	// Any other stored token_type would put the token into the URL.
	const oauth2 = { tokenType: 'Bearer' };
	const { helpers } = context;
	return await helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, options, { oauth2 });
}

async function answerIn(
	response: unknown,
	signal: AbortSignal,
): Promise<HttpAnswer & { kind: 'answer' }> {
	const read = await readBody(property(response, 'body'), signal);
	return { kind: 'answer', ...head(response), ...read };
}

function head(response: unknown): Pick<HttpAnswer, 'status' | 'headers'> {
	const headers = Object.entries(property(response, 'headers') ?? {});
	return {
		status: Number(property(response, 'statusCode')),
		headers: Object.fromEntries(headers),
	};
}
