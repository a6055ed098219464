import type { ErrorRequestHandler } from 'express';
import type { Counters } from '../contract';
import { send } from '../delivery';
import { ZohoError, errors } from '../errors';
import type { Exchange, Handler, PathParams } from '../exchange';
import { errorReply, htmlReply, redirectReply } from '../reply';
import type { Unsettled } from '../unsettled';

type FailureHandler = ErrorRequestHandler<PathParams, unknown, unknown, unknown, Exchange>;

/** What no route serves. */
export const notFound: Handler = () => {
	throw errors.invalidUrl();
};

const ERROR_PAGE = '/IAMSecurityError.do';

/** What nobody serves outside of the CRM: Zoho sends the browser to a page, as recorded. */
export const strangePath: Handler = ({ path }, response, next) => {
	const page = '<!doctype html><html><body>Unable to process your request</body></html>';
	const reply = path === ERROR_PAGE ? htmlReply(400, page) : redirectReply(ERROR_PAGE);
	send(response, reply).catch(next);
};

/** Answers whatever was thrown on the way with an error of Zoho's kind. */
export function failures(
	counters: Counters,
	retryAfter: number | undefined,
	scopeRefusal: Unsettled['scopeRefusal'],
): FailureHandler {
	return (thrown: unknown, _request, response, next) => {
		if (response.headersSent || response.locals.closing.aborted) {
			response.destroy();
			return;
		}
		const given = zohoError(thrown);
		const isScope = given.code === 'OAUTH_SCOPE_MISMATCH';
		const error = isScope ? new ZohoError(given.status, given.code, scopeRefusal) : given;
		if (error.status === 429) {
			counters.rejected429++;
			if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
		}
		send(response, errorReply(error)).catch(next);
	};
}

/** Express throws URIError where a path holds a bad escape. */
function zohoError(thrown: unknown): ZohoError {
	if (thrown instanceof ZohoError) return thrown;
	return thrown instanceof URIError ? errors.invalidUrl() : errors.internal();
}
