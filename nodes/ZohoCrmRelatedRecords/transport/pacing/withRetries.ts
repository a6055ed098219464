import type { AddressedRequest } from '../request';
import type { Decoder } from '../responses/decoded';
import { isBusy, type FailedAttempt } from '../responses/failedAttempt';
import type { AskInTurn } from './inTurn';
import { retryDelay, RetryBudget } from './retryRules';
import type { Lane, RequestQueue } from './requestQueue';

/**
 * Asks Zoho until it answers.
 * @returns the body, or undefined when Zoho has nothing to tell (204, 304)
 * @throws ZohoError when Zoho refuses or cannot be reached, after the retries that make sense
 * @throws ExecutionStopped when the execution or the lane ended
 */
export type AskUntilAnswered = <Body>(
	request: AddressedRequest,
	decode: Decoder<Body>,
	lane: Lane,
) => Promise<Body | undefined>;

/**
 * Repeats reads that failed in passing; a POST only where it reads.
 * @param timeLeft ms; what would have to wait for longer fails at once
 */
export function withRetries(
	ask: AskInTurn,
	queue: RequestQueue,
	timeLeft: () => number = () => Infinity,
): AskUntilAnswered {
	const budget = new RetryBudget();
	return async (request, decode, lane) => {
		const failures = { busy: 0, other: 0 };
		for (;;) {
			const { decoded, isAtFloor } = await ask(request, decode, lane);
			if (decoded.kind !== 'failure') budget.earn();
			if (decoded.kind === 'body') return decoded.body;
			if (decoded.kind === 'empty') return undefined;
			const { failed, error } = decoded;
			const attempt = (failures[isBusy(failed) ? 'busy' : 'other'] += 1);
			const delay =
				request.body === undefined || request.isRead === true
					? retryDelay(failed, attempt, Math.random(), Date.now())
					: undefined;
			if (delay === undefined || delay > timeLeft() || !budget.spend())
				throw error.about(request.subject);
			await wait(queue, lane, { ms: delay, isForAll: holdsAll(failed, isAtFloor) });
		}
	};
}

/**
 * A pause that Zoho asks for is for all requests. Else the lower limit is enough for the others,
 * unless it cannot get lower.
 */
function holdsAll({ retryAfter }: FailedAttempt, isAtFloor: boolean): boolean {
	return retryAfter !== undefined || isAtFloor;
}

async function wait(
	queue: RequestQueue,
	lane: Lane,
	{ ms, isForAll }: { ms: number; isForAll: boolean },
): Promise<void> {
	if (isForAll) await queue.hold(ms);
	else await queue.pause(ms, lane);
}
