import { Meter } from '../../../nodes/ZohoCrmRelatedRecords/deluge/values/scriptLimits';

/** A meter that asks for a pause at each look, and counts those that were made. */
export function dueMeter(): { meter: Meter; pauses: () => number } {
	let count = 0;
	const pacer = {
		isDue: () => true,
		pause: async () => {
			count += 1;
			await Promise.resolve();
		},
	};
	const limits = { maxStatements: 2, maxApiCalls: 2, maxSeconds: 1 };
	return { meter: new Meter(limits, pacer), pauses: () => count };
}
