import type { IPollFunctions } from 'n8n-workflow';
import { withSignal, type ZohoContext } from '../../ZohoCrmRelatedRecords/transport/http/context';

/** A poll ends by itself within 30 seconds: what is left of them is for its last answer. */
const LONGEST_MS = 25_000;

/** How much of n8n's own budget is used, where there is one. */
const SHARE = 0.8;

/** The time that a poll has. */
export interface Budget {
	/** The poll's context, with a signal that ends its requests when the time is over. */
	context: ZohoContext;
	/** ms; not below 0 */
	timeLeft(): number;
	/** ms of the whole poll */
	total: number;
}

/**
 * Polls have no cancel signal and no hints. In place of the signal they have a budget of time: n8n
 * tells one where it gives up on polls that take longer (n8n 2.41).
 */
export function withBudget(poll: IPollFunctions): Budget {
	const own = 'getPollBudgetMs' in poll ? poll.getPollBudgetMs() * SHARE : LONGEST_MS;
	const total = Math.min(own, LONGEST_MS);
	const end = performance.now() + total;
	return {
		context: withSignal(poll, AbortSignal.timeout(total)),
		timeLeft: () => Math.max(0, end - performance.now()),
		total,
	};
}
