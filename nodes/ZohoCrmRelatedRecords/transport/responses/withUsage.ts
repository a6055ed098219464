import type { Send } from '../http/exchange';
import { creditsRemaining } from './rows';

/** How much of Zoho's API was used. */
export interface Usage {
	calls: number;
	/** API credits left, as Zoho reported last; undefined while more than half are left. */
	creditsRemaining?: number;
}

/** Counts the requests that are sent, and notes the credits that answers report. */
export function withUsage(send: Send, usage: Usage): Send {
	return async (request) => {
		const outcome = await send(request);
		if (outcome.kind !== 'cancelled') usage.calls += 1;
		if (outcome.kind === 'answer') {
			usage.creditsRemaining = creditsRemaining(outcome.headers) ?? usage.creditsRemaining;
		}
		return outcome;
	};
}
