import type { JsonObject } from '../../helpers/types';
import type { ZohoError } from '../../helpers/zohoError';
import type { HttpAnswer } from '../http/exchange';
import type { RequestSubject } from '../request';
import type { Refusal } from './errors';
import type { FailedAttempt } from './failedAttempt';

/** An answer read: a body, nothing (204, 304), or a failure that a repeat may or may not cure. */
export type Decoded<Body = JsonObject> = { kind: 'body'; body: Body } | { kind: 'empty' } | Failure;

export interface Failure {
	kind: 'failure';
	error: ZohoError;
	failed: FailedAttempt;
	/** Set where the failure is an answer that refuses the request. */
	refusal?: Refusal;
}

/** Reads an answer: what is wanted of it, nothing, or a failure. */
export type Decoder<Body> = (answer: HttpAnswer, asked: RequestSubject) => Decoded<Body>;

export function isFailure(decoded: Decoded<unknown>, code: string): decoded is Failure {
	return decoded.kind === 'failure' && decoded.error.code === code;
}
