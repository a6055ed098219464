import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { CREDENTIAL } from '../../helpers/constants';
import { readBody } from './body';
import { property, requireHelpers, withSignal, type ZohoContext } from './context';
import { untilAborted, withDeadline } from './deadline';
import type { HttpAnswer, HttpRequest, Send } from './exchange';

/** @returns what sends requests with n8n's helper, and the access token with them */
export function sender(context: ZohoContext): Send {
	return async (request) => {
		requireHelpers(context);
		return await withDeadline(context, request.timeout, async (signal) => {
			const response = await untilAborted(ask(withSignal(context, signal), request), signal);
			return { kind: 'answer', ...(await answerIn(response, signal)) } as const;
		});
	};
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
		// once for each 401, and Zoho gives out ten tokens in ten minutes.
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

async function answerIn(response: unknown, signal: AbortSignal): Promise<HttpAnswer> {
	const headers = Object.entries(property(response, 'headers') ?? {});
	const read = await readBody(property(response, 'body'), signal);
	const status = Number(property(response, 'statusCode'));
	return { status, headers: Object.fromEntries(headers), ...read };
}
