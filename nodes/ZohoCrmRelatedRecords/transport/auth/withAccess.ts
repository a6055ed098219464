import type { HttpRequest } from '../http/exchange';
import type { AddressedRequest } from '../request';
import { isFailure, type Decoded, type Decoder } from '../responses/decoded';
import type { SendDecoded } from '../responses/withDecoding';
import type { Account } from './account';
import { Refusals } from './refusals';
import { Renewal } from './tokenRenewal';
import { withoutTokens } from './withoutTokens';

/** Longest wait for one answer, connection and body included. */
const REQUEST_TIMEOUT_MS = 60_000;

/**
 * Asks Zoho once.
 * @throws ZohoError when nothing can succeed in this run: access lost, credits spent
 * @throws ExecutionStopped when the execution was cancelled
 */
export type AskOnce = <Body>(
	request: AddressedRequest,
	decode: Decoder<Body>,
) => Promise<Decoded<Body>>;

/**
 * Sends requests with at most one renewal of the access token under way, and none that is known to be
 * refused.
 */
export function withAccess(send: SendDecoded, account: Account): AskOnce {
	const refusals = new Refusals();
	const renewal = new Renewal();
	return async (request, decode) =>
		await renewal.run(request.refresh ?? true, async (renews) => {
			const expected = refusals.expected(request);
			if (expected !== undefined) return expected;
			const decoded = await withoutTokens(
				await send(httpRequest(request, renews), request, decode),
				async () => await account.tokens(),
			);
			if (decoded.kind === 'renewalRefused') {
				throw refusals.endRun(await account.lost(decoded.word));
			}
			refusals.learn(decoded, request);
			if (renews && isTokenRefused(decoded)) throw refusals.endRun(await account.lost());
			return decoded;
		});
}

function httpRequest(request: AddressedRequest, renews: boolean): HttpRequest {
	const { url, query, headers, body, timeout = REQUEST_TIMEOUT_MS } = request;
	return {
		method: body === undefined ? 'GET' : 'POST',
		url,
		query,
		headers,
		body,
		timeout,
		renews,
	};
}

/** Turned down for the token, not for a scope. */
function isTokenRefused(decoded: Decoded<unknown>): boolean {
	const isRefused = decoded.kind === 'failure' && decoded.failed.status === 401;
	return isRefused && !isFailure(decoded, 'OAUTH_SCOPE_MISMATCH');
}
