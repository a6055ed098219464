import type { Pool } from 'undici';
import { MAX_REQUESTS_AT_ONCE } from '../../../../nodes/ZohoCrmRelatedRecords/helpers/constants';
import { AdaptiveLimit } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/adaptiveLimit';
import { RequestQueue } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/requestQueue';
import { retryDelay } from '../../../../nodes/ZohoCrmRelatedRecords/transport/pacing/retryRules';
import { API } from './peer';

export type Row = Record<string, unknown>;

export interface Page {
	data: Row[];
	info: { next_page_token: string | null };
}

/** Asks for a path behind the API version. */
export type Ask = (path: string, query: Record<string, string>) => Promise<Page>;

/** Connections that are kept, and so requests at once. */
export const CONNECTIONS = 10;

/** The same, where starts are paced. */
export const PACED_CONNECTIONS = MAX_REQUESTS_AT_ONCE;

const TOO_MANY = 429;

/** @throws Error when the answer is not a page */
export function askThrough(pool: Pool, accessToken: string): Ask {
	const headers = { authorization: `Zoho-oauthtoken ${accessToken}` };
	return async (path, query) => {
		const target = targetOf(path, query);
		const { statusCode, body } = await pool.request({ path: target, method: 'GET', headers });
		return pageIn(target, statusCode, await body.text());
	};
}

/** Starts as this node starts, and repeats what is refused. */
export function askPaced(pool: Pool, accessToken: string): Ask {
	const headers = { authorization: `Zoho-oauthtoken ${accessToken}` };
	const limit = new AdaptiveLimit(PACED_CONNECTIONS);
	const queue = new RequestQueue(limit, () => undefined);
	const lane = queue.open(0);
	return async (path, query) => {
		const target = targetOf(path, query);
		for (let attempt = 1; ; attempt += 1) {
			const page = await queue.run(lane, async (start) => {
				const { statusCode, body } = await pool.request({ path: target, method: 'GET', headers });
				const text = await body.text();
				if (statusCode === TOO_MANY) limit.refused(start);
				else limit.answered(start, queue.now);
				return statusCode === TOO_MANY ? undefined : pageIn(target, statusCode, text);
			});
			if (page !== undefined) return page;
			const delay = retryDelay({ status: TOO_MANY }, attempt, Math.random(), Date.now());
			if (delay === undefined) throw new Error(`${target} was refused too often`);
			await queue.pause(delay, lane);
		}
	};
}

function targetOf(path: string, query: Record<string, string>): string {
	return `/${API}/${path}?${new URLSearchParams(query).toString()}`;
}

function pageIn(target: string, status: number, text: string): Page {
	if (status !== 200) throw new Error(`${target} was answered with ${status}: ${text}`);
	return JSON.parse(text) as Page;
}
