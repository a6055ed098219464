import type { Counters } from '../contract';
import { errors } from '../errors';
import type { Handler } from '../exchange';

/** Counts a request in, and out again when its answer is done; refuses it if there are too many. */
export function concurrencyCap(cap: number, counters: Counters): Handler {
	let inFlight = 0;
	return (_request, response, next) => {
		inFlight++;
		counters.peakConcurrency = Math.max(counters.peakConcurrency, inFlight);
		let inside = true;
		const leave = (): void => {
			if (inside) inFlight--;
			inside = false;
		};
		// Not 'finish': a busy process tells that after the client's next request came in.
		response.once('prefinish', leave);
		response.once('close', leave);
		next(inFlight > cap ? errors.tooManyRequests() : undefined);
	};
}
