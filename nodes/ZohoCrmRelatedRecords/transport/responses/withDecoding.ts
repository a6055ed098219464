import { ExecutionStopped } from '../../helpers/executionStopped';
import type { HttpRequest, Send } from '../http/exchange';
import type { RequestSubject } from '../request';
import type { Decoded, Decoder } from './decoded';
import { networkError, timeoutError } from './errors';

/** n8n could not renew the access token; `word` is the token endpoint's error. */
export interface RenewalRefused {
	kind: 'renewalRefused';
	word?: string;
}

/**
 * Sends one HTTP request and decodes what came of it.
 * @throws ExecutionStopped when the execution was cancelled
 */
export type SendDecoded = <Body>(
	http: HttpRequest,
	asked: RequestSubject,
	decode: Decoder<Body>,
) => Promise<Decoded<Body> | RenewalRefused>;

/** Makes of each outcome of sending an answer that is decoded, or a failure. */
export function withDecoding(send: Send): SendDecoded {
	return async (http, asked, decode) => {
		const outcome = await send(http);
		switch (outcome.kind) {
			case 'cancelled':
				throw new ExecutionStopped();
			case 'timeout':
				return { kind: 'failure', error: timeoutError(http.timeout, asked.subject), failed: {} };
			case 'broken':
				return { kind: 'failure', error: networkError(outcome.reason, asked.subject), failed: {} };
			case 'unauthorized':
				return { kind: 'renewalRefused', word: outcome.word };
			case 'answer':
				return decode(outcome, asked);
		}
	};
}
