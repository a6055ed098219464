import type { Pool } from 'undici';
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

/** @throws Error when the answer is not a page */
export function askThrough(pool: Pool, accessToken: string): Ask {
	const headers = { authorization: `Zoho-oauthtoken ${accessToken}` };
	return async (path, query) => {
		const target = `/${API}/${path}?${new URLSearchParams(query).toString()}`;
		const { statusCode, body } = await pool.request({ path: target, method: 'GET', headers });
		const text = await body.text();
		if (statusCode !== 200) throw new Error(`${target} was answered with ${statusCode}: ${text}`);
		return JSON.parse(text) as Page;
	};
}
