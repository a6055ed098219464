import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../contract';
import { faultReply, send } from '../delivery';
import type { Handler } from '../exchange';

/** Lets the time pass that the CRM would need. */
export function serverTime(ms: number): Handler {
	return async (_request, response, next) => {
		await pause(ms, response.locals.closing);
		next();
	};
}

/** Does to a request what a fault prescribes. What damages the answer is left to send(). */
export function faulty(sandbox: Sandbox): Handler {
	return async (_request, response, next) => {
		const { request, entry, closing } = response.locals;
		const fault = sandbox.faults.take(request);
		response.locals.fault = fault;
		fault?.then?.(sandbox, request);
		if (fault?.hang) return;
		await fault?.hold;
		await pause(fault?.delayMs ?? 0, closing);
		if (fault?.reset === 'before') {
			entry.status = 'reset';
			reset(response.socket);
		} else if (fault?.reply) await send(response, faultReply(fault.reply));
		else next();
	};
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
	if (ms > 0) await sleep(ms, undefined, { signal });
}

/** A connection reset where the platform can send one, else simply the end of the connection. */
function reset(socket: Socket | null): void {
	if (!socket) return;
	if ('encrypted' in socket) socket.destroy();
	else socket.resetAndDestroy();
}
