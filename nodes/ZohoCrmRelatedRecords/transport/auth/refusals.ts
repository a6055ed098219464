import type { ZohoError } from '../../helpers/zohoError';
import type { ZohoRequest } from '../request';
import { isFailure, type Decoded, type Failure } from '../responses/decoded';
import { refusalError } from '../responses/errors';

/** What the answers of a run say about its further requests: those that cannot succeed are not sent. */
export class Refusals {
	private readonly missingScopes = new Map<string, Failure>();
	/** After this no request can succeed in this run. */
	private end?: ZohoError;

	/**
	 * @returns the failure that a request would meet, told of its own subject; undefined where it may
	 * succeed
	 * @throws ZohoError when nothing can succeed in this run any more
	 */
	expected(request: ZohoRequest): Failure | undefined {
		if (this.end !== undefined) throw this.end.about(request.subject);
		const known = this.missingScopes.get(request.kind);
		if (known?.refusal === undefined) return known;
		return { ...known, error: refusalError(known.refusal, request) };
	}

	/** Remembers what an answer says about the requests to come. */
	learn(decoded: Decoded<unknown>, { kind }: ZohoRequest): void {
		if (isFailure(decoded, 'CREDITS_SPENT')) this.end = decoded.error;
		if (isFailure(decoded, 'OAUTH_SCOPE_MISMATCH')) this.missingScopes.set(kind, decoded);
	}

	/** Nothing can succeed in this run any more. */
	endRun(error: ZohoError): ZohoError {
		this.end = error;
		return error;
	}
}
