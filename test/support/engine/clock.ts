import type * as n8nWorkflow from 'n8n-workflow';

const delays: number[] = [];

/**
 * n8n-workflow with a `sleep` that records how long it was asked to wait, and does not wait. Use it
 * at the top of a test file:
 *
 *     import type * as clock from './clock';
 *     jest.mock('n8n-workflow', () =>
 *     jest.requireActual<typeof clock>('../../support/engine/clock').recordedSleep(),
 *     );
 *
 * Like the real one, it rejects with the signal's reason when that is aborted, before or meanwhile.
 */
export function recordedSleep(): typeof n8nWorkflow {
	const actual = jest.requireActual<typeof n8nWorkflow>('n8n-workflow');
	return {
		...actual,
		sleep: async (ms: number, signal?: AbortSignal) => {
			delays.push(ms);
			signal?.throwIfAborted();
			await new Promise((resolve) => setImmediate(resolve));
			signal?.throwIfAborted();
		},
	};
}

/** Waits shorter than this only keep requests apart, ms. */
const SHORTEST_DELAY = 100;

/** The waits asked for since the last call, in ms, without those that keep requests apart. */
export function takeDelays(): number[] {
	return delays.splice(0).filter((ms) => ms >= SHORTEST_DELAY);
}
