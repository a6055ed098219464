import type { AskOnce } from '../auth/withAccess';
import type { AddressedRequest } from '../request';
import type { Decoded, Decoder } from '../responses/decoded';
import { isBusy } from '../responses/failedAttempt';
import type { AdaptiveLimit } from './adaptiveLimit';
import type { Lane, Scheduler } from './scheduler';

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

/** Lets requests start in their turn, as many at once as the limit allows, which learns from each. */
export function inTurn(ask: AskOnce, scheduler: Scheduler, limit: AdaptiveLimit): AskInTurn {
	return async (request, decode, lane) =>
		await scheduler.run(lane, async () => {
			const { epoch } = limit;
			const decoded = await ask(request, decode);
			const isCrowded = decoded.kind === 'failure' && isBusy(decoded.failed);
			if (isCrowded) return { decoded, isAtFloor: limit.congested(epoch) === 'floor' };
			if (decoded.kind !== 'failure') limit.answered();
			return { decoded, isAtFloor: false };
		});
}
