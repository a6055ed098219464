import { ExecutionStopped } from '../../helpers/executionStopped';
import type { HttpRequest, Send, SendOutcome } from '../http/exchange';
import type { RequestSubject } from '../request';
import type { Decoded, Decoder } from './decoded';
import { networkError, timeoutError } from './errors';

/**
 * Sends one HTTP request and decodes what came of it.
 * @throws ExecutionStopped when the execution was cancelled
 */
export type SendDecoded = <Body>(
	http: HttpRequest,
	asked: RequestSubject,
	decode: Decoder<Body>,
) => Promise<Decoded<Body>>;

/** Makes of each outcome of sending an answer that is decoded, or a failure. */
export function withDecoding(send: Send): SendDecoded {
	return async (http, asked, decode) =>
		decodeOutcome(await send(http), http.timeout, asked, decode);
}

/**
 * @param timeout ms that were waited at most
 * @throws ExecutionStopped when the execution was cancelled
 */
export function decodeOutcome<Body>(
	outcome: SendOutcome,
	timeout: number,
	asked: RequestSubject,
	decode: Decoder<Body>,
): Decoded<Body> {
	switch (outcome.kind) {
		case 'cancelled':
			throw new ExecutionStopped();
		case 'timeout':
			return { kind: 'failure', error: timeoutError(timeout, asked.subject), failed: {} };
		case 'broken':
			return { kind: 'failure', error: networkError(outcome.reason, asked.subject), failed: {} };
		case 'answer':
			return decode(outcome, asked);
	}
}
