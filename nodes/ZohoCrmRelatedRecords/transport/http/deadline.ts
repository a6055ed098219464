import { cancelSignal, type ZohoContext } from './context';
import type { SendOutcome } from './exchange';
import { reasonOf } from './networkReason';

/**
 * Runs a step that has to be done in time, and turns what it throws into an outcome. The error itself
 * goes no further: n8n's hold the request with the access token.
 * @param timeout ms
 * @param step has to end when the signal is aborted
 */
export async function withDeadline<Outcome>(
	context: ZohoContext,
	timeout: number,
	step: (signal: AbortSignal) => Promise<Outcome>,
): Promise<Outcome | Exclude<SendOutcome, { kind: 'answer' }>> {
	const cancel = cancelSignal(context);
	const deadline = AbortSignal.timeout(timeout);
	const signal = cancel ? AbortSignal.any([cancel, deadline]) : deadline;
	try {
		signal.throwIfAborted();
		return await step(signal);
	} catch (error) {
		if (cancel?.aborted) return { kind: 'cancelled' };
		if (deadline.aborted) return { kind: 'timeout' };
		return { kind: 'broken', reason: reasonOf(error) };
	}
}

/**
 * Waits for work of n8n's, which does not always heed a signal.
 * @throws Error when the signal is aborted first
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	return await new Promise<T>((resolve, reject) => {
		const stop = () => reject(new Error('Stopped'));
		signal.addEventListener('abort', stop, { once: true });
		work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	});
}
