import { rowsOf, type Job } from './jobs';
import type { PeerName } from './peers';
import { fieldGroups, PAGE_SIZE, PAGE_WINDOW } from './peers/peer';
import { fieldsOf } from './dataset';
import type { LinkSettings } from './report/results';

const AT_ONCE = 10;
/** Rows of one query at most. */
const QUERIED_ROWS = 2000;
/** Pages after which n8n's Zoho CRM node fails. */
const MOST_LISTED = PAGE_WINDOW / PAGE_SIZE + 1;

/** Round trips until the answer: connecting, TLS and the request. */
const FRESH = 3;
const KEPT = 1;

/** About how long one round takes, ms. Only the remaining time is told from it. */
export function estimatedMs(job: Job, peer: PeerName, link: LinkSettings): number {
	const call = (trips: number): number => trips * link.roundTripMs + link.serverTimeMs;
	const calls = callsOf(job);
	const chain = job.parents.length === 1 ? calls : 1;
	switch (peer) {
		case 'query':
			return call(FRESH) * (3 + rowsOf(job) / QUERIED_ROWS);
		case 'node':
			return call(FRESH) * (1 + Math.ceil(calls / AT_ONCE));
		case 'http':
			return call(FRESH) * chain;
		case 'zoho':
			return call(FRESH) * Math.min(Math.ceil(rowsOf(job) / PAGE_SIZE), MOST_LISTED);
		case 'chain':
			return call(FRESH) + call(KEPT) * chain;
		case 'kept':
		case 'paced':
		case 'asking':
			return call(FRESH) + call(KEPT) * Math.max(calls / AT_ONCE, chain - AT_ONCE);
	}
}

function callsOf(job: Job): number {
	const { parents, limit = Infinity } = job;
	const pages = parents.map((rows) => Math.ceil(Math.min(rows, limit) / PAGE_SIZE));
	return pages.reduce((sum, count) => sum + count, 0) * fieldGroups(fieldsOf(job)).length;
}
