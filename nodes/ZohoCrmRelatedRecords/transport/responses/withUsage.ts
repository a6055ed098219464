import type { Send } from '../http/exchange';
import { creditsRemaining } from './rows';

/** How much of Zoho's API was used. */
export interface Usage {
	calls: number;
	/** API credits left, as Zoho reported last; undefined while more than half are left. */
	creditsRemaining?: number;
	/** Zoho's own clock when it answered last, ms since 1970; undefined before the first answer. */
	zohoTime?: number;
}

/** Counts the requests that are sent, and notes the credits that answers report. */
export function withUsage(send: Send, usage: Usage): Send {
	return async (request) => {
		const outcome = await send(request);
		if (outcome.kind !== 'cancelled') usage.calls += 1;
		if (outcome.kind === 'answer') {
			usage.creditsRemaining = creditsRemaining(outcome.headers) ?? usage.creditsRemaining;
			usage.zohoTime = dateOf(outcome.headers) ?? usage.zohoTime;
		}
		return outcome;
	};
}

/** The header `Date`, in whole seconds (RFC 9110, 6.6.1). */
function dateOf(headers: Record<string, unknown>): number | undefined {
	const time = typeof headers.date === 'string' ? Date.parse(headers.date) : NaN;
	return Number.isNaN(time) ? undefined : time;
}
