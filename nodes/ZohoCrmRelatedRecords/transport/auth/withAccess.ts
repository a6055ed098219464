import type { HttpRequest, SendOutcome } from '../http/exchange';
import type { AddressedRequest } from '../request';
import { isFailure, type Decoded, type Decoder, type Failure } from '../responses/decoded';
import { invalidResponse } from '../responses/errors';
import { decodeRows } from '../responses/rows';
import { decodeOutcome, type SendDecoded } from '../responses/withDecoding';
import type { Account } from './account';
import { Refusals } from './refusals';
import { RENEWAL_TIMEOUT_MS, type TokenRenewal } from './tokenRenewal';
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
export function withAccess(send: SendDecoded, account: Account, renewal: TokenRenewal): AskOnce {
	const refusals = new Refusals();
	const tokens = async () => await account.tokens();
	return async (request, decode) => {
		const mayRenew = request.refresh ?? true;
		for (let isFresh = false; ;) {
			const expected = refusals.expected(request);
			if (expected !== undefined) return expected;
			const { epoch } = renewal;
			const decoded = await withoutTokens(
				await send(httpRequest(request), request, decode),
				tokens,
			);
			refusals.learn(decoded, request);
			if (!isTokenRefused(decoded)) return decoded;
			if (isFresh) throw refusals.endRun(await account.lost());
			if (!mayRenew && !renewal.isUnderWay && epoch === renewal.epoch) return decoded;
			const outcome = await renewal.since(epoch);
			if (outcome.kind === 'lost') throw refusals.endRun(outcome.error);
			if (outcome.kind !== 'renewed' && outcome.kind !== 'adopted') {
				return await withoutTokens(failureOf(outcome, request), tokens);
			}
			isFresh = outcome.kind === 'renewed';
		}
	};
}

function httpRequest(request: AddressedRequest): HttpRequest {
	const { url, query, headers, body, timeout = REQUEST_TIMEOUT_MS, file } = request;
	return { method: body === undefined ? 'GET' : 'POST', url, query, headers, body, timeout, file };
}

/** Turned down for the token, not for a scope: renewing would bring the same scopes. */
function isTokenRefused(decoded: Decoded<unknown>): boolean {
	const isRefused = decoded.kind === 'failure' && decoded.failed.status === 401;
	return isRefused && !isFailure(decoded, 'OAUTH_SCOPE_MISMATCH');
}

/** The failure of a renewal that may succeed another time, told of the request that needed it. */
function failureOf(outcome: SendOutcome, request: AddressedRequest): Failure {
	const decoded = decodeOutcome(outcome, RENEWAL_TIMEOUT_MS, request, decodeRows);
	if (decoded.kind === 'failure') return decoded;
	const status = outcome.kind === 'answer' ? outcome.status : 200;
	const error = invalidResponse('of the accounts server holds no token', status, request.subject);
	return { kind: 'failure', error, failed: {} };
}
