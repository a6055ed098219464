import type { Sandbox } from './contract';
import type { Reply } from './reply';
import type { Incoming } from './requestLog';
import { isCrmPath, pathMatches } from './requestLog';

/** Something that goes wrong, or at least differently, for certain requests. */
export interface Fault {
	/** Empty: any /crm request. With a path: any request whose path contains or matches it. */
	match: { method?: string; path?: string | RegExp; query?: Record<string, string | RegExp> };
	/** How many requests it hits; default 1, Infinity allowed. */
	times?: number;
	/** How many matching requests it lets through before; default 0. */
	skip?: number;
	/** Answers instead of the CRM. An object is sent as JSON, a string as it is. */
	reply?: { status: number; body?: unknown; headers?: Record<string, string> };
	/** Changes the answer, whichever it is. */
	alter?: (reply: Reply, request: Incoming) => Reply;
	/** Destroys the socket before the answer, after its headers or in mid-body. */
	reset?: 'before' | 'headers' | 'body';
	/** The body cut in half, in well-formed HTTP. */
	truncate?: boolean;
	/** ms to wait before the answer. */
	delayMs?: number;
	/** Waits for this before the answer. */
	hold?: Promise<void>;
	/** Never answers, until the sandbox closes. */
	hang?: boolean;
	/** Sends the body in pieces with this gap between them, ms. */
	dripMs?: number;
	/** Runs when the fault fires, before the answer is worked out. */
	then?: (sandbox: Sandbox, request: Incoming) => void;
}

/** Faults in the order in which they were added; the first that matches fires. */
export class FaultPlan {
	private planned: { fault: Fault; skip: number; left: number }[] = [];

	add(fault: Fault): void {
		this.planned.push({ fault, skip: fault.skip ?? 0, left: fault.times ?? 1 });
	}

	clear(): void {
		this.planned = [];
	}

	/** The fault for a request, if any; counts it as fired. */
	take(request: Incoming): Fault | undefined {
		for (const plan of this.planned) {
			if (plan.left <= 0 || !matches(plan.fault.match, request)) continue;
			if (plan.skip > 0) {
				plan.skip--;
				continue;
			}
			plan.left--;
			return plan.fault;
		}
		return undefined;
	}
}

function matches(match: Fault['match'], request: Incoming): boolean {
	const { path } = match;
	if (path === undefined ? !isCrmPath(request.path) : !pathMatches(request.path, path))
		return false;
	if (match.method !== undefined && match.method !== request.method) return false;
	const params = { ...request.query, ...request.form };
	return Object.entries(match.query ?? {}).every(([name, wanted]) => {
		const value = params[name];
		if (value === undefined) return false;
		return typeof wanted === 'string' ? value === wanted : new RegExp(wanted).test(value);
	});
}
