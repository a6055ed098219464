import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Answering } from './exchange';
import type { Fault } from './faults';
import { liveHeaders } from './liveHeaders';
import type { Reply } from './reply';
import { isCrmPath } from './requestLog';
import { htmlReply, jsonReply } from './reply';

const DRIPS = 10;
const NOTHING = Buffer.alloc(0);

/** The answer that a fault prescribes. */
export function faultReply(fault: NonNullable<Fault['reply']>): Reply {
	const { status, body, headers = {} } = fault;
	if (body === undefined) return { status, body: '', headers };
	const text = typeof body === 'string';
	const reply = !text
		? jsonReply(status, body, codeOf(body))
		: body.startsWith('<')
			? htmlReply(status, body)
			: { status, body, headers: { 'Content-Type': 'application/json;charset=UTF-8' } };
	return { ...reply, headers: { ...reply.headers, ...headers } };
}

function codeOf(body: unknown): string | undefined {
	if (typeof body !== 'object' || body === null) return undefined;
	const word: unknown = 'code' in body ? body.code : 'error' in body ? body.error : undefined;
	return typeof word === 'string' ? word : undefined;
}

/** Sends an answer, changed and damaged as the request's fault says. Resolves when it is out. */
export async function send(response: Answering, given: Reply): Promise<void> {
	const { fault, request } = response.locals;
	await answer(response, fault?.alter?.(given, request) ?? given);
}

async function answer(response: Answering, reply: Reply): Promise<void> {
	const { entry, fault } = response.locals;
	if (reply.code !== undefined) entry.code = reply.code;
	entry.status = fault?.reset ? 'reset' : reply.status;
	const whole = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body;
	const body = fault?.truncate ? whole.subarray(0, Math.floor(whole.length / 2)) : whole;
	const withBody = reply.status !== 204 && reply.status !== 304;
	const headers = {
		Date: new Date(response.locals.now()).toUTCString(),
		...liveHeaders(response, reply),
		...reply.headers,
		Server: 'ZGS',
	};
	if (withBody && isPacked(response, reply)) {
		response.writeHead(reply.status, {
			...headers,
			'Content-Encoding': 'gzip',
			'Transfer-Encoding': 'chunked',
		});
		await transmit(response, gzipSync(body, { level: 1 }));
		return;
	}
	response.writeHead(reply.status, {
		...headers,
		...(withBody && { 'Content-Length': String(body.length) }),
	});
	await transmit(response, withBody ? body : NOTHING);
}

/** JSON of the CRM's own comes packed to who takes it; what a fault prescribes comes as it says. */
function isPacked(response: Answering, { headers }: Reply): boolean {
	const { entry, fault } = response.locals;
	const isOwn = isCrmPath(entry.path) && fault?.reply === undefined;
	const isJson = (headers['Content-Type'] ?? '').startsWith('application/json');
	return isOwn && isJson && /\bgzip\b/.test(entry.headers['accept-encoding'] ?? '');
}

async function transmit(response: Answering, body: Buffer): Promise<void> {
	const { fault, closing } = response.locals;
	if (fault?.reset) return await breakOff(response, fault.reset, body);
	if (fault?.dripMs === undefined) response.end(body);
	else {
		await drip(response, body, fault.dripMs, closing);
		response.end();
	}
}

async function breakOff(
	response: ServerResponse,
	after: Fault['reset'],
	body: Buffer,
): Promise<void> {
	response.flushHeaders();
	const part = after === 'body' ? body.subarray(0, Math.floor(body.length / 2)) : '';
	await new Promise<unknown>((done) => {
		if (part.length > 0) response.write(part, done);
		else setImmediate(done);
	});
	response.socket?.destroy();
}

async function drip(
	response: ServerResponse,
	body: Buffer,
	gapMs: number,
	signal: AbortSignal,
): Promise<void> {
	const size = Math.max(1, Math.ceil(body.length / DRIPS));
	for (let from = 0; from < body.length && !response.destroyed; from += size) {
		response.write(body.subarray(from, from + size));
		await sleep(gapMs, undefined, { signal });
	}
}
