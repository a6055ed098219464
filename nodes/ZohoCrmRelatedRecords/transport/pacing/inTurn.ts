import type { AskOnce } from '../auth/withAccess';
import type { AddressedRequest } from '../request';
import type { Decoded, Decoder } from '../responses/decoded';
import { isBusy } from '../responses/failedAttempt';
import type { Pacer } from './pacer';
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

/** Lets requests start in their turn; the pacer learns from what comes of each. */
export function inTurn(ask: AskOnce, scheduler: Scheduler, pacer: Pacer): AskInTurn {
	return async (request, decode, lane) =>
		await scheduler.run(lane, async (start) => {
			const decoded = await ask(request, decode);
			const isCrowded = decoded.kind === 'failure' && isBusy(decoded.failed);
			if (isCrowded) return { decoded, isAtFloor: pacer.refused(start) === 'floor' };
			if (decoded.kind !== 'failure') pacer.answered(start, scheduler.now);
			return { decoded, isAtFloor: false };
		});
}
