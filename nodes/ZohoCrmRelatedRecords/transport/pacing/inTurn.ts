import type { AskOnce } from '../auth/withAccess';
import type { AddressedRequest } from '../request';
import type { Decoded, Decoder } from '../responses/decoded';
import { isBusy } from '../responses/failedAttempt';
import type { AdaptiveLimit, Start } from './adaptiveLimit';
import type { Lane, RequestQueue } from './requestQueue';
import { Share } from './share';

/** Queries at once, whatever the edition (Zoho: API limits v8, sub-concurrency). */
const MOST_QUERIES = 10;

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
	const queries = new Share(MOST_QUERIES);
	return async (request, decode, lane) => {
		const once = async (start: Start) => {
			const decoded = await ask(request, decode);
			const isCrowded = decoded.kind === 'failure' && isBusy(decoded.failed);
			if (isCrowded) return { decoded, isAtFloor: limit.refused(start) === 'floor' };
			// How long a file takes tells nothing of other answers.
			const isMeasure = decoded.kind !== 'failure' && request.file === undefined;
			if (isMeasure) limit.answered(start, queue.now);
			return { decoded, isAtFloor: false };
		};
		const share = isQuery(request) ? queries : undefined;
		return await queue.run(lane, once, { share, isLeading: request.isLeading });
	};
}

/** Of the node and of scripts alike. */
function isQuery({ path }: AddressedRequest): boolean {
	return path.length === 2 && path[1] === 'coql';
}
