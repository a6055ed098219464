import type { AskOnce } from '../auth/withAccess';
import type { AddressedRequest } from '../request';
import type { Decoded, Decoder } from '../responses/decoded';
import { isBusy } from '../responses/failedAttempt';
import type { AdaptiveLimit } from './adaptiveLimit';
import type { Lane, RequestQueue } from './requestQueue';

/** An answer, and whether Zoho was too busy for a single request at a time. */
export interface PacedAnswer<Body> {
	decoded: Decoded<Body>;
	isAtFloor: boolean;
}

/** Asks Zoho once, when the turn of the request comes. */
export type AskInTurn = <Body>(
	request: AddressedRequest,
	decode: Decoder<Body>,
	lane: Lane,
) => Promise<PacedAnswer<Body>>;

/** Lets requests start in their turn; the limit adapts to what comes of each. */
export function inTurn(ask: AskOnce, queue: RequestQueue, limit: AdaptiveLimit): AskInTurn {
	return async (request, decode, lane) =>
		await queue.run(lane, async (start) => {
			const decoded = await ask(request, decode);
			const isCrowded = decoded.kind === 'failure' && isBusy(decoded.failed);
			if (isCrowded) return { decoded, isAtFloor: limit.refused(start) === 'floor' };
			// How long a file takes tells nothing of other answers.
			const isMeasure = decoded.kind !== 'failure' && request.file === undefined;
			if (isMeasure) limit.answered(start, queue.now);
			return { decoded, isAtFloor: false };
		});
}
