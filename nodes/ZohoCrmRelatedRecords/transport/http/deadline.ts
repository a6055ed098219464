import { cancelSignal, type ZohoContext } from './context';
import type { SendOutcome } from './exchange';
import { reasonOf } from './networkReason';

type Unanswered = Exclude<SendOutcome, { kind: 'answer' }>;

/**
 * Runs a step that must finish in time, and turns what it throws into an outcome. The error itself
 * goes no further: n8n's hold the request with the access token.
 * @param timeout ms
 * @param step has to end when the signal is aborted
 */
export async function withDeadline<Outcome>(
	context: ZohoContext,
	timeout: number,
	step: (signal: AbortSignal) => Promise<Outcome>,
): Promise<Outcome | Unanswered> {
	return await until(AbortSignal.timeout(timeout), context, step);
}

/**
 * The same for a step that may take long while something happens in it.
 * @param timeout ms without a call of `alive`, up to twice as many
 */
export async function withIdleDeadline<Outcome>(
	context: ZohoContext,
	timeout: number,
	step: (signal: AbortSignal, alive: () => void) => Promise<Outcome>,
): Promise<Outcome | Unanswered> {
	const stalled = new AbortController();
	let isAlive = false;
	let isOver = false;
	const watch = () => {
		isAlive = false;
		const check = () => {
			if (isOver) return;
			if (isAlive) watch();
			else stalled.abort();
		};
		AbortSignal.timeout(timeout).addEventListener('abort', check, { once: true });
	};
	watch();
	const alive = () => {
		isAlive = true;
	};
	try {
		return await until(stalled.signal, context, async (signal) => await step(signal, alive));
	} finally {
		isOver = true;
	}
}

async function until<Outcome>(
	deadline: AbortSignal,
	context: ZohoContext,
	step: (signal: AbortSignal) => Promise<Outcome>,
): Promise<Outcome | Unanswered> {
	const cancel = cancelSignal(context);
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
